import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, openBrowser } from './chromium.ts';
import { type LocalService, startLocalService } from './local-service.ts';
import { PlaygroundPage, SCREENSHOTS } from './playground-page.ts';
import { signInAs } from './sign-in-tab.ts';

const MADE = 'In your calendar.';

describe.skipIf(chromiumPath === undefined)('a person who makes events', () => {
  let service: LocalService;
  let browser: Browser;
  let chat: PlaygroundPage;

  beforeAll(async () => {
    mkdirSync(SCREENSHOTS, { recursive: true });
    [service, browser] = await Promise.all([startLocalService(), openBrowser()]);
    chat = await PlaygroundPage.open(browser, service);
  });
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  it('signs in first, and the lunch goes on by itself', async () => {
    await chat.ask('my time zone is Europe/Berlin', 'Noted: your time zone is Europe/Berlin.');
    const draft = await chat.ask('lunch tomorrow at noon', /lunch/i);
    expect(draft).toContain('12:00–13:00, Berlin time, tomorrow');
    await chat.picture('events-01-draft');
    await chat.press('Create');
    await chat.answer('this goes on by itself');
    await chat.picture('events-02-sign-in-first');
    const tab = await chat.openSignIn();
    const code = await signInAs('Ada Winter', tab, 'events-sign-in');
    await tab.close();
    const made = await chat.ask(code!, MADE);
    expect(made).toContain('12:00–13:00');
    await chat.picture('events-03-made');
  });

  it('moves it, undoes it, and sees the day', async () => {
    await chat.press('30 min later');
    await chat.answer('12:30–13:30');
    await chat.picture('events-04-moved');
    expect(await chat.ask('tomorrow', /lunch/i)).toContain('12:30–13:30');
    await chat.picture('events-05-tomorrow');
    await chat.press('Undo');
    await chat.answer('Undone: it is out of your calendar.');
    expect(await chat.ask('tomorrow', 'Tomorrow,')).toContain('Nothing is in your calendar tomorrow.');
  });

  it('changes a draft in the card', async () => {
    await chat.ask('review tomorrow at 10:00', /review/i);
    await chat.press('Change');
    await chat.picture('events-06-change');
    await chat.fill('Title', 'Quarterly review');
    await chat.press('Create');
    await chat.answer(MADE);
    expect(await chat.ask('tomorrow', 'Quarterly review')).toContain('10:00–11:00');
    await chat.picture('events-07-changed');
  });

  it.each([
    ['mailbox-unavailable', /no usable Exchange Online mailbox/i],
    ['throttled', /too many requests/i],
    ['service-outage', /failed by itself|unavailable/i],
  ])('reads why nothing was made: %s', async (fault, says) => {
    await chat.ask(`break ${fault}`, 'Broken:');
    await chat.ask('planning tomorrow at 16:00', /planning/i);
    await chat.pressFor('Create', says);
    await chat.picture(`events-08-${fault}`);
    await chat.ask('repair', 'Repaired:');
  });
});
