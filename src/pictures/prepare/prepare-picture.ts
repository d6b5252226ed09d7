import { darkAreas } from './dark-areas.ts';
import { darkOnLight } from './dark-on-light.ts';
import { fullContrast } from './full-contrast.ts';
import type { ColourPicture, GreyPicture } from './grey-picture.ts';
import { letterHeight } from './letter-height.ts';
import { resized } from './resized.ts';

/**
 * Pixels from the foot of a letter to the top of a capital. Measured on the pictures of bench/pictures: with 10, as a
 * screen has them, nine of ten words are read right; from 14 on more hardly helps, and each 3 cost a twentieth of the time.
 */
const BEST_HEIGHT = 17;
/** Where the height cannot be told, the picture is taken for one of a usual screen. */
const USUAL_HEIGHT = 10;
const LARGEST_FACTOR = 3;
const SMALLEST_FACTOR = 0.3;
/** Smaller changes are not worth their time. */
const ALMOST_ONE = 0.2;
/** More pixels than this take too long, however small their letters. */
const MOST_PIXELS = 12_000_000;

/** A picture as words are read from it best: dark on light, full contrast, letters of the right height. */
export function preparePicture(picture: ColourPicture): GreyPicture {
  const grey = fullContrast(darkOnLight(picture, darkAreas(picture)));
  const wanted = BEST_HEIGHT / (letterHeight(grey) ?? USUAL_HEIGHT);
  const bounded = Math.min(LARGEST_FACTOR, Math.max(SMALLEST_FACTOR, wanted));
  const factor = Math.min(bounded, Math.sqrt(MOST_PIXELS / (grey.width * grey.height)));
  return Math.abs(factor - 1) < ALMOST_ONE ? grey : resized(grey, factor);
}
