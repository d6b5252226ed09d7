import type { CliIo, ExitStatus } from './cli-io.ts';
import { decodedText } from './decoded-text.ts';
import { jsonLines } from './json-lines.ts';
import { openFile } from './open-file.ts';
import { unreadable } from './unreadable.ts';

/** Output is handed on in pieces of about this many characters while input is at hand. */
const FLUSH_CHARS = 32 * 1024;

/** What one line asks: an object with an id. */
export type LineFields = Readonly<Record<string, unknown>>;

export interface LineReader {
  /** How a line looks, for who sends another: `{"id", "paste"}`. */
  readonly form: string;
  /** The answer without its id, or `{ error }`. A defect that it throws becomes an error of its line. */
  answer(fields: LineFields): object;
  /** What could not be read, where `answer` throws: `The paste`. */
  readonly what: string;
}

/**
 * `--jsonl`: JSON objects with an id in, one a line, the answers with their ids out, in order, as they come. A bad line
 * becomes `{"id", "error"}` and ends nothing.
 *
 * @param file where it is not standard input
 */
export async function answerJsonLines(file: string | undefined, io: CliIo, reader: LineReader): Promise<ExitStatus> {
  const bytes = file === undefined || file === '-' ? asBytes(io.stdin) : (await openFile(file)).bytes;
  try {
    for await (const lines of jsonLines(decodedText(bytes, file ?? 'Standard input'))) {
      let out = '';
      for (const line of lines) {
        out += `${JSON.stringify(answerTo(line, reader))}\n`;
        if (out.length >= FLUSH_CHARS) {
          await io.stdout.write(out);
          out = '';
        }
      }
      if (out !== '') await io.stdout.write(out);
    }
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw unreadable(file ?? 'standard input', error);
    throw error;
  }
  return 0;
}

function answerTo(line: string | null, { form, answer, what }: LineReader): object {
  if (line === null) return { id: null, error: 'The line is longer than 32 MiB.' };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, error: 'The line is not JSON.' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { id: null, error: `The line is not an object ${form}.` };
  }
  const fields = value as LineFields;
  const { id } = fields;
  if (typeof id !== 'string' && typeof id !== 'number') {
    return { id: null, error: '"id" is missing or is neither text nor a number.' };
  }
  try {
    return { id, ...answer(fields) };
  } catch (error) {
    // A defect must not end the stream; its message may hold text of the person, its name does not.
    return { id, error: `${what} could not be read (${error instanceof Error ? error.name : 'unknown error'}).` };
  }
}

async function* asBytes(stdin: CliIo['stdin']): AsyncGenerator<Uint8Array> {
  for await (const piece of stdin) yield typeof piece === 'string' ? Buffer.from(piece) : (piece as Uint8Array);
}
