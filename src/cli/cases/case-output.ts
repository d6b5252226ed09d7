import { type FileHandle, open } from 'node:fs/promises';
import type { CliIo } from '../cli-io.ts';
import { UsageError } from '../usage-error.ts';

/** Where an export goes. */
export interface CaseOutput {
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Names and reports of people: for whoever runs the command alone. */
const MODE = 0o600;

/** @throws UsageError where the file cannot be written */
export async function caseOutput(file: string | undefined, io: CliIo): Promise<CaseOutput> {
  if (file === undefined) return { write: (text) => io.stdout.write(text), close: async () => undefined };
  const handle = await opened(file);
  return {
    write: (text) => handle.writeFile(text),
    close: () => handle.close(),
  };
}

async function opened(file: string): Promise<FileHandle> {
  try {
    const handle = await open(file, 'w', MODE);
    // A file that was there keeps its mode; a pipe or a device is none of ours.
    if ((await handle.stat()).isFile()) await handle.chmod(MODE);
    return handle;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`Cannot write ${file} (${code ?? 'no code'})`);
  }
}
