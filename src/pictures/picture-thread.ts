/** The thread in which pictures are decoded, prepared and read, one at a time: started by `create-picture-reader.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { decodedPicture } from './decoded-picture.ts';
import type { PictureAnswer, PictureOrder, PictureThreadData } from './picture-order.ts';
import type { PictureReading } from './picture-reader.ts';
import { bandsOf } from './prepare/bands.ts';
import { greyMap } from './prepare/grey-map.ts';
import type { GreyPicture } from './prepare/grey-picture.ts';
import { preparePicture } from './prepare/prepare-picture.ts';
import { openWordReader, type WordReader } from './word-reader.ts';

/** Less is what a photo of a face or a logo gives. */
const A_WORD = /[\p{L}\p{N}]{3}/u;

/** Stands for bands that were not read, because there was too much. */
const LEFT_OUT = '…';

const { readers: count, enoughMs } = workerData as PictureThreadData;
const readers = await Promise.all(Array.from({ length: count }, () => openWordReader()));

parentPort?.on('message', async ({ bytes, header }: PictureOrder) => {
  answer({ kind: 'read', ...(await readingOf(bytes, header)) });
});
answer({ kind: 'ready' });

async function readingOf(bytes: Uint8Array, header: PictureOrder['header']): Promise<PictureReading> {
  const until = performance.now() + enoughMs;
  let bands: GreyPicture[];
  try {
    bands = bandsOf(preparePicture(await decodedPicture(bytes, header, (other) => readers[0]!.toPng(other))));
  } catch {
    return { text: '', problem: 'not-a-picture' };
  }
  const read = await bandsRead(bands, until);
  const text = read
    .filter((each, index) => each !== '' && !(each === LEFT_OUT && read[index - 1] === LEFT_OUT))
    .join('\n');
  return A_WORD.test(text) ? { text, problem: null } : { text: '', problem: 'no-words' };
}

/** From both ends to the middle: a log tells what failed at its end, a page at its beginning. */
async function bandsRead(bands: readonly GreyPicture[], until: number): Promise<string[]> {
  const read: string[] = bands.map(() => LEFT_OUT);
  let first = 0;
  let last = bands.length - 1;
  let fromEnd = false;
  const readOn = async (reader: WordReader): Promise<void> => {
    while (first <= last && performance.now() < until) {
      const index = fromEnd ? last-- : first++;
      fromEnd = !fromEnd;
      read[index] = (await reader.read(greyMap(bands[index]!))).trim();
    }
  };
  await Promise.all(readers.map(readOn));
  return read;
}

function answer(message: PictureAnswer): void {
  parentPort?.postMessage(message);
}
