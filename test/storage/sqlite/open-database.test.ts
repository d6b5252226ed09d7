import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MIGRATIONS } from '../../../src/storage/sqlite/migrations.ts';
import { openDatabase } from '../../../src/storage/sqlite/open-database.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/sqlite-store.ts';
import { StoreUnavailableError } from '../../../src/storage/store-unavailable-error.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'why401-database-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('opens with a write-ahead log and the newest schema', () => {
  const database = openDatabase(join(folder, 'why401.db'));
  expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
  expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 1 });
  expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: MIGRATIONS.length });
  database.close();
});

test('brings a file of the first release up to date and keeps what is in it', async () => {
  const file = join(folder, 'first.db');
  const first = new DatabaseSync(file);
  first.exec(MIGRATIONS[0]!);
  first.exec(`
    PRAGMA user_version = 1;
    INSERT INTO bot_state VALUES ('a', 'tag-1', '{"n":1}');
    INSERT INTO seen_activity VALUES ('k', 1);
    INSERT INTO feedback VALUES ('d', 'by', 'cause', 'certain', 'fixed', 7);
    INSERT INTO evidence_memory VALUES ('c', 'p', '1', 5, 100, '{"codes":[1]}');
  `);
  first.close();
  const store = openSqliteStore(file);
  expect(await store.state.read(['a'])).toEqual({ a: { n: 1, eTag: 'tag-1' } });
  expect(await store.seen.claim('k', 2)).toBe(false);
  expect(await store.feedback.list(0)).toMatchObject([{ diagnosisId: 'd', at: 7 }]);
  const entry = { activityId: '1', at: 5, expires: 100, remembered: '{"codes":[1]}' };
  expect(await store.memory.recall({ conversation: 'c', person: 'p' }, 10)).toEqual([entry]);
  const aMinuteAgo = Date.now() - 60_000;
  await store.prune({ now: 10, seenBefore: 0, keptBefore: aMinuteAgo });
  expect(Object.keys(await store.state.read(['a']))).toEqual(['a']);
  await store.close();
});

test('lets an instance of the first release that still runs write on', async () => {
  const file = join(folder, 'mixed.db');
  const store = openSqliteStore(file);
  const old = new DatabaseSync(file);
  old.exec(`
    INSERT INTO bot_state (key, e_tag, document) VALUES ('a', 'tag-1', '{"n":1}')
      ON CONFLICT (key) DO UPDATE SET e_tag = excluded.e_tag, document = excluded.document;
    INSERT OR IGNORE INTO seen_activity (key, at) VALUES ('k', 1);
    INSERT INTO evidence_memory (conversation, person, activity_id, at, expires, remembered) VALUES ('c', 'p', '1', 5, 9, '1')
      ON CONFLICT (conversation, person, activity_id) DO UPDATE SET at = excluded.at;
    DELETE FROM seen_activity WHERE at < 2;
  `);
  old.close();
  await store.prune({ now: 0, seenBefore: 0, keptBefore: Date.now() - 60_000 });
  expect(await store.state.read(['a'])).toEqual({ a: { n: 1, eTag: 'tag-1' } });
  expect(await store.memory.recall({ conversation: 'c', person: 'p' }, 6)).toHaveLength(1);
  await store.close();
});

test.skipIf(process.platform === 'win32')('makes a file that only its owner reads', () => {
  const file = join(folder, 'new', 'why401.db');
  openDatabase(file).close();
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'new')).mode & 0o777).toBe(0o700);
});

test('refuses a file that a newer version wrote, and leaves it as it is', () => {
  const file = join(folder, 'newer.db');
  const newer = new DatabaseSync(file);
  newer.exec('PRAGMA user_version = 999');
  newer.close();
  expect(() => openDatabase(file)).toThrow(/written by a newer why401 \(schema 999/);
  const after = new DatabaseSync(file);
  expect(after.prepare('PRAGMA user_version').get()).toEqual({ user_version: 999 });
  after.close();
});

test('names the setting to change where the file cannot be used', () => {
  const noDatabase = join(folder, 'letter.txt');
  writeFileSync(noDatabase, 'Dear Sam, this is a letter and no database at all.\n'.repeat(40));
  for (const file of [noDatabase, folder, join(noDatabase, 'below-a-file.db')]) {
    expect(() => openDatabase(file)).toThrow(StoreUnavailableError);
    expect(() => openDatabase(file)).toThrow(/set WHY401_DATABASE_FILE/);
  }
});
