import { randomBytes } from 'node:crypto';
import { type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { idTokenReader } from '../../../src/identity/msal/id-token.ts';
import type { MsalApp } from '../../../src/identity/msal/msal-app.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import { SAMPLE_DOMAINS, SAMPLE_IDS } from '../../../src/sandbox/world/sample-ids.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
afterAll(() => sandbox.close());

const NOW = Date.now();
const app = (tenant: string): MsalApp => ({
  clientId: SAMPLE_IDS.app,
  tenant,
  proof: { kind: 'secret', secret: 'x' },
  scopes: [],
  redirectUri: 'http://localhost:3978/auth/callback',
});
const claims = (tid: string, changes: JWTPayload = {}): JWTPayload => ({
  iss: `https://login.microsoftonline.com/${tid}/v2.0`,
  aud: SAMPLE_IDS.app,
  iat: Math.floor(NOW / 1000),
  exp: Math.floor(NOW / 1000) + 3600,
  nonce: 'n',
  tid,
  oid: 'o',
  ...changes,
});
const read = async (tenant: string, payload: JWTPayload, now = NOW): Promise<string> => {
  const reader = idTokenReader(`${sandbox.origin}/entra`);
  try {
    return String((await reader.read(await sandbox.entra.sign(payload), app(tenant), 'n', now)).oid);
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

describe('an ID token', () => {
  test.each([
    ['common', SAMPLE_IDS.tenant, 'o'],
    ['common', SAMPLE_IDS.consumers, 'o'],
    ['organizations', SAMPLE_IDS.partnerTenant, 'o'],
    ['organizations', SAMPLE_IDS.consumers, 'WHY401_ID_TOKEN_TENANT'],
    ['consumers', SAMPLE_IDS.consumers, 'o'],
    ['consumers', SAMPLE_IDS.tenant, 'WHY401_ID_TOKEN_TENANT'],
    [SAMPLE_IDS.tenant, SAMPLE_IDS.tenant, 'o'],
    [SAMPLE_IDS.tenant.toUpperCase(), SAMPLE_IDS.tenant, 'o'],
    [SAMPLE_IDS.tenant, SAMPLE_IDS.partnerTenant, 'WHY401_ID_TOKEN_TENANT'],
    [SAMPLE_DOMAINS.company, SAMPLE_IDS.tenant, 'o'],
    [SAMPLE_DOMAINS.company, SAMPLE_IDS.partnerTenant, 'WHY401_ID_TOKEN_TENANT'],
  ])('at %s of the tenant %s: %s', async (tenant, tid, expected) => {
    expect(await read(tenant, claims(tid))).toBe(expected);
  });

  test.each<[string, JWTPayload, string]>([
    ['for another app', { aud: SAMPLE_IDS.ordersApi }, 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
    ['of another issuer', { iss: 'https://evil.example/v2.0' }, 'WHY401_ID_TOKEN_ISSUER'],
    [
      'of another tenant’s issuer',
      { iss: `https://login.microsoftonline.com/${SAMPLE_IDS.partnerTenant}/v2.0` },
      'WHY401_ID_TOKEN_ISSUER',
    ],
    ['with another nonce', { nonce: 'm' }, 'WHY401_ID_TOKEN_NONCE'],
    ['that has expired', { exp: Math.floor(NOW / 1000) - 301 }, 'ERR_JWT_EXPIRED'],
    ['that is not valid yet', { nbf: Math.floor(NOW / 1000) + 301 }, 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
  ])('%s is not taken', async (_what, changes, code) => {
    expect(await read('common', claims(SAMPLE_IDS.tenant, changes))).toBe(code);
  });

  test('clocks may differ by five minutes', async () => {
    expect(await read('common', claims(SAMPLE_IDS.tenant, { exp: Math.floor(NOW / 1000) - 290 }))).toBe('o');
  });

  test('without a nonce or a tenant is not taken', async () => {
    for (const name of ['nonce', 'tid', 'iss', 'exp', 'aud']) {
      const { [name]: _left, ...rest } = claims(SAMPLE_IDS.tenant);
      expect(await read('common', rest), name).toBe('ERR_JWT_CLAIM_VALIDATION_FAILED');
    }
  });

  test('signed by somebody else, or not at all, is not taken', async () => {
    const reader = idTokenReader(`${sandbox.origin}/entra`);
    const good = await sandbox.entra.sign(claims(SAMPLE_IDS.tenant));
    const [head, , signature] = good.split('.');
    const other = Buffer.from(JSON.stringify(claims(SAMPLE_IDS.tenant, { oid: 'x' }))).toString('base64url');
    const symmetric = await new SignJWT(claims(SAMPLE_IDS.tenant))
      .setProtectedHeader({ alg: 'HS256' })
      .sign(randomBytes(32));
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${other}.`;
    for (const wrong of [`${head}.${other}.${signature}`, symmetric, none, '', 'x.y.z']) {
      await expect(reader.read(wrong, app('common'), 'n', NOW)).rejects.toMatchObject({
        code: expect.stringMatching(/^ERR_/),
      });
    }
  });
});
