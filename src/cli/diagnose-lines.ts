import { type DiagnoseOptions, diagnose } from '../diagnosis/diagnose.ts';
import type { PatchLanguage } from '../diagnosis/diagnosis.ts';
import { contractJson } from '../presentation/contract-json.ts';
import type { CliIo, ExitStatus } from './cli-io.ts';
import { engineOptions } from './engine-options.ts';
import { jsonLines } from './json-lines.ts';
import { decoded } from './log/text-encoding.ts';
import { openFile } from './open-file.ts';
import { unreadable } from './unreadable.ts';

type Id = string | number | null;

/** Output is handed on in pieces of about this many characters while input is at hand. */
const FLUSH_CHARS = 32 * 1024;

/**
 * `why401 diagnose --jsonl`: lines `{"id", "paste"}` in, the contract's object with its id out, in order, as they come.
 * A bad line becomes `{"id", "error"}` and ends nothing.
 */
export async function diagnoseLines(
  { file, language }: { readonly file: string | undefined; readonly language: PatchLanguage | null },
  io: CliIo,
): Promise<ExitStatus> {
  const options = await engineOptions(io, language);
  const bytes = file === undefined ? asBytes(io.stdin) : (await openFile(file)).bytes;
  try {
    for await (const lines of jsonLines(decoded(bytes, file ?? 'Standard input'))) {
      let out = '';
      for (const line of lines) {
        out += `${JSON.stringify(answerTo(line, { ...options, now: io.now() }))}\n`;
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

function answerTo(line: string | null, options: DiagnoseOptions): object {
  if (line === null) return { id: null, error: 'The line is longer than 32 MiB.' };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, error: 'The line is not JSON.' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { id: null, error: 'The line is not an object {"id", "paste"}.' };
  }
  const { id: given, paste } = value as { id?: unknown; paste?: unknown };
  const id: Id = typeof given === 'string' || typeof given === 'number' ? given : null;
  if (id === null) return { id, error: '"id" is missing or is neither text nor a number.' };
  if (typeof paste !== 'string') return { id, error: '"paste" is missing or is not text.' };
  if (paste.length > LONGEST_PASTE_CHARS) return { id, error: 'The paste is longer than 16 MiB.' };
  try {
    return { id, ...contractJson(diagnose(paste, options)) };
  } catch (error) {
    // A defect of the engine must not end the stream; its message may hold text of the paste, its name does not.
    return { id, error: `The paste could not be read (${error instanceof Error ? error.name : 'unknown error'}).` };
  }
}

const LONGEST_PASTE_CHARS = 16 * 1024 * 1024;

async function* asBytes(stdin: CliIo['stdin']): AsyncGenerator<Uint8Array> {
  for await (const piece of stdin) yield typeof piece === 'string' ? Buffer.from(piece) : (piece as Uint8Array);
}
