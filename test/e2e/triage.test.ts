import { mkdirSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, sharedBrowser } from './chromium.ts';
import { type LocalService, startLocalService } from './local-service.ts';
import { PlaygroundPage, picture, SCREENSHOTS } from './playground-page.ts';
import { leavePlaygroundTab } from './playground-tab.ts';
import { tellWhatWasSeen } from './tell-what-was-seen.ts';

const APP = '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21';
/** One failure in the words of three people. */
const ADA = `our mail sync stopped this morning. The log says: AADSTS7000222: The provided client secret keys for app '${APP}' are expired. Visit the Azure portal to create new keys for your app.`;
const BEN = `nightly export is dead too {"error":"invalid_client","error_description":"AADSTS7000222: The provided client secret keys for app '${APP}' are expired.","error_codes":[7000222]}`;
const CHLOE = `anybody else? msal.exceptions.MsalServiceError: AADSTS7000222: The provided client secret keys for app '${APP}' are expired. Trace ID: 3b0e1d6b-3a7f-4b7b-9c55-2f4a1c886d0e`;

describe.skipIf(chromiumPath === undefined)('a helpdesk in the General channel', () => {
  let service: LocalService | undefined;
  let context: BrowserContext | undefined;
  let chat: PlaygroundPage;
  let sandbox: Page;

  beforeAll(async () => {
    mkdirSync(SCREENSHOTS, { recursive: true });
    service = await startLocalService();
    chat = await PlaygroundPage.open(service);
    await chat.openChannel('Helpdesk - General');
    const browser = await sharedBrowser();
    context = await browser.newContext({ colorScheme: 'dark', viewport: { width: 1500, height: 1000 } });
    sandbox = await context.newPage();
    await sandbox.goto(service.sandbox);
    await sandbox.getByText('Everything works', { exact: true }).waitFor();
  });

  afterAll(async () => {
    await context?.close();
    await leavePlaygroundTab();
    await service?.stop();
  });
  tellWhatWasSeen(
    () => [...(chat?.pages() ?? []), sandbox],
    () => service?.output() ?? '',
  );

  /** Somebody else, by the sandbox's page, in the channel of the Playground. */
  async function speakAs(name: string, text: string, { mention }: { mention: boolean }): Promise<void> {
    await sandbox.locator('#person').selectOption({ label: name });
    await sandbox.locator('#places button', { hasText: 'Helpdesk · General' }).click();
    await sandbox.locator('#mention').setChecked(mention);
    await sandbox.locator('#text').fill(text);
    await sandbox.locator('#text').press('Enter');
  }

  it('has no agent at first, and says how to name one', async () => {
    await chat.say('agents', { mention: true, newPost: true });
    await chat.answer('Nobody is an agent here yet');
    await chat.say('agents add me', { mention: true });
    await chat.answer('Ada Winter is an agent of this channel now');
    await chat.picture('triage-01-agents');
  });

  it('answers a report shortly, in its thread, with a case', async () => {
    await chat.say(ADA, { mention: true, newPost: true });
    await chat.answer(`The client secret of the app ${APP} has expired.`);
    await chat.answer(/^Case 1 · /);
    await chat.picture('triage-02-report');
    await chat.press('Show the fix');
    await chat.answer('What to do');
    await chat.picture('triage-03-fix');
    await chat.press('Helpdesk …');
    await chat.answer('For the helpdesk');
    await chat.picture('triage-04-helpdesk');
  });

  it('makes one incident of the reports of three people', async () => {
    await speakAs('Ben Okafor', BEN, { mention: true });
    await chat.answer(/2 people since \d\d:\d\d UTC, likely app-wide: The client secret has expired/);
    await speakAs('Chloe Tan', CHLOE, { mention: false });
    await chat.answer(/3 people since \d\d:\d\d UTC, likely app-wide: The client secret has expired/);
    await chat.answer('reported by Ada Winter, Ben Okafor and Chloe Tan');
    await chat.answer(/Same as incident 1: 3 people/);
    await chat.picture('triage-05-incident');
    await sandbox
      .getByText(/Same as incident 1: 3 people/)
      .first()
      .waitFor();
    await picture(sandbox, 'triage-06-page-dark');
    await sandbox.emulateMedia({ colorScheme: 'light' });
    await picture(sandbox, 'triage-07-page-light');
  });

  it('is taken by an agent, and by nobody else', async () => {
    // Chloe is no agent; the answer stands below the card on her page.
    const incident = sandbox.locator('.message.bot', { hasText: 'Incident 1 ·' }).last();
    await incident.getByRole('button', { name: 'Take' }).click();
    await sandbox.getByText('Only an agent of this channel may do that').waitFor();
    await chat.pressIn('Incident 1 ·', 'Take');
    await chat.answer('Taken by Ada Winter');
    await sandbox.getByText('Taken by Ada Winter').first().waitFor();
    await chat.picture('triage-08-taken');
  });

  it('shows it on the board', async () => {
    await chat.say('board', { mention: true, newPost: true });
    await chat.answer('open for less than a minute');
    await chat.answer(/3 reports in the last 24 hours/);
    await chat.picture('triage-09-board');
  });

  it('is resolved once for all, and each reporter is told in their thread', async () => {
    await chat.pressIn('Incident 1 ·', 'Resolved');
    await chat.answer(/Incident 1 is resolved by Ada Winter, and your report, case 2, with it/);
    await chat.answer(/Incident 1 is resolved by Ada Winter, and your report, case 3, with it/);
    await chat.picture('triage-10-resolved');
    await chat.say('board', { mention: true, newPost: true });
    await expect.poll(() => chat.cards(), { timeout: 10_000 }).toMatch(/0open incidents/);
    await chat.say('stats 7d', { mention: true });
    await chat.answer('3, of which 0 open and 3 resolved');
    await chat.picture('triage-11-stats');
  });
});
