import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { SAMPLE_IDS } from '../../../src/sandbox/world/sample-ids.ts';
import { resetWorld } from '../../../src/sandbox/world/seed-world.ts';
import { adasClaims, appClaims, type GraphUnderTest, NOW, startGraph } from './graph-under-test.ts';

let graph: GraphUnderTest;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.close());
beforeEach(() => {
  resetWorld(graph.world, { now: () => NOW, origin: 'http://127.0.0.1:1' });
  graph.opaque.clear();
});

const SECONDS = NOW / 1000;

describe('tokens that Graph takes', () => {
  it.each(['https://graph.microsoft.com', 'https://graph.microsoft.com/', '00000003-0000-0000-c000-000000000000'])(
    'for the audience %s',
    async (aud) => {
      const answer = await graph.call('GET', '/me', { authorization: await graph.token({ aud }) });
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({
        '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users/$entity',
        id: SAMPLE_IDS.ada,
        displayName: 'Ada Winter',
        givenName: 'Ada',
        surname: 'Winter',
        userPrincipalName: 'ada@lumenworks.example',
      });
    },
  );

  it('of the v2 issuer, and within five minutes of its lifetime on both sides', async () => {
    const iss = `https://login.microsoftonline.com/${SAMPLE_IDS.tenant}/v2.0`;
    for (const times of [{ exp: SECONDS - 290 }, { nbf: SECONDS + 290 }]) {
      const answer = await graph.call('GET', '/me', { authorization: await graph.token({ iss, ...times }) });
      expect(answer.status).toBe(200);
    }
  });

  it('that are opaque, of a personal account', async () => {
    const claims = adasClaims();
    const iss = `https://sts.windows.net/${SAMPLE_IDS.consumers}/`;
    graph.opaque.set('EwBabc', { ...claims, iss, tid: SAMPLE_IDS.consumers, oid: SAMPLE_IDS.noor });
    const me = await graph.call('GET', '/me', { authorization: 'EwBabc' });
    expect(me.body).toMatchObject({ displayName: 'Noor Haddad' });
    expect((await graph.call('GET', '/me/calendar', { authorization: 'EwBabc' })).status).toBe(200);
  });

  it('carries the ids and the clock of the world on every answer', async () => {
    const id = 'a9b1c2d3-0000-4000-8000-123456789abc';
    const answer = await graph.call('GET', '/me', { headers: { 'client-request-id': id } });
    expect(answer.headers.get('client-request-id')).toBe(id);
    expect(answer.headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers.get('date')).toBe(new Date(NOW).toUTCString());
  });
});

interface Refused {
  readonly name: string;
  readonly authorization: () => Promise<string | null> | string | null;
  readonly before?: () => void;
  readonly path?: string;
  readonly status: number;
  readonly code: string;
  readonly message: RegExp;
  readonly causes: readonly string[];
}

const REFUSED: readonly Refused[] = [
  {
    name: 'no header',
    authorization: () => null,
    status: 401,
    code: 'InvalidAuthenticationToken',
    message: /^Access token is empty\.$/,
    causes: ['token-missing'],
  },
  {
    name: 'an empty token',
    authorization: () => 'Bearer',
    status: 401,
    code: 'InvalidAuthenticationToken',
    message: /^Access token is empty\.$/,
    causes: ['token-missing'],
  },
  {
    name: 'a word in place of a token',
    authorization: () => 'Bearer undefined',
    status: 401,
    code: 'InvalidAuthenticationToken',
    message: /^IDX14100: JWT is not well formed/,
    causes: ['token-malformed'],
  },
  {
    name: 'a token cut in its middle',
    authorization: async () => (await graph.token()).slice(0, 300),
    status: 401,
    code: 'InvalidAuthenticationToken',
    message: /80049217/,
    causes: ['token-malformed'],
  },
  {
    name: 'a token in quotation marks',
    authorization: async () => `Bearer "${await graph.token()}"`,
    status: 401,
    code: 'InvalidAuthenticationToken',
    message: /80049217/,
    causes: ['token-malformed'],
  },
  {
    name: 'Bearer twice',
    authorization: async () => `Bearer Bearer ${await graph.token()}`,
    status: 401,
    code: 'InvalidAuthenticationToken',
    message: /80049217/,
    causes: ['token-malformed'],
  },
  {
    name: 'an expired token',
    authorization: () => graph.token({ iat: SECONDS - 8000, nbf: SECONDS - 8000, exp: SECONDS - 301 }),
    status: 401,
    code: 'InvalidAuthenticationToken',
    message: /^Lifetime validation failed, the token is expired\.$/,
    causes: ['token-expired'],
  },
  {
    name: 'a token of the future',
    authorization: () => graph.token({ iat: SECONDS + 7200, nbf: SECONDS + 7200, exp: SECONDS + 9000 }),
    status: 401,
    code: 'InvalidAuthenticationToken',
    message: /not yet valid/,
    causes: ['clock-skew'],
  },
  {
    name: 'a token for another API',
    authorization: () => graph.token({ aud: 'https://outlook.office.com' }),
    status: 401,
    code: 'InvalidAuthenticationToken',
    message: /^Access token validation failure\. Invalid audience\.$/,
    causes: ['wrong-audience'],
  },
  {
    name: 'an ID token',
    authorization: () =>
      graph.token({
        aud: SAMPLE_IDS.app,
        iss: `https://login.microsoftonline.com/${SAMPLE_IDS.tenant}/v2.0`,
        scp: undefined,
        appid: undefined,
        nonce: 'n-1',
        preferred_username: 'ada@lumenworks.example',
        ver: '2.0',
      }),
    status: 401,
    code: 'InvalidAuthenticationToken',
    message: /Invalid audience/,
    causes: ['id-token-used'],
  },
  {
    name: 'a token whose content was changed',
    authorization: async () => {
      const [header, , signature] = (await graph.token()).split('.');
      const payload = Buffer.from(JSON.stringify({ ...adasClaims(), oid: SAMPLE_IDS.ben })).toString('base64url');
      return `${header}.${payload}.${signature}`;
    },
    status: 401,
    code: 'InvalidAuthenticationToken',
    message: /^Signature is invalid\.$/,
    causes: ['signature-invalid'],
  },
  {
    name: 'a token signed with an unknown key',
    authorization: () => graph.token({}, 'unknown'),
    status: 401,
    code: 'InvalidAuthenticationToken',
    message: /^Signing key is invalid\.$/,
    causes: ['signature-invalid'],
  },
  {
    name: 'a token of another cloud',
    before: () => {
      graph.world.graph.cloud = 'usgov';
    },
    authorization: () => graph.token(),
    status: 401,
    code: 'InvalidAuthenticationToken',
    message: /InvalidCloudInstance/,
    causes: ['wrong-cloud'],
  },
  {
    name: 'a revoked session, of a client with cp1',
    before: () => {
      for (const person of graph.world.people) person.sessionsValidFrom = SECONDS;
    },
    authorization: () => graph.token({ xms_cc: ['CP1'] }),
    status: 401,
    code: 'InvalidAuthenticationToken',
    message: /TokenIssuedBeforeRevocationTimestamp/,
    causes: ['cae-challenge'],
  },
  {
    name: 'a revoked session, of a client without cp1',
    before: () => {
      for (const person of graph.world.people) person.sessionsValidFrom = SECONDS;
    },
    authorization: () => graph.token(),
    status: 401,
    code: 'InvalidAuthenticationToken',
    message: /session has been revoked/,
    causes: ['session-revoked'],
  },
  {
    name: 'a claims challenge',
    before: () => {
      graph.world.graph.claimsChallengeBefore = NOW;
    },
    authorization: () => graph.token({ xms_cc: ['cp1'] }),
    status: 401,
    code: 'InvalidAuthenticationToken',
    message: /InteractionRequired/,
    causes: ['cae-challenge'],
  },
  {
    name: 'an app without a person on /me',
    authorization: () => graph.token(appClaims(['User.Read.All'])),
    status: 400,
    code: 'BadRequest',
    message: /only valid with delegated authentication flow/,
    causes: ['app-only-on-me'],
  },
  {
    name: 'a missing scope, at the directory',
    authorization: () => graph.token(),
    path: '/users',
    status: 403,
    code: 'Authorization_RequestDenied',
    message: /^Insufficient privileges/,
    causes: ['missing-scope'],
  },
  {
    name: 'a missing scope, at Outlook',
    authorization: () => graph.token({ scp: 'User.Read' }),
    path: '/me/events',
    status: 403,
    code: 'ErrorAccessDenied',
    message: /^Access is denied/,
    causes: ['missing-scope'],
  },
  {
    name: 'a missing role',
    authorization: () => graph.token(appClaims(['User.Read.All'])),
    path: '/users/ben@lumenworks.example/events',
    status: 403,
    code: 'ErrorAccessDenied',
    message: /^Access is denied/,
    causes: ['app-role-missing'],
  },
  {
    name: 'an application access policy',
    before: () => {
      graph.world.policies.push({ kind: 'app-access-policy', tenantId: SAMPLE_IDS.tenant, clientId: SAMPLE_IDS.app });
    },
    authorization: () => graph.token(appClaims(['Calendars.ReadWrite'])),
    path: '/users/ben@lumenworks.example/events',
    status: 403,
    code: 'ErrorAccessDenied',
    message: /\[RAOP\]/,
    causes: ['app-access-policy'],
  },
  {
    name: "another person's calendar",
    authorization: () => graph.token(),
    path: '/users/ben@lumenworks.example/events',
    status: 403,
    code: 'ErrorAccessDenied',
    message: /^Access is denied/,
    causes: ['mailbox-access-denied'],
  },
  {
    name: "another person's calendar, hidden",
    authorization: () => graph.token({ scp: 'Calendars.ReadWrite Calendars.ReadWrite.Shared' }),
    path: '/users/ben@lumenworks.example/events',
    status: 404,
    code: 'ErrorItemNotFound',
    message: /not found in the store/,
    causes: ['mailbox-access-denied'],
  },
  {
    name: 'a mailbox that is not there',
    before: () => {
      for (const mailbox of graph.world.mailboxes) mailbox.state = 'unlicensed';
    },
    authorization: () => graph.token(),
    path: '/me/calendar',
    status: 404,
    code: 'MailboxNotEnabledForRESTAPI',
    message: /inactive, soft-deleted/,
    causes: ['mailbox-unavailable'],
  },
  {
    name: 'a guest, who has no mailbox here',
    authorization: () => graph.token({ oid: SAMPLE_IDS.rosaAsGuest }),
    path: '/me/mailboxSettings',
    status: 404,
    code: 'MailboxNotEnabledForRESTAPI',
    message: /inactive, soft-deleted/,
    causes: ['mailbox-unavailable'],
  },
  {
    name: 'too many requests, at Outlook',
    before: () => {
      graph.world.graph.throttled = true;
    },
    authorization: () => graph.token(),
    path: '/me/calendar',
    status: 429,
    code: 'ApplicationThrottled',
    message: /MailboxConcurrency/,
    causes: ['throttled'],
  },
  {
    name: 'too many requests, at the directory',
    before: () => {
      graph.world.graph.throttled = true;
    },
    authorization: () => graph.token(),
    status: 429,
    code: 'TooManyRequests',
    message: /Too many requests/,
    causes: ['throttled'],
  },
  {
    name: 'an outage',
    before: () => {
      graph.world.graph.outage = true;
    },
    authorization: () => graph.token(),
    status: 503,
    code: 'ServiceUnavailable',
    message: /temporarily unavailable/,
    causes: ['service-outage'],
  },
];

describe('refusals', () => {
  it.each(REFUSED)('$name: $status $code', async (refused) => {
    refused.before?.();
    const authorization = await refused.authorization();
    const answer = await graph.call('GET', refused.path ?? '/me', { authorization });
    expect(answer.status).toBe(refused.status);
    expect(answer.body.error).toMatchObject({
      code: refused.code,
      message: expect.stringMatching(refused.message),
      innerError: {
        date: '2026-03-12T10:00:00',
        'request-id': answer.headers.get('request-id'),
        'client-request-id': answer.headers.get('client-request-id'),
      },
    });
    expect(answer.headers.get('www-authenticate') !== null).toBe(refused.status === 401);
    const { cause } = diagnose(answer.pasted, { now: NOW });
    expect(refused.causes).toContain(cause);
  });

  it('says in the challenge where to sign in, and nothing of the fault', async () => {
    const answer = await graph.call('GET', '/me', { authorization: null });
    expect(answer.headers.get('www-authenticate')).toBe(
      'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"',
    );
  });

  it('gives the claims in base64 to a client with cp1, to no other', async () => {
    graph.world.graph.claimsChallengeBefore = NOW;
    const withCp1 = await graph.call('GET', '/me', { authorization: await graph.token({ xms_cc: ['CP1'] }) });
    const header = withCp1.headers.get('www-authenticate') ?? '';
    expect(header).toContain('error="insufficient_claims"');
    const claims = /claims="([^"]+)"/.exec(header)?.[1] ?? '';
    expect(JSON.parse(Buffer.from(claims, 'base64').toString('utf8'))).toMatchObject({
      access_token: { nbf: { essential: true, value: String(SECONDS) } },
    });
    const without = await graph.call('GET', '/me');
    expect(without.status).toBe(401);
    expect(without.headers.get('www-authenticate')).not.toContain('claims');
    const fresh = await graph.token({ xms_cc: ['CP1'], iat: SECONDS, nbf: SECONDS });
    expect((await graph.call('GET', '/me', { authorization: fresh })).status).toBe(200);
  });

  it('tells how long to wait', async () => {
    graph.world.graph.throttled = true;
    graph.world.graph.retryAfter = 7;
    expect((await graph.call('GET', '/me/calendar')).headers.get('retry-after')).toBe('7');
  });

  it('does not know a person who is not there any more', async () => {
    graph.world.people.find((person) => person.oid === SAMPLE_IDS.ada)!.exists = false;
    expect((await graph.call('GET', '/me')).body.error?.code).toBe('Request_ResourceNotFound');
  });

  it('does not know a tenant that is not there any more', async () => {
    graph.world.tenants[0]!.exists = false;
    expect((await graph.call('GET', '/me')).body.error?.code).toBe('OrganizationFromTenantGuidNotFound');
  });

  it('waits as long as it is told', async () => {
    graph.world.graph.delayMs = 60;
    const began = performance.now();
    await graph.call('GET', '/me');
    expect(performance.now() - began).toBeGreaterThanOrEqual(55);
  });

  it('takes no token signed with another key under a known key id, and none without a signature', async () => {
    const forged = await graph.call('GET', '/me', { authorization: await graph.token({}, 'other') });
    expect(forged.body.error?.message).toBe('Signature is invalid.');
    const header = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    const payload = Buffer.from(JSON.stringify(adasClaims())).toString('base64url');
    for (const token of [`${header}.${payload}.`, `${header}.${payload}.AAAA`]) {
      const answer = await graph.call('GET', '/me', { authorization: `Bearer ${token}` });
      expect(answer.status).toBe(401);
    }
  });
});
