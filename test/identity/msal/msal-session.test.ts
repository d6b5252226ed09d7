import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import type { MsalApp } from '../../../src/identity/msal/msal-app.ts';
import { msalSession } from '../../../src/identity/msal/msal-session.ts';
import type { Invitation, TokenAnswer } from '../../../src/identity/sign-in.ts';
import { diagnoseRefusal } from '../../../src/refusals/diagnose-refusal.ts';
import { createMsalFixture, type MsalFixture } from './msal-fixture.ts';

const open: MsalFixture[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((fixture) => fixture.dispose()));
});

async function fixtureOf(): Promise<MsalFixture> {
  const fixture = await createMsalFixture();
  open.push(fixture);
  return fixture;
}

const causeOf = (answer: TokenAnswer): string =>
  answer.kind === 'token' || answer.refusal === undefined
    ? answer.kind
    : diagnoseRefusal(answer.refusal, { now: Date.now() }).cause;

async function signedIn(fixture: MsalFixture): Promise<void> {
  const { person, account } = fixture.asPerson(0);
  await fixture.signIn.exchange(person, await fixture.assertionFor(account));
}

/** MSAL throws from its constructor for what follows; the person is told of it like of any other refusal. */
describe('an app without a secret', () => {
  test('is refused as such: token, renewal, exchange', async () => {
    const fixture = await fixtureOf();
    const { person, account } = fixture.asPerson(0);
    await signedIn(fixture);
    const assertion = await fixture.assertionFor(account);
    fixture.sandbox.world.connection.clientSecret = '';
    for (const answer of [
      await fixture.signIn.token(person),
      await fixture.signIn.token(person, { refresh: true }),
      await fixture.signIn.exchange(person, assertion),
    ]) {
      expect([answer.kind, causeOf(answer)]).toEqual(['refused', 'client-credential-missing']);
    }
  });

  test('is explained on the page of the sign-in, at its beginning and at its end', async () => {
    const fixture = await fixtureOf();
    const { person, account } = fixture.asPerson(0);
    const { world } = fixture.sandbox;
    const { signInLink } = (await fixture.signIn.invite(person)) as Invitation;
    const secret = world.connection.clientSecret;
    world.connection.clientSecret = '';
    const page = await (await fetch(signInLink)).text();
    expect(page).toContain('neither a client secret nor a certificate');
    world.connection.clientSecret = secret;
    expect(await fixture.completeAtPage(signInLink, account)).toMatch(/^\d{6}$/);
  });

  test('at the callback is a refusal too', async () => {
    const fixture = await fixtureOf();
    const app = appOf({ proof: { kind: 'secret', secret: '' } });
    const session = msalSession(app, `${fixture.sandbox.origin}/entra`, fixture.now);
    const answer = await session.redeemCode({ scopes: app.scopes, code: 'c', verifier: 'v', nonce: 'n' });
    expect(answer).toMatchObject({ kind: 'denied', meaning: { kind: 'refused' } });
  });
});

describe('a refusal of the token endpoint', () => {
  test('says which grant was asked for, by which app and with which scopes', async () => {
    const fixture = await fixtureOf();
    const { person, account } = fixture.asPerson(0);
    await signedIn(fixture);
    const { world, origin } = fixture.sandbox;
    const assertion = await fixture.assertionFor(account);
    for (const app of world.apps) app.secrets.length = 0;
    const scopes = ['https://graph.microsoft.com/User.Read'];
    const app = appOf({ clientId: world.connection.clientId });
    const session = msalSession(app, `${origin}/entra`, fixture.now);
    const code = await session.redeemCode({ scopes, code: '1.Acode', verifier: 'v'.repeat(43), nonce: 'n' });
    const renewal = await fixture.signIn.token(person, { refresh: true });
    const exchange = await fixture.signIn.exchange(person, assertion);
    const asked = [code, renewal, exchange].map((answer) =>
      'refusal' in answer ? answer.refusal?.request : undefined,
    );
    expect(asked.map((request) => request?.grantType)).toEqual([
      'authorization_code',
      'refresh_token',
      'urn:ietf:params:oauth:grant-type:jwt-bearer',
    ]);
    for (const request of asked) {
      expect(request?.clientId).toBe(world.connection.clientId);
      expect(request?.scopes).toContain('offline_access');
    }
    expect(JSON.stringify([code, renewal, exchange])).not.toContain(assertion.split('.')[1]);
  });
});

describe('what MSAL cannot work with', () => {
  test.each<[string, Partial<MsalApp>]>([
    ['a tenant that is no part of an address', { tenant: '../..?' }],
    ['a private key that is none', { proof: { kind: 'certificate', thumbprintSha256: 'ab', privateKey: 'none' } }],
    ['no client id', { clientId: '' }],
  ])('%s is a refusal and no crash', async (_what, changes) => {
    const fixture = await fixtureOf();
    await signedIn(fixture);
    const other = await fixture.another({ app: () => appOf(changes) });
    const answer = await other.token(fixture.asPerson(0).person, { refresh: true });
    expect(answer.kind).not.toBe('token');
    expect(answer).toHaveProperty('refusal');
  });

  test.each(['', '{', 'null', '[]', '{"Account":7}'])('the cache %j: the person signs in anew', async (cache) => {
    const fixture = await fixtureOf();
    const session = msalSession(appOf({}), `${fixture.sandbox.origin}/entra`, fixture.now);
    const grant = { id: 'g', cache, renewed: 0 };
    const answer = await session.renew({ grant, scopes: ['https://graph.microsoft.com/User.Read'], force: false });
    expect(answer).toMatchObject({ kind: 'denied', meaning: { kind: 'sign-in-needed', reason: 'expired' } });
    if (answer.kind !== 'denied') return;
    expect(diagnoseRefusal(answer.refusal, { now: Date.now() }).cause).toBe('token-cache-miss');
  });
});

function appOf(changes: Partial<MsalApp>): MsalApp {
  return {
    clientId: '9d1e7b32-4c6f-4f0a-8a41-7b2c5e9f1d03',
    tenant: 'common',
    proof: { kind: 'secret', secret: randomBytes(20).toString('base64url') },
    scopes: ['https://graph.microsoft.com/User.Read'],
    redirectUri: 'http://localhost:3978/auth/callback',
    ...changes,
  };
}
