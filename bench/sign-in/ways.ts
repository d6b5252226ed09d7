import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { openSqliteStore } from '../../src/storage/sqlite/sqlite-store.ts';
import type { SignInFixture } from '../../test/contract/sign-in.contract.ts';
import { createMsalFixture } from '../../test/identity/msal/msal-fixture.ts';
import { createTokenServiceFixture } from '../../test/identity/token-service/token-service-fixture.ts';

export type RunningSignIn = SignInFixture & { readonly sandbox: Sandbox };

/** Both ways to sign in, each against a sandbox of its own, as the contract of the port runs them. */
export const WAYS: readonly { readonly name: string; readonly begin: () => Promise<RunningSignIn> }[] = [
  { name: 'token service', begin: createTokenServiceFixture },
  { name: 'MSAL, grants sealed in SQLite', begin: msalOnDisk },
];

/** Grants lie in a file, as in a service: a write costs what it costs there. */
async function msalOnDisk(): Promise<RunningSignIn> {
  const folder = await mkdtemp(join(tmpdir(), 'why401-bench-'));
  const store = openSqliteStore(join(folder, 'why401.db'));
  const fixture = await createMsalFixture({ store });
  return {
    ...fixture,
    async dispose() {
      await fixture.dispose();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
