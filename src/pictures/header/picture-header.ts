import { bmpSize } from './bmp-size.ts';
import { gifSize } from './gif-size.ts';
import { jpegSize } from './jpeg-size.ts';
import type { PictureSize } from './picture-size.ts';
import { pngSize } from './png-size.ts';
import { webpSize } from './webp-size.ts';

const PICTURE_FORMATS = ['png', 'jpeg', 'gif', 'bmp', 'webp'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

export interface PictureHeader extends PictureSize {
  readonly format: PictureFormat;
}

/** Tells the size that a decoder will make room for; `undefined` for another format, or a header that is broken. */
type SizeReader = (bytes: Uint8Array) => PictureSize | undefined;

const READERS: Readonly<Record<PictureFormat, SizeReader>> = {
  png: pngSize,
  jpeg: jpegSize,
  gif: gifSize,
  bmp: bmpSize,
  webp: webpSize,
};

/**
 * Format and size as the header states them, before anything is decoded: a few hundred bytes can unfold to gigabytes.
 * Reads no pixel.
 */
export function pictureHeader(bytes: Uint8Array): PictureHeader | undefined {
  for (const format of PICTURE_FORMATS) {
    const size = READERS[format](bytes);
    if (size !== undefined && size.width > 0 && size.height > 0) return { format, ...size };
  }
  return undefined;
}
