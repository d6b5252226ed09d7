import { inflateSync } from 'node:zlib';
import { Jimp } from 'jimp';
import { type PictureHeader, pictureHeader } from './header/picture-header.ts';
import type { PictureSize } from './header/picture-size.ts';
import { pngChunks } from './header/png-size.ts';
import type { ColourPicture } from './prepare/grey-picture.ts';

/** Makes a PNG of a picture in another form; the reader of words can. */
export type ToPng = (bytes: Uint8Array) => Promise<Uint8Array>;

/**
 * The pixels of a picture whose header was found small enough.
 *
 * @throws where it is broken, or holds more than its header says
 */
export async function decodedPicture(bytes: Uint8Array, header: PictureHeader, toPng: ToPng): Promise<ColourPicture> {
  if (header.format === 'png' && unfoldsTooFar(bytes, header)) throw new RangeError('More pixels than the header says');
  // WebP is none of Jimp's formats; of a PNG that moves it does not read the first picture.
  const simple = header.format === 'webp' || (header.format === 'png' && moves(bytes)) ? await toPng(bytes) : bytes;
  if (simple !== bytes && !within(pictureHeader(simple), header)) throw new RangeError('Another picture came back');
  const { bitmap } = await Jimp.fromBuffer(Buffer.from(simple.buffer, simple.byteOffset, simple.byteLength));
  return { data: bitmap.data, width: bitmap.width, height: bitmap.height };
}

/** Eight bytes a pixel at most, and a byte a row in each of seven passes. */
const MOST_BYTES_A_PIXEL = 8;
const PASSES = 7;

/** An interlaced PNG is decompressed by Jimp's decoder whatever comes out; one that is not, only as far as its size. */
function unfoldsTooFar(bytes: Uint8Array, { width, height }: PictureSize): boolean {
  const chunks = pngChunks(bytes);
  const interlaced = chunks[0]?.data[12] === 1;
  if (!interlaced) return false;
  const data = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data));
  try {
    inflateSync(data, { maxOutputLength: width * height * MOST_BYTES_A_PIXEL + height * PASSES + 1024 });
    return false;
  } catch {
    return true;
  }
}

function moves(bytes: Uint8Array): boolean {
  return pngChunks(bytes).some(({ type }) => type === 'acTL');
}

function within(size: PictureSize | undefined, limit: PictureSize): boolean {
  return size !== undefined && size.width <= limit.width && size.height <= limit.height;
}
