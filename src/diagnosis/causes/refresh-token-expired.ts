import type { Facts } from '../facts/facts.ts';
import { isOfATool, NAMES_A_TOOL, signInWithTool } from './accounts/signed-in-tool.ts';
import type { RootCause } from './root-cause.ts';
import { retold, told } from './words/told.ts';
import { ourApp, signInReference, thePerson } from './words/wording.ts';

function lifetime(message: string): string | undefined {
  const seconds = /maximum allowed lifetime for this request is (\d{1,9})/i.exec(message)?.[1];
  if (seconds !== undefined) {
    const hours = Math.round(Number(seconds) / 3600);
    return hours >= 48 ? `${Math.round(hours / 24)} days` : `${hours} hours`;
  }
  const span = /\b(\d{1,3})\.00:00:00\b/.exec(message)?.[1];
  return span === undefined ? undefined : `${span} ${span === '1' ? 'day' : 'days'}`;
}

const EITHER = /authorization code or refresh token/i;

function grantsOf(facts: Facts): readonly string[] {
  return [
    ...facts.of('oauth-request').map((item) => item.parameters.grant_type ?? ''),
    ...facts.of('setting').flatMap((item) => (item.name === 'grant' ? item.values : [])),
  ];
}

/** The request in the paste redeems a code: then «authorization code or refresh token» means the code. */
function redeemsCode(facts: Facts): boolean {
  const grants = grantsOf(facts);
  return grants.includes('authorization_code') && !grants.includes('refresh_token');
}

export const refreshTokenExpired: RootCause = {
  id: 'refresh-token-expired',
  title: 'The refresh token has expired',
  owner: 'end-user',
  ownerFor: (facts) =>
    facts.of('aadsts').some((code) => code.code === 70043 || code.code === 70045) ? 'tenant-admin' : 'end-user',
  explanation:
    'A refresh token ends after 90 days without use, after 24 hours in a browser app (single-page application), or when a sign-in frequency policy of the tenant says so. Then the person has to sign in again; no program can renew it. A job that nobody watches should not depend on a person’s refresh token.',
  symptoms: [
    'AADSTS70008, AADSTS700082 «The refresh token has expired due to inactivity»',
    'AADSTS70043 «due to sign-in frequency checks by conditional access»',
    'AADSTS700084 in a browser app after a day',
  ],
  explains: [
    'token-expired',
    'interaction-required',
    'session-revoked',
    'conditional-access-blocked',
    'token-missing',
    'token-malformed',
  ],
  rules: [
    NAMES_A_TOOL,
    {
      kind: 'code',
      codes: [700082, 700081, 700083, 700084, 70043, 70045, 135011],
      strength: 'decisive',
      when: (_, code) => code.code !== 135011,
      says: (_, code) => {
        const life = lifetime(code.message);
        return `AADSTS${code.code}: the refresh token is over${life === undefined ? '' : `; its longest life here is ${life}`}`;
      },
    },
    {
      kind: 'code',
      codes: [70008],
      strength: 'decisive',
      when: (facts, code) =>
        /refresh token has expired|inactiv|inactive for/i.test(code.message) &&
        !/due to it being revoked/i.test(code.message) &&
        !/authorization code has expired/i.test(code.message) &&
        (grantsOf(facts).includes('refresh_token') || !EITHER.test(code.message)) &&
        !redeemsCode(facts),
      says: 'AADSTS70008 with words about inactivity: the refresh token has expired',
    },
    {
      // The sentence names both; a code is redeemed within seconds, so a refresh token is the usual one.
      kind: 'code',
      codes: [70008],
      strength: 'strong',
      when: (facts, code) =>
        EITHER.test(code.message) &&
        !/authorization code has expired/i.test(code.message) &&
        !grantsOf(facts).includes('refresh_token') &&
        !redeemsCode(facts),
      says: 'AADSTS70008: a code or refresh token has expired, and refresh tokens expire by inactivity',
    },
    {
      kind: 'code',
      codes: [70008],
      strength: 'fair',
      when: (_, code) => !/authorization code|refresh token has expired|inactiv/i.test(code.message),
      says: 'AADSTS70008: the grant has expired or was revoked',
    },
    {
      kind: 'code',
      codes: [70000],
      strength: 'fair',
      when: (facts, code) =>
        /refresh_?token/i.test(code.message) ||
        (/grant/i.test(code.message) &&
          facts.of('oauth-request').some((item) => item.parameters.grant_type === 'refresh_token')),
      says: 'The refresh token was refused: over, revoked or cut short',
    },
    { kind: 'code', codes: [50089], strength: 'weak', says: 'A flow token that ran out' },
    {
      kind: 'phrase',
      // Power Platform writes the first; MSAL.js has the others as codes of InteractionRequiredAuthError.
      phrases: [
        'expired or is invalid due to sign-in frequency checks',
        'the refresh token has expired due to inactivity',
        'refresh token was issued to a single page app',
        'as the grant is expired. the user must sign in again',
        'refresh_token_expired:',
        'bad_token: identity provider returned bad_token',
        'returned bad_token due to an expired or invalid refresh token',
      ],
      strength: 'decisive',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'The service or library says that the stored grant is over',
    },
    {
      kind: 'phrase',
      phrases: [
        'refresh token has expired',
        'refresh token is expired',
        'refresh_token_expired',
        'invalid refresh token',
        'refresh token expired',
      ],
      strength: 'fair',
      when: (facts) => facts.of('aadsts').length === 0 && facts.microsoft,
      says: 'The text speaks of an expired refresh token',
    },
    {
      kind: 'facts',
      onlyWith: { evidence: ['oauth-error'] },
      test: (facts) => {
        const error = facts.of('oauth-error').find((item) => item.suberror === 'token_expired');
        return error && { strength: 'fair', at: error.span, says: 'suberror token_expired: the refresh token is over' };
      },
    },
    told('long-unused', {
      errors: ['invalid_grant'],
      says: 'The stored grant was not used for long: refresh tokens end after 90 days without use, those of browser apps after 24 hours',
    }),
    retold(
      {
        'refresh-token-long-unused':
          'The refresh token is said to be unused for months: it ends after ninety days without use',
      },
      { unnamed: 'weak' },
    ),
  ],
  headline: (facts) => {
    const life = facts
      .of('aadsts')
      .map((code) => lifetime(code.message))
      .find((it) => it !== undefined);
    if (facts.of('aadsts').some((code) => code.code === 70043))
      return `A sign-in frequency policy of the tenant has ended the refresh token${life === undefined ? '' : ` (it may live for ${life})`}.`;
    return `The refresh token of ${thePerson(facts)} has expired${life === undefined ? '' : ` (it lives for ${life})`}; they have to sign in again.`;
  },
  steps: (facts) => [
    signInWithTool(facts) ?? { text: 'Sign in again interactively, once.' },
    ...(isOfATool(facts)
      ? []
      : [
          {
            text: 'In the program, try the silent way first, and on interaction_required or invalid_grant start the sign-in; throw the dead refresh token away.',
          },
        ]),
    {
      text: 'A job without a person should use client credentials (application permissions) in place of a person’s refresh token.',
    },
    ...(facts.of('aadsts').some((code) => code.code === 70043 || code.code === 70045)
      ? [
          {
            text: 'An administrator sees the policy under Entra ID, Conditional Access, Session, «Sign-in frequency», and can leave this app or account out.',
          },
        ]
      : []),
  ],
  patches: (facts) => (isOfATool(facts) ? [] : ['silent-then-interactive']),
  check: () => ({ text: 'After the new sign-in the silent token request succeeds, today and tomorrow.' }),
  forward: (facts) =>
    facts.of('aadsts').some((code) => code.code === 70043 || code.code === 70045)
      ? `A sign-in frequency policy ends the sessions of ${facts.values.user ?? 'our account'} in ${ourApp(facts)}${signInReference(facts)}. If that app may work longer without a person, please exclude it, or tell us to move to application permissions.`
      : undefined,
  sources: [
    { title: 'Refresh tokens', url: 'https://learn.microsoft.com/entra/identity-platform/refresh-tokens' },
    {
      title: 'Session lifetime policies',
      url: 'https://learn.microsoft.com/entra/identity/conditional-access/concept-session-lifetime',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    { paste: 'The account was not used for three months. Microsoft refused the stored refresh token, it is expired.' },
    { paste: 'People who did not open the app for 90 days get invalid_grant when their refresh token is redeemed' },
    {
      paste:
        'Failed to obtain Azure Active Directory token. Message:\nThe refresh token has expired or is invalid due to sign-in frequency checks by conditional access. The maximum allowed lifetime for this request is 36000.',
    },
    {
      paste: 'The user could not be authenticated as the grant is expired. The user must sign in again.',
      verdict: 'certain',
    },
    {
      paste:
        'AADSTS700082: The refresh token has expired due to inactivity.\nGET https://graph.microsoft.com/v1.0/me 401\n{"error":{"code":"InvalidAuthenticationToken","message":"Access token is empty."}}',
      verdict: 'certain',
    },
    {
      paste:
        'AADSTS700082: The refresh token has expired due to inactivity. The token was issued on 2026-01-02T07:22:34.0560000Z and was inactive for 90.00:00:00.',
      verdict: 'certain',
    },
    {
      paste:
        "{'error': 'invalid_grant', 'error_description': 'AADSTS70043: The refresh token has expired or is invalid due to sign-in frequency checks by conditional access. The token was issued on 2026-01-02T14:27:05.8405153Z and the maximum allowed lifetime for this request is 43200.', 'error_codes': [70043], 'suberror': 'token_expired'}",
      verdict: 'certain',
    },
    {
      paste:
        'InteractionRequiredAuthError: invalid_grant: AADSTS700084: The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended.',
      verdict: 'certain',
    },
    {
      paste:
        'AADSTS70008: The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
      verdict: 'likely',
    },
  ],
  nearMisses: [
    { paste: 'The refresh token has not been used yet', cause: 'not-enough-evidence' },
    {
      paste:
        'AADSTS70002: Error validating credentials. AADSTS70008: The refresh token has expired due to it being revoked. The token was issued on 2017-03-23T03:17:30Z and the TokensValidFrom date for this user is 2017-03-26T01:17:45Z. The user might have changed or reset their password.',
      cause: 'session-revoked',
    },
    {
      paste:
        'grant_type=authorization_code&code=***\n{"error":"invalid_grant","error_description":"AADSTS70008: The provided authorization code or refresh token has expired due to inactivity.","error_codes":[70008]}',
      cause: 'code-expired-or-redeemed',
    },
    {
      paste: 'AADSTS50173: The provided grant has expired due to it being revoked, a fresh auth token is needed.',
      cause: 'session-revoked',
    },
    {
      paste:
        'AADSTS54005: OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
      cause: 'code-expired-or-redeemed',
    },
  ],
};
