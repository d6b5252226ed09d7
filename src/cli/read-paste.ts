import type { Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { textEncodingOf } from './decoded-text.ts';
import { UsageError } from './usage-error.ts';

/** A paste from standard input is held in memory; a longer text is a log and goes through `diagnose FILE`. */
export const LONGEST_PASTE = 16 * 1024 * 1024;

/**
 * Reads all of standard input as one paste.
 *
 * @throws UsageError where it is longer than 16 MiB, or not text
 */
export async function readPaste(stdin: Readable): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of stdin) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : (piece as Buffer);
    length += bytes.length;
    if (length > LONGEST_PASTE) {
      throw new UsageError(
        'The paste is longer than 16 MiB. Save it to a file and name the file: why401 diagnose FILE',
      );
    }
    pieces.push(bytes);
  }
  const bytes = Buffer.concat(pieces);
  return new TextDecoder(textEncodingOf(bytes, 'Standard input')).decode(bytes);
}
