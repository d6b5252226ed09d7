import type { AadstsEvidence } from '../evidence/evidence.ts';
import type { Facts } from '../facts/facts.ts';
import type { Span } from '../text/span.ts';
import { assertionOutOfTime, clockError } from './credentials/own-assertion.ts';
import type { RootCause } from './root-cause.ts';
import { retold, told } from './words/told.ts';
import { instant } from './words/wording.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Entra ID and IdentityModel tolerate five minutes. */
const TOLERANCE = 5 * MINUTE;

/** The instants that AADSTS700024 prints: when Entra ID looked, and until when the assertion said it lives. */
export function assertionTimes(code: AadstsEvidence): { now: number; from: number; until: number } | null {
  const iso = code.message.match(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?Z/g);
  if (iso === null || iso.length < 3) return null;
  const [now, from, until] = iso.map((text) => Date.parse(text.replace(/(\.\d{3})\d*Z/, '$1Z'))) as [
    number,
    number,
    number,
  ];
  return { now, from, until };
}

function timed(code: AadstsEvidence): number | null {
  const times = assertionTimes(code);
  return times === null ? null : clockError(times);
}

const IDX_TIMES =
  /IDX1022[23][^\n]{0,120}Valid(?:From|To)[^'\n]{0,8}: '([^'\n]{8,40})'[^\n]{0,20}Current time[^'\n]{0,8}: '([^'\n]{8,40})'/i;

/** How far apart the two instants of .NET's validator are, in milliseconds; `null` where it prints none. */
function validatorDistance(facts: Facts): number | null {
  for (const { message } of facts.of('exception')) {
    const match = IDX_TIMES.exec(message);
    if (match === null) continue;
    // Both are printed by one culture: whichever way day and month stand, their distance is the same within a day.
    const [begin, now] = [match[1]!, match[2]!].map((text) => Date.parse(`${text} UTC`)) as [number, number];
    if (Number.isFinite(begin) && Number.isFinite(now)) return begin - now;
  }
  return null;
}

/** Of a clock, in people's words. */
const SAID_OFF = [
  'minutes ahead',
  'minutes behind',
  'minutes fast',
  'minutes slow',
  'minutes off',
  'min ahead',
  'min behind',
  'seconds ahead',
  'seconds behind',
  'hours ahead',
  'hours behind',
  'hour ahead',
  'hour behind',
  'in the future',
  'out of sync',
] as const;
const SAID_CLOCK = [
  'clock is',
  'clock was',
  'clock runs',
  'clock on',
  'clock of',
  'system time',
  'server time',
  'clocks are',
] as const;

/** The time service of the machine says it: chrony, timedatectl, chronyc, w32tm. */
export const MACHINE_IS_OFF = [
  'system clock wrong by',
  'system clock synchronized: no',
  'ntp synchronized: no',
  ': not synchronised',
  '3(not synchronized)',
  'the computer did not resync',
] as const;

const ID_TOKEN_OVER = 'id token expired';
const OF_APPAUTH = ['appauth', 'app-auth', 'oidtokenresponse', 'authorize_and_exchange_code_failed'] as const;

/** Where somebody tells that a clock is off, and by how much. */
export function saidToBeOff(facts: Facts): Span | undefined {
  const off = facts.anyPhrase(...SAID_OFF);
  const clock = facts.anyPhrase(...SAID_CLOCK);
  return off !== undefined && clock !== undefined && Math.abs(off.start - clock.start) <= 80 ? clock : undefined;
}

export const clockSkew: RootCause = {
  id: 'clock-skew',
  title: 'A clock is wrong',
  owner: 'app-developer',
  explanation:
    'Tokens and assertions carry the instants between which they are good, and both sides compare them with their own clock. A server whose clock is more than five minutes off sees fresh tokens as expired or not yet valid, and Entra ID refuses its signed assertions. Virtual machines that were paused, containers, and code that computes with local time in place of UTC are the usual sources: a difference of whole hours is a time zone.',
  symptoms: [
    'Tokens are «expired» or «not yet valid» right after they were issued',
    'IDX10222, SecurityTokenNotYetValidException, ImmatureSignatureError',
    'AADSTS700024 with a current time before the assertion begins or whole hours after it',
  ],
  rules: [
    {
      kind: 'phrase',
      phrases: [
        'idx10222',
        'token is not yet valid',
        'securitytokennotyetvalidexception',
        'immaturesignatureerror',
        'jwt not active',
        // passport-azure-ad.
        'jwt is not active',
        'token is not valid yet',
        'token used before issued',
        'the token is not valid before',
        'prematurejwtexception',
        'clock skew too great',
        'lifetime validation failed, the token is not yet valid',
        // php-jwt; nimbus; Spring; jose4j; jose; jsonwebtoken.
        'cannot handle token prior to',
        'cannot handle token with iat prior to',
        'cannot handle token with nbf prior to',
        'jwt before use time',
        'jwt not yet valid',
        'jwt used before',
        'is not yet valid as the evaluation time',
        '"nbf" claim timestamp check failed',
        '"iat" claim timestamp check failed',
        'notbeforeerror',
        'token was issued in the future',
        'token issued in the future',
        'issued at future time',
        "the token can't be used before",
        // lcobucci/jwt, lestrrat/jwx, jjwt, ruby-jwt, Rust's jsonwebtoken.
        'the token cannot be used yet',
        '"nbf" not satisfied',
        '"iat" not satisfied',
        'jwt must not be accepted before',
        'signature nbf has not been reached',
        'error(immaturesignature)',
        // openid-client; zitadel/oidc; coreos/go-oidc.
        'jwt issued in the future',
        'id_token issued in the future',
        'id_token not active yet',
        'issuedat of token is in the future',
        'before the nbf (not before) time',
        // oauth4webapi; AppAuth.
        'jwt "nbf" (not before) claim value',
        'issued at time is more than',
      ],
      strength: 'decisive',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'A fresh token counts as not yet valid: one of the two clocks is wrong',
    },
    {
      // AppAuth looks at an ID token as soon as it has it.
      kind: 'facts',
      phrases: [ID_TOKEN_OVER, ...OF_APPAUTH],
      onlyWith: { phrases: [ID_TOKEN_OVER] },
      test: (facts) => {
        const at = facts.phrase(ID_TOKEN_OVER);
        return at === undefined || facts.anyPhrase(...OF_APPAUTH) === undefined
          ? undefined
          : {
              strength: 'strong',
              at,
              says: 'An ID token that has only just come counts as expired: the clock of the device is ahead',
            };
      },
    },
    {
      kind: 'facts',
      onlyWith: { evidence: ['token'] },
      test: (facts) => {
        const { nbf } = facts.claims;
        if (nbf === undefined || facts.at === null || facts.token === null) return undefined;
        // The time of a refused sign-in: this token is of another one, later or earlier.
        if (facts.of('aadsts').length > 0) return undefined;
        const early = nbf * 1000 - facts.at;
        if (early <= TOLERANCE || early > 36 * HOUR) return undefined;
        return {
          strength: 'decisive',
          at: facts.token.span,
          says: `The token begins at ${instant(nbf * 1000)}, the answer is of ${instant(facts.at)}: before it`,
        };
      },
    },
    {
      kind: 'facts',
      onlyWith: { evidence: ['token'] },
      test: (facts) => {
        const off = assertionOutOfTime(facts);
        if (off?.clock == null) return undefined;
        return {
          strength: 'strong',
          at: off.token.span,
          says: `The assertion is good from ${instant(off.from)} to ${instant(off.until)}, the answer is of ${instant(off.now)}: the clock, or a time zone taken for UTC`,
        };
      },
    },
    {
      kind: 'code',
      codes: [700024],
      strength: 'decisive',
      when: (_, code) => timed(code) !== null,
      says: (_, code) =>
        `The assertion is off by ${Math.round((timed(code) ?? 0) / MINUTE)} minutes: the clock, or a time zone taken for UTC`,
    },
    {
      kind: 'code',
      codes: [700024],
      strength: 'fair',
      when: (_, code) => assertionTimes(code) === null,
      says: 'An assertion outside its time range: the clock is wrong, or the assertion was kept and used again',
    },
    { kind: 'facts', phrases: MACHINE_IS_OFF, onlyWith: 'its phrases', test: () => undefined },
    {
      kind: 'code',
      codes: [700024],
      strength: 'strong',
      when: (facts, code) => timed(code) === null && facts.anyPhrase(...MACHINE_IS_OFF) !== undefined,
      says: 'An assertion outside its time range, and the time service of the machine says that its clock is not set',
    },
    {
      kind: 'code',
      codes: [700024],
      strength: 'weak',
      when: (_, code) => assertionTimes(code) !== null && timed(code) === null,
      says: 'A clock that is behind by any time looks alike',
    },
    {
      kind: 'code',
      codes: [50012, 50027, 70002],
      strength: 'strong',
      when: (_, code) => /not within its valid time range|time range/i.test(code.message),
      says: 'The assertion is not within its valid time range: the clock of the machine that signed it is wrong, or it was kept',
    },
    {
      kind: 'phrase',
      phrases: ['access token has expired or is not yet valid'],
      strength: 'hint',
      says: 'The same sentence stands for a token that is not valid yet',
    },
    {
      kind: 'phrase',
      phrases: [
        'clock skew',
        'clock is not synchronized',
        'system clock is',
        'system clock wrong by',
        'timeskew',
        'time skew detected',
      ],
      strength: 'fair',
      when: (facts) => facts.of('aadsts').length === 0 && facts.microsoft,
      says: 'The text itself speaks of the clock',
    },
    told('expired-at-once', {
      strength: 'fair',
      when: (facts) => facts.microsoft,
      says: 'A token that is expired right after it was issued lives by another clock than the one it is compared with',
    }),
    told('expired-at-once', {
      strength: 'weak',
      when: (facts) => !facts.microsoft,
      says: 'A token that is expired right after it was issued lives by another clock than the one it is compared with',
    }),
    {
      // A person's own finding: a clock, and by how much it is off.
      kind: 'facts',
      phrases: [...SAID_OFF, ...SAID_CLOCK],
      onlyWith: { phrases: SAID_OFF },
      test: (facts) => {
        const clock = saidToBeOff(facts);
        return clock !== undefined && facts.of('aadsts').length === 0
          ? { strength: 'strong', at: clock, says: 'You write that a clock is off; tokens are compared with it' }
          : undefined;
      },
    },
    retold(
      { 'clock-said-wrong': 'The token is said not to be valid yet, and the clock of the machine is named beside it' },
      { unnamed: 'weak' },
    ),
  ],
  headline: (facts) => {
    const off = facts
      .of('aadsts')
      .map(timed)
      .find((it) => it !== null);
    if (off != null)
      return `The clock of the machine that signed the assertion is off by about ${Math.round(off / MINUTE)} minutes.`;
    const distance = validatorDistance(facts);
    if (distance !== null && distance >= MINUTE && distance < 36 * HOUR)
      return `The clock of the machine that checks the token is behind by about ${Math.round(distance / MINUTE)} minutes, so the token is not valid yet for it.`;
    return 'The clock of one of the machines is wrong, so tokens look expired or not yet valid.';
  },
  steps: (facts) => [
    { text: 'Compare the machine’s clock with the Date header of the API: more than five minutes apart is too much.' },
    ...(facts.language === 'powershell' || facts.language === 'csharp'
      ? [{ text: 'Synchronise it with a time server, NTP (Windows):', value: 'w32tm /resync /force' }]
      : [
          {
            text: 'Synchronise it with a time server, NTP (Linux; for containers on the host; on Windows: w32tm /resync /force):',
            value: 'sudo timedatectl set-ntp true',
          },
        ]),
    {
      text: 'Where you build an assertion yourself, compute nbf and exp in UTC seconds, and sign a new one for every request (five minutes of life are enough).',
    },
    { text: 'After a virtual machine was paused, let it set its clock before the first sign-in.' },
  ],
  patches: [],
  check: () => ({
    text: 'Both lines show the same minute:',
    command: 'date -u; curl -sI https://graph.microsoft.com/v1.0/ | grep -i ^date',
  }),
  sources: [
    {
      title: 'AADSTS700024 client assertion is not within its valid time range',
      url: 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes',
    },
    {
      title: 'Certificate credentials: nbf and exp',
      url: 'https://learn.microsoft.com/entra/identity-platform/certificate-credentials',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    { paste: 'The token from Entra ID is not yet valid, says our server. Its clock is 8 minutes behind.' },
    {
      paste:
        'The server clock is 8 minutes fast. 401 InvalidAuthenticationToken: Lifetime validation failed, the token is expired.',
      verdict: 'likely',
    },
    {
      paste:
        'PlatformException(authorize_and_exchange_code_failed, Failed to authorize: Issued at time is more than 600 seconds before or after the current time, null, null)',
      verdict: 'certain',
    },
    { paste: 'react-native-app-auth, iOS: authorize() fails with Error: ID Token expired', verdict: 'likely' },
    {
      paste:
        'POST https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token\ngrant_type=client_credentials&client_id=7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion=eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsIng1dCI6ImhRMm0wVmI3a1hyNW5MOXBUejFjWXdFM3NVbyJ9.eyJhdWQiOiJodHRwczovL2xvZ2luLm1pY3Jvc29mdG9ubGluZS5jb20vY29udG9zby5jb20vdjIuMCIsImlzcyI6IjdkMWYwYzllLTVhMGItNGE1Yy04ZjY1LTBmMGE0ZjNmMWMyMiIsInN1YiI6IjdkMWYwYzllLTVhMGItNGE1Yy04ZjY1LTBmMGE0ZjNmMWMyMiIsIm5iZiI6MTc3MjYxNDgwMCwiZXhwIjoxNzcyNjE1NDAwfQ.c2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJl\n\nHTTP/1.1 401 Unauthorized\nDate: Wed, 04 Mar 2026 08:01:12 GMT\n{"error":"invalid_client"}',
      verdict: 'likely',
    },
    {
      paste:
        '401 {"error":{"code":"InvalidAuthenticationToken","message":"Access token has expired or is not yet valid."}}\nDate: Tue, 10 Mar 2026 10:00:00 GMT\njwt.ms: nbf 1773140700, exp 1773144600',
      verdict: 'certain',
    },
    {
      paste: 'Our Microsoft Graph tokens are expired immediately after login, on one server only.',
      verdict: 'possible',
    },
    { paste: 'AzureAD: Bearer Strategy: authentication failed due to: jwt is not active', verdict: 'certain' },
    {
      paste: "The container's clock is 6 minutes ahead, its tokens are rejected with 401",
      verdict: 'likely',
    },
    { paste: `JWT::ImmatureSignature: Signature nbf has not been reached`, verdict: 'certain' },
    {
      paste:
        'level=error msg="reason: issuedAt of token is in the future: (iat: 2026-05-11 14:29:41 -0500, now with offset: 2026-05-11 19:29:40 +0000)"',
      verdict: 'certain',
    },
    { paste: 'RPError: JWT issued in the future, now 1761900000, iat 1761900420', verdict: 'certain' },
    { paste: `RequiredConstraintsViolated: - The token cannot be used yet`, verdict: 'certain' },
    {
      paste:
        'com.nimbusds.jwt.proc.BadJWTException: JWT before use time\n	at com.microsoft.azure.spring.autoconfigure.aad.AADAuthenticationFilter.doFilterInternal',
      verdict: 'certain',
    },
    { paste: 'ERROR: Invalid id_token. Cannot handle token prior to 2024-12-01T10:39:32+0000', verdict: 'certain' },
    {
      paste:
        "Microsoft.IdentityModel.Tokens.SecurityTokenNotYetValidException: IDX10222: Lifetime validation failed. The token is not yet valid. ValidFrom (UTC): '5/4/2026 10:12:00 AM', Current time (UTC): '5/4/2026 10:01:00 AM'.",
      verdict: 'certain',
    },
    {
      paste:
        'AADSTS700024: Client assertion is not within its valid time range. Current time: 2026-03-04T10:00:10.1234567Z, assertion valid from 2026-03-04T11:00:02.0000000Z, expiry time of assertion 2026-03-04T11:10:02.0000000Z.',
      verdict: 'certain',
    },
    {
      paste:
        'AADSTS700024: Client assertion is not within its valid time range. Current time: 2026-03-04T12:00:05.1234567Z, assertion valid from 2026-03-04T10:00:02.0000000Z, expiry time of assertion 2026-03-04T10:10:02.0000000Z.',
      verdict: 'certain',
    },
    { paste: 'jwt.exceptions.ImmatureSignatureError: The token is not yet valid (iat)', verdict: 'certain' },
  ],
  nearMisses: [
    {
      paste: 'The clock is right. 401 InvalidAuthenticationToken: Lifetime validation failed, the token is expired.',
      cause: 'token-expired',
    },
    {
      paste:
        '401 {"error":{"code":"InvalidAuthenticationToken","message":"Access token has expired or is not yet valid."}}\nDate: Tue, 10 Mar 2026 10:00:00 GMT\njwt.ms: nbf 1773130000, exp 1773133600',
      cause: 'token-expired',
    },
    { paste: 'The invitation link is expired immediately, and there is no token in it', cause: 'not-enough-evidence' },
    {
      paste:
        'POST https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token\ngrant_type=client_credentials&client_id=7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion=eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsIng1dCI6ImhRMm0wVmI3a1hyNW5MOXBUejFjWXdFM3NVbyJ9.eyJhdWQiOiJodHRwczovL2xvZ2luLm1pY3Jvc29mdG9ubGluZS5jb20vY29udG9zby5jb20vdjIuMCIsImlzcyI6IjdkMWYwYzllLTVhMGItNGE1Yy04ZjY1LTBmMGE0ZjNmMWMyMiIsInN1YiI6IjdkMWYwYzllLTVhMGItNGE1Yy04ZjY1LTBmMGE0ZjNmMWMyMiIsIm5iZiI6MTc3MjYxNDgwMCwiZXhwIjoxNzcyNjE1NDAwfQ.c2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJl\n\nHTTP/1.1 401 Unauthorized\nDate: Wed, 04 Mar 2026 09:24:40 GMT\n{"error":"invalid_client"}',
      cause: 'client-assertion-invalid',
    },
    {
      paste: 'The meeting is 30 minutes behind schedule. 401 Unauthorized from https://graph.microsoft.com/v1.0/me',
      cause: 'not-enough-evidence',
    },
    {
      paste:
        'AADSTS700024: Client assertion is not within its valid time range. Current time: 2026-03-04T08:46:34.5519230Z, assertion valid from 2026-03-04T08:13:12.0000000Z, expiry time of assertion 2026-03-04T08:18:12.0000000Z.',
      cause: 'client-assertion-invalid',
    },
    {
      // The token of today, beside what a sign-in of yesterday answered.
      paste:
        '{"aud":"https://graph.microsoft.com","iat":1775030400,"nbf":1775030400,"exp":1775034300,"scp":"User.Read"}\nAADSTS7000222: The provided client secret keys for app \'4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31\' are expired. Timestamp: 2026-04-01 07:10:00Z',
      cause: 'client-secret-expired',
    },
    {
      paste: 'Lifetime validation failed, the token is expired.\nGET https://graph.microsoft.com/v1.0/me',
      cause: 'token-expired',
    },
  ],
};
