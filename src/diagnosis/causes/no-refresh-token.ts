import type { Facts } from '../facts/facts.ts';
import type { RootCause, Signal } from './root-cause.ts';
import { scopeRequests } from './scopes/scope-requests.ts';
import { silentRequest } from './words/msal-names.ts';
import { retold, told } from './words/told.ts';

/** How people and programs say that none came. */
const MENTIONS = [
  'no refresh token',
  'where is the refresh token',
  'where is refresh_token',
  'without a refresh token',
  'without refresh token',
  'no refresh token in the response',
  'never returns a refresh token',
  'not returning a refresh token',
  'not return a refresh token',
  'not getting a refresh token',
  'not get a refresh token',
  'not receive a refresh token',
  'refresh token is not returned',
  'refresh_token is not returned',
  'refresh token is always null',
  'refresh_token is undefined',
  'refresh_token is null',
  'refresh_token is missing',
  'without refresh_token',
  "keyerror: 'refresh_token'",
  'refreshtoken); // null',
  'refresh_token: null',
  '"refresh_token":null',
  'refresh_token=null',
  'refresh token is null',
  'refreshtoken is null',
  'refreshtoken: null',
  'refreshtoken is undefined',
  'refresh_token: undefined',
  'no refresh_token',
  'not return refresh_token',
  'not return a refresh_token',
  'not returning refresh_token',
  'not getting refresh_token',
  'refresh token is missing',
  "don't get a refresh token",
  "doesn't return a refresh token",
  'does not contain a refresh_token',
  'does not contain refresh_token',
  'does not include a refresh token',
  // Rust and Python print the absent value as None, Ruby as nil.
  'refresh_token: none',
  "'refresh_token': none",
  'refresh_token is none',
  'refresh_token: nil',
  'refresh_token=>nil',
  'have a refresh_token',
  'have a refresh token',
  'have refresh_token',
  'get a refresh_token',
  'get the refresh_token',
  'provider_refresh_token',
  'nothing as refresh token',
  'no "refresh_token"',
  "no 'refresh_token'",
  'without "refresh_token"',
  'refresh_token missing',
  'refresh token missing',
  'missing refresh_token',
  'refresh_token is empty',
  'refresh token is empty',
  'refresh_token is absent',
  'refresh token is undefined',
  'refresh token not returned',
  'refresh_token not returned',
  'refresh_token not present',
  'refresh token not present',
  'refresh_token not included',
  '"refresh_token": null',
  '"refreshtoken":null',
  '"refreshtoken": null',
  "'refresh_token' => null",
  '"refresh_token"=>nil',
  'what do i refresh with',
  'nothing to refresh with',
  'kein refresh token',
  'kein refresh_token',
  'kein refresh-token',
  'pas de refresh token',
  'pas de refresh_token',
  'sin refresh token',
  'sin refresh_token',
  // As Microsoft's documentation calls it in these languages.
  'kein aktualisierungstoken',
  'keinen aktualisierungstoken',
  'ohne aktualisierungstoken',
  "jamais de jeton d'actualisation",
  "pas de jeton d'actualisation",
  "aucun jeton d'actualisation",
  "sans jeton d'actualisation",
  'sin token de actualizaci',
  'nessun token di aggiornamento',
  'senza token di aggiornamento',
  'nenhum token de atualiza',
  'sem token de atualiza',
  'geen vernieuwingstoken',
] as const;

/** An access token lives about an hour: what people notice who have no refresh token. */
const EVERY_HOUR = [
  'after an hour',
  'after one hour',
  'after 1 hour',
  'after about an hour',
  'after 60 minutes',
  'every hour',
  'each hour',
  'an hour later',
  'nach einer stunde',
  'jede stunde',
  "au bout d'une heure",
  'pendant une heure',
  'toutes les heures',
  'cada hora',
  "dopo un'ora",
  'ogni ora',
  'depois de uma hora',
  'a cada hora',
  'na een uur',
] as const;

const SIGNED_IN_ANEW = [
  'sign in again',
  'log in again',
  'login again',
  'signs in again',
  'logs in again',
  'signed out',
  'logged out',
  're-login',
  'relogin',
  're-authenticate',
  'reauthenticate',
  'new sign-in',
  'new login',
  'asked to sign in',
  'asked to log in',
  'has to sign in',
  'have to sign in',
  'must sign in',
  'has to log in',
  'have to log in',
  'wieder anmelden',
  'erneut anmelden',
  'neu anmelden',
  'se reconnecter',
  'volver a iniciar',
] as const;

/** Answers of the token endpoint as JSON, and as Python, Objective-C, PHP, Ruby and a form print them. */
const TOKEN_ANSWER = [
  '"token_type":"bearer"',
  '"token_type": "bearer"',
  "'token_type': 'bearer'",
  '"token_type" = bearer',
  "'token_type' => 'bearer'",
  '"token_type"=>"bearer"',
  'token_type=bearer',
  'token_type: bearer',
] as const;

const OIDC = /^(?:openid|profile|email|offline_access)$/;

function isTold(facts: Facts): boolean {
  return (
    facts.of('aadsts').length === 0 &&
    facts
      .of('told')
      .some(
        ({ circumstance }) =>
          circumstance === 'refresh-token-absent' || circumstance === 'refresh-token-printed-as-nothing',
      )
  );
}

function refreshes(facts: Facts): boolean {
  return (
    facts.of('oauth-request').some((item) => item.parameters.grant_type === 'refresh_token') ||
    facts.of('setting').some((item) => item.name === 'grant' && item.values.includes('refresh_token'))
  );
}

function withoutOffline(facts: Facts): boolean {
  // MSAL keeps the refresh token to itself, and says so in errors of its own.
  const own = facts.of('oauth-error').length === 0 && facts.of('exception').length === 0;
  return own && facts.anyPhrase('offline_access', 'client_credentials') === undefined;
}

/** MSAL adds offline_access by itself, so a list without it proves something only in raw requests and other libraries. */
function scopesWithoutOffline(facts: Facts): Signal | undefined {
  const request = facts
    .of('oauth-request')
    .find((item) => item.parameters.scope !== undefined && item.parameters.grant_type !== 'client_credentials');
  const setting = facts.of('setting').find((item) => item.name === 'scopes');
  const scopes =
    request?.parameters.scope?.toLowerCase().split(/[\s+]+/) ??
    setting?.values.flatMap((value) => value.toLowerCase().split(/[\s+]+/));
  if (scopes === undefined) return undefined;
  if (scopes.some((scope) => scope === 'offline_access' || scope.endsWith('.default'))) return undefined;
  const asked = facts.anyPhrase(...MENTIONS) !== undefined || isTold(facts);
  return asked
    ? {
        strength: 'strong',
        at: (request ?? setting)?.span,
        says: 'The scopes of the request do not hold offline_access, and only with it comes a refresh token',
      }
    : undefined;
}

/**
 * Nobody speaks of a refresh token: people see that they must sign in every hour. MSAL asks for offline_access by itself,
 * and an app without a person has nobody to sign in.
 */
function signedInEveryHour(facts: Facts): Signal | undefined {
  const at = facts.anyPhrase(...SIGNED_IN_ANEW);
  if (at === undefined || facts.anyPhrase(...EVERY_HOUR) === undefined || facts.phrase('msal') !== undefined)
    return undefined;
  if (!facts.microsoft || facts.of('vendor').length > 0) return undefined;
  if (facts.of('aadsts').length > 0 || facts.actor === 'app' || refreshes(facts)) return undefined;
  const lists = scopeRequests(facts).map(({ scopes }) => scopes.map((scope) => scope.toLowerCase()));
  const asked = lists.some((scopes) => scopes.some((scope) => /(?:^|\/)(?:offline_access|\.default)$/.test(scope)));
  return lists.length === 0 || asked
    ? undefined
    : {
        strength: 'fair',
        at,
        says: 'An access token lives about an hour, and the scopes do not hold offline_access: without a refresh token the person has to sign in again',
      };
}

/** `https://graph.microsoft.com/offline_access` is no scope: the OpenID Connect scopes belong to no API. */
function qualifiedOidcScope(facts: Facts): Signal | undefined {
  for (const item of facts.of('setting')) {
    if (item.name !== 'scopes') continue;
    const wrong = item.values.find((value) => {
      const name = /^https?:\/\/[^/]+\/(.+)$/.exec(value)?.[1];
      return name !== undefined && OIDC.test(name);
    });
    if (wrong !== undefined)
      return {
        strength: wrong.endsWith('offline_access') ? 'strong' : 'weak',
        at: item.span,
        says: `${wrong} is no scope: offline_access, openid and profile are asked for without an address before them`,
      };
  }
  return undefined;
}

/** RFC 6749, section 4.2.2: the implicit flow must not issue a refresh token. */
function isImplicit(facts: Facts): boolean {
  return facts
    .of('oauth-request')
    .some(
      ({ parameters: { response_type } }) =>
        response_type !== undefined && /^(?:id_token )?token\b/.test(response_type),
    );
}

/** The implicit flow, and a refresh token is missed. */
function missedFromImplicit(facts: Facts): Signal | undefined {
  const at = facts.anyPhrase(...MENTIONS);
  const request = facts.of('oauth-request').find(({ parameters }) => parameters.response_type !== undefined);
  if (request === undefined || !isImplicit(facts) || facts.of('aadsts').length > 0) return undefined;
  if (at === undefined && !isTold(facts)) return undefined;
  return {
    strength: 'strong',
    at: request.span,
    says: 'response_type=token is the implicit flow, which never brings a refresh token (RFC 6749, section 4.2.2)',
  };
}

export const noRefreshToken: RootCause = {
  id: 'no-refresh-token',
  title: 'No refresh token was issued: offline_access was not asked for',
  owner: 'app-developer',
  explanation:
    'The token endpoint returns a refresh token only when the scope offline_access was asked for at sign-in and consented to. It stands alone, without the address of an API. MSAL asks for it by itself and keeps the refresh token in its cache, where the program never sees it: that is intended. Client credentials and the implicit flow never bring one.',
  symptoms: [
    'The token response has no refresh_token',
    "KeyError: 'refresh_token'",
    "AADSTS900144 «… must contain the following parameter: 'refresh_token'»",
    'It works for an hour after each sign-in',
  ],
  explains: ['token-expired', 'invalid-scope'],
  rules: [
    {
      kind: 'facts',
      phrases: MENTIONS,
      onlyWith: { evidence: ['told'], phrases: MENTIONS },
      test: scopesWithoutOffline,
    },
    {
      // The answer of the token endpoint itself (RFC 6749, section 5.1), and nobody asked for offline_access.
      kind: 'facts',
      phrases: [
        ...MENTIONS,
        ...EVERY_HOUR,
        ...TOKEN_ANSWER,
        'offline_access',
        'client_credentials',
        '"refresh_token":"',
        '"refresh_token": "',
      ],
      onlyWith: { phrases: TOKEN_ANSWER },
      test: (facts) => {
        const at = facts.anyPhrase(...TOKEN_ANSWER);
        const told = facts.anyPhrase(...MENTIONS) !== undefined;
        const hourly = facts.anyPhrase(...EVERY_HOUR) !== undefined && !refreshes(facts);
        if (at === undefined || !(told || hourly) || facts.of('aadsts').length > 0) return undefined;
        return facts.anyPhrase('offline_access', 'client_credentials', '"refresh_token":"', '"refresh_token": "') ===
          undefined
          ? {
              strength: 'strong',
              at,
              says: 'The answer has an access token and no refresh token, and offline_access is nowhere asked for',
            }
          : undefined;
      },
    },
    {
      // MSAL keeps the refresh token to itself: there none is seen, whatever was asked for.
      kind: 'facts',
      phrases: [
        ...MENTIONS,
        '/oauth2/v2.0/token',
        'oauth2/v2.0/authorize',
        'offline_access',
        'client_credentials',
        'msal',
      ],
      onlyWith: { phrases: MENTIONS },
      test: (facts) => {
        const at = facts.anyPhrase(...MENTIONS);
        const endpoint = facts.anyPhrase('/oauth2/v2.0/token', 'oauth2/v2.0/authorize');
        if (at === undefined || endpoint === undefined || facts.of('aadsts').length > 0) return undefined;
        if (facts.anyPhrase('offline_access', 'client_credentials', 'msal') !== undefined) return undefined;
        return {
          strength: 'strong',
          at,
          says: 'None came from the token endpoint, and offline_access is nowhere asked for',
        };
      },
    },
    {
      kind: 'facts',
      phrases: [...EVERY_HOUR, ...SIGNED_IN_ANEW, 'msal'],
      onlyWith: { phrases: EVERY_HOUR },
      test: signedInEveryHour,
    },
    told('refresh-token-absent', {
      strength: 'fair',
      when: (facts) => facts.microsoft && withoutOffline(facts),
      says: 'There is said to be no refresh token, and offline_access is nowhere asked for',
    }),
    told('refresh-token-absent', {
      strength: 'weak',
      when: (facts) => !facts.microsoft && withoutOffline(facts),
      says: 'There is said to be no refresh token, and offline_access is nowhere asked for',
    }),
    told('refresh-token-printed-as-nothing', {
      strength: 'fair',
      when: withoutOffline,
      says: 'The program prints no refresh token, and offline_access is nowhere asked for',
    }),
    { kind: 'facts', onlyWith: { settings: ['scopes'] }, test: qualifiedOidcScope },
    { kind: 'facts', phrases: MENTIONS, onlyWith: { evidence: ['oauth-request'] }, test: missedFromImplicit },
    {
      kind: 'phrase',
      phrases: [
        "keyerror: 'refresh_token'",
        'no refresh token available',
        'no refresh token found',
        'no refresh token was returned',
        'refresh token was not provided',
        'missing refresh token',
        'no_refresh_token',
        'never get a refresh token',
        'refreshtoken); // null',
        'refresh_token is missing',
        'no refresh token in response',
        // league/oauth2-client, asked to refresh without one.
        'required parameter not passed: "refresh_token"',
        // arctic.
        "missing or invalid 'refresh_token' field",
        // golang.org/x/oauth2, where the token that was kept came without one.
        'token expired and refresh token is not set',
        'did not return a refresh token',
        'nothing as refresh token argument',
        'refresh_token: none',
        "'refresh_token': none",
      ],
      strength: 'strong',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'There was no refresh token to use',
    },
    {
      kind: 'code',
      codes: [900144, 90014],
      strength: 'decisive',
      when: (_, code) => /'refresh_token'/.test(code.message),
      says: 'The refresh request carried no refresh token: none had been stored',
    },
    retold(
      { 'no-refresh-token-said': 'There is said to be no refresh token, and offline_access is nowhere asked for' },
      { strength: 'fair', unnamed: 'weak', when: withoutOffline },
    ),
  ],
  headline: (facts) =>
    isImplicit(facts)
      ? 'No refresh token was issued, because the implicit flow (response_type=token) never brings one.'
      : 'No refresh token was issued, because offline_access was not asked for (or not in its plain form).',
  steps: (facts) => [
    ...(isImplicit(facts)
      ? [
          {
            text: 'Sign in with the authorization code flow (and PKCE) in place of the implicit one, and leave «Access tokens» under Implicit grant unticked:',
            value: 'response_type=code',
          },
        ]
      : []),
    {
      text: 'In raw HTTP requests and other libraries, add this word to the scopes, alone and without an address:',
      value: 'offline_access',
    },
    {
      text: `With MSAL leave it out: MSAL asks for it, keeps the refresh token in its cache and uses it in ${silentRequest(facts)}.${facts.language === null || facts.language === 'python' ? ' (MSAL for Python raises ValueError when it stands in the list.)' : ''}`,
    },
    {
      text: 'Sign in once with prompt=consent, so that the new scope is consented to; the redirect URI must be of type Web for a server app.',
    },
    { text: 'A client-credentials app gets none and needs none: it asks for a new token.' },
  ],
  patches: ['refresh-token', 'request-graph-scopes'],
  check: (facts) => ({
    text: `The answer of the token endpoint has refresh_token (raw HTTP), or ${silentRequest(facts)} works after an hour (MSAL).`,
  }),
  sources: [
    {
      title: 'Scopes: offline_access',
      url: 'https://learn.microsoft.com/entra/identity-platform/scopes-oidc#the-offline_access-scope',
    },
    {
      title: 'OpenID Connect Core, section 11',
      url: 'https://openid.net/specs/openid-connect-core-1_0.html#OfflineAccess',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    { paste: 'Microsoft gives me only an access token and never a refresh token, so people sign in every hour.' },
    {
      paste:
        'After one hour the person has to sign in again. scope=openid profile https://graph.microsoft.com/Calendars.Read',
      verdict: 'likely',
    },
    {
      paste: "scopes = ['https://graph.microsoft.com/Calendars.Read']\nresult.get('refresh_token') returns None",
      verdict: 'likely',
    },
    {
      paste:
        'authorize?client_id=0f1e2d3c-4b5a-4968-8776-655443322110&response_type=token&scope=User.Read%20offline_access\nthere is no refresh_token in what comes back',
    },
    {
      paste:
        "provider.get_authorization_url(scope=['Calendars.Read'])\nprint(token.refresh_token)\n# None\nhttps://login.microsoftonline.com/common/oauth2/v2.0/token",
      verdict: 'possible',
    },
    { paste: 'Laravel Socialite with the Microsoft provider: $user->refreshToken is null', verdict: 'possible' },
    {
      paste:
        'POST https://login.microsoftonline.com/common/oauth2/v2.0/token grant_type=authorization_code\n"access_token" = "EwB...";\n"expires_in" = 3600;\n"token_type" = Bearer;\nAfter an hour everybody has to sign in again',
    },
    {
      paste: 'scope: \'openid profile email\'\nomniauth credentials have no "refresh_token" for entra_id',
    },
    {
      paste:
        'I get an access token from https://login.microsoftonline.com/common/oauth2/v2.0/token but there is no refresh token in the response.',
      verdict: 'likely',
    },
    {
      paste:
        'client.authorize_url(CsrfToken::new_random).add_scope(Scope::new("Calendars.Read".to_string()))\nOk(StandardTokenResponse { expires_in: Some(3601), refresh_token: None })',
      verdict: 'possible',
    },
    {
      paste:
        "scopes: ['https://graph.microsoft.com/Calendars.ReadWrite', 'https://graph.microsoft.com/offline_access'],\nconsole.log(token.refreshToken); // null",
    },
    { paste: 'BadMethodCallException: Required parameter not passed: "refresh_token"' },
    {
      paste:
        '[auth.azuread]\nscopes = openid email profile\nlogger=data-proxy error="oauth2: token expired and refresh token is not set"',
      verdict: 'likely',
    },
    { paste: "    refresh_token = result['refresh_token']\nKeyError: 'refresh_token'" },
    {
      paste:
        '{"error":"invalid_request","error_description":"AADSTS900144: The request body must contain the following parameter: \'refresh_token\'.","error_codes":[900144]}',
      verdict: 'certain',
    },
  ],
  nearMisses: [
    {
      // It was asked for: the session ends for another reason.
      paste:
        'After one hour the person has to sign in again. scope=openid offline_access https://graph.microsoft.com/Calendars.Read',
      cause: 'not-enough-evidence',
    },
    {
      paste: 'Every hour we have to sign in again at contoso.okta.com, scope: openid profile',
      cause: 'not-enough-evidence',
    },
    {
      paste: 'Every hour we have to sign in again. msal, scopes: ["Calendars.Read"]',
      cause: 'not-enough-evidence',
    },
    {
      paste: "scope: 'User.Read offline_access'\nconsole.log(token.refresh_token)\n// null",
      cause: 'not-enough-evidence',
    },
    {
      paste: 'client_credentials at /oauth2/v2.0/token brings no refresh token.',
      cause: 'not-enough-evidence',
    },
    { paste: 'AADSTS700082: The refresh token has expired due to inactivity.', cause: 'refresh-token-expired' },
  ],
};
