/**
 * Draws the pictures in samples/ with Chromium: `node test/pictures/draw-samples.ts`. They are committed, so that the
 * tests read pictures where no browser is; run it again only to change what they show.
 */
import { writeFileSync } from 'node:fs';
import { Jimp } from 'jimp';
import { openBrowser } from '../e2e/chromium.ts';

const SAMPLES = new URL('./samples/', import.meta.url);
const WORDS = [
  'AADSTS7000222: The provided client secret keys for app',
  "'6731de76-14a6-49ae-97bc-6eba6914391e' are expired. Visit the",
  'Azure portal to create new keys for your app.',
];
const WINDOW = { width: 480, height: 84 } as const;

const page = (ground: string, letters: string): string =>
  `<body style="margin:10px;background:${ground};color:${letters};font:15px/20px 'Liberation Sans',sans-serif">${WORDS.join('<br>')}</body>`;

const browser = await openBrowser();
const tab = await (await browser.newContext({ viewport: WINDOW })).newPage();
await tab.setContent(page('#ffffff', '#1b1b1b'));
const light = await tab.screenshot();
writeFileSync(new URL('light.png', SAMPLES), light);
await tab.setContent(page('#0c0c0c', '#f14c4c'));
writeFileSync(new URL('dark-red.png', SAMPLES), await tab.screenshot());
// Runs in the browser, whose types this project does not have.
const DRAWN_AGAIN = `(async () => {
  const image = new Image();
  image.src = 'data:image/png;base64,${light.toString('base64')}';
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d').drawImage(image, 0, 0);
  return [canvas.toDataURL('image/jpeg', 0.7), canvas.toDataURL('image/webp', 0.7)];
})()`;
const encoded: string[] = await tab.evaluate(DRAWN_AGAIN);
for (const [index, name] of ['light.jpg', 'light.webp'].entries()) {
  writeFileSync(new URL(name, SAMPLES), Buffer.from(encoded[index]!.split(',')[1]!, 'base64'));
}
await browser.close();
writeFileSync(new URL('light.gif', SAMPLES), await (await Jimp.fromBuffer(light)).getBuffer('image/gif'));
