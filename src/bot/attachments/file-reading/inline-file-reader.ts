import type { Engine } from '../../engine.ts';
import type { FileReader } from './file-reader.ts';
import { readFile } from './read-file.ts';

/** Reads in the thread of the turn: for tests, and where no threads can be had. */
export function inlineFileReader(engine: Engine): FileReader {
  return {
    async read(file) {
      return readFile(engine, file);
    },
    async close() {},
  };
}
