import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ERROR_PAGE, FINE, NOISE, recordingOf, WRONG_AUDIENCE, WRONG_SECRET } from '../har/recording.ts';
import { chromiumPath, sharedBrowser } from './chromium.ts';
import { type LocalService, startLocalService } from './local-service.ts';
import { CHANNEL_WELCOME, picture, SCREENSHOTS } from './playground-page.ts';
import { leavePlaygroundTab, playgroundTab } from './playground-tab.ts';
import { tellWhatWasSeen } from './tell-what-was-seen.ts';

const REPORT = 'since noon we get AADSTS7000215: Invalid client secret provided.';
const ERROR_TEXT =
  "AADSTS50011: The redirect URI 'https://app.contoso.com/callback' specified in the request does not match the redirect URIs configured for the application '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal.";

describe.skipIf(chromiumPath === undefined)('diagnosis from any message, in the browser', () => {
  let service: LocalService;
  let tab: Page | undefined;
  let sandbox: Page | undefined;

  beforeAll(async () => {
    mkdirSync(SCREENSHOTS, { recursive: true });
    service = await startLocalService();
    tab = await playgroundTab();
  });

  afterAll(async () => {
    await leavePlaygroundTab();
    await service?.stop();
  });
  tellWhatWasSeen(
    () => [tab, sandbox],
    () => service?.output() ?? '',
  );

  describe('a message in the General channel of the Playground', () => {
    let page: Page;
    const dialog = () => page.locator('[role=dialog]').last();

    beforeAll(async () => {
      page = await playgroundTab();
      await page.goto(service.chat);
      const boxes = page.locator('div[role=textbox][contenteditable=true]');
      await boxes.last().waitFor();
      await page.getByTitle('Hide log panel').click();
      await page.getByRole('treeitem', { name: 'General' }).click();
      // It would stand above the report, and what is being typed would be lost.
      await page.getByText(CHANNEL_WELCOME).waitFor();
      await boxes.first().click();
      await page.keyboard.insertText(REPORT);
      await page.keyboard.press('Enter');
      await page.getByText(REPORT).waitFor();
    });

    it('is diagnosed in a dialog', async () => {
      // The newest post stands on top; the first such button is that of its message.
      await page.getByRole('button', { name: 'Show more information' }).first().click();
      await page.getByText('Action Command').last().click();
      await page.getByPlaceholder(/Input command id/).fill('why401');
      await page.getByRole('button', { name: 'Create' }).click();
      await dialog().getByText('sent a client secret that is none of its own').waitFor({ timeout: 10_000 });
      await dialog().getByText('AADSTS7000215: Invalid client secret provided.').first().waitFor();
      await picture(page, 'extension-1-dialog');
      await dialog().getByRole('button', { name: 'Full explanation' }).click();
      await dialog().getByText('Codes in your text').waitFor();
      await picture(page, 'extension-2-explanation');
    });

    it('and the diagnosis is posted to its thread', async () => {
      await dialog().getByRole('button', { name: 'Post to the thread' }).click();
      await dialog().getByText('The diagnosis now stands in the thread.').waitFor({ timeout: 10_000 });
      await dialog().getByRole('button', { name: 'Close' }).click();
      await page.getByText(/^Ada Winter asked me about/).waitFor();
      await picture(page, 'extension-3-posted');
    });
  });

  it('a root cause is found by a word, and its page goes into the message', async () => {
    const page = await playgroundTab();
    await page.goto(service.chat);
    await page.locator('div[role=textbox][contenteditable=true]').last().waitFor();
    await page.getByTitle('Hide log panel').click();
    await page.getByRole('button', { name: 'Trigger Message Extension App' }).last().click();
    await page.getByText('Search Command').click();
    await page.getByPlaceholder('Enter a search term').fill('redirect');
    await page.getByText(/^redirect-uri-mismatch/).waitFor({ timeout: 10_000 });
    await picture(page, 'extension-8-search');
    await page.getByText(/^redirect-uri-mismatch/).click();
    await page.getByText('How it shows').waitFor();
    await picture(page, 'extension-9-inserted');
  });

  describe('files and pictures through the page of the sandbox', () => {
    let page: Page;

    beforeAll(async () => {
      const browser = await sharedBrowser();
      page = await browser.newPage({ viewport: { width: 1340, height: 1100 } });
      sandbox = page;
      await page.goto(service.sandbox);
      await page.locator('#person option').first().waitFor({ state: 'attached' });
    });
    afterAll(() => page?.close());

    const attach = (name: string, mimeType: string, buffer: Buffer): Promise<void> =>
      page.locator('#compose input[type=file]').setInputFiles({ name, mimeType, buffer });
    const send = (): Promise<void> => page.getByRole('button', { name: 'Send', exact: true }).click();
    const messages = () => page.locator('#messages');

    it('a recording of calls shows each failed call', async () => {
      const har = recordingOf([...NOISE, ...FINE, WRONG_AUDIENCE, WRONG_SECRET, ERROR_PAGE]);
      await attach('report.har', 'application/json', Buffer.from(har));
      await page.locator('.attached li').waitFor();
      await send();
      await messages().getByText('5 of the 8 calls in report.har failed.').waitFor({ timeout: 15_000 });
      await messages().getByText('GET graph.microsoft.com/v1.0/me/events?… → 401').waitFor();
      await messages().getByText('report.har holds live credentials').waitFor();
      await picture(page, 'extension-4-har');
      await messages().getByRole('button', { name: 'What to do' }).first().click();
      await picture(page, 'extension-5-har-steps');
    });

    it('a picture of an error page is read', async () => {
      const browser = await sharedBrowser();
      const drawn = await browser.newPage({ viewport: { width: 700, height: 320 }, deviceScaleFactor: 2 });
      await drawn.setContent(
        `<body style="font: 16px/1.4 'Segoe UI', 'DejaVu Sans', sans-serif; padding: 30px; background: #fff; color: #1b1b1b"><h2>Sign in</h2><p>Sorry, but we’re having trouble signing you in.</p><p>${ERROR_TEXT}</p></body>`,
      );
      const png = await drawn.screenshot();
      await drawn.close();
      await attach('Screenshot.png', 'image/png', png);
      await send();
      await messages().getByText('I read this in your picture').waitFor({ timeout: 40_000 });
      const words = await messages().textContent();
      expect(words).toContain('is not registered');
      await picture(page, 'extension-6-picture');
    });

    it('a file that is no text is refused in words', async () => {
      await attach('logs.zip', 'application/zip', Buffer.from('PK'));
      await send();
      await messages().getByText('I read text, and logs.zip is something else').waitFor({ timeout: 15_000 });
    });

    it('a file in the group chat: says how', async () => {
      await page.getByRole('button', { name: 'Group chat' }).click();
      await attach('app.log', 'text/plain', Buffer.from('AADSTS50011'));
      await send();
      await messages()
        .getByText('I was not given that file: Teams gives me files in our personal chat only.')
        .waitFor({ timeout: 15_000 });
      await picture(page, 'extension-7-group');
    });
  });
});
