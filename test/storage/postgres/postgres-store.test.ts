import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPostgresStore } from '../../../src/storage/postgres/postgres-store.ts';
import type { Store } from '../../../src/storage/store.ts';
import { describeStore } from '../../contract/store.contract.ts';
import type { StoreFixture } from '../../contract/store-fixture.ts';
import { type PostgresServer, postgresBin, startPostgres } from './postgres-server.ts';

describe.skipIf(postgresBin === undefined)('with a real PostgreSQL', () => {
  let server: PostgresServer;
  let url: string;
  beforeAll(async () => {
    server = await startPostgres();
    url = await server.newUrl();
  });
  afterAll(() => server?.dispose());

  /** One schema for all, emptied after each test: making its tables takes longer than most tests. */
  async function onServer(): Promise<StoreFixture> {
    const opened: Store[] = [];
    return {
      async open(now) {
        const store = await openPostgresStore(url, { connections: 4, ...(now && { now }) });
        opened.push(store);
        return store;
      },
      async dispose() {
        for (const store of opened) await store.close();
        await server.empty(url);
      },
    };
  }

  describeStore('PostgreSQL', onServer);

  test('instances that start in the same moment on an empty database all come up', async () => {
    for (let round = 0; round < 5; round += 1) {
      const url = await server.newUrl();
      const stores = await Promise.all(Array.from({ length: 6 }, () => openPostgresStore(url, { connections: 1 })));
      const claims = await Promise.all(stores.map((store) => store.seen.claim('activity', 1)));
      expect(claims.filter(Boolean)).toHaveLength(1);
      await Promise.all(stores.map((store) => store.close()));
    }
  });
});
