import { open } from 'node:fs/promises';
import { unreadable } from './unreadable.ts';

const PIECE = 1024 * 1024;

/** A file opened for reading as a stream. `size` is `null` for pipes and devices. */
export interface OpenFile {
  readonly size: number | null;
  /** The first piece: what kind of file it is shows there. Empty for an empty file. */
  readonly head: Uint8Array;
  /** All bytes, those of the head first. */
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
    const pieces: AsyncIterator<Uint8Array> = stream[Symbol.asyncIterator]();
    const first = await pieces.next();
    const head = first.done === true ? new Uint8Array() : first.value;
    return { size: facts.isFile() ? facts.size : null, head, bytes: after(head, pieces, file) };
  } catch (error) {
    throw unreadable(file, error);
  }
}

async function* after(head: Uint8Array, rest: AsyncIterator<Uint8Array>, file: string): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } catch (error) {
    throw error instanceof Error && 'syscall' in error ? unreadable(file, error) : error;
  } finally {
    await rest.return?.();
  }
}
