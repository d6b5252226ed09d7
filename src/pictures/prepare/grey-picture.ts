/** Shades from 0 (black) to 255 (white), row by row. */
export interface GreyPicture {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A decoded picture: red, green, blue and alpha of each pixel. */
export interface ColourPicture {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}
