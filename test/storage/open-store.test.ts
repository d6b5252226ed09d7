import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../src/storage/open-store.ts';
import { StoreUnavailableError } from '../../src/storage/store-unavailable-error.ts';

test('opens the SQLite file where no PostgreSQL is named', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'why401-open-'));
  for (const databaseUrl of [undefined, null, '']) {
    const store = await openStore({ databaseUrl, databaseFile: join(folder, 'why401.db') });
    await store.ping();
    await store.close();
  }
  expect(readdirSync(folder)).toEqual(['why401.db']);
  rmSync(folder, { recursive: true, force: true });
});

test('opens PostgreSQL where one is named, and then never the file', async () => {
  const opening = openStore({
    databaseUrl: 'postgres://sam:secret@127.0.0.1:1/why401',
    databaseFile: '/nowhere/why401.db',
  });
  await expect(opening).rejects.toBeInstanceOf(StoreUnavailableError);
  await expect(opening).rejects.toThrow('The database 127.0.0.1:1/why401 does not answer (ECONNREFUSED)');
});
