import { eventJson } from '../calendar/event-json.ts';
import { UnderstandOptionsError, understand } from '../calendar/understand.ts';
import type { CliIo, ExitStatus } from './cli-io.ts';
import { jsonLines } from './json-lines.ts';
import { decoded } from './log/text-encoding.ts';
import { openFile } from './open-file.ts';
import { unreadable } from './unreadable.ts';

interface Defaults {
  readonly file: string | undefined;
  readonly reference: string;
  readonly timeZone: string;
}

/** Output is handed on in pieces of about this many characters while input is at hand. */
const FLUSH_CHARS = 32 * 1024;

/**
 * `why401 event --jsonl`: lines `{"id", "text", "reference", "timeZone"}` in, the contract's object with its id out.
 * A bad line becomes `{"id", "error"}` and ends nothing.
 */
export async function eventLines(defaults: Defaults, io: CliIo): Promise<ExitStatus> {
  const { file } = defaults;
  const bytes = file === undefined || file === '-' ? asBytes(io.stdin) : (await openFile(file)).bytes;
  try {
    for await (const lines of jsonLines(decoded(bytes, file ?? 'Standard input'))) {
      let out = '';
      for (const line of lines) {
        out += `${JSON.stringify(answerTo(line, defaults))}\n`;
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

function answerTo(line: string | null, defaults: Defaults): object {
  if (line === null) return { id: null, error: 'The line is longer than 32 MiB.' };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, error: 'The line is not JSON.' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { id: null, error: 'The line is not an object {"id", "text", "reference", "timeZone"}.' };
  }
  const given = value as { id?: unknown; text?: unknown; reference?: unknown; timeZone?: unknown };
  const id = typeof given.id === 'string' || typeof given.id === 'number' ? given.id : null;
  if (id === null) return { id, error: '"id" is missing or is neither text nor a number.' };
  if (typeof given.text !== 'string') return { id, error: '"text" is missing or is not text.' };
  const reference = given.reference ?? defaults.reference;
  const timeZone = given.timeZone ?? defaults.timeZone;
  if (typeof reference !== 'string') return { id, error: '"reference" is not text.' };
  if (typeof timeZone !== 'string') return { id, error: '"timeZone" is not text.' };
  try {
    return { id, ...eventJson(understand(given.text, { reference, timeZone })) };
  } catch (error) {
    if (error instanceof UnderstandOptionsError) return { id, error: `${error.message}.` };
    // A defect must not end the stream; its message may hold text of the person, its name does not.
    return { id, error: `The message could not be read (${error instanceof Error ? error.name : 'unknown error'}).` };
  }
}

async function* asBytes(stdin: CliIo['stdin']): AsyncGenerator<Uint8Array> {
  for await (const piece of stdin) yield typeof piece === 'string' ? Buffer.from(piece) : (piece as Uint8Array);
}
