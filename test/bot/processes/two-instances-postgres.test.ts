import { afterAll, beforeAll, describe } from 'vitest';
import { openPostgresStore } from '../../../src/storage/postgres/postgres-store.ts';
import { describeTwoInstances } from '../../contract/two-instances.contract.ts';
import { describeTwoMsalInstances } from '../../contract/two-msal-instances.contract.ts';
import { type PostgresServer, postgresBin, startPostgres } from '../../storage/postgres/postgres-server.ts';

describe.skipIf(postgresBin === undefined)('with a real PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.dispose());

  const share = async () => {
    const url = await server.newUrl();
    const stores = [await openPostgresStore(url), await openPostgresStore(url)] as const;
    return {
      stores,
      async dispose() {
        for (const store of stores) await store.close();
      },
    };
  };
  describeTwoInstances('PostgreSQL', share);
  describeTwoMsalInstances('PostgreSQL', share);
});
