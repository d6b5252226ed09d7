import { mayBeHar } from '../../har/read-har.ts';
import { pictureHeader } from '../../pictures/header/picture-header.ts';
import type { CliIo, ExitStatus } from '../cli-io.ts';
import { decodedText } from '../decoded-text.ts';
import { openFile } from '../open-file.ts';
import { diagnoseLog } from './diagnose-log.ts';
import type { FileRequest } from './file-request.ts';
import { ProgressBar } from './progress-bar.ts';

/**
 * `why401 diagnose FILE`: what the file is, is told by its first bytes. A picture is read by OCR, of a recording of a
 * browser's calls each failed one is told, and anything else is text, read as a stream.
 */
export async function diagnoseFile(request: FileRequest, io: CliIo): Promise<ExitStatus> {
  const { file } = request;
  const { size, head, bytes } = await openFile(file);
  if (pictureHeader(head) !== undefined) {
    const { diagnosePicture } = await import('./diagnose-picture.ts');
    return diagnosePicture(bytes, request, io);
  }
  const progress = new ProgressBar(io.stderr, io.now, size);
  try {
    const counted = new CountedBytes(bytes);
    const pieces = decodedText(counted, file);
    const first = await pieces.next();
    const text = first.done === true ? '' : first.value;
    const log = { ...request, progress, done: () => counted.done };
    if (!mayBeHar(text)) return await diagnoseLog(after(text, pieces), log, io);
    const { diagnoseRecording } = await import('./diagnose-recording.ts');
    return await diagnoseRecording(after(text, pieces), log, io);
  } finally {
    await progress.clear();
  }
}

/** Bytes, and how many of them were asked for so far. */
class CountedBytes implements AsyncIterable<Uint8Array> {
  done = 0;
  readonly #bytes: AsyncIterable<Uint8Array>;

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#bytes = bytes;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for await (const piece of this.#bytes) {
      this.done += piece.length;
      yield piece;
    }
  }
}

async function* after(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}
