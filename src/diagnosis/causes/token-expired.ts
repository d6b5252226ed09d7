import type { FixStep } from '../diagnosis.ts';
import type { Facts } from '../facts/facts.ts';
import { sharedKeyAlgorithm } from '../facts/shared-key.ts';
import { saidToBeOff } from './clock-skew.ts';
import type { RootCause, Signal } from './root-cause.ts';
import { silentRequest } from './words/msal-names.ts';
import { retold } from './words/told.ts';
import { instant, sameCall, theApi } from './words/wording.ts';

/** Access tokens live an hour and a bit; a call that failed this long after one that worked outlived its token. */
const AN_HOUR = 55 * 60_000;

/** An API looks at the lifetime before it looks at permissions: 403 is the answer to a token that was taken. */
function expAgainstPaste(facts: Facts): Signal | undefined {
  const { exp } = facts.claims;
  if (exp === undefined || facts.token === null || facts.status === 403) return undefined;
  if (facts.status !== null && facts.status < 400) return undefined;
  const expired = exp * 1000;
  if (facts.at !== null) {
    if (facts.at < expired) return undefined;
    return {
      strength: 'decisive',
      at: facts.token.span,
      says: `The token expired at ${instant(expired)}; the refusal is of ${instant(facts.at)}`,
    };
  }
  // A paste may be read long after it happened, so the present alone proves little.
  if (facts.now < expired) return undefined;
  return {
    strength: 'weak',
    at: facts.token.span,
    says: `The token expired at ${instant(expired)}; the paste does not say when the call was made`,
  };
}

/** How people tell the time that an access token lives (60 to 90 minutes). */
const ABOUT_AN_HOUR = [
  'after an hour',
  'after one hour',
  'after 1 hour',
  'after about an hour',
  'after about 1 hour',
  'after about one hour',
  'after roughly an hour',
  'after around an hour',
  'after exactly one hour',
  'after 60 minutes',
  'after sixty minutes',
  'after about 60 minutes',
  'after around 60 minutes',
  'after roughly 60 minutes',
  'after about sixty minutes',
  'after roughly sixty minutes',
  'about an hour',
  'roughly an hour',
  'exactly an hour',
  'after 1h',
  '60-90 minutes',
  '60 to 90 minutes',
  '60 minutes later',
  'one hour after',
  'an hour after',
  'next morning',
  'after lunch',
  'after ~1 hour',
  'after ~60',
  'an hour later',
  'one hour later',
  'for an hour',
  'for about an hour',
  'for the first hour',
  'first hour',
  'within an hour',
  'nach einer stunde',
  'nach etwa einer stunde',
  'nach ca. einer stunde',
  'nach 60 minuten',
  'une heure',
  'una hora',
] as const;

/** Microsoft\u2019s platform, named without an address. */
const NAMED = [
  'graph api',
  'invalidauthenticationtoken',
  'calls to graph',
  'calls from graph',
  'calendarview',
  'expires_in',
  'graph call',
  'graph request',
  'microsoft graph',
  'graphclient',
  'graph sdk',
  'dataverse',
  'dynamics 365',
  'get-d365',
  'sharepoint online',
  'power bi',
] as const;

/** How services and libraries say that a token's life is over. */
const OVER = [
  'lifetime validation failed, the token is expired',
  'lifetime validation failed. the token is expired',
  '80049228',
  'idx10223',
  // A LifetimeValidator of one's own said no.
  'idx10230',
  'expiredauthenticationtoken',
  'access token expiry utc time',
  'expiredsignatureerror',
  'tokenexpirederror',
  'jwt expired',
  'signature has expired',
  'the access token has expired',
  'access token has expired.',
  'securitytokenexpiredexception',
  'the token expired at',
  'token is expired by',
  'expiredjwtexception',
  'token lifetime is invalid',
  // passport-azure-ad; jose 4 and 5; nimbus and Spring; jose4j; java-jwt.
  'jwt is expired',
  '"exp" claim timestamp check failed',
  'err_jwt_expired',
  'jwtexpired:',
  'expired jwt',
  'jwt has expired',
  'the jwt is no longer valid',
  'the token has expired on',
  'the access token is expired',
  'accesstokenexpired',
  // php-jwt, lestrrat/jwx, golang-jwt, go-oidc, Rust's jsonwebtoken.
  'expiredexception: expired token',
  '"exp" not satisfied',
  'token has invalid claims: token is expired',
  'oidc: token is expired',
  'error(expiredsignature)',
  // Power BI's embedded reports; Azure SQL.
  'resubmit with a new access token',
  "<token-identified principal>'. token is expired",
] as const;

const renew = (facts: Facts): readonly FixStep[] => [
  {
    text: `Ask for the token before every call, not once at start: ${silentRequest(facts)} answers from its cache and renews it in time.`,
  },
  {
    text: 'Keep the account (or the cache) of the sign-in, not the token: the cache holds the refresh token that renews it.',
  },
  {
    text: 'Where there is no refresh token, ask for offline_access in raw HTTP requests; MSAL asks for it by itself.',
  },
  { text: 'On a 401, take one fresh token and repeat the call once, never in a loop.' },
];

/** Whoever shares the secret made it: Entra ID has no part in it. */
const RENEW_OWN: readonly FixStep[] = [
  { text: 'Get a new token from whoever issued this one: your own sign-in route, or the service whose token it is.' },
  {
    text: 'Where your own program signs it, its lifetime stands there (expiresIn of jsonwebtoken, exp of the claims): renew it before it is over, or sign the person in again on this 401.',
  },
  { text: 'Where it is over at once, compare the clocks of the two machines.' },
];

export const tokenExpired: RootCause = {
  id: 'token-expired',
  title: 'The access token has expired',
  owner: 'app-developer',
  explanation:
    'An access token lives for about an hour (up to 28 hours with continuous access evaluation), and after that every API refuses it. It is not renewed by itself: the program has to ask its cache (acquireTokenSilent) before every call, and the cache uses the refresh token when it has to. A token kept in a variable, a header that is built once, or a token copied into a configuration fails after that hour.',
  symptoms: [
    '401 with «Access token has expired or is not yet valid.» or «Lifetime validation failed, the token is expired.»',
    'reason code 80049228',
    'It works after a fresh sign-in and fails about an hour later',
  ],
  rules: [
    { kind: 'facts', onlyWith: { evidence: ['token'] }, test: expAgainstPaste },
    {
      // In the person's own words: it works, and an hour later the same call is refused.
      kind: 'facts',
      phrases: [...ABOUT_AN_HOUR, ...NAMED],
      onlyWith: { phrases: ABOUT_AN_HOUR },
      test: (facts) => {
        const at = facts.anyPhrase(...ABOUT_AN_HOUR);
        if (at === undefined || facts.status !== 401 || facts.of('aadsts').length > 0) return undefined;
        return facts.api === 'graph' || facts.microsoft || facts.anyPhrase(...NAMED) !== undefined
          ? {
              strength: 'fair',
              at,
              says: 'It works for about an hour, which is how long an access token lives, and then answers 401',
            }
          : undefined;
      },
    },
    {
      kind: 'phrase',
      phrases: OVER,
      strength: 'decisive',
      when: (facts) => facts.of('aadsts').length === 0 && saidToBeOff(facts) === undefined,
      says: 'The lifetime of the token is over',
    },
    {
      // By a clock that is said to be wrong a fresh token is expired, too.
      kind: 'phrase',
      phrases: OVER,
      strength: 'fair',
      when: (facts) => facts.of('aadsts').length === 0 && saidToBeOff(facts) !== undefined,
      says: 'The lifetime of the token is over, by a clock that is said to be wrong',
    },
    {
      kind: 'phrase',
      phrases: [
        'access token has expired or is not yet valid',
        'token is expired',
        'token has expired',
        'token expired',
        'expired_token',
        // Translated by people and by programs; phrases are ASCII, so some end early.
        'token ist abgelaufen',
        'token abgelaufen',
        'jeton a expir',
        'token de acceso ha caducado',
        'token ha caducado',
        'token ha expirado',
        'token de acceso ha expirado',
        'token expirado',
        'token expirou',
        'token scaduto',
      ],
      strength: 'strong',
      when: (facts) => facts.of('aadsts').length === 0 && facts.microsoft && saidToBeOff(facts) === undefined,
      says: 'The API speaks of an expired token',
    },
    {
      // Graph's own sentence, also where nothing else of the answer was pasted.
      kind: 'phrase',
      phrases: ['access token has expired or is not yet valid'],
      strength: 'strong',
      when: (facts) => facts.of('aadsts').length === 0 && !facts.microsoft && facts.of('vendor').length === 0,
      says: 'The API speaks of an expired token',
    },
    {
      // OneDrive and others keep the reason in innerError.code.
      kind: 'facts',
      onlyWith: { evidence: ['api-error'] },
      test: (facts) => {
        const error = facts
          .of('api-error')
          .find((item) =>
            [item.code, ...item.innerCodes].some((code) =>
              /^(?:expired_?token|token_?expired|access_?token_?expired)$/i.test(code),
            ),
          );
        return error !== undefined && facts.of('vendor').length === 0
          ? { strength: 'decisive', at: error.span, says: 'The error body gives an expired token as the reason' }
          : undefined;
      },
    },
    {
      kind: 'facts',
      onlyWith: { evidence: ['diagnostics'] },
      test: (facts) => {
        const header = facts.of('diagnostics').find((item) => /expired/i.test(item.reason));
        return (
          header && {
            strength: 'decisive',
            at: header.span,
            says: 'The x-ms-diagnostics header says that the token has expired',
          }
        );
      },
    },
    {
      kind: 'facts',
      onlyWith: { evidence: ['request'] },
      test: (facts) => {
        const refused = facts.calls.findLast((call) => call.status === 401);
        if (refused?.request == null) return undefined;
        const path = refused.request.path;
        const worked = facts.calls.some((call) => call.status === 200 && call.request?.path === path);
        const instants = facts.of('instant').map((item) => item.at);
        if (!worked || instants.length < 2 || Math.max(...instants) - Math.min(...instants) < AN_HOUR) return undefined;
        return {
          strength: 'strong',
          at: refused.request.span,
          says: 'The same call worked about an hour before: that is how long an access token lives',
        };
      },
    },
    retold(
      {
        'refused-after-an-hour':
          'It is said to work for about an hour after each start: that is how long an access token lives',
      },
      { strength: 'fair', unnamed: 'weak' },
    ),
  ],
  headline: (facts) => {
    const { exp } = facts.claims;
    const at = exp === undefined ? '' : ` at ${instant(exp * 1000)}`;
    return sharedKeyAlgorithm(facts) === undefined
      ? `The access token sent to ${theApi(facts)} expired${at}.`
      : `The token, which is not one of Entra ID, expired${at}.`;
  },
  steps: (facts) => (sharedKeyAlgorithm(facts) === undefined ? renew(facts) : RENEW_OWN),
  patches: (facts) =>
    sharedKeyAlgorithm(facts) !== undefined
      ? []
      : facts.actor === 'app'
        ? ['client-credentials']
        : ['silent-then-interactive'],
  check: (facts) => {
    if (sharedKeyAlgorithm(facts) !== undefined)
      return { text: 'exp of the new token lies ahead, and the same call is answered.' };
    const again = sameCall(facts);
    return {
      text: `exp of the new token lies ahead, and ${again.command === undefined ? 'the same call is answered.' : 'this answers 200:'}`,
      ...again,
    };
  },
  sources: [
    {
      title: 'Access token lifetime',
      url: 'https://learn.microsoft.com/entra/identity-platform/access-tokens#token-lifetime',
    },
    {
      title: 'Acquire and cache tokens with MSAL',
      url: 'https://learn.microsoft.com/entra/identity-platform/msal-acquire-cache-tokens',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    { paste: 'Graph: nach einer Stunde nur noch 401, nach einem Neustart des Dienstes geht es wieder eine Stunde.' },
    {
      paste: `<Code>InvalidAuthenticationInfo</Code><AuthenticationErrorDetail>Lifetime validation failed. The token is expired.</AuthenticationErrorDetail>`,
      verdict: 'certain',
    },
    {
      paste: `{"message":"TokenExpired","detailedMessage":"Access token has expired, resubmit with a new access token","errorCode":"403"}`,
      verdict: 'certain',
    },
    {
      paste: `SqlException (0x80131904): Login failed for user '<token-identified principal>'. Token is expired.`,
      verdict: 'certain',
    },
    {
      paste: `Get-D365ODataEntityData -EntityName Customers -TraverseNextLink
Response status code does not indicate success: 401 (Unauthorized).
It stops after roughly sixty minutes, each time.`,
    },
    {
      paste:
        'It works right after login, and about an hour later every Graph call answers 401 until the user signs in again.',
    },
    { paste: `oidc: token is expired (Token Expiry: 2024-03-04 05:06:07 +0000 UTC)`, verdict: 'certain' },
    { paste: `Firebase\\JWT\\ExpiredException: Expired token`, verdict: 'certain' },
    { paste: 'Error message: Access token has expired or is not yet valid.' },
    {
      paste: '{"name":"AzureAD: Bearer Strategy","msg":"authentication failed due to: jwt is expired"}',
      verdict: 'certain',
    },
    {
      paste:
        'JWTExpired: "exp" claim timestamp check failed\n  code: \'ERR_JWT_EXPIRED\'\nissuer https://login.microsoftonline.com/contoso.com/v2.0',
      verdict: 'certain',
    },
    {
      paste:
        "{'error': {'code': 'unauthenticated', 'message': 'The caller is not authenticated.', 'innerError': {'code': 'expiredToken'}}}",
      verdict: 'certain',
    },
    {
      paste:
        '{"error":{"code":"InvalidAuthenticationToken","message":"Lifetime validation failed, the token is expired.","innerError":{"date":"2026-05-04T11:00:00"}}}',
      verdict: 'certain',
    },
    {
      paste:
        "{'error': {'code': 'InvalidAuthenticationToken', 'message': 'CompactToken validation failed with reason code: 80049228.'}}",
      verdict: 'certain',
    },
    {
      paste:
        'GET https://graph.microsoft.com/v1.0/me/events\nHTTP/1.1 401 Unauthorized\nDate: Mon, 04 May 2026 12:30:00 GMT\n\n{"aud":"https://graph.microsoft.com","scp":"Calendars.ReadWrite","exp":1777890000,"nbf":1777886000}',
      verdict: 'certain',
    },
    {
      paste:
        'WWW-Authenticate: Bearer error="invalid_token", error_description="The token expired at \'05/04/2026 10:12:01\'"',
      verdict: 'certain',
    },
    {
      paste:
        'Error message: Access token has expired or is not yet valid.\nGET https://graph.microsoft.com/v1.0/me/memberOf\n401 : Unauthorized',
    },
  ],
  nearMisses: [
    {
      // The lifetime is looked at first: a token that gets 403 was taken.
      paste:
        'GET https://graph.microsoft.com/v1.0/me/messages\nHTTP/1.1 403 Forbidden\nDate: Mon, 04 May 2026 12:30:00 GMT\n\n{"aud":"https://graph.microsoft.com","scp":"User.Read","exp":1777890000,"nbf":1777886000}',
      cause: 'missing-scope',
    },
    {
      paste: 'GET https://graph.microsoft.com/v1.0/me -> 401\nCould it be that the token has expired?',
      cause: 'not-enough-evidence',
    },
    {
      paste: 'Our CRM answers 401 after roughly sixty minutes, then we log in again.',
      cause: 'not-enough-evidence',
    },
    {
      paste: 'After an hour of waiting GET https://graph.microsoft.com/v1.0/me/events still answers 403',
      cause: 'not-enough-evidence',
    },
    {
      paste: '{"statusCode":401,"message":"jwt expired"} https://fabrikam.eu.auth0.com/api/v2/users',
      cause: 'not-enough-evidence',
    },
    {
      paste:
        "SecurityTokenNotYetValidException: IDX10222: Lifetime validation failed. The token is not yet valid. ValidFrom (UTC): '5/4/2026 10:12:00 AM', Current time (UTC): '5/4/2026 10:01:00 AM'.",
      cause: 'clock-skew',
    },
    {
      paste:
        "AADSTS7000222: The provided client secret keys for app '7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22' are expired.",
      cause: 'client-secret-expired',
    },
    {
      paste: '{"__type":"ExpiredTokenException","message":"The security token included in the request is expired"}',
      cause: 'not-enough-evidence',
    },
  ],
};
