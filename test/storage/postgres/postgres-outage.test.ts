import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPostgresStore } from '../../../src/storage/postgres/postgres-store.ts';
import type { Store } from '../../../src/storage/store.ts';
import { StoreUnavailableError } from '../../../src/storage/store-unavailable-error.ts';
import { type PostgresServer, postgresBin, startPostgres } from './postgres-server.ts';

describe.skipIf(postgresBin === undefined)('a PostgreSQL that cannot do what is asked', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.dispose());

  /** The error of opening; it must name what to do and nothing secret. */
  async function refusal(url: string, secret = server.password): Promise<StoreUnavailableError> {
    const error = await openPostgresStore(url, { connectMs: 2_000 }).then(
      async (store) => {
        await store.close();
        throw new Error('It opened');
      },
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(StoreUnavailableError);
    for (const shown of [inspect(error, { depth: 9, showHidden: true }), JSON.stringify(error)]) {
      expect(shown).not.toContain(secret);
    }
    return error as StoreUnavailableError;
  }
  const changed = async (change: (url: URL) => void): Promise<string> => {
    const url = new URL(await server.newUrl());
    change(url);
    return url.toString();
  };

  test('names the place and the fix, and never the password', async () => {
    const wrong = 'not-the-password-9d1f';
    const cases: readonly (readonly [string, RegExp])[] = [
      [await changed((url) => (url.password = wrong)), /refuses the sign-in \(28P01\): correct user and password/],
      [await changed((url) => (url.password = '')), /refuses the sign-in: correct user and password/],
      [await changed((url) => (url.pathname = '/nowhere')), /:5432\/nowhere does not exist \(3D000\): make it/],
      [await changed((url) => url.searchParams.set('host', '/nowhere')), /does not answer \(ENOENT\): look whether/],
      [await changed((url) => url.searchParams.set('options', '-c search_path=nowhere')), /\(3F000\): make the schema/],
    ];
    for (const [url, words] of cases) {
      expect((await refusal(url)).message).toMatch(words);
      expect((await refusal(url, wrong)).message).toMatch(/^The database \/?\S+ /);
    }
  });

  test('says that nobody listens', async () => {
    const listener = createServer();
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    const { port } = listener.address() as { port: number };
    await new Promise((resolve) => listener.close(resolve));
    const { message } = await refusal(`postgres://sam:se%26cret@127.0.0.1:${port}/why401`, 'cret');
    expect(message).toMatch(`The database 127.0.0.1:${port}/why401 does not answer (ECONNREFUSED)`);
  });

  test('says that a server takes the connection and answers nothing', async () => {
    const listener = createServer((socket) => socket.resume());
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    const { port } = listener.address() as { port: number };
    const opening = openPostgresStore(`postgres://sam:secret@127.0.0.1:${port}/why401`, { connectMs: 200 });
    await expect(opening).rejects.toThrow(/does not answer: look whether PostgreSQL runs there/);
    await new Promise((resolve) => listener.close(resolve));
  });

  test('takes no address that is none, and does not repeat it', async () => {
    for (const url of ['postgres://sam:pass#word@host/db', 'mysql://sam:pass#word@host/db', 'pass#word']) {
      expect((await refusal(url, 'pass#word')).message).toMatch(
        /^DATABASE_URL is no address of a PostgreSQL database: set it to/,
      );
    }
  });

  test('says which rights are missing; with the tables made by another user it works', async () => {
    const url = await server.newUrl();
    const schema = /instance_\d+/.exec(url)![0];
    const admin = await server.connect();
    await admin.query(`CREATE ROLE ${schema}_guest LOGIN PASSWORD 'guest-password'`);
    await admin.query(`GRANT USAGE ON SCHEMA ${schema} TO ${schema}_guest`);
    const guest = new URL(url);
    guest.username = `${schema}_guest`;
    guest.password = 'guest-password';
    expect((await refusal(guest.toString(), 'guest-password')).message).toMatch(/\(42501\): grant it CREATE and USAGE/);
    await (await openPostgresStore(url)).close();
    expect((await refusal(guest.toString(), 'guest-password')).message).toMatch(/\(42501\)/);
    await admin.query(`GRANT ALL ON ALL TABLES IN SCHEMA ${schema} TO ${schema}_guest`);
    const store = await openPostgresStore(guest.toString());
    expect(await store.seen.claim('k', 1)).toBe(true);
    await store.close();
    await admin.end();
  });

  test('refuses a database that a newer version wrote, and leaves it as it is', async () => {
    const url = await server.newUrl();
    await (await openPostgresStore(url)).close();
    const admin = await server.connect();
    const schema = /instance_\d+/.exec(url)![0];
    await admin.query(`UPDATE ${schema}.why401_schema SET version = 999`);
    expect((await refusal(url)).message).toMatch(/written by a newer why401 \(schema 999/);
    expect((await admin.query(`SELECT version FROM ${schema}.why401_schema`)).rows).toEqual([{ version: 999 }]);
    await admin.end();
  });

  describe('and comes back', () => {
    let store: Store;
    let url: string;
    beforeAll(async () => {
      url = await server.newUrl();
      store = await openPostgresStore(url, { connections: 3, answerMs: 400 });
    });
    afterAll(() => store?.close());

    test('works on after all its connections were ended', async () => {
      const admin = await server.connect();
      for (let round = 0; round < 5; round += 1) {
        await Promise.all(['a', 'b', 'c'].map((key) => store.state.write({ [key]: { round } })));
        await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'why401'");
        expect((await store.state.read(['a'])).a?.round).toBe(round);
        await setTimeout(20);
        expect(await store.seen.claim(`round-${round}`, 1)).toBe(true);
      }
      await admin.end();
    });

    test('keeps within its connections, whatever is asked at once', async () => {
      const admin = await server.connect();
      const asked = Promise.all(Array.from({ length: 60 }, (_, n) => store.seen.claim(`many-${n}`, 1)));
      const { rows } = await admin.query("SELECT pid FROM pg_stat_activity WHERE application_name = 'why401'");
      expect(rows.length).toBeLessThanOrEqual(3);
      expect((await asked).every(Boolean)).toBe(true);
      await admin.end();
    });

    test('ends a statement that waits too long, and works on', async () => {
      const schema = /instance_\d+/.exec(url)![0];
      const admin = await server.connect();
      await admin.query('BEGIN');
      await admin.query(`LOCK TABLE ${schema}.why401_seen_activity`);
      const waiting = store.seen.claim('k', 1);
      await expect(waiting).rejects.toBeInstanceOf(StoreUnavailableError);
      await expect(waiting).rejects.toThrow(/did not answer in time \(57014\): look at its load/);
      await admin.query('COMMIT');
      await admin.end();
      expect(await store.seen.claim('k', 1)).toBe(true);
    });

    test('is not ready while it can only be read', async () => {
      const admin = await server.connect();
      await admin.query("ALTER ROLE why401 SET default_transaction_read_only = 'on'");
      try {
        await server.crash();
        await server.start();
        await expect(store.ping()).rejects.toThrow(/is read-only \(25006\): set DATABASE_URL to the primary server/);
      } finally {
        const writer = await server.connect();
        await writer.query('SET default_transaction_read_only = off');
        await writer.query('ALTER ROLE why401 RESET default_transaction_read_only');
        await writer.end();
        await server.crash();
        await server.start();
      }
      await store.ping();
    });

    test('fails while the server is down, and the next call works when it is up again', async () => {
      await store.grants.write('msteams/sam', 'sealed', null, 1);
      await server.crash();
      // Listened to from the start: which of them fails first is not said.
      const calls = await Promise.allSettled([
        store.ping(),
        store.seen.claim('x', 1),
        store.state.write({ a: { n: 1 }, b: { n: 1 } }),
      ]);
      for (const call of calls)
        expect(call).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailableError) });
      await expect(store.ping()).rejects.toThrow(/does not answer \((?:ENOENT|ECONNREFUSED)\)/);
      await server.start();
      await store.ping();
      expect(await store.seen.claim('x', 1)).toBe(true);
      expect((await store.grants.read('msteams/sam'))?.sealed).toBe('sealed');
    });
  });
});
