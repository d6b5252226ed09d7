import type { PictureHeader } from './header/picture-header.ts';
import type { PictureReading } from './picture-reader.ts';

/** What the thread of pictures is started with. */
export interface PictureThreadData {
  /** How many bands of a picture are read at once. */
  readonly readers: number;
  /** After how many milliseconds no further band is begun: what was read until then is the answer. */
  readonly enoughMs: number;
}

/** One picture; the thread is sent the next one when it has answered. */
export interface PictureOrder {
  readonly bytes: Uint8Array;
  readonly header: PictureHeader;
}

export type PictureAnswer = { readonly kind: 'ready' } | ({ readonly kind: 'read' } & PictureReading);
