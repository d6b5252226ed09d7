import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { type ConfidentialClientApplication, CryptoProvider } from '@azure/msal-node';
import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import { SAMPLE_IDS } from '../../../src/sandbox/world/sample-ids.ts';
import { signInAtPage } from '../sign-in-walk.ts';
import { atSandbox, msalClient } from './msal-client.ts';

let sandbox: Sandbox;
const GRAPH = 'https://graph.microsoft.com';
const SCOPES = [`${GRAPH}/User.Read`, `${GRAPH}/Calendars.ReadWrite`];
const ADA = { userPrincipalName: 'ada@lumenworks.example' };

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

function withSecret(tenant = 'common'): ConfidentialClientApplication {
  return msalClient(sandbox, tenant);
}

async function signIn(client: ConfidentialClientApplication, person: { userPrincipalName: string }, scopes = SCOPES) {
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
  const redirectUri = 'http://localhost:3978/auth/callback';
  const url = await client.getAuthCodeUrl({
    scopes,
    redirectUri,
    codeChallenge: challenge,
    codeChallengeMethod: 'S256',
    state: 'some-state',
    nonce: 'some-nonce',
  });
  const end = await signInAtPage(atSandbox(sandbox, url), person);
  if (!('redirectedTo' in end)) throw new Error(`not signed in: ${JSON.stringify(end).slice(0, 4000)}`);
  const answer = new URL(end.redirectedTo);
  expect(answer.searchParams.get('state')).toBe('some-state');
  return client.acquireTokenByCode({
    code: answer.searchParams.get('code')!,
    scopes,
    redirectUri,
    codeVerifier: verifier,
    nonce: 'some-nonce',
  });
}

describe('msal-node against the sandbox', () => {
  it('signs a member in with code and PKCE, and renews', async () => {
    const client = withSecret();
    const result = await signIn(client, ADA);
    expect(result.account?.homeAccountId).toBe(`${SAMPLE_IDS.ada}.${SAMPLE_IDS.tenant}`);
    const { payload } = await jwtVerify(result.accessToken, createLocalJWKSet(sandbox.entra.signingKeys()));
    expect(payload).toMatchObject({
      aud: GRAPH,
      iss: `https://sts.windows.net/${SAMPLE_IDS.tenant}/`,
      appid: SAMPLE_IDS.app,
      appidacr: '1',
      idtyp: 'user',
      oid: SAMPLE_IDS.ada,
      tid: SAMPLE_IDS.tenant,
      upn: ADA.userPrincipalName,
      xms_cc: ['CP1'],
      ver: '1.0',
    });
    expect(String(payload.scp).split(' ')).toEqual(
      expect.arrayContaining(['User.Read', 'Calendars.ReadWrite', 'openid', 'profile']),
    );
    expect(decodeJwt(result.idToken)).toMatchObject({
      iss: `https://login.microsoftonline.com/${SAMPLE_IDS.tenant}/v2.0`,
      aud: SAMPLE_IDS.app,
      nonce: 'some-nonce',
      preferred_username: ADA.userPrincipalName,
    });
    const silent = await client.acquireTokenSilent({ account: result.account!, scopes: SCOPES });
    expect(silent.fromCache).toBe(true);
    const renewed = await client.acquireTokenSilent({ account: result.account!, scopes: SCOPES, forceRefresh: true });
    expect(renewed.fromCache).toBe(false);
    expect(renewed.accessToken).not.toBe(result.accessToken);
    const again = await client.acquireTokenSilent({ account: result.account!, scopes: SCOPES, forceRefresh: true });
    expect(again.fromCache).toBe(false);
  });

  it('gives a guest their home account at common, and the guest account in the tenant', async () => {
    const rosa = { userPrincipalName: 'rosa@harbour.example' };
    const home = await signIn(withSecret(), rosa);
    expect(decodeJwt(home.accessToken)).toMatchObject({ oid: SAMPLE_IDS.rosaAtHome, tid: SAMPLE_IDS.partnerTenant });
    const guest = await signIn(withSecret(SAMPLE_IDS.tenant), rosa);
    expect(decodeJwt(guest.accessToken)).toMatchObject({
      oid: SAMPLE_IDS.rosaAsGuest,
      tid: SAMPLE_IDS.tenant,
      acct: 1,
      idp: `https://sts.windows.net/${SAMPLE_IDS.partnerTenant}/`,
    });
    expect(guest.account?.homeAccountId).toBe(`${SAMPLE_IDS.rosaAtHome}.${SAMPLE_IDS.partnerTenant}`);
  });

  it('gives a personal account an opaque token that Graph can look up', async () => {
    const result = await signIn(withSecret(), { userPrincipalName: 'noor@personal.example' });
    expect(result.accessToken).toMatch(/^EwB[\w-]+$/);
    expect(sandbox.entra.opaqueToken(result.accessToken)).toMatchObject({ aud: GRAPH, oid: SAMPLE_IDS.noor });
    expect(sandbox.entra.opaqueToken('EwBunknown')).toBeUndefined();
  });

  it('exchanges the assertion of Teams on behalf of the person', async () => {
    const answer = await sandbox.entra.teamsToken({
      person: sandbox.world.people[0]!,
      resource: sandbox.world.connection.tokenExchangeUrl,
    });
    if (answer.kind !== 'token') throw new Error(answer.message);
    expect(decodeJwt(answer.token)).toMatchObject({ aud: `api://botid-${SAMPLE_IDS.app}`, scp: 'access_as_user' });
    const result = await withSecret(SAMPLE_IDS.tenant).acquireTokenOnBehalfOf({
      oboAssertion: answer.token,
      scopes: SCOPES,
    });
    expect(decodeJwt(result!.accessToken)).toMatchObject({ aud: GRAPH, oid: SAMPLE_IDS.ada, appid: SAMPLE_IDS.app });
  });

  it('gives an app its token by secret and by certificate', async () => {
    const bySecret = await withSecret(SAMPLE_IDS.tenant).acquireTokenByClientCredential({
      scopes: [`${GRAPH}/.default`],
    });
    expect(decodeJwt(bySecret!.accessToken)).toMatchObject({
      idtyp: 'app',
      appidacr: '1',
      roles: expect.arrayContaining(['Calendars.ReadWrite']),
    });
    const keys = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const print = createHash('sha256').update(randomBytes(8)).digest();
    const app = sandbox.world.apps[0]!;
    app.certificates.push({
      thumbprint: print.toString('base64url'),
      publicKey: keys.publicKey,
      expires: Date.now() + 86_400_000,
    });
    const client = msalClient(sandbox, SAMPLE_IDS.tenant, {
      clientCertificate: { thumbprintSha256: print.toString('hex'), privateKey: keys.privateKey },
    });
    const byCertificate = await client.acquireTokenByClientCredential({ scopes: [`${GRAPH}/.default`] });
    expect(decodeJwt(byCertificate!.accessToken)).toMatchObject({ idtyp: 'app', appidacr: '2' });
  });
});
