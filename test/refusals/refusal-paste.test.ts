import { describe, expect, it } from 'vitest';
import { diagnoseRefusal } from '../../src/refusals/diagnose-refusal.ts';
import type { Refusal } from '../../src/refusals/refusal.ts';
import { refusalPaste } from '../../src/refusals/refusal-paste.ts';
import { graphError } from '../graph/graph-edge.ts';
import { CLIENT_ID, goodClaims, TENANT } from '../identity/made-access-token.ts';

const NOW = Date.UTC(2026, 10, 26, 12);
const DATE = new Date(NOW).toUTCString();
const GRAPH_CHALLENGE =
  'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"';

interface Answered {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly claims?: Readonly<Record<string, unknown>>;
}

function graph(method: string, path: string, status: number, { headers = {}, body = '', claims }: Answered): Refusal {
  return {
    request: { method, url: `https://graph.microsoft.com/v1.0${path}` },
    response: {
      status,
      headers: { date: DATE, 'request-id': '0f1e2d3c-4b5a-4968-8776-655443322110', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    },
    claims: { ...goodClaims(NOW), ...claims },
  };
}

function entra(status: number, error: string, description: string, more: Record<string, unknown> = {}): Refusal {
  const code = Number(/AADSTS(\d+)/.exec(description)?.[1]);
  return {
    request: {
      method: 'POST',
      url: `https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token`,
      scopes: ['https://graph.microsoft.com/User.Read', 'https://graph.microsoft.com/Calendars.ReadWrite'],
    },
    response: {
      status,
      headers: { date: DATE },
      body: JSON.stringify({ error, error_description: description, error_codes: [code], ...more }),
    },
  };
}

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** The same, with the grant that was asked for. */
function granting(grantType: string, refusal: Refusal): Refusal {
  return { ...refusal, request: { ...refusal.request, grantType, clientId: CLIENT_ID } };
}

const ACCESS_DENIED = graphError('ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
const EXPIRED =
  'AADSTS70008: The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.';
const NBF_CLAIMS = '{"access_token":{"nbf":{"essential":true,"value":"1795694400"}}}';

const KINDS: readonly (readonly [name: string, cause: string, refusal: Refusal, says?: string])[] = [
  [
    'a token for another API',
    'wrong-audience',
    graph('GET', '/me', 401, {
      headers: { 'www-authenticate': GRAPH_CHALLENGE },
      body: graphError('InvalidAuthenticationToken', 'Access token validation failure. Invalid audience.'),
      claims: { aud: `api://${CLIENT_ID}` },
    }),
    `api://${CLIENT_ID}`,
  ],
  [
    'an expired token',
    'token-expired',
    graph('GET', '/me', 401, {
      body: graphError('InvalidAuthenticationToken', 'Lifetime validation failed, the token is expired.'),
      claims: { exp: NOW / 1000 - 4000, nbf: NOW / 1000 - 8000, iat: NOW / 1000 - 8000 },
    }),
  ],
  [
    'a missing permission, by method and address',
    'missing-scope',
    graph('POST', '/me/events', 403, { body: ACCESS_DENIED, claims: { scp: 'User.Read MailboxSettings.Read' } }),
    'Calendars.ReadWrite',
  ],
  [
    'a missing permission of the mailbox settings',
    'missing-scope',
    graph('GET', '/me/mailboxSettings', 403, { body: ACCESS_DENIED, claims: { scp: 'User.Read Calendars.ReadWrite' } }),
    'MailboxSettings.Read',
  ],
  [
    'a missing permission of the people',
    'missing-scope',
    graph('GET', '/me/people?$top=5', 403, { body: ACCESS_DENIED }),
    'People.Read',
  ],
  [
    'an app-only token on /me',
    'app-only-on-me',
    graph('GET', '/me', 400, {
      body: graphError('BadRequest', '/me request is only valid with delegated authentication flow.'),
      claims: { scp: undefined, upn: undefined, idtyp: 'app', roles: ['Calendars.ReadWrite'] },
    }),
  ],
  [
    'an app-only token without the role',
    'app-role-missing',
    graph('GET', '/users/anna@contoso.com/events', 403, {
      body: ACCESS_DENIED,
      claims: { scp: undefined, upn: undefined, idtyp: 'app', roles: ['User.Read.All'] },
    }),
    'Calendars.',
  ],
  [
    'a claims challenge',
    'cae-challenge',
    graph('GET', '/me', 401, {
      headers: {
        'www-authenticate': `${GRAPH_CHALLENGE}, error="insufficient_claims", claims="${Buffer.from(NBF_CLAIMS).toString('base64')}"`,
      },
      body: graphError('InvalidAuthenticationToken', 'Continuous access evaluation resulted in challenge.'),
    }),
  ],
  [
    'no mailbox',
    'mailbox-unavailable',
    graph('GET', '/me/calendar', 404, {
      body: graphError(
        'MailboxNotEnabledForRESTAPI',
        'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
      ),
    }),
  ],
  [
    'too many requests',
    'throttled',
    graph('GET', '/me/events', 429, {
      headers: { 'retry-after': '10' },
      body: graphError('ApplicationThrottled', 'Application is over its MailboxConcurrency limit.'),
    }),
    '10 seconds',
  ],
  [
    'an outage',
    'service-outage',
    graph('GET', '/me', 503, { body: graphError('serviceNotAvailable', 'The service is temporarily unavailable.') }),
  ],
  [
    'an event that Graph does not take',
    'bad-event-payload',
    graph('POST', '/me/events', 400, {
      body: graphError(
        'TimeZoneNotSupportedException',
        "A valid TimeZone value must be specified. The following TimeZone value is not supported: ''.",
      ),
    }),
  ],
  [
    'a broken token',
    'token-malformed',
    graph('GET', '/me', 401, {
      body: graphError('InvalidAuthenticationToken', 'CompactToken parsing failed with error code: 80049217'),
    }),
  ],
  [
    'an expired secret',
    'client-secret-expired',
    entra(401, 'invalid_client', `AADSTS7000222: The provided client secret keys for app '${CLIENT_ID}' are expired.`),
    CLIENT_ID,
  ],
  [
    'a wrong secret',
    'client-secret-invalid',
    entra(401, 'invalid_client', `AADSTS7000215: Invalid client secret provided. App '${CLIENT_ID}'.`),
  ],
  [
    'an unknown app',
    'app-not-found',
    entra(400, 'unauthorized_client', `AADSTS700016: Application with identifier '${CLIENT_ID}' was not found.`),
  ],
  [
    'missing consent',
    'consent-required',
    entra(
      400,
      'invalid_grant',
      `AADSTS65001: The user or administrator has not consented to use the application with ID '${CLIENT_ID}' named 'why401'.`,
      { suberror: 'consent_required' },
    ),
  ],
  [
    'more proof due, with claims in the body',
    'mfa-required',
    entra(
      400,
      'interaction_required',
      'AADSTS50076: Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication.',
      { suberror: 'basic_action', claims: '{"access_token":{"capolids":{"essential":true,"values":["c1"]}}}' },
    ),
  ],
  [
    'a revoked grant',
    'session-revoked',
    entra(400, 'invalid_grant', 'AADSTS50173: The provided grant has expired due to it being revoked.'),
  ],
  [
    'a refresh token that is too old',
    'refresh-token-expired',
    entra(400, 'invalid_grant', 'AADSTS700082: The refresh token has expired due to inactivity.'),
  ],
  [
    'a code that came too late, by the grant',
    'code-expired-or-redeemed',
    granting('authorization_code', entra(400, 'invalid_grant', EXPIRED)),
  ],
  [
    'a refresh token in the same words, by the grant',
    'refresh-token-expired',
    granting('refresh_token', entra(400, 'invalid_grant', EXPIRED)),
  ],
  [
    'a broken assertion of Teams, by the grant',
    'obo-assertion-invalid',
    granting(JWT_BEARER, entra(400, 'invalid_grant', 'AADSTS50027: JWT token is invalid or malformed.')),
  ],
  [
    'a revoked grant, with all that was sent',
    'session-revoked',
    granting(
      'refresh_token',
      entra(400, 'invalid_grant', 'AADSTS50173: The provided grant has expired due to it being revoked.'),
    ),
  ],
  [
    'missing consent on behalf of a person',
    'consent-required',
    granting(
      JWT_BEARER,
      entra(
        400,
        'invalid_grant',
        `AADSTS65001: The user or administrator has not consented to use the application with ID '${CLIENT_ID}' named 'why401'.`,
        { suberror: 'consent_required' },
      ),
    ),
  ],
  [
    'an empty cache',
    'token-cache-miss',
    {
      request: { method: 'POST', url: `https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token` },
      error: {
        name: 'InteractionRequiredAuthError',
        code: 'no_tokens_found',
        message: 'No refresh token found in the cache. Please sign-in.',
      },
    },
  ],
];

describe('a refusal as a paste', () => {
  for (const [name, cause, refusal, says] of KINDS) {
    it(`lets the engine find the cause: ${name}`, () => {
      const diagnosis = diagnoseRefusal(refusal, { now: NOW });
      expect([diagnosis.cause, diagnosis.verdict]).not.toContain('undecided');
      expect(diagnosis.cause).toBe(cause);
      expect(['certain', 'likely']).toContain(diagnosis.verdict);
      expect(diagnosis.fix?.steps.length).toBeGreaterThan(0);
      if (says !== undefined)
        expect([diagnosis.headline, ...diagnosis.fix!.steps.map(({ value }) => value ?? '')].join(' ')).toContain(says);
    });
  }

  it('says nothing it does not know: a lost connection stays undecided', () => {
    const refusal: Refusal = {
      request: { method: 'GET', url: 'https://graph.microsoft.com/v1.0/me' },
      error: { name: 'Error', code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:443' },
    };
    expect(diagnoseRefusal(refusal, { now: NOW }).verdict).toBe('undecided');
  });

  it('reads like a pasted exchange', () => {
    const refusal = graph('GET', '/me', 401, {
      headers: { 'www-authenticate': 'Bearer realm=""', 'retry-after': '3', 'x-ms-ags-diagnostic': '{}' },
      body: '{"error":{}}',
    });
    expect(refusalPaste({ ...refusal, claims: { aud: 'https://graph.microsoft.com', scp: 'User.Read' } })).toBe(
      `GET https://graph.microsoft.com/v1.0/me

HTTP/1.1 401 Unauthorized
Date: ${DATE}
request-id: 0f1e2d3c-4b5a-4968-8776-655443322110
WWW-Authenticate: Bearer realm=""
Retry-After: 3
x-ms-ags-diagnostic: {}

{"error":{}}

Decoded access token: {"aud": "https://graph.microsoft.com", "scp": "User.Read"}`,
    );
  });

  it('says which grant was asked for, and no credential of it', () => {
    const url = `https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token`;
    const asked = (grantType: string) =>
      refusalPaste({ request: { method: 'POST', url, scopes: ['a b'], grantType, clientId: CLIENT_ID } });
    expect(asked('authorization_code')).toBe(
      `POST ${url}\n\ngrant_type=authorization_code&client_id=${CLIENT_ID}&code=***&scope=a%20b`,
    );
    expect(asked('refresh_token')).toContain('&refresh_token=***&');
    expect(asked(JWT_BEARER)).toContain('&assertion=***&requested_token_use=on_behalf_of&');
    expect(asked('client_credentials')).toBe(
      `POST ${url}\n\ngrant_type=client_credentials&client_id=${CLIENT_ID}&scope=a%20b`,
    );
  });

  it('says an error’s code once, and folds no header', () => {
    const request = { method: 'GET', url: 'https://graph.microsoft.com/v1.0/me' };
    const said = (error: Refusal['error']) => refusalPaste({ request, error: error! }).split('\n\n')[1];
    expect(said({ name: 'Error', code: 'ECONNRESET', message: 'read ECONNRESET' })).toBe('Error: read ECONNRESET');
    expect(said({ name: 'ClientAuthError', code: 'no_tokens_found', message: 'Sign in.' })).toBe(
      'ClientAuthError: no_tokens_found: Sign in.',
    );
    const response = { status: 401, headers: { 'www-authenticate': 'Bearer\r\n realm=""' }, body: '' };
    expect(refusalPaste({ request, response })).toContain('WWW-Authenticate: Bearer realm=""');
  });
});
