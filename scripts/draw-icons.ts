/** Draws the icons of the Teams app from shapes: `node scripts/run.mjs scripts/draw-icons.ts` writes them into manifest/. */
import { writeFileSync } from 'node:fs';
import { encodePng } from './icons/png.ts';
import { colorIcon, outlineIcon } from './icons/why401-icons.ts';

const folder = new URL('../manifest/', import.meta.url);
writeFileSync(new URL('color.png', folder), encodePng(192, colorIcon(192)));
writeFileSync(new URL('outline.png', folder), encodePng(32, outlineIcon(32)));
