import type { Browser } from 'playwright-core';
import type { Look, PlannedPicture, Theme } from './chosen-pastes.ts';
import { errorPage } from './looks/error-page.ts';
import { jsonViewer } from './looks/json-viewer.ts';
import { terminal } from './looks/terminal.ts';

const PAGES: Readonly<Record<Look, (paste: string, theme: Theme) => string>> = {
  'error page': errorPage,
  terminal,
  'JSON viewer': jsonViewer,
};

/** A window as people have it on a laptop. What does not fit is not in the picture. */
const WINDOW = { width: 1_000, height: 720 } as const;

/** The picture as PNG, drawn by a browser without a screen. */
export async function drawPicture(browser: Browser, { line, look, theme, scale }: PlannedPicture): Promise<Uint8Array> {
  const context = await browser.newContext({ viewport: WINDOW, deviceScaleFactor: scale, javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.setContent(PAGES[look](line.paste, theme));
    return await page.screenshot({ type: 'png' });
  } finally {
    await context.close();
  }
}
