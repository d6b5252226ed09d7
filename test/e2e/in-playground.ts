import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser } from './chromium.ts';
import { type LocalService, startLocalService } from './local-service.ts';
import { PlaygroundPage, SCREENSHOTS } from './playground-page.ts';
import { tellWhatWasSeen } from './tell-what-was-seen.ts';

/** Runs the tests of a `describe` in the Playground, beside one service of their own. */
export function inPlayground(
  opened: (chat: PlaygroundPage) => void,
  settings: Readonly<Record<string, string>> = {},
): void {
  let service: LocalService | undefined;
  let browser: Browser | undefined;
  let chat: PlaygroundPage | undefined;
  beforeAll(async () => {
    mkdirSync(SCREENSHOTS, { recursive: true });
    [service, browser] = await Promise.all([startLocalService(settings), openBrowser()]);
    chat = await PlaygroundPage.open(browser, service);
    opened(chat);
  });
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });
  tellWhatWasSeen(
    () => chat?.pages() ?? [],
    () => service?.output() ?? '',
  );
}
