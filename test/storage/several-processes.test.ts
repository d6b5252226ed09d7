import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/storage/open-store.ts';
import type { Store } from '../../src/storage/store.ts';
import { everyCase, expectCountsTrue } from '../contract/triage-fixture.ts';
import { type PostgresServer, postgresBin, startPostgres } from './postgres/postgres-server.ts';
import { DESK, readRounds } from './writer-round.ts';

const WRITER = fileURLToPath(new URL('./writer-process.ts', import.meta.url));

interface Writer {
  /** The last round that was acknowledged; `null` before the store is open. */
  last(): number | null;
  until(reached: (last: number | null) => boolean): Promise<void>;
  kill(): Promise<void>;
}

let running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running = [];
});

function startWriter(database: string, name: string): Writer {
  const child = spawn(process.execPath, ['--no-warnings', WRITER, database, name], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const last = (): number | null => {
    const lines = output
      .slice(0, output.lastIndexOf('\n') + 1)
      .trimEnd()
      .split('\n');
    return lines[0] === 'open' ? Number(lines.length === 1 ? 0 : lines.at(-1)) : null;
  };
  return {
    last,
    async until(reached) {
      for (const end = Date.now() + 30_000; !reached(last()); await setTimeout(5)) {
        if (child.exitCode !== null || Date.now() > end)
          throw new Error(`The writer ${name} got no further: ${errors}`);
      }
    },
    async kill() {
      const closed = once(child, 'close');
      child.kill('SIGKILL');
      await closed;
    },
  };
}

function describeProcesses(name: string, newDatabase: () => Promise<string>): void {
  const open = (database: string): Promise<Store> =>
    openStore(
      database.startsWith('postgres:') ? { databaseUrl: database, databaseFile: '' } : { databaseFile: database },
    );

  test(`${name}: several processes make the schema of an empty database at once`, async () => {
    const database = await newDatabase();
    const writers = ['a', 'b', 'c', 'd'].map((one) => startWriter(database, one));
    await Promise.all(writers.map((writer) => writer.until((last) => last !== null && last >= 3)));
    await Promise.all(writers.map((writer) => writer.kill()));
    const store = await open(database);
    for (const [index, one] of ['a', 'b', 'c', 'd'].entries()) {
      const last = writers[index]!.last()!;
      const rounds = Object.values(await readRounds(store, one, last));
      expect(Math.min(...rounds)).toBeGreaterThanOrEqual(last);
    }
    await expectCountsTrue(store, DESK);
    await store.close();
  });

  test(`${name}: kill -9 of a writer loses nothing acknowledged, tears no row and stops nobody else`, async () => {
    const database = await newDatabase();
    const other = startWriter(database, 'other');
    await other.until((last) => last !== null);
    for (let round = 0; round < 6; round += 1) {
      const writer = startWriter(database, `victim-${round}`);
      await writer.until((last) => last !== null && last >= 1);
      await setTimeout(20 + round * 17);
      await writer.kill();
      const last = writer.last()!;
      const store = await open(database);
      const rounds = await readRounds(store, `victim-${round}`, last);
      for (const n of Object.values(rounds)) expect([last, last + 1]).toContain(n);
      await store.close();
      const before = other.last()!;
      await other.until((n) => n !== null && n > before);
    }
    await other.kill();
    const store = await open(database);
    await expectCountsTrue(store, DESK);
    const numbers = (await everyCase(store.triage, DESK)).map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    await store.close();
    if (!database.startsWith('postgres:')) {
      const file = new DatabaseSync(database);
      expect(file.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
      file.close();
    }
  });
}

describe('processes on one SQLite file', () => {
  let folder: string;
  let files = 0;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'why401-processes-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  describeProcesses('SQLite', async () => {
    files += 1;
    return join(folder, `store-${files}.db`);
  });
});

describe.skipIf(postgresBin === undefined)('processes on one PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.dispose());
  describeProcesses('PostgreSQL', () => server.newUrl());
});
