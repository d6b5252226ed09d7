import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../../src/storage/sqlite/sqlite-store.ts';
import type { Store } from '../../../src/storage/store.ts';
import { describeStore } from '../../contract/store.contract.ts';
import type { StoreFixture } from '../../contract/store-fixture.ts';
import { ALONE, report } from '../../contract/triage-fixture.ts';

async function onFile(): Promise<StoreFixture> {
  const folder = mkdtempSync(join(tmpdir(), 'why401-store-'));
  const opened: Store[] = [];
  return {
    async open(now) {
      const store = openSqliteStore(join(folder, 'deeper', 'why401.db'), now);
      opened.push(store);
      return store;
    },
    async dispose() {
      for (const store of opened) await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A store in memory is one connection: its second instance is itself. */
async function inMemory(): Promise<StoreFixture> {
  let clock: (() => number) | undefined;
  const store = openSqliteStore(':memory:', () => (clock ?? Date.now)());
  return {
    async open(now) {
      clock = now;
      return store;
    },
    dispose: () => store.close(),
  };
}

describeStore('SQLite on a file', onFile);
describeStore('SQLite in memory', inMemory);

test('keeps what was written over a restart', async () => {
  const fixture = await onFile();
  try {
    const before = await fixture.open();
    await before.state.write({ a: { n: 1 } });
    await before.close();
    const after = await fixture.open();
    expect((await after.state.read(['a'])).a?.n).toBe(1);
  } finally {
    await fixture.dispose();
  }
});

async function inFolder(body: (folder: string, store: Store) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'why401-store-'));
  const store = openSqliteStore(join(folder, 'why401.db'));
  try {
    await body(folder, store);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

test('is not ready while nothing can be written', () =>
  inFolder(async (folder, store) => {
    const other = new DatabaseSync(join(folder, 'why401.db'));
    other.exec('BEGIN IMMEDIATE');
    await expect(store.ping()).rejects.toThrow('locked');
    other.exec('COMMIT');
    other.close();
    await store.ping();
  }));

function bytesOf(folder: string): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('');
}

test('leaves nothing of what was forgotten in its file', () =>
  inFolder(async (folder, store) => {
    const owner = { conversation: 'c', person: 'p' };
    const remembered = JSON.stringify({ host: 'only-in-this-paste.example' });
    await store.memory.keep(owner, { activityId: '1', at: 0, expires: 1, remembered });
    await store.memory.forget(owner);
    await store.close();
    expect(bytesOf(folder)).not.toContain('only-in-this-paste');
  }));

test('leaves nothing of an erased person in its file and its log, while it stays open', () =>
  inFolder(async (folder, store) => {
    const person = { person: '29:mark-of-sam', personKey: 'msteams/29:mark-of-sam', by: 'mark-of-sam-hashed' };
    const said = { diagnosisId: 'd', cause: 'c', verdict: 'certain', feedback: 'fixed', at: 1, by: person.by } as const;
    store.outbox.enable();
    for (let n = 0; n < 50; n += 1) {
      const text = `mark-of-sam ${'x'.repeat(n * 100)}`;
      await store.state.write({ [`sign-in/${person.personKey}`]: { text }, [`replies/${person.personKey}`]: { text } });
      const owner = { conversation: `msteams/${n}`, person: person.person };
      await store.memory.keep(owner, { activityId: '1', at: 0, expires: 1, remembered: text });
      const version = (await store.grants.read(person.personKey))?.version ?? null;
      await store.grants.write(person.personKey, text, version, 1);
      const signIn = { id: `${n}`, person: person.personKey, sealed: text, sealedGrant: text, attempts: 0, expires: 1 };
      await store.signIns.open(signIn);
      const reporter = { id: person.person, name: 'mark-of-sam' };
      await store.triage.report(report({ reporter, thread: `${n}`, headline: text, content: text }), ALONE);
    }
    await store.feedback.record(said);
    expect(bytesOf(folder)).toContain('mark-of-sam');
    expect(await store.erase(person)).toBe(105);
    expect(bytesOf(folder)).not.toContain('mark-of-sam');
  }));
