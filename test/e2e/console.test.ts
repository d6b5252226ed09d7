import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPath, sharedBrowser } from './chromium.ts';
import { type ConsoleService, startConsoleService } from './console-service.ts';
import { tellWhatWasSeen } from './tell-what-was-seen.ts';

const SCREENSHOTS = fileURLToPath(new URL('../../screenshots/', import.meta.url));

describe.skipIf(chromiumPath === undefined)('the console of the sandbox', () => {
  let browser: Browser;
  let service: ConsoleService;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    mkdirSync(SCREENSHOTS, { recursive: true });
    browser = await sharedBrowser();
  });
  beforeEach(async () => {
    service = await startConsoleService();
    complaints = [];
  });
  afterEach(async () => {
    await context.close();
    await service.close();
    expect(complaints).toEqual([]);
  });
  tellWhatWasSeen(
    () => context?.pages() ?? [],
    () => [...service.lines, ...complaints].join('\n'),
  );

  async function open(colorScheme: 'light' | 'dark', width = 1500): Promise<void> {
    context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
    page = await context.newPage();
    // Also what the content security policy refused.
    page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
    page.on('pageerror', (error) => void complaints.push(error.message));
    await page.goto(service.sandbox.origin);
    await page.getByText('Everything works', { exact: true }).waitFor();
  }

  async function say(words: string): Promise<void> {
    await page.locator('#text').fill(words);
    await page.locator('#text').press('Enter');
  }

  const lastCard = () => page.locator('.message.bot .card').last();

  async function signIn(): Promise<void> {
    await say('sign in');
    const link = await page.locator('.sign-in a.link').last().getAttribute('href');
    const tab = await context.newPage();
    await tab.goto(link ?? '');
    await tab.locator('button.person').first().click();
    await tab.getByText('Type this code into the chat', { exact: false }).waitFor();
    const code = (await tab.locator('#code').textContent()) ?? '';
    await tab.close();
    await page.locator('.sign-in input').last().fill(code);
    await page.locator('.sign-in form button').last().click();
    await page.getByText('You are signed in.').last().waitFor();
  }

  const shot = (name: string) => page.screenshot({ path: join(SCREENSHOTS, `console-${name}.png`) });

  for (const scheme of ['light', 'dark'] as const) {
    it(`signs somebody in, breaks the secret by its switch, and reads it in the chat (${scheme})`, async () => {
      await open(scheme);
      await signIn();
      await say('check my sign-in');
      await page.getByText('Your sign-in works').or(lastCard().getByText('works')).first().waitFor();
      await page.locator('#search').fill('secret expired');
      await page.locator('.fault[data-cause="client-secret-expired"] .switch').click();
      await page.getByText('Broken: The client secret has expired').waitFor();
      await say('check my sign-in');
      await lastCard().getByText('The client secret of the app').first().waitFor();
      await page.locator('#requests .code', { hasText: 'AADSTS7000222' }).first().waitFor();
      await shot(`secret-${scheme}`);
      await page.locator('#repair').click();
      await page.getByText('Everything works', { exact: true }).waitFor();
      expect(service.sandbox.control.state().faults).toEqual([]);
    });
  }

  it('breaks by a word in the chat, and the switch follows', async () => {
    await open('light');
    await signIn();
    await say('break wrong-audience');
    await page.locator('.fault[data-cause="wrong-audience"] .switch:checked').waitFor();
    await say('check my sign-in');
    await lastCard().getByText('outlook.office.com').first().waitFor();
  });

  it('two people speak in one team channel, each in their own name', async () => {
    await open('dark');
    await page.locator('#places button', { hasText: 'Team channel' }).click();
    await say('help');
    await page.locator('.message.bot').first().waitFor();
    await page.locator('#person').selectOption({ label: 'Ben Okafor' });
    await page.locator('#places button', { hasText: 'Team channel' }).click();
    await page.getByText('Reply in this thread').first().click();
    await say('help');
    await page.locator('.message.bot').nth(1).waitFor();
    expect(await page.locator('.message .who').allInnerTexts()).toEqual([
      expect.stringContaining('Ada Winter'),
      expect.stringContaining('why401'),
      expect.stringContaining('Ben Okafor'),
      expect.stringContaining('why401'),
    ]);
    await shot('team-channel');
  });

  it('keeps what was said where an older answer comes after a newer one', async () => {
    await open('light');
    await say('help');
    await page.locator('.message.bot').first().waitFor();
    const late = Promise.withResolvers<void>();
    const taken = Promise.withResolvers<void>();
    await page.route(
      '**/api/chat?*',
      async (route) => {
        const answer = await route.fetch();
        taken.resolve();
        await late.promise;
        await route.fulfill({ response: answer });
      },
      { times: 1 },
    );
    await taken.promise;
    const sent = page.waitForResponse('**/api/chat/message');
    await say('who am I');
    await sent;
    // The page looks at once after it has sent.
    await page.waitForTimeout(300);
    late.resolve();
    await page.locator('.message.bot').nth(1).waitFor();
    // Longer than the page waits between two looks.
    await page.waitForTimeout(800);
    expect(await page.locator('.message .who').allInnerTexts()).toHaveLength(4);
  });

  it('fits a narrow window', async () => {
    await open('light', 420);
    await say('help');
    await page.locator('.message.bot').first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    await shot('narrow');
  });
});
