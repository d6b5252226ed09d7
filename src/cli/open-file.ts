import { open } from 'node:fs/promises';
import { unreadable } from './unreadable.ts';

const PIECE = 1024 * 1024;

/** A file opened for reading as a stream. `size` is `null` for pipes and devices. */
export interface OpenFile {
  readonly size: number | null;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** @throws UsageError with one line where it can not be read. */
export async function openFile(file: string): Promise<OpenFile> {
  try {
    const handle = await open(file, 'r');
    const facts = await handle.stat();
    if (facts.isDirectory()) {
      await handle.close();
      throw Object.assign(new Error('folder'), { code: 'EISDIR' });
    }
    const stream = handle.createReadStream({ highWaterMark: PIECE });
    return { size: facts.isFile() ? facts.size : null, bytes: stream };
  } catch (error) {
    throw unreadable(file, error);
  }
}
