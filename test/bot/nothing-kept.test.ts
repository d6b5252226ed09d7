import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { understand } from '../../src/calendar/understand.ts';
import { diagnoseAndRemember } from '../../src/diagnosis/diagnose.ts';
import { openSqliteStore } from '../../src/storage/sqlite/sqlite-store.ts';
import { type BotUnderTest, inGroup, startBotUnderTest } from './bot-under-test.ts';
import { BERLIN, startEventBot } from './events/event-bot.ts';
import type { InMemoryStore } from './in-memory-store.ts';
import { BEN, inDesk, startDeskBot } from './triage/desk-bot.ts';

/** Credentials of a real form, all invented; each is unlike any word. */
const SECRET = 'Kq28Q~vT3mZxW0pLr7Ys5NbHd1Gc9JfUeAoSiXwE';
const SIGNATURE = Buffer.from('a signature that is long enough to be one').toString('base64url');
const part = (claims: object): string => Buffer.from(JSON.stringify(claims)).toString('base64url');
const TOKEN = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ aud: 'https://graph.microsoft.com', scp: 'User.Read', exp: 1_800_000_000 })}.${SIGNATURE}`;
const PASTE = [
  'POST https://graph.microsoft.com/v1.0/me/events',
  `Authorization: Bearer ${TOKEN}`,
  '',
  'HTTP/1.1 403 Forbidden',
  '{"error":{"code":"ErrorAccessDenied","message":"Access is denied. Check credentials and try again."}}',
  `client_secret=${SECRET}`,
].join('\n');

let folder: string;
let store: InMemoryStore;
let bot: BotUnderTest | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'why401-kept-'));
  store = { ...openSqliteStore(join(folder, 'why401.db')), given: [] };
});
afterEach(async () => {
  await bot?.settled();
  await bot?.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

/** Every byte that the store has written: the database and its log. */
function kept(): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('');
}

function expectNoSecret(): void {
  const bytes = kept();
  expect([SECRET, SIGNATURE].filter((secret) => bytes.includes(secret))).toEqual([]);
}

describe('of what is pasted the store keeps no credential', () => {
  it('in a personal chat and in a group', async () => {
    bot = await startBotUnderTest({ store, diagnose: diagnoseAndRemember });
    await bot.say(PASTE);
    await bot.post({ text: PASTE, ...inGroup() });
    await bot.say(`my token is ${TOKEN}`, { type: 'messageUpdate', id: 'activity-1' });
    // What it read of the paste is there, or the check would be empty.
    expect(kept()).toContain('ErrorAccessDenied');
    expectNoSecret();
  });

  it('in a helpdesk, where an excerpt is kept', async () => {
    bot = await startDeskBot({ store });
    await bot.post({ text: PASTE, ...inDesk(BEN, 'm1') });
    await bot.settled();
    expect(kept()).toContain('ErrorAccessDenied');
    expectNoSecret();
  });

  it('in a draft of an event, whose words wait for an answer', async () => {
    bot = await startEventBot({ store, understand });
    const said = (text: string): Promise<string> =>
      (bot as Awaited<ReturnType<typeof startEventBot>>).words(text, BERLIN);
    expect(await said('book tomorrow 3pm')).toMatch(/what|title|called/i);
    expect(await said(`rotate the secret ${SECRET}`)).toContain('live credential');
    await said('planning of the rollout');
    expect(kept()).toContain('of the rollout');
    expectNoSecret();
  });
});
