import type { FixStep, PatchLanguage } from '../diagnosis.ts';
import type { Facts } from '../facts/facts.ts';
import type { RootCause } from './root-cause.ts';
import { appleError, appleInternalError } from './words/apple-msal-codes.ts';
import { brokerAnswered } from './words/broker-answers.ts';
import { interactiveRequest } from './words/msal-names.ts';
import { officeAddIn } from './words/office-add-in-codes.ts';
import { retold, told } from './words/told.ts';
import { thePerson } from './words/wording.ts';

/** Browsers of a page that may not be framed. */
const FRAMED = [
  "in a frame because it set 'x-frame-options'",
  "in a frame because it set multiple 'x-frame-options'",
] as const;

/** The same, with the sign-in page's own address in the browser's sentence. */
const SIGN_IN_FRAMED = [
  "refused to frame 'https://login.microsoftonline.com",
  "refused to frame 'https://login.live.com",
  "refused to display 'https://login.microsoftonline.com",
  "refused to display 'https://login.live.com",
] as const;

const IN_A_BROWSER: ReadonlySet<PatchLanguage | null> = new Set<PatchLanguage | null>([null, 'node']);

const silentFirst = (facts: Facts): readonly FixStep[] => [
  {
    text: `Try the silent way first; where it answers interaction_required or login_required, open the interactive sign-in (${interactiveRequest(facts)}) once.`,
  },
  { text: 'Pass the account (or login_hint and the tenant id) to the silent request, so that nobody has to choose.' },
  ...(IN_A_BROWSER.has(facts.language)
    ? [
        {
          text: 'Browsers that block third-party cookies end hidden frames: use the redirect flow or refresh tokens (MSAL.js 2 or newer), and keep the callback page free of other scripts.',
        },
        { text: 'Start one sign-in at a time, and await handleRedirectPromise before the next.' },
      ]
    : [{ text: 'Start one sign-in at a time, and stop a job that has no person after the first refusal.' }]),
];

/** What MSAL.js documents for interaction_in_progress. */
const ONE_AT_A_TIME: readonly FixStep[] = [
  {
    text: 'At the start of each page, before any sign-in or acquireToken call, await initialize and handleRedirectPromise: that ends the sign-in for which the page was left.',
  },
  {
    text: 'Start one sign-in at a time: while one is open (inProgress of useMsal in React, inProgress$ in Angular) start none, and lock the button.',
  },
  { text: 'Try acquireTokenSilent first, and sign in only on InteractionRequiredAuthError.' },
  { text: 'A sign-in that was cut off leaves its mark in the session storage: open a new tab to test.' },
];

export const interactionRequired: RootCause = {
  id: 'interaction-required',
  title: 'Silent sign-in is not possible now: the person has to be asked',
  owner: 'app-developer',
  explanation:
    'A silent request (prompt=none, acquireTokenSilent, single sign-on) may not show a page. When nobody is signed in in this browser, several accounts are, the session has ended, or third-party cookies are blocked, the sign-in service answers that a person is needed. This is a normal answer: the program must then open an interactive sign-in. A pop-up that is still open, or was closed, ends in the same place.',
  symptoms: [
    'AADSTS50058 «A silent sign-in request was sent but no user is signed in»',
    'AADSTS16000, AADSTS160021',
    'login_required, interaction_required',
    'BrowserAuthError: interaction_in_progress, monitor_window_timeout, popup_window_error',
  ],
  explains: ['token-malformed', 'token-missing', 'token-cache-miss', 'token-expired'],
  rules: [
    brokerAnswered(['interaction_required'], 'weak'),
    officeAddIn(['13001'], 'strong', 'nobody is signed in to Office, so there is no account to get a token for'),
    officeAddIn(
      ['13006', '13008'],
      'fair',
      'the sign-in of Office is over, or another request for a token is still open',
    ),
    {
      kind: 'code',
      codes: [50058, 160021, 16001, 16002, 50140, 70016, 70018, 50199, 81004, 81010],
      strength: 'decisive',
      says: (_, code) => `AADSTS${code.code}: the sign-in cannot be finished without the person`,
    },
    {
      kind: 'code',
      codes: [50089],
      strength: 'strong',
      when: (_, code) => !/refresh token|authorization code/i.test(code.message),
      says: 'AADSTS50089: the sign-in page was left open too long',
    },
    {
      kind: 'code',
      codes: [16000],
      strength: 'decisive',
      when: (_, code) => !/does not exist in tenant|n.existe pas|existiert nicht|no existe/i.test(code.message),
      says: 'AADSTS16000: an account has to be chosen',
    },
    {
      kind: 'code',
      codes: [16000],
      strength: 'fair',
      when: (facts, code) =>
        /does not exist in tenant|existiert nicht|no existe/i.test(code.message) &&
        facts.of('oauth-request').some((item) => item.parameters.prompt === 'none'),
      says: 'The request was silent (prompt=none), and an account has to be chosen',
    },
    {
      kind: 'code',
      codes: [16000],
      strength: 'weak',
      when: (facts, code) =>
        /does not exist in tenant/i.test(code.message) &&
        !facts.of('oauth-request').some((item) => item.parameters.prompt === 'none'),
      says: 'AADSTS16000 asks for an account to be chosen',
    },
    {
      kind: 'phrase',
      phrases: [
        'ux_not_allowed',
        'a window handle must be configured',
        'msalerrordomain, -50002',
        'user canceled authentication',
        'interaction_in_progress',
        'monitor_window_timeout',
        'popup_window_error',
        'user_cancelled',
        'empty_window_error',
        'login_required:',
        'error=login_required',
        'monitor_popup_timeout',
        'silent_sso_error',
        'block_iframe_reload',
        'a silent sign-in request was sent',
        'failedtoopenwindow',
        'authentication_canceled',
        'browserautherror: timed_out',
        'token renewal operation failed due to timeout',
        'redirect_in_iframe',
        // AppAuth.
        'user cancelled flow',
        // Office add-ins, 13001.
        'the user is not signed into office',
        'interactive authentication is needed. please run',
        // MSAL for Android: the broker holds no refresh token for the account.
        'broker rt is null or empty',
        'only one interactive session is allowed at a time',
        // The library of the Teams Toolkit: UiRequiredError.
        'failed to get access token from cache silently',
        'this connection is not authenticated',
        // Azure Identity, told not to ask by itself.
        'automatic authentication has been disabled',
        'interactive authentication is required to get a token',
        'interactive authentication is needed to acquire token',
        // oidc-client, oidc-client-ts, angular-oauth2-oidc and angular-auth-oidc-client, of their hidden frame.
        'frame window timed out',
        'iframe timed out without a response',
        'silent_refresh_timeout',
        'silent_refresh_error',
        'silentrenewfailed',
        'silent renew failed',
        'errorresponse: login_required',
        'errorresponse: interaction_required',
      ],
      strength: 'strong',
      when: (facts) => facts.of('vendor').length === 0,
      says: 'The library says that the sign-in needs the person, or that its window was closed or blocked',
    },
    {
      kind: 'facts',
      onlyWith: { evidence: ['oauth-error'] },
      test: (facts) => {
        const error = facts
          .of('oauth-error')
          .find(
            (item) =>
              item.error === 'interaction_required' ||
              item.error === 'login_required' ||
              item.error === 'authorization_pending',
          );
        // In running text the word is also the name of a decorator (Flask, Django) that has nothing to do with the answer of a server.
        if (
          error === undefined ||
          facts.of('aadsts').length > 0 ||
          (error.error === 'login_required' &&
            error.where === 'text' &&
            facts.of('exception').length === 0 &&
            !facts.of('oauth-request').some(({ parameters }) => parameters.prompt === 'none'))
        )
          return undefined;
        return {
          strength: 'strong',
          at: error.span,
          says: `${error.error}: the sign-in needs the person (OpenID Connect Core, section 3.1.2.6)`,
        };
      },
    },
    {
      kind: 'phrase',
      phrases: [
        'interactionrequiredautherror',
        'msaluirequiredexception',
        'authenticationrequiredexception',
        'authenticationrequirederror',
        'interactionrequired',
      ],
      strength: 'weak',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'The library asks for an interactive sign-in',
    },
    {
      // MSAL for Apple: -50002 interaction required, -50005 cancelled, -42401 and -42402 another session.
      kind: 'phrase',
      phrases: [...appleError(-50002, -50005), ...appleInternalError(-42401, -42402)],
      strength: 'decisive',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'MSAL for Apple platforms says that the person is needed, left the page, or has another one open',
    },
    {
      // The sign-in page forbids frames: what should have come back at once from the hidden one wanted the person.
      kind: 'facts',
      phrases: [...FRAMED, ...SIGN_IN_FRAMED],
      onlyWith: { phrases: [...FRAMED, ...SIGN_IN_FRAMED] },
      test: (facts) => {
        const asked = facts.of('oauth-request').some((item) => item.endpoint === 'authorize');
        const at = facts.anyPhrase(...SIGN_IN_FRAMED) ?? (asked ? facts.anyPhrase(...FRAMED) : undefined);
        return at === undefined || facts.of('aadsts').length > 0
          ? undefined
          : { strength: 'strong', at, says: 'The sign-in wanted to show a page in a hidden frame, which it forbids' };
      },
    },
    told('third-party-cookies', {
      says: 'Hidden frames and pop-ups of the sign-in do not work where the browser blocks them or their cookies',
    }),
    retold({ 'silent-sign-in-told': 'A silent sign-in is said to find nobody signed in' }, { unnamed: 'weak' }),
  ],
  headline: (facts) => {
    if (facts.phrase('interaction_in_progress') !== undefined)
      return 'A second sign-in was started while another was still open.';
    if (facts.anyPhrase('monitor_window_timeout', 'monitor_popup_timeout') !== undefined)
      return 'The hidden frame or pop-up of the sign-in did not come back in time.';
    return `Silent sign-in is not possible now: ${thePerson(facts)} has to sign in or choose an account.`;
  },
  steps: (facts) => (facts.phrase('interaction_in_progress') === undefined ? silentFirst(facts) : ONE_AT_A_TIME),
  patches: ['silent-then-interactive'],
  check: () => ({ text: 'After one interactive sign-in the next silent request succeeds.' }),
  sources: [
    {
      title: 'Handle errors and exceptions in MSAL',
      url: 'https://learn.microsoft.com/entra/identity-platform/msal-error-handling-js',
    },
    {
      title: 'Third-party cookies',
      url: 'https://learn.microsoft.com/entra/identity-platform/reference-third-party-cookies-spas',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    { paste: 'The silent sign-in of our add-in with Microsoft says no signed-in user since I cleared the cookies.' },
    { paste: 'OneDrive: error 0xCAA2000C', verdict: 'possible' },
    {
      paste: `Refused to frame 'https://login.microsoftonline.com/' because an ancestor violates the following Content Security Policy directive: "frame-ancestors".`,
    },
    {
      paste:
        "Refused to display 'https://contoso.b2clogin.com/contoso.onmicrosoft.com/b2c_1_in/oauth2/v2.0/authorize?response_type=token&prompt=none' in a frame because it set 'X-Frame-Options' to 'deny'.",
    },
    { paste: 'ssoSilent fails in Safari, third-party cookies are blocked there' },
    {
      paste:
        'AuthenticationRequiredError: Automatic authentication has been disabled. You may call the authentication() method.',
    },
    {
      paste:
        'iframe https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize?prompt=none&response_type=code\nSafari: login_required',
      verdict: 'likely',
    },
    { paste: 'oidc-client-ts [UserManager] signinSilent: ErrorResponse: login_required' },
    { paste: 'automaticSilentRenew: Error: IFrame timed out without a response' },
    { paste: 'OfficeRuntime.auth.getAccessToken threw { code: 13001, name: "Not signed in" }' },
    { paste: 'The Outlook add-in shows error 13001 when it opens' },
    { paste: 'AADSTS50058: A silent sign-in request was sent but no user is signed in.', verdict: 'certain' },
    {
      paste:
        'BrowserAuthError: interaction_in_progress: Interaction is currently in progress. Please ensure that this interaction has been completed before calling an interactive API.',
    },
    {
      paste:
        '#error=login_required&error_description=AADSTS50058%3a+A+silent+sign-in+request+was+sent+but+no+user+is+signed+in.',
      verdict: 'certain',
    },
    {
      paste:
        'InteractionRequiredAuthError: interaction_required: AADSTS160021: Application requested a user session which does not exist.',
      verdict: 'certain',
    },
    {
      paste:
        'Error Domain=MSALErrorDomain Code=-50000 "(null)" UserInfo={MSALErrorDescriptionKey=Only one interactive session is allowed at a time., MSALInternalErrorCodeKey=-42402}',
    },
    {
      paste:
        'ERROR: Interactive authentication is needed. Please run:\naz login --scope https://management.core.windows.net//.default',
    },
    {
      paste:
        'com.microsoft.identity.client.exception.MsalServiceException: Broker RT is null or empty\n	at com.microsoft.identity.client.internal.controllers.MsalExceptionAdapter.msalExceptionFromBaseException(MsalExceptionAdapter.java:74)',
    },
  ],
  nearMisses: [
    {
      paste: "Refused to display 'https://rota.example/board' in a frame because it set 'X-Frame-Options' to 'deny'.",
      cause: 'not-enough-evidence',
    },
    { paste: 'Order 13001 was refused, code: 13001', cause: 'not-enough-evidence' },
    { paste: '@login_required\ndef rota():\n    return render()', cause: 'not-enough-evidence' },
    {
      paste:
        'InteractionRequiredAuthError: interaction_required: AADSTS50076: Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication.',
      cause: 'mfa-required',
    },
    {
      paste:
        'InteractionRequiredAuthError: consent_required: AADSTS65001: The user or administrator has not consented to use the application.',
      cause: 'consent-required',
    },
  ],
};
