import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PermissionTable } from '../../../diagnosis/permissions/permission-table.ts';
import { ReadingFailedError } from '../../reading/thread-reader.ts';
import type { FileReader, FileToRead, ReadFile, UnreadFile } from './file-reader.ts';
import type { FileThreadData } from './file-thread-data.ts';

/** Ten mebibytes of a log of nothing but failures take a few seconds. */
const PATIENCE_MS = 20_000;

export interface ThreadFileReaderOptions {
  readonly permissions?: PermissionTable | undefined;
  /** How long one file may take, in milliseconds. */
  readonly patienceMs?: number;
}

/**
 * Reads each file in a thread of its own, which ends with it: files are rare, so nothing waits for them, and the memory
 * that ten mebibytes take apart need goes with the thread.
 */
export function threadFileReader({ permissions, patienceMs = PATIENCE_MS }: ThreadFileReaderOptions = {}): FileReader {
  const running = new Set<Worker>();
  let closed = false;
  return {
    async read(file) {
      if (closed) throw new ReadingFailedError('The service is stopping');
      const worker = start({ permissions, file });
      running.add(worker);
      try {
        return await answerOf(worker, patienceMs);
      } finally {
        running.delete(worker);
        await worker.terminate();
      }
    },
    async close() {
      closed = true;
      await Promise.all([...running].map((worker) => worker.terminate()));
    },
  };
}

function start({ permissions, file }: FileThreadData): Worker {
  // Bytes that are a view into a larger buffer would be sent with all of it.
  const own: FileToRead = { ...file, bytes: file.bytes.slice() };
  const worker = new Worker(new URL(`./file-thread${extname(import.meta.url)}`, import.meta.url), {
    workerData: { permissions, file: own } satisfies FileThreadData,
    transferList: [own.bytes.buffer as ArrayBuffer],
  });
  worker.unref();
  return worker;
}

function answerOf(worker: Worker, patienceMs: number): Promise<ReadFile | UnreadFile> {
  return new Promise((resolve, reject) => {
    const watch = setTimeout(
      () => reject(new ReadingFailedError(`A file was not read within ${patienceMs} ms`)),
      patienceMs,
    );
    worker.on('message', (answer: ReadFile | UnreadFile) => {
      clearTimeout(watch);
      resolve(answer);
    });
    worker.on('error', (cause) => {
      clearTimeout(watch);
      reject(new ReadingFailedError('The thread that read a file failed', { cause }));
    });
    worker.on('exit', () => {
      clearTimeout(watch);
      reject(new ReadingFailedError('The thread that read a file ended'));
    });
  });
}
