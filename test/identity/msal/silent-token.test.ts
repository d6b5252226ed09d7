import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterEach, describe, expect, test } from 'vitest';
import type { MsalSignInOptions } from '../../../src/identity/msal/msal-options.ts';
import type { Invitation, SignIn, TokenAnswer } from '../../../src/identity/sign-in.ts';
import { diagnoseRefusal } from '../../../src/refusals/diagnose-refusal.ts';
import { appOfConnection, createMsalFixture, type MsalFixture } from './msal-fixture.ts';

const open: MsalFixture[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((fixture) => fixture.dispose()));
});

async function signedIn(options: Partial<MsalSignInOptions> = {}): Promise<MsalFixture> {
  const fixture = await createMsalFixture(options);
  open.push(fixture);
  await signIn(fixture);
  return fixture;
}

async function signIn(fixture: MsalFixture, request = {}, by: SignIn = fixture.signIn): Promise<void> {
  const { person, account } = fixture.asPerson(0);
  const { signInLink } = (await by.invite(person, request)) as Invitation;
  const answer = await by.redeem(person, await fixture.completeAtPage(signInLink, account));
  if (answer.kind !== 'signed-in') throw new Error(answer.kind);
}

const causeOf = (answer: TokenAnswer): string =>
  answer.kind === 'token' || answer.refusal === undefined
    ? answer.kind
    : diagnoseRefusal(answer.refusal, { now: Date.now() }).cause;
const keyOfRow = async ({ store }: MsalFixture): Promise<string | undefined> =>
  decodeProtectedHeader((await store.grants.read('msteams/29:0'))?.sealed ?? '').kid;
const renewals = ({ sandbox }: MsalFixture): number =>
  sandbox.recent.list().filter(({ path }) => path.includes('/oauth2/v2.0/token')).length;

describe('a token without asking the person', () => {
  test('is renewed once for ten who ask at once', async () => {
    const fixture = await signedIn();
    const before = renewals(fixture);
    const { person } = fixture.asPerson(0);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => fixture.signIn.token(person, { refresh: true })),
    );
    expect(
      new Set(answers.map((answer) => (answer.kind === 'token' ? answer.token.accessToken : answer.kind))).size,
    ).toBe(1);
    await expect.poll(() => renewals(fixture) - before).toBe(1);
  });

  test('two instances that renew at once both get one, and both can go on', async () => {
    const fixture = await signedIn();
    const other = await fixture.another();
    const { person } = fixture.asPerson(0);
    for (let round = 0; round < 3; round += 1) {
      const answers = await Promise.all([fixture.signIn, other].map((each) => each.token(person, { refresh: true })));
      expect(answers.map(({ kind }) => kind)).toEqual(['token', 'token']);
    }
  });

  test('a sign-out during a renewal stays one', async () => {
    const fixture = await signedIn();
    const { person } = fixture.asPerson(0);
    fixture.sandbox.world.entra.delayMs = 100;
    const renewing = fixture.signIn.token(person, { refresh: true });
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(await fixture.signIn.signOut(person)).toBe(true);
    expect(await renewing).toEqual({ kind: 'sign-in-needed', reason: 'signed-out' });
    expect(await fixture.store.grants.read('msteams/29:0')).toBeUndefined();
  });

  test('scopes beyond the base are asked for when they are needed, with the reason', async () => {
    const fixture = await signedIn();
    const { person } = fixture.asPerson(0);
    const extraScopes = ['https://graph.microsoft.com/People.Read'];
    const before = await fixture.signIn.token(person, { extraScopes });
    expect(before).toMatchObject({ kind: 'sign-in-needed', reason: 'more-scopes' });
    expect(causeOf(before)).toBe('consent-required');
    expect((await fixture.signIn.token(person)).kind).toBe('token');
    await signIn(fixture, { extraScopes });
    const after = await fixture.signIn.token(person, { extraScopes });
    if (after.kind !== 'token') throw new Error(after.kind);
    expect(String(decodeJwt(after.token.accessToken).scp).split(' ')).toContain('People.Read');
  });

  test('the same claims challenge twice: one renewal, then one card, then the truth', async () => {
    const fixture = await signedIn();
    const { person } = fixture.asPerson(0);
    const claims = '{"access_token":{"xms_cc":{"values":["x"]}}}';
    expect((await fixture.signIn.token(person, { claims })).kind).toBe('token');
    expect(await fixture.signIn.token(person, { claims })).toEqual({
      kind: 'sign-in-needed',
      reason: 'claims-challenge',
      claims,
    });
    await signIn(fixture, { claims });
    const last = await fixture.signIn.token(person, { claims });
    expect(last.kind).toBe('refused');
    expect(causeOf(last)).toBe('cae-challenge');
    fixture.advance(6 * 60_000);
    expect((await fixture.signIn.token(person, { claims })).kind).toBe('token');
  });

  test.each([
    [
      'session-revoked',
      'revoked',
      (fixture: MsalFixture) => {
        for (const person of fixture.sandbox.world.people)
          person.sessionsValidFrom = Math.ceil(fixture.now() / 1000) + 60;
      },
    ],
    [
      'refresh-token-expired',
      'expired',
      (fixture: MsalFixture) => {
        fixture.sandbox.world.entra.refreshTokenSeconds = 0;
      },
    ],
    [
      'mfa-required',
      'claims-challenge',
      (fixture: MsalFixture) => {
        fixture.sandbox.world.policies.push({ kind: 'require-mfa', tenantId: fixture.asPerson(0).account.tenantId });
      },
    ],
  ] as const)('%s asks the person to sign in: %s', async (cause, reason, breakIt) => {
    const fixture = await signedIn();
    breakIt(fixture);
    const answer = await fixture.signIn.token(fixture.asPerson(0).person, { refresh: true });
    expect(answer).toMatchObject({ kind: 'sign-in-needed', reason });
    expect(causeOf(answer)).toBe(cause);
  });

  test.each([
    [
      'client-secret-invalid',
      (fixture: MsalFixture) => {
        fixture.sandbox.world.connection.clientSecret = 'wrong8Q~0123456789012345678901234567890';
      },
    ],
    [
      'account-disabled',
      (fixture: MsalFixture) => {
        for (const person of fixture.sandbox.world.people) person.enabled = false;
      },
    ],
    [
      'app-disabled',
      (fixture: MsalFixture) => {
        fixture.sandbox.world.apps[0]!.enabled = false;
      },
    ],
    [
      'service-outage',
      (fixture: MsalFixture) => {
        fixture.sandbox.world.entra.outage = true;
      },
    ],
    [
      'throttled',
      (fixture: MsalFixture) => {
        fixture.sandbox.world.entra.throttled = true;
      },
    ],
  ] as const)('%s is refused: signing in again would not help', async (cause, breakIt) => {
    const fixture = await signedIn();
    breakIt(fixture);
    const { person } = fixture.asPerson(0);
    const answer = await fixture.signIn.token(person, { refresh: true });
    expect(answer.kind).toBe('refused');
    expect(causeOf(answer)).toBe(cause);
    expect(JSON.stringify(answer)).toContain('https://login.microsoftonline.com/');
    expect(JSON.stringify(answer)).not.toContain(fixture.sandbox.world.connection.clientSecret);
    expect((await fixture.signIn.token(person)).kind).toBe('token');
  });

  test('no connection to Entra ID is a refusal, not a crash', async () => {
    const fixture = await signedIn();
    await fixture.sandbox.close();
    const answer = await fixture.signIn.token(fixture.asPerson(0).person, { refresh: true });
    expect(answer).toMatchObject({
      kind: 'refused',
      refusal: { request: { url: expect.stringContaining('login.microsoftonline.com') } },
    });
    expect(JSON.stringify(answer)).toContain('ECONNREFUSED');
  });
});

describe('the keys that seal', () => {
  test('can be changed while people are signed in: the old one opens, the new one seals from the next write on', async () => {
    const old = randomBytes(32);
    const fresh = randomBytes(32);
    const fixture = await signedIn({ tokenKeys: [old] });
    const { person } = fixture.asPerson(0);
    const oldKey = await keyOfRow(fixture);
    const rotated = await fixture.another({ tokenKeys: [fresh, old] });
    expect((await rotated.token(person)).kind).toBe('token');
    expect(await keyOfRow(fixture)).toBe(oldKey);
    expect((await rotated.token(person, { refresh: true })).kind).toBe('token');
    expect(await keyOfRow(fixture)).not.toBe(oldKey);
    const later = await fixture.another({ tokenKeys: [fresh] });
    expect((await later.token(person)).kind).toBe('token');
  });

  test('that are lost sign people out, with the reason, and let them sign in again', async () => {
    const fixture = await signedIn();
    const { person, account } = fixture.asPerson(0);
    const keys = [randomBytes(32)];
    const other = await fixture.another({ tokenKeys: keys });
    const answer = await other.token(person);
    expect(answer).toMatchObject({
      kind: 'sign-in-needed',
      reason: 'signed-out',
      refusal: {
        error: {
          name: 'UnsealError',
          code: 'WHY401_CANNOT_UNSEAL',
          message: expect.stringContaining('WHY401_TOKEN_KEYS'),
        },
      },
    });
    const assertion = await fixture.assertionFor(account);
    expect((await other.exchange(person, assertion)).kind).toBe('token');
    expect((await other.token(person)).kind).toBe('token');
    expect(await other.signOut(person)).toBe(true);
  });
});

describe('how the app proves itself', () => {
  test('a certificate does as well as a secret', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const thumbprint = randomBytes(32);
    const fixture = await signedIn();
    const { world } = fixture.sandbox;
    world.apps[0]!.certificates.push({
      thumbprint: thumbprint.toString('base64url'),
      publicKey,
      expires: fixture.now() + 1e9,
    });
    const withCertificate = await fixture.another({
      app: () => ({
        ...appOfConnection(world.connection, `${fixture.publicUrl}/auth/callback`),
        proof: { kind: 'certificate', thumbprintSha256: thumbprint.toString('hex'), privateKey },
      }),
    });
    const answer = await withCertificate.token(fixture.asPerson(0).person, { refresh: true });
    expect(answer.kind).toBe('token');
    world.apps[0]!.certificates.length = 0;
    const refused = await withCertificate.token(fixture.asPerson(0).person, { refresh: true });
    expect([refused.kind, causeOf(refused)]).toEqual(['refused', 'client-assertion-invalid']);
    expect(JSON.stringify(refused)).not.toContain('PRIVATE KEY');
  });
});

describe('the assertion of Teams', () => {
  test('of another person in the same tenant is not taken', async () => {
    const fixture = await signedIn();
    const [ada, ben] = [fixture.asPerson(0), fixture.asPerson(1)];
    const answer = await fixture.signIn.exchange(ben.person, await fixture.assertionFor(ada.account));
    expect(answer).toMatchObject({
      kind: 'refused',
      refusal: { error: { code: 'WHY401_ASSERTION_OF_ANOTHER_PERSON' } },
    });
    expect((await fixture.signIn.token(ben.person)).kind).toBe('sign-in-needed');
  });
});
