import type { Page } from 'playwright-core';
import { sharedBrowser } from './chromium.ts';

let kept: Page | undefined;

/**
 * The tab for the Playground, which has nine megabytes of code: a new tab compiles them for three seconds, and one that has
 * shown them before keeps what it compiled. So the files of a process use one after the other.
 */
export async function playgroundTab(): Promise<Page> {
  if (kept === undefined || kept.isClosed()) {
    const browser = await sharedBrowser();
    // Narrower, the list of chats folds away.
    kept = await browser.newPage({ viewport: { width: 1340, height: 1300 } });
  }
  return kept;
}

/** Leaves the tab as a new one would be: nothing open beside it, nothing kept. Before the service ends that it shows. */
export async function leavePlaygroundTab(): Promise<void> {
  if (kept === undefined || kept.isClosed()) return;
  const context = kept.context();
  for (const page of context.pages()) if (page !== kept) await page.close();
  await kept.evaluate('localStorage.clear(); sessionStorage.clear()');
  // Else it would be the first visitor of the next service at the same address.
  await kept.goto('about:blank');
  await context.clearCookies();
}
