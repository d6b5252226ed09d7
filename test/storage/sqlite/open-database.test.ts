import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MIGRATIONS } from '../../../src/storage/sqlite/migrations.ts';
import { openDatabase } from '../../../src/storage/sqlite/open-database.ts';
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

test('two processes may open a new file at once', async () => {
  const file = join(folder, 'shared.db');
  const module = new URL('../../../src/storage/sqlite/sqlite-store.ts', import.meta.url).href;
  const script = `
    const { openSqliteStore } = await import(${JSON.stringify(module)});
    const store = openSqliteStore(${JSON.stringify(file)});
    let claimed = 0;
    for (let n = 0; n < 200; n += 1) if (await store.seen.claim('activity-' + n, 1)) claimed += 1;
    await store.close();
    console.log(claimed);`;
  const run = () => promisify(execFile)(process.execPath, ['--no-warnings', '--input-type=module', '--eval', script]);
  const outputs = await Promise.all([run(), run()]);
  const total = outputs.reduce((sum, { stdout }) => sum + Number(stdout), 0);
  expect(total).toBe(200);
}, 20_000);
