import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Activity } from 'botbuilder';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createReplyLedger, type ReplyLedger } from '../../../src/bot/turn/reply-ledger.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/sqlite-store.ts';
import type { Store } from '../../../src/storage/store.ts';

let folder: string;
let stores: readonly Store[];
let ledgers: readonly ReplyLedger[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'why401-ledger-'));
  const file = join(folder, 'why401.db');
  stores = [openSqliteStore(file), openSqliteStore(file)];
  ledgers = stores.map(({ state }) => createReplyLedger(state));
});
afterEach(async () => {
  for (const store of stores) await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const message = (id: string, from = '29:anna'): Activity =>
  ({ id, channelId: 'msteams', from: { id: from }, conversation: { id: 'chat' } }) as Activity;

async function repliesTo(...ids: readonly string[]): Promise<(string | undefined)[]> {
  return Promise.all(ids.map((id) => ledgers[0]!.replyTo(message(id))));
}

describe('which reply answered which message', () => {
  it('two instances that write first lose nothing of each other', async () => {
    const [one, other] = ledgers as [ReplyLedger, ReplyLedger];
    await Promise.all([one.record(message('a'), 'reply-a'), other.record(message('b'), 'reply-b')]);
    expect(await repliesTo('a', 'b')).toEqual(['reply-a', 'reply-b']);
  });

  it('a dozen messages at once over two instances are all kept', async () => {
    const ids = Array.from({ length: 12 }, (_, n) => `m${n}`);
    await Promise.all(ids.map((id, n) => ledgers[n % 2]!.record(message(id), `reply-${id}`)));
    expect(await repliesTo(...ids)).toEqual(ids.map((id) => `reply-${id}`));
  });

  it('a newer reply to the same message takes the place of the older one', async () => {
    await ledgers[0]!.record(message('a'), 'first');
    await ledgers[1]!.record(message('a'), 'second');
    expect(await repliesTo('a')).toEqual(['second']);
  });

  it('dropping one keeps the others, and another person has a ledger of their own', async () => {
    await ledgers[0]!.record(message('a'), 'reply-a');
    await ledgers[0]!.record(message('b'), 'reply-b');
    await ledgers[1]!.drop(message('a'));
    expect(await repliesTo('a', 'b')).toEqual([undefined, 'reply-b']);
    expect(await ledgers[0]!.replyTo(message('b', '29:ben'))).toBeUndefined();
  });

  it('thirty are kept, the oldest goes', async () => {
    for (let n = 0; n <= 30; n += 1) await ledgers[0]!.record(message(`m${n}`), `r${n}`);
    expect(await repliesTo('m0', 'm1', 'm30')).toEqual([undefined, 'r1', 'r30']);
  });
});
