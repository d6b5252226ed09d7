import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll } from 'vitest';
import { type LocalService, startLocalService } from './local-service.ts';
import { PlaygroundPage, SCREENSHOTS } from './playground-page.ts';
import { leavePlaygroundTab } from './playground-tab.ts';
import { tellWhatWasSeen } from './tell-what-was-seen.ts';

/** Runs the tests of a `describe` in the Playground, beside one service of their own. */
export function inPlayground(
  opened: (chat: PlaygroundPage) => void,
  settings: Readonly<Record<string, string>> = {},
): void {
  let service: LocalService | undefined;
  let chat: PlaygroundPage | undefined;
  beforeAll(async () => {
    mkdirSync(SCREENSHOTS, { recursive: true });
    service = await startLocalService(settings);
    chat = await PlaygroundPage.open(service);
    opened(chat);
  });
  afterAll(async () => {
    await leavePlaygroundTab();
    await service?.stop();
  });
  tellWhatWasSeen(
    () => chat?.pages() ?? [],
    () => service?.output() ?? '',
  );
}
