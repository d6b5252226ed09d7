import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../../src/storage/sqlite/sqlite-store.ts';
import type { Store } from '../../../src/storage/store.ts';
import { describeStore, type StoreFixture } from '../../contract/store.contract.ts';

async function onFile(): Promise<StoreFixture> {
  const folder = mkdtempSync(join(tmpdir(), 'why401-store-'));
  const opened: Store[] = [];
  return {
    async open() {
      const store = openSqliteStore(join(folder, 'deeper', 'why401.db'));
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
  const store = openSqliteStore(':memory:');
  return { open: async () => store, dispose: () => store.close() };
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

test('leaves nothing of what was forgotten in its file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'why401-store-'));
  try {
    const store = openSqliteStore(join(folder, 'why401.db'));
    const owner = { conversation: 'c', person: 'p' };
    const remembered = { host: 'only-in-this-paste.example' };
    await store.memory.keep(owner, { activityId: '1', at: 0, expires: 1, remembered });
    await store.memory.forget(owner);
    await store.close();
    const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
    expect(bytes.join('')).not.toContain('only-in-this-paste');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
