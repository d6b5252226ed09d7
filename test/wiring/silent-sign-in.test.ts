import { expect, it } from 'vitest';
import type { SignIn } from '../../src/identity/sign-in.ts';
import { createMetrics } from '../../src/metrics/metrics.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import type { MsalSettings } from '../../src/settings.ts';
import { sandboxSignIn } from '../../src/wiring/sandbox-sign-in.ts';
import { type SignInSurroundings, tenantSignIn, type WiredSignIn } from '../../src/wiring/tenant-sign-in.ts';
import { openTestStore } from '../identity/msal/test-store.ts';

const PERSON = { channelId: 'msteams', userId: '29:ada', aadObjectId: null, tenantId: null, name: null };
const CLIENT = '9d1e7b32-4c6f-4f0a-8a41-7b2c5e9f1d03';
const SETTINGS: MsalSettings = {
  way: 'msal',
  clientId: CLIENT,
  tenant: 'common',
  credential: { kind: 'secret', secret: 'made~Up.For_Tests-0123456789abcdefghijkl' },
  publicUrl: 'https://bot.example.com',
  redirectUri: 'https://bot.example.com/auth/callback',
  tokenKeys: [new Uint8Array(32).fill(7)],
  ssoAppId: CLIENT,
};

async function around(work: (surroundings: SignInSurroundings) => Promise<void>): Promise<void> {
  const store = openTestStore();
  try {
    await work({ store, now: Date.now, metrics: createMetrics({ version: '1', process: false }) });
  } finally {
    await store.close();
  }
}

/** As the bot gets it, with everything that is wrapped around it. */
function signInOf({ wiring }: WiredSignIn): SignIn {
  if (typeof wiring.by === 'function') throw new Error('Not by MSAL');
  return wiring.by;
}

it('at a tenant, Teams may sign in silently where the identifier URI is set, and only there', () =>
  around(async (surroundings) => {
    const uri = `api://botid-${CLIENT}`;
    const withUri = signInOf(await tenantSignIn({ ...SETTINGS, appIdUri: uri }, surroundings));
    expect(await withUri.invite(PERSON)).toMatchObject({
      connectionName: withUri.connectionName,
      tokenExchangeResource: { id: expect.stringMatching(/./), uri },
    });
    const without = signInOf(await tenantSignIn(SETTINGS, surroundings));
    expect(await without.invite(PERSON)).not.toHaveProperty('tokenExchangeResource');
  }));

it('at the sandbox, the identifier URI is the one of its world', () =>
  around(async (surroundings) => {
    const sandbox = await startSandbox({ port: 0 });
    try {
      const settings = { port: 0, signIn: 'msal', tokenKeys: [] } as const;
      const signIn = signInOf(await sandboxSignIn(settings, sandbox, 'http://localhost:3978', surroundings));
      const { connection } = sandbox.world;
      const resource = { uri: connection.tokenExchangeUrl };
      expect(await signIn.invite(PERSON)).toMatchObject({ tokenExchangeResource: resource });
      connection.tokenExchangeUrl = '';
      expect(await signIn.invite(PERSON)).not.toHaveProperty('tokenExchangeResource');
    } finally {
      await sandbox.close();
    }
  }));
