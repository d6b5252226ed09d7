import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { decodeJwt, importPKCS8, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SAMPLE_IDS } from '../../../../src/sandbox/world/sample-ids.ts';
import { EntraClient, type Refused } from '../entra-client.ts';
import { expectRefusal } from '../expect-refusal.ts';

let entra: EntraClient;
const keys = newKeys();
const other = newKeys();
const thumbprint = createHash('sha256').update(randomBytes(8)).digest();

beforeAll(async () => {
  entra = await EntraClient.start();
});
afterAll(() => entra.sandbox.close());
beforeEach(() => {
  entra.renew();
  entra.app.certificates.push({
    thumbprint: thumbprint.toString('base64url'),
    publicKey: keys.publicKey,
    expires: entra.now + 86_400_000,
  });
});

function newKeys() {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}

async function assertion(
  claims: JWTPayload = {},
  header: Record<string, string> = {},
  key = keys.privateKey,
): Promise<string> {
  const seconds = Math.floor(entra.now / 1000);
  const { clientId } = entra.app;
  return new SignJWT({
    aud: `https://login.microsoftonline.com/${SAMPLE_IDS.tenant}/oauth2/v2.0/token`,
    iss: clientId,
    sub: clientId,
    jti: 'one',
    nbf: seconds,
    exp: seconds + 600,
    ...claims,
  })
    .setProtectedHeader({ alg: 'PS256', 'x5t#S256': thumbprint.toString('base64url'), ...header })
    .sign(await importPKCS8(key, 'PS256'));
}

function appToken(clientAssertion: string): Promise<Refused> {
  return entra.post(
    {
      grant_type: 'client_credentials',
      scope: 'https://graph.microsoft.com/.default',
      client_secret: undefined,
      client_assertion: clientAssertion,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    },
    SAMPLE_IDS.tenant,
  );
}

const CLIENT = { error: 'invalid_client', status: 401, cause: 'client-assertion-invalid' } as const;

describe("a client's assertion", () => {
  it('needs a certificate that is registered, and good', async () => {
    const certificate = entra.app.certificates[0]!;
    certificate.expires = entra.now;
    expectRefusal(await appToken(await assertion()), { ...CLIENT, code: 700027, words: /The key used is expired/ });
    entra.app.certificates.length = 0;
    expectRefusal(await appToken(await assertion()), {
      ...CLIENT,
      code: 700027,
      words: new RegExp(
        `The key was not found\\., Thumbprint of key used by client: '${thumbprint.toString('hex').toUpperCase()}'`,
      ),
    });
  });

  it('needs the right key', async () => {
    expectRefusal(await appToken(await assertion({}, {}, other.privateKey)), {
      ...CLIENT,
      code: 700027,
      words: /The provided signature value did not match the expected signature value/,
    });
  });

  it('needs issuer, subject and audience', async () => {
    expectRefusal(await appToken(await assertion({ sub: SAMPLE_IDS.ordersApi })), {
      ...CLIENT,
      code: 700021,
      words: /application identifier doesn't match 'client_id' parameter/,
    });
    expectRefusal(await appToken(await assertion({ aud: 'https://graph.microsoft.com' })), {
      ...CLIENT,
      code: 700023,
      words: /audience claim does not match Realm issuer/,
    });
  });

  it('needs a right clock: five minutes are forgiven, hours are not', async () => {
    const seconds = Math.floor(entra.now / 1000);
    expectRefusal(await appToken(await assertion({ nbf: seconds + 10_800, exp: seconds + 11_400 })), {
      ...CLIENT,
      code: 700024,
      words: /Current time: 2026-08-29T09:00:00.0000000Z, assertion valid from 2026-08-29T12:00:00.0000000Z/,
      cause: 'clock-skew',
    });
    const answer = await appToken(await assertion({ nbf: seconds + 240 }));
    if (answer.status !== 200) throw new Error(answer.text);
  });

  it('needs to be a JWT', async () => {
    // These words are the same for a person's assertion, so that the cause is left to the error beside them.
    const refused = await appToken('not.a.jwt');
    expect(refused.status).toBe(401);
    expect(refused.body).toMatchObject({ error: 'invalid_client', error_codes: [50027] });
  });
});

const ON_BEHALF = {
  grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
  requested_token_use: 'on_behalf_of',
  scope: 'https://graph.microsoft.com/Calendars.ReadWrite',
};

async function teamsToken(): Promise<string> {
  const { tokenExchangeUrl } = entra.sandbox.world.connection;
  const answer = await entra.sandbox.entra.teamsToken({ person: entra.person('ada'), resource: tokenExchangeUrl });
  if (answer.kind !== 'token') throw new Error(answer.message);
  return answer.token;
}

const onBehalfOf = (token: string): Promise<Refused> =>
  entra.post({ ...ON_BEHALF, assertion: token }, SAMPLE_IDS.tenant);
const USER = { error: 'invalid_grant', cause: 'obo-assertion-invalid' } as const;

describe("a person's assertion", () => {
  it('has to be meant for the app', async () => {
    const token = await teamsToken();
    entra.app.identifierUris = ['api://botid-renamed'];
    expectRefusal(await onBehalfOf(token), {
      ...USER,
      code: 500131,
      words: /The audience in the assertion was 'api:\/\/botid-2d5c8e94-.*' and the expected audience is '2d5c8e94-/,
    });
  });

  it('has to be in time', async () => {
    const token = await teamsToken();
    entra.forward(3_600_000);
    expectRefusal(await onBehalfOf(token), {
      ...USER,
      code: 500133,
      words: /Current time: 2026-08-29T10:00:00.0000000Z, expiry time of assertion 2026-08-29T10:00:00.0000000Z/,
    });
  });

  it('has to be signed by Entra ID', async () => {
    const [header, , signature] = (await teamsToken()).split('.');
    const claims = Buffer.from(JSON.stringify({ ...decodeJwt(await teamsToken()), oid: SAMPLE_IDS.ben }));
    expectRefusal(await onBehalfOf(`${header}.${claims.toString('base64url')}.${signature}`), {
      ...USER,
      code: 50013,
      words: /did not match the expected signature value/,
    });
    expectRefusal(await onBehalfOf(await assertion({}, { kid: 'another' })), {
      ...USER,
      code: 50013,
      words: /The key was not found/,
    });
    expectRefusal(await onBehalfOf('undefined'), { ...USER, code: 50027, words: /invalid or malformed/ });
  });

  it('has to be an access token for a person', async () => {
    const claims = decodeJwt(await teamsToken());
    const { scp: _scp, ...withoutScope } = claims;
    expectRefusal(await onBehalfOf(await entra.sandbox.entra.sign(withoutScope)), {
      ...USER,
      cause: 'id-token-used',
      code: 240002,
      words: /Input id_token cannot be used/,
    });
    expectRefusal(await onBehalfOf(await entra.sandbox.entra.sign({ ...claims, idtyp: 'app' })), {
      ...USER,
      error: 'unauthorized_client',
      code: 7000113,
      words: /is not authorized to make application on-behalf-of calls/,
    });
  });

  it('does not stand for a second factor, or for a consent', async () => {
    const token = await teamsToken();
    entra.sandbox.world.policies.push({ kind: 'require-mfa', tenantId: SAMPLE_IDS.tenant });
    expectRefusal(await onBehalfOf(token), {
      code: 50076,
      error: 'interaction_required',
      suberror: 'basic_action',
      words: /multi-factor authentication/,
      cause: 'mfa-required',
    });
    entra.sandbox.world.policies.length = 0;
    entra.sandbox.world.consents.length = 0;
    expectRefusal(await onBehalfOf(token), {
      code: 65001,
      error: 'invalid_grant',
      suberror: 'consent_required',
      words: /has not consented/,
      cause: 'consent-required',
    });
  });
});

describe('the token of Teams', () => {
  it('is not given for another address, or by a client that is not authorized', async () => {
    const ask = { person: entra.person('ada'), resource: 'api://botid-unknown' };
    const mismatch = await entra.sandbox.entra.teamsToken(ask);
    if (mismatch.kind !== 'failure' || mismatch.code !== 'resourcematchfailed') throw new Error(mismatch.kind);
    entra.app.preAuthorisedClients = [];
    const resource = entra.sandbox.world.connection.tokenExchangeUrl;
    const consent = await entra.sandbox.entra.teamsToken({ ...ask, resource });
    if (consent.kind !== 'failure' || consent.code !== 'userconsentrequired') throw new Error(consent.kind);
  });
});
