import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../../src/storage/sqlite/sqlite-store.ts';
import { BOT } from '../bot-under-test.ts';
import { BERLIN, buttonsOf, type EventBot, startEventBot } from '../events/event-bot.ts';
import { asAda } from '../sign-in/sandbox-bot.ts';
import type { CreatingTask } from './creating-child.ts';

const CHILD = fileURLToPath(new URL('./creating-child.ts', import.meta.url));
/** Longer than a claim is held. */
const LATER_MS = 30_000;

let folder: string;
let bot: EventBot;
const children: ChildProcess[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'why401-killed-'));
  bot = await startEventBot({ store: { ...openSqliteStore(join(folder, 'store.db')), given: [] } });
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await bot.close();
  await bot.store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Lets another process create the event of the newest card, and kills it where it says the word. */
async function killedAt(word: string): Promise<string> {
  const create = buttonsOf(bot.newestCard()).find(({ title }) => title === 'Create')!;
  const { sandbox, local } = bot.running;
  const task: CreatingTask = {
    file: join(folder, 'store.db'),
    sandbox: sandbox.origin,
    tokenService: local,
    activity: {
      ...asAda(sandbox.world.people[0]!),
      type: 'invoke',
      name: 'adaptiveCard/action',
      id: 'from-the-parent',
      timestamp: new Date().toISOString(),
      serviceUrl: bot.connector.serviceUrl,
      channelId: 'msteams',
      recipient: BOT,
      value: { action: { type: 'Action.Execute', verb: 'x', data: create.data } },
    },
  };
  const child = spawn(process.execPath, [CHILD, JSON.stringify(task)], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (said.includes(word)) child.kill('SIGKILL');
  });
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await new Promise<void>((resolve) => child.once('close', () => resolve()));
  return said;
}

describe('kill -9 in the middle of a creation', () => {
  test.each([
    ['claimed', 0],
    ['sending', null],
    ['answered', 1],
    ['done', 1],
  ])('at «%s»: there is one event in the end', async (word, after) => {
    await bot.words('lunch tomorrow noon', BERLIN);
    expect(await killedAt(word)).toContain(word);
    if (after !== null) expect(bot.events()).toHaveLength(after);
    const soon = await bot.press('Create');
    expect(soon.text).toMatch(word === 'done' ? /In your calendar/ : /I am at it/);
    bot.running.advance(LATER_MS);
    // What every instance does by itself, twice a minute.
    expect(await bot.finishLeft()).toBe(word === 'done' ? 0 : 1);
    expect(bot.events()).toHaveLength(1);
    expect((await bot.press('Create')).text).toContain('In your calendar');
    expect(bot.events()).toHaveLength(1);
  });
});
