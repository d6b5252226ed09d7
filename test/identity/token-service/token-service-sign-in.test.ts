import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SignInRefusedError } from '../../../src/identity/sign-in-refused-error.ts';
import type { TokenServiceClient } from '../../../src/identity/token-service/token-service-client.ts';
import { createTokenServiceSignIn } from '../../../src/identity/token-service/token-service-sign-in.ts';
import { diagnoseRefusal } from '../../../src/refusals/diagnose-refusal.ts';
import type { Refusal } from '../../../src/refusals/refusal.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/sqlite-store.ts';
import type { Store } from '../../../src/storage/store.ts';

const ADA = { channelId: 'msteams', userId: '29:ada', aadObjectId: null, tenantId: null, name: null };
const CLAIMS = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';

let store: Store;
beforeEach(() => {
  store = openSqliteStore(':memory:');
});
afterEach(() => store.close());

function signInWith(client: Partial<TokenServiceClient>, calls: string[] = []) {
  const called = <K extends keyof TokenServiceClient>(
    name: K,
    otherwise: TokenServiceClient[K],
  ): TokenServiceClient[K] =>
    ((...args: never[]) => {
      calls.push(name);
      return ((client[name] ?? otherwise) as (...given: never[]) => unknown)(...args);
    }) as TokenServiceClient[K];
  return createTokenServiceSignIn({
    connectionName: 'graph',
    state: store.state,
    now: () => 1_000_000,
    client: {
      getToken: called('getToken', async () => ({ token: 'a-token' })),
      getSignInResource: called('getSignInResource', async () => ({ signInLink: 'https://sign.in' })),
      exchange: called('exchange', async () => ({ token: 'a-token' })),
      signOut: called('signOut', async () => undefined),
    },
  });
}

function refusing(status: number, body: string): () => Promise<never> {
  const refusal: Refusal = {
    request: { method: 'GET', url: 'https://api.botframework.com/api/usertoken/GetToken?connectionName=graph' },
    response: { status, headers: {}, body },
  };
  return () => Promise.reject(new SignInRefusedError(refusal));
}

describe('a challenge, which the token service cannot carry', () => {
  it('costs the grant once; the same again is refused, and explained as what it is', async () => {
    const calls: string[] = [];
    const signIn = signInWith({}, calls);
    expect(await signIn.token(ADA, { claims: CLAIMS })).toEqual({ kind: 'sign-in-needed', reason: 'claims-challenge' });
    expect(calls).toEqual(['signOut']);
    expect(await signIn.invite(ADA, { claims: CLAIMS })).toMatchObject({ carriesClaims: false });
    await signIn.redeem(ADA, '123456');
    const again = await signIn.token(ADA, { claims: CLAIMS });
    if (again.kind !== 'refused') throw new Error(again.kind);
    expect(diagnoseRefusal(again.refusal, { now: 0 }).cause).toBe('cae-challenge');
    expect(calls.filter((name) => name === 'signOut')).toHaveLength(1);
  });
});

describe('what the service refuses', () => {
  it.each([
    ['a grant that is no longer good', '{"error":"invalid_grant"}', 'sign-in-needed', 'expired'],
    ['revoked sessions', '{"error_description":"AADSTS50173: the grant was revoked"}', 'sign-in-needed', 'revoked'],
    [
      'a grant that is too old',
      '{"error_description":"AADSTS700082: expired due to inactivity"}',
      'sign-in-needed',
      'expired',
    ],
    ['missing consent', '{"error_description":"AADSTS65001: not consented"}', 'sign-in-needed', 'more-scopes'],
    [
      'an expired secret',
      '{"error":"invalid_client","error_description":"AADSTS7000222: expired"}',
      'refused',
      undefined,
    ],
    ['a policy', '{"error":"invalid_grant","error_description":"AADSTS53003: blocked"}', 'refused', undefined],
    ['nothing that is known', 'Bad Gateway', 'refused', undefined],
  ])('%s', async (_, body, kind, reason) => {
    const answer = await signInWith({ getToken: refusing(400, body) }).token(ADA);
    expect(answer).toMatchObject({ kind, refusal: { response: { body } } });
    if (answer.kind === 'sign-in-needed') expect(answer.reason).toBe(reason);
  });

  it('is an answer of every call, but for a failure of our own', async () => {
    const no = refusing(503, '');
    const signIn = signInWith({ getToken: no, getSignInResource: no, exchange: no, signOut: no });
    expect((await signIn.token(ADA)).kind).toBe('refused');
    expect(await signIn.invite(ADA)).toHaveProperty('refusal');
    expect((await signIn.redeem(ADA, '123456')).kind).toBe('refused');
    expect((await signIn.exchange(ADA, 'assertion')).kind).toBe('refused');
    await expect(signIn.signOut(ADA)).rejects.toThrow(SignInRefusedError);
    const broken = signInWith({ getToken: () => Promise.reject(new TypeError('ours')) });
    await expect(broken.token(ADA)).rejects.toThrow('ours');
  });

  it('its error tells no data', async () => {
    const error = await refusing(400, '{"secret":1}')().catch((thrown: unknown) => thrown);
    expect(String(error)).not.toContain('connectionName');
    expect(JSON.stringify(error)).not.toContain('secret');
  });
});

describe('why a sign-in is asked for', () => {
  it('first time, signed out, or run out', async () => {
    let token: { token: string } | undefined;
    const signIn = signInWith({ getToken: async () => token });
    expect(await signIn.token(ADA)).toMatchObject({ reason: 'first-time' });
    token = { token: 'a-token' };
    expect((await signIn.token(ADA)).kind).toBe('token');
    token = undefined;
    expect(await signIn.token(ADA)).toMatchObject({ reason: 'expired' });
    expect(await signIn.signOut(ADA)).toBe(false);
    expect(await signIn.token(ADA)).toMatchObject({ reason: 'signed-out' });
  });
});
