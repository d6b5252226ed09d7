import type { Facts } from '../facts/facts.ts';
import type { RootCause } from './root-cause.ts';
import { appleInternalError } from './words/apple-msal-codes.ts';
import { retold, told } from './words/told.ts';

const PLAIN_WORDS = ['state mismatch', 'state not found', 'invalid state', 'invalid nonce', 'nonce mismatch'] as const;
/** The same in the words of plugins and of people. */
const MORE_WORDS = [
  'invalid-state',
  'missing-state',
  'missing state',
  'state is invalid',
  'state invalid',
  'state is missing',
  'state was missing',
  'state parameter missing',
  'state parameter is missing',
  'state does not match',
  'state did not match',
  "state doesn't match",
  'state values do not match',
  'state parameter mismatch',
  'state validation failed',
  'state verification failed',
  'could not verify state',
  'could not validate state',
  'failed to validate state',
  'state cookie not found',
  'no state cookie',
  'state not equal',
  'state has expired',
  'state expired',
  'unknown state',
  'bad state',
  'invalid or expired state',
  "invalid 'state' parameter",
  'invalid oauth state',
  'invalid oauth2 state',
  'nonce does not match',
  'nonce did not match',
  "nonce doesn't match",
  'nonce validation failed',
  'nonce verification failed',
  'nonce mismatched',
  'nonce is invalid',
  'nonce cookie',
  'unexpected nonce',
  'no matching state found',
  'unable to restore state',
  'state parameter does not match',
  'state param did not match',
  'incorrect state',
  'wrong state/nonce',
  'state token mismatch',
  'state cookie is not available',
  'state parameter can not be empty',
  'authentication request not found in session',
] as const;
const SIGN_IN_WORDS = [
  'oauth',
  'openid',
  'oidc',
  'signin-',
  'sign-in',
  'callback',
  'authorize',
  'invalidstateerror',
  'azuread',
  'appauth',
  'azure ad',
  'entra',
] as const;

/** The OpenID Connect handlers of ASP.NET and ASP.NET Core, which ask for a form post unless they are told otherwise. */
const OF_ASP_NET = ['addopenidconnect', 'addmicrosoftidentitywebapp', 'useopenidconnectauthentication'] as const;
const REMOTE_LOGIN_FAILED = 'encountered while handling the remote login';

/** Whether the answer of the sign-in comes as a POST from the sign-in page. */
function answeredByPost(facts: Facts): boolean {
  const mode = facts.of('setting').find((item) => item.name === 'response-mode')?.values[0];
  if (mode !== undefined) return mode === 'form_post';
  return (
    facts.of('oauth-request').some((item) => item.parameters.response_mode === 'form_post') ||
    (facts.anyPhrase(...OF_ASP_NET) !== undefined && facts.phrase(REMOTE_LOGIN_FAILED) !== undefined)
  );
}

/** MSAL.js in a page keeps the state in the browser’s storage; cookies of a server have no part in it. */
function inPage(facts: Facts): boolean {
  return (
    facts.of('exception').some(({ library }) => library === 'msal-js') &&
    facts.of('setting').every(({ name }) => name !== 'same-site' && name !== 'response-mode')
  );
}

export const stateOrNonceMismatch: RootCause = {
  id: 'state-or-nonce-mismatch',
  title: 'State, nonce or correlation cookie was lost on the way',
  owner: 'app-developer',
  explanation:
    'Before the sign-in the app stores a random state and nonce (in a cookie or session), and compares them with what comes back: this keeps a stranger’s answer out. They are lost when the cookie is not sent (SameSite on a form_post answer, http in place of https, another host or path), the session lives in another instance, two tabs sign in at once, or the person came by a bookmark or the back button.',
  symptoms: [
    '«Correlation failed.» (ASP.NET Core)',
    'ClientAuthError: state_mismatch, state_not_found, nonce_mismatch',
    '«State cookie was missing.» (NextAuth)',
    '«In collectInfoFromReq: missing state in the request» (passport-azure-ad)',
    '[authorization_request_not_found] (Spring)',
  ],
  rules: [
    {
      kind: 'phrase',
      phrases: [
        'correlation failed',
        'state_mismatch',
        'state_not_found',
        'state cookie was missing',
        'nonce_mismatch',
        'idx21323',
        'idx21329',
        // Katana before version 3: OICE_20004.
        "a 'nonce' was not found",
        'oice_20004',
        'idx10311',
        'missing state in the request',
        // MSAL for Python: the session that kept the flow is gone.
        'state missing from auth_code_flow',
        'authorization_request_not_found',
        'checks.state argument is missing',
        'nonce cookie was missing',
        'state cookie value was missing',
        'mismatchingstateerror',
        'mismatching_state',
        'csrf warning! state not equal',
        'unable to unprotect the message.state',
        'openidconnectauthenticationhandler: message.state is null or empty',
        'message.state is null or empty',
        'failed to verify authorization state',
        'unable to verify authorization request state',
        'correlation cookie not found',
        'the oauth state was missing or invalid',
        'hash_does_not_contain_known_properties',
        'hash_empty_error',
        'no_state_in_hash',
        'nonce claim in the id token',
        'did not find state',
        'csrf_detected',
        'two\\invalidstateexception',
        'invalid_state_parameter',
        'invalid_nonce',
        'authstatemissing',
        'authstateforbidden',
        'session value state missing',
        'wrong state parameter given',
        'login.oauthlogin(missing saved state)',
        'login.oauthlogin(state mismatch)',
        'missing saved oauth state',
        'unable to obtain csrf cookie',
        'error while loading csrf cookie',
        'csrf token mismatch, potential attack',
        'did not find expected authorization request details in session',
        'unable to find a valid csrf token',
        'no_token_request_cache_error',
        'openidconnectprotocolinvalidnonceexception',
        // oauth4webapi, under Auth.js and openid-client.
        'id token "nonce" claim value',
        'unexpected "state" response parameter',
        'response parameter "state" missing',
      ],
      strength: 'decisive',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'What the app had stored before the sign-in was not there, or different, when the answer came',
    },
    {
      // Plain words that other software uses too (event loops, Terraform): they count beside words of a sign-in only.
      kind: 'facts',
      phrases: [...PLAIN_WORDS, ...SIGN_IN_WORDS],
      onlyWith: { phrases: PLAIN_WORDS },
      test: (facts) => {
        const at = facts.anyPhrase(...PLAIN_WORDS);
        if (at === undefined || facts.of('aadsts').length > 0 || facts.phrase('invalidstateerror') !== undefined)
          return undefined;
        const signIn =
          facts.microsoft || facts.of('exception').length > 0 || facts.anyPhrase(...SIGN_IN_WORDS) !== undefined;
        return signIn
          ? { strength: 'decisive', at, says: 'State or nonce of the answer is not the one that the app had stored' }
          : undefined;
      },
    },
    {
      kind: 'facts',
      phrases: [...MORE_WORDS, ...SIGN_IN_WORDS],
      onlyWith: { phrases: MORE_WORDS },
      test: (facts) => {
        const at = facts.anyPhrase(...MORE_WORDS);
        if (at === undefined || facts.of('aadsts').length > 0) return undefined;
        const signIn =
          facts.of('oauth-error').length > 0 ||
          facts.of('exception').length > 0 ||
          facts.anyPhrase(...SIGN_IN_WORDS) !== undefined;
        return !signIn
          ? undefined
          : { strength: 'strong', at, says: 'The state or nonce of the sign-in is said to be missing or another one' };
      },
    },
    {
      kind: 'facts',
      phrases: ['.aspnetcore.correlation.', 'cookie not found'],
      onlyWith: { phrases: ['.aspnetcore.correlation.'] },
      test: (facts) => {
        const at = facts.phrase('.aspnetcore.correlation.');
        return at !== undefined && facts.phrase('cookie not found') !== undefined
          ? { strength: 'decisive', at, says: 'The correlation cookie of the sign-in did not come back' }
          : undefined;
      },
    },
    {
      // A form_post answer is a POST from another site: browsers send no Lax or Strict cookie with it (RFC 6265bis, section 5.2).
      kind: 'facts',
      phrases: [...OF_ASP_NET, REMOTE_LOGIN_FAILED],
      onlyWith: { settings: ['same-site'] },
      test: (facts) => {
        const cookie = facts
          .of('setting')
          .find((item) => item.name === 'same-site' && /lax|strict/i.test(item.values[0] ?? ''));
        if (cookie === undefined || !answeredByPost(facts) || facts.of('aadsts').length > 0) return undefined;
        return {
          strength: 'strong',
          at: cookie.span,
          says: `The answer comes as a form post, and the session cookie is SameSite=${cookie.values[0]?.replace('SameSiteMode.', '')}: the browser leaves it out`,
        };
      },
    },
    {
      kind: 'code',
      codes: [165000, 50024, 70041],
      strength: 'strong',
      says: (_, code) => `AADSTS${code.code}: the state of the sign-in page was lost`,
    },
    {
      kind: 'code',
      codes: [50099],
      strength: 'weak',
      when: (_, code) => /nonce/i.test(code.message),
      says: 'The text speaks of the nonce',
    },
    {
      kind: 'phrase',
      phrases: appleInternalError(-42501),
      strength: 'decisive',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'MSAL for Apple platforms (-42501): the state that came back is not the one that was sent',
    },
    told('state-lost', {
      strength: 'fair',
      says: 'The cookie or parameter that ties the answer to its sign-in is said to be missing or another one',
    }),
    retold(
      {
        'sign-in-loop-told':
          'The sign-in is said to go in a circle where several instances or a proxy stand: what was kept before it is not found after it',
      },
      { strength: 'fair', unnamed: 'weak' },
    ),
  ],
  headline: (facts) => {
    if (facts.anyPhrase('nonce_mismatch', 'nonce mismatch', 'invalid nonce', 'idx21323') !== undefined)
      return 'The nonce in the ID token is not the one that the app had stored for this sign-in.';
    return 'The answer of the sign-in came back, but the state (cookie or session) that belongs to it was lost.';
  },
  steps: (facts) => {
    if (inPage(facts))
      return [
        {
          text: 'Let one piece of code read the answer: await handleRedirectPromise() once at the start, before routing and before any other sign-in. A router that rewrites the address, or a second call, takes the answer away.',
        },
        {
          text: 'Start one sign-in at a time (guard by inProgress or a flag): a second one overwrites the state of the first.',
        },
        {
          text: 'Come back in the same tab and on the same origin: sessionStorage, where MSAL keeps the state, is one tab’s own, and localhost and 127.0.0.1 are two origins. An address with code and state in it must not be bookmarked or reloaded.',
        },
        {
          text: 'A redirect URI that is an empty page (for pop-ups and silent frames) keeps other scripts from touching the answer.',
        },
      ];
    const lax = facts
      .of('setting')
      .some((item) => item.name === 'same-site' && /lax|strict/i.test(item.values[0] ?? ''));
    const formPost = facts
      .of('setting')
      .some((item) => item.name === 'response-mode' && /form_post/i.test(item.values[0] ?? ''));
    return [
      ...(lax && formPost
        ? [
            {
              text: 'The answer is a cross-site POST (form_post), and browsers do not send SameSite=Lax cookies with it. Set the cookie to',
              value: 'SameSite=None; Secure',
            },
          ]
        : [{ text: 'With response_mode=form_post the cookie of the attempt needs', value: 'SameSite=None; Secure' }]),
      {
        text: 'Behind a proxy, let the app know that it is reached by https (X-Forwarded-Proto), or secure cookies are dropped.',
      },
      {
        text: 'With several instances, share the session store and the data protection keys (ASP.NET Core: PersistKeysTo…).',
      },
      {
        text: 'Start and end the sign-in on the same host name: localhost and 127.0.0.1, or www and the bare domain, have different cookies.',
      },
    ];
  },
  patches: [],
  check: (facts) => ({
    text: inPage(facts)
      ? 'A sign-in in a fresh tab ends with an account, and a reload afterwards starts no second one.'
      : 'In the network tab, the request to the callback carries the cookie that the first response set.',
  }),
  sources: [
    {
      title: 'OpenID Connect: state and nonce',
      url: 'https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest',
    },
    {
      title: 'SameSite cookies and sign-in',
      url: 'https://learn.microsoft.com/entra/identity-platform/howto-handle-samesite-cookie-changes-chrome-browser',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste:
        'After the login Microsoft sends people back and forth in a loop. Two instances with in-memory sessions run the app.',
    },
    { paste: 'ValueError: state missing from auth_code_flow', verdict: 'certain' },
    { paste: `Could not authenticate you from OpenIDConnect because "Invalid 'state' parameter".` },
    {
      paste:
        'options.MinimumSameSitePolicy = SameSiteMode.Strict;\nservices.AddAuthentication().AddOpenIdConnect("aad", o => { o.CallbackPath = "/signin-aad"; });\nSystem.Exception: An error was encountered while handling the remote login.',
    },
    { paste: 'behind nginx the correlation cookie is not sent with the POST to /signin-oidc' },
    {
      paste: 'ERROR(invalid-state): Invalid state. /wp-admin/admin-ajax.php?action=openid-connect-authorize&code=0.AX',
    },
    { paste: '{"error":"invalid_request","message":"State parameter does not match cookie"}' },
    { paste: 'flask_oidc: state does not match at /oidc/callback, Entra ID' },
    { paste: 'level=error msg="login.OAuthLogin(missing saved state)" error=null remote_addr=10.0.0.4' },
    { paste: '[oauthproxy.go:753] Invalid authentication via OAuth2: unable to obtain CSRF cookie' },
    {
      paste:
        '(office365) Authentication failure! csrf_detected: OmniAuth::Strategies::OAuth2::CallbackError, csrf_detected | CSRF detected',
      verdict: 'certain',
    },
    {
      paste: 'production.ERROR: Laravel\\Socialite\\Two\\InvalidStateException in AbstractProvider.php:209',
      verdict: 'certain',
    },
    {
      paste:
        'System.Exception: An error was encountered while handling the remote login.\n ---> System.Exception: Correlation failed.\n   at Microsoft.AspNetCore.Authentication.RemoteAuthenticationHandler`1.HandleRequestAsync()',
      verdict: 'certain',
    },
    {
      paste:
        'ClientAuthError: state_mismatch: State mismatch error. Please check your network. Continued requests may cause cache overflow.',
      verdict: 'certain',
    },
    { paste: '[next-auth][error][OAUTH_CALLBACK_ERROR] State cookie was missing.', verdict: 'certain' },
    {
      paste:
        "Microsoft.IdentityModel.Protocols.OpenIdConnect.OpenIdConnectProtocolInvalidNonceException: IDX21323: RequireNonce is 'True'. OpenIdConnectProtocolValidationContext.Nonce was null.",
      verdict: 'certain',
    },
    {
      paste:
        'BrowserAuthError: hash_empty_error: Hash value cannot be processed because it is empty. Please verify that your redirectUri is not clearing the hash.',
      verdict: 'certain',
    },
  ],
  nearMisses: [
    {
      paste:
        'options.MinimumSameSitePolicy = SameSiteMode.Lax;\nservices.AddAuthentication().AddOpenIdConnect("aad", o => { o.ResponseMode = "query"; });\nAn error was encountered while handling the remote login.',
      cause: 'not-enough-evidence',
    },
    { paste: 'Terraform: unknown state of the resource group, bad state file', cause: 'not-enough-evidence' },
    { paste: 'asyncio.exceptions.InvalidStateError: invalid state', cause: 'not-enough-evidence' },
    {
      paste: 'AADSTS501481: The Code_Verifier does not match the code_challenge supplied in the authorization request.',
      cause: 'pkce-mismatch',
    },
  ],
};
