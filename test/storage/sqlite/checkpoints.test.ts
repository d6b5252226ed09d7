import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mayCheckpointBeside } from '../../../src/storage/sqlite/checkpoints.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/sqlite-store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'why401-checkpoints-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('carries the log over into the file while turns go on, and closes with all of it in the file', async () => {
  const file = join(folder, 'why401.db');
  const store = openSqliteStore(file);
  const empty = statSync(file).size;
  const claim = (n: number) => store.seen.claim(`activity-${n}-${'x'.repeat(300)}`, 1);
  let claimed = 0;
  for (const until = Date.now() + 5_000; statSync(file).size <= empty * 4 && Date.now() < until; await setTimeout(1)) {
    await Promise.all(Array.from({ length: 50 }, () => claim(claimed++)));
  }
  // Far below the pages at which SQLite would do it by itself, in the middle of a turn.
  expect(statSync(`${file}-wal`).size).toBeLessThan(4_000 * 4_096);
  expect(statSync(file).size).toBeGreaterThan(empty * 4);
  await store.close();
  expect(existsSync(`${file}-wal`)).toBe(false);
  const after = new DatabaseSync(file);
  expect(after.prepare('SELECT count(*) AS n FROM seen_activity').get()).toEqual({ n: claimed });
  after.close();
});

test.each([
  ['3.53.4', true],
  ['3.51.3', true],
  ['3.52.0', true],
  ['3.51.2', false],
  ['3.50.4', false],
  ['3.46.1', false],
  ['', false],
  [undefined, false],
])('SQLite %s may checkpoint beside a writer: %s', (version, may) => {
  expect(mayCheckpointBeside(version)).toBe(may);
});
