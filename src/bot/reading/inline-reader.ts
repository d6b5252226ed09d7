import type { Engine } from '../engine.ts';
import type { MessageReader } from './message-reader.ts';
import { readMessage, readSecrets } from './read-message.ts';

/** Reads in the thread of the turn: for tests, and where no threads can be had. */
export function inlineReader(engine: Engine): MessageReader {
  return {
    async read(message) {
      return readMessage(engine, message);
    },
    async secretsOf(message) {
      return readSecrets(engine, message);
    },
    async close() {},
  };
}
