import { describe, expect, it } from 'vitest';
import { HEALTH_CHECKS } from '../../../src/identity/health/health-report.ts';
import { claimsChallenge, graphError } from '../../graph/graph-edge.ts';
import { accessToken, goodClaims } from '../made-access-token.ts';
import { checkHealth, NOON, notPassed } from './health-under-test.ts';

const CLAIMS = '{"access_token":{"nbf":{"essential":true,"value":"1795694400"}}}';
const ADDRESSES = ['/me', '/me/mailboxSettings', '/me/calendar'];

describe('the health report', () => {
  it('is green where everything is in order, one result a check in their order', async () => {
    const { report } = await checkHealth();
    expect(notPassed(report)).toEqual([]);
    expect(report.results.map(({ check }) => check)).toEqual([...HEALTH_CHECKS]);
    expect(report).toMatchObject({ complete: true, state: 'pass', at: NOON, signedIn: true, way: 'msal' });
    expect(report.signInNeeded).toBeUndefined();
  });

  it('fills in: first what the token says, then what Graph and Entra ID answer', async () => {
    const { progress } = await checkHealth({ graph: { delayMs: 5 } });
    expect(progress[0]!.results.map(({ check }) => check)).toEqual([
      'connection',
      'token',
      'audience',
      'tenant',
      'person',
      'scopes',
    ]);
    expect(progress.every(({ complete }) => !complete)).toBe(true);
    const counts = progress.map(({ results }) => results.length);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
  });

  it('takes two calls behind one another, the rest side by side', async () => {
    const { report, edge, signIn } = await checkHealth({ signIn: { delayMs: 100 }, graph: { delayMs: 100 } });
    expect(report.state).toBe('pass');
    expect(edge.sent).toHaveLength(3);
    expect(edge.mostAtOnce).toBe(3);
    expect(signIn.asked).toEqual([undefined, { refresh: true }]);
  });

  it('never holds the token, and its claims without what nobody needs', async () => {
    const token = accessToken({ ...goodClaims(NOON), ipaddr: '203.0.113.7' });
    const { report } = await checkHealth({
      token,
      graph: { answers: { '/me': { status: 401, body: `Bearer ${token}` } } },
    });
    const text = JSON.stringify(report);
    for (const part of token.split('.')) expect(text).not.toContain(part);
    expect(text).not.toContain('203.0.113.7');
    expect(report.claims).toMatchObject({ aud: 'https://graph.microsoft.com' });
  });

  it('says what to do where nobody has signed in, and calls no Graph', async () => {
    const { report, result, edge } = await checkHealth({ token: null });
    expect(result('connection').state).toBe('pass');
    expect(result('token')).toMatchObject({ state: 'fail', says: 'You have not signed in yet.' });
    expect(result('token').advice?.owner).toBe('end-user');
    expect(report.results.filter(({ state }) => state === 'skipped')).toHaveLength(11);
    expect(report).toMatchObject({ complete: true, signedIn: false, signInNeeded: { reason: 'first-time' } });
    expect(edge.sent).toHaveLength(0);
  });
});

describe('no token', () => {
  const secretExpired = {
    request: { method: 'POST', url: 'https://login.microsoftonline.com/x/oauth2/v2.0/token' },
    response: {
      status: 401,
      headers: {},
      body: '{"error":"invalid_client","error_description":"AADSTS7000222: The provided client secret keys for app \'7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22\' are expired.","error_codes":[7000222]}',
    },
  };
  const noConnection = {
    request: {
      method: 'GET',
      url: 'https://token.botframework.com/api/usertoken/GetToken?userId=29:anna&connectionName=graph&channelId=msteams',
    },
    response: {
      status: 404,
      headers: {},
      body: '{"error":{"code":"NotFound","message":"Connection Setting with name graph not found"}}',
    },
  };

  it('because the installation is refused: the cause at the token, nothing to press', async () => {
    const { report, result } = await checkHealth({
      signIn: { answer: () => ({ kind: 'refused', refusal: secretExpired }) },
    });
    expect(result('connection').state).toBe('pass');
    expect(result('token').diagnosis?.cause).toBe('client-secret-expired');
    expect(report.signInNeeded).toBeUndefined();
  });

  it('because the connection is not there: the cause at the connection', async () => {
    const { result } = await checkHealth({
      signIn: { way: 'token-service', answer: () => ({ kind: 'refused', refusal: noConnection }) },
    });
    expect(result('connection').diagnosis?.cause).toBe('bot-oauth-connection');
    expect(result('token').state).toBe('skipped');
  });

  it('at the token service says nothing of the connection', async () => {
    const { result } = await checkHealth({ token: null, signIn: { way: 'token-service' } });
    expect(result('connection').state).toBe('skipped');
    expect(result('token').diagnosis).toBeUndefined();
  });

  it('because of a revoked grant: cause, and one sign-in', async () => {
    const refusal = {
      ...secretExpired,
      response: {
        status: 400,
        headers: {},
        body: '{"error":"invalid_grant","error_description":"AADSTS50173: The provided grant has expired due to it being revoked.","error_codes":[50173]}',
      },
    };
    const { report, result } = await checkHealth({
      signIn: { answer: () => ({ kind: 'sign-in-needed', reason: 'revoked', refusal }) },
    });
    expect(result('token').diagnosis?.cause).toBe('session-revoked');
    expect(report.signInNeeded).toEqual({ reason: 'revoked' });
  });
});

describe('a claims challenge', () => {
  const challenged = Object.fromEntries(ADDRESSES.map((path) => [path, claimsChallenge(CLAIMS, 'base64url')]));

  it('that only the person can meet: one request with the claims, one sign-in that carries them, no loop', async () => {
    const { report, result, signIn, edge } = await checkHealth({
      graph: { answers: challenged },
      signIn: {
        answer: (request) => (request?.claims ? { kind: 'sign-in-needed', reason: 'claims-challenge' } : undefined),
      },
    });
    expect(signIn.asked.filter((request) => request?.claims !== undefined)).toEqual([{ claims: CLAIMS }]);
    expect(edge.sent).toHaveLength(3);
    expect(report.signInNeeded).toEqual({ reason: 'claims-challenge', claims: CLAIMS });
    expect(result('profile').diagnosis?.cause).toBe('cae-challenge');
    expect(report.signedIn).toBe(true);
  });

  it('that a fresh token meets: everything passes, and it is said', async () => {
    const fresh = accessToken({ ...goodClaims(NOON), iat: NOON / 1000 });
    const answers = Object.fromEntries(
      ADDRESSES.map((path) => [path, [claimsChallenge(CLAIMS), { body: { timeZone: 'UTC' } }]]),
    );
    const { report, result, signIn, edge } = await checkHealth({
      graph: { answers },
      signIn: {
        answer: (request) =>
          request?.claims ? { kind: 'token', token: { accessToken: fresh, expires: null } } : undefined,
      },
    });
    expect(notPassed(report)).toEqual([]);
    expect(result('profile').says).toContain('claims challenge');
    expect(signIn.asked.filter((request) => request?.claims)).toHaveLength(1);
    expect(edge.sent.filter(({ headers }) => headers.get('authorization') === `Bearer ${fresh}`)).toHaveLength(3);
    expect(report.signInNeeded).toBeUndefined();
  });

  it('that comes again to the fresh token is left to the person after one repetition', async () => {
    const { report, signIn, edge } = await checkHealth({ graph: { answers: challenged } });
    expect(signIn.asked.filter((request) => request?.claims)).toHaveLength(1);
    expect(edge.sent).toHaveLength(6);
    expect(report.signInNeeded).toEqual({ reason: 'claims-challenge', claims: CLAIMS });
  });

  it('at the token service costs the grant, once; the same again offers no sign-in', async () => {
    const first = await checkHealth({
      graph: { answers: challenged },
      signIn: {
        way: 'token-service',
        answer: (request) => (request?.claims ? { kind: 'sign-in-needed', reason: 'claims-challenge' } : undefined),
      },
    });
    expect(first.report).toMatchObject({ signedIn: false, signInNeeded: { reason: 'claims-challenge' } });
    const refusal = {
      request: { method: 'GET', url: 'https://graph.microsoft.com/v1.0/me' },
      response: { status: 401, headers: {}, body: '' },
    };
    const again = await checkHealth({
      graph: { answers: challenged },
      signIn: {
        way: 'token-service',
        answer: (request) => (request?.claims ? { kind: 'refused', refusal } : undefined),
      },
    });
    expect(again.report.signInNeeded).toBeUndefined();
    expect(again.report.signedIn).toBe(true);
    expect(again.result('profile').diagnosis?.cause).toBe('cae-challenge');
  });
});

describe('Graph out of reach', () => {
  it('fails kindly, and blames neither token nor person', async () => {
    const lost = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    const { report, result } = await checkHealth({
      graph: { answers: Object.fromEntries(ADDRESSES.map((path) => [path, lost])) },
    });
    expect(notPassed(report)).toEqual([
      'clock: skipped',
      'profile: fail',
      'mailbox: fail',
      'calendar: fail',
      'time-zone: skipped',
    ]);
    expect(result('profile').says).toContain('ECONNREFUSED');
    expect(result('profile').advice?.text).toContain('graph.microsoft.com');
  });

  it('names an outage', async () => {
    const down = { status: 503, body: graphError('serviceNotAvailable', 'The service is temporarily unavailable.') };
    const { result } = await checkHealth({ graph: { answers: { '/me': down } } });
    expect(result('profile').diagnosis?.cause).toBe('service-outage');
    expect(result('profile').says).toContain('after 4 tries');
  });
});
