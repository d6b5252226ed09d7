import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../../src/storage/sqlite/sqlite-store.ts';
import { describeTwoInstances } from '../../contract/two-instances.contract.ts';
import { describeTwoMsalInstances } from '../../contract/two-msal-instances.contract.ts';

const share = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'why401-'));
  const open = () => openSqliteStore(join(folder, 'store.db'));
  const stores = [open(), open()] as const;
  return {
    stores,
    async dispose() {
      for (const store of stores) await store.close();
      rmSync(folder, { recursive: true });
    },
  };
};

describeTwoInstances('a SQLite file', share);
describeTwoMsalInstances('a SQLite file', share);
