import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Debian's Chromium, or the one that WHY401_CHROMIUM names. Nothing is downloaded. */
const PLACES = [
  process.env.WHY401_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

export const chromiumPath = PLACES.find((place) => place !== undefined && place !== '' && existsSync(place));

/** CI installs Chromium: there a test may not be skipped for want of it. */
if (chromiumPath === undefined) {
  const words = 'Chromium is not installed (apt-get install -y chromium, or set WHY401_CHROMIUM)';
  if (process.env.CI) throw new Error(words);
  console.warn(`The browser tests are skipped: ${words}`);
}

let shared: Promise<Browser> | undefined;

/** The one browser of this process, for all files that run in it. It ends with the process; whoever opens pages closes them. */
export function sharedBrowser(): Promise<Browser> {
  shared ??= openBrowser();
  return shared;
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath!,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
