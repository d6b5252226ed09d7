import type { FixStep } from '../diagnosis.ts';
import type { Facts } from '../facts/facts.ts';
import type { RootCause, Signal } from './root-cause.ts';
import { appleInternalError } from './words/apple-msal-codes.ts';
import { accountsCall, silentRequest } from './words/msal-names.ts';
import { told } from './words/told.ts';

const SEVERAL_PROCESSES = [
  'another worker',
  'another instance',
  'another pod',
  'other instance',
  'second instance',
  'two instances',
  'multiple instances',
  'cluster mode',
  'load balancer',
  'load-balanced',
  'replicas',
] as const;

const TOOLS_NOT_SIGNED_IN = [
  "please run 'az login' to set",
  "please run 'connect-azaccount' to set",
  'run connect-azaccount to login',
  'please login using connect-azaccount',
  'run `azd auth login`',
  'please call connect-mggraph',
  'must call the connect-azuread cmdlet',
  'must call the connect-msolservice cmdlet',
] as const;

/** What gives MSAL.NET and MSAL for Python a cache that outlives the program. */
const KEPT_CACHE = [
  'registercache',
  'setbeforeaccess',
  'msalcachehelper',
  'tokencachehelper',
  'enableserialization',
  'serializabletokencache',
  'persistedtokencache',
  'withbroker',
] as const;
/** How people say that each run of a program begins anew. */
const EACH_START = [
  'each time i start',
  'every time i start',
  'each time i run',
  'every time i run',
  'each time it starts',
  'every time it starts',
  'each time the app starts',
  'every time the app starts',
  'each start',
  'every start',
  'each run',
  'every run',
  'bei jedem start',
] as const;

/** A desktop or console program of MSAL keeps tokens in memory until it ends, unless it is given a cache. */
function startsEmpty(facts: Facts): Signal | undefined {
  const program = facts.of('setting').find((item) => item.name === 'public-client' && /^PublicClient/.test(item.key));
  const silent = facts.of('setting').some((item) => item.name === 'grant' && item.values[0] === 'silent');
  if (program === undefined || !silent || facts.of('aadsts').length > 0) return undefined;
  const at = facts.anyPhrase(...EACH_START);
  if (at === undefined || facts.anyPhrase(...KEPT_CACHE) !== undefined) return undefined;
  return {
    strength: 'strong',
    at,
    says: 'The program keeps its tokens in memory only, so each run begins without any',
  };
}

function keptInMemory(facts: Facts): boolean {
  return facts.of('setting').some((item) => item.name === 'token-cache' && item.values[0] === 'in-memory');
}

/** MSAL.js in a page keeps its cache in the browser: no server shares it. */
function inPage(facts: Facts): boolean {
  return facts.of('exception').some(({ library, type }) => library === 'msal-js' && /^Browser/i.test(type ?? ''));
}

function stepsInPage(): FixStep[] {
  return [
    {
      text: 'After the sign-in, and at each start of the page, tell MSAL who is signed in (await initialize() and handleRedirectPromise() first):',
      value: 'instance.setActiveAccount(result?.account ?? instance.getAllAccounts()[0] ?? null)',
    },
    {
      text: 'Or hand the account over in every silent request: acquireTokenSilent({ account, scopes }).',
    },
    {
      text: 'Where getAllAccounts() is empty, nobody is signed in here: start loginRedirect or loginPopup once. In React and Angular call the API only behind the sign-in (MsalAuthenticationTemplate, useIsAuthenticated, MsalGuard).',
    },
    {
      text: 'sessionStorage (the default) is one tab’s own; so that new tabs know the person, too:',
      value: "cache: { cacheLocation: 'localStorage' }",
    },
  ];
}

function stepsOnServer(facts: Facts): FixStep[] {
  return [
    {
      text: 'Give MSAL a cache that outlives the process and is shared by all instances (Redis, SQL, a file on one machine), encrypted.',
    },
    {
      text: `Pass the account to the silent request (${silentRequest(facts)}): take it from ${accountsCall(facts)} or by its home account id.`,
    },
    {
      text: `Where the cache is empty, treat it as signed out: start the sign-in once${facts.language === null || facts.language === 'csharp' ? ' (in ASP.NET Core: [AuthorizeForScopes])' : ''}, and do not loop.`,
    },
  ];
}

export const tokenCacheMiss: RootCause = {
  id: 'token-cache-miss',
  title: 'There is no account or token in the cache',
  owner: 'app-developer',
  explanation:
    'acquireTokenSilent looks into MSAL’s cache, and found neither the account nor a token. The cache lives in memory by default: it is empty after a restart or a new deployment, and each instance has its own. The person’s sign-in cookie outlives it, so they seem signed in and the token is gone.',
  symptoms: [
    'MsalUiRequiredException «No account or login hint was passed to the AcquireTokenSilent call»',
    'no_tokens_found, no_account_error, no_account_in_silent_request',
    'It fails after every restart, or on every second request with two instances',
  ],
  explains: ['interaction-required', 'token-missing', 'throttled', 'token-malformed'],
  rules: [
    {
      kind: 'phrase',
      phrases: [
        'no account or login hint was passed to the acquiretokensilent call',
        'no account was found in the token cache',
        'no_tokens_found',
        'errorcode: user_null',
        'no_account_in_silent_request',
        'no_account_error',
        'no account has been passed',
        'no_account_found',
        'no account was found in the cache',
        'no tokens were found',
        'failed_to_acquire_token_silently',
        'no token matching arguments found in the cache',
        'no_cached_token',
        'token_cache_miss',
        'token not found in cache',
        'failed to acquire token silently as no token was found in the cache',
        'no matching token was found in the cache',
        'idw10502',
        'no active account has been set',
        'no cached accounts found',
        'no account in cache',
        'token not found in the cache',
        'no accounts in cache',
        'native_account_unavailable',
        'no accounts were found in the token cache',
        'no accounts were found in the cache',
        'no_account_for_login_hint',
        'no_current_account',
        'cannot find account in cache',
      ],
      strength: 'decisive',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'The library looked into its cache and found no account or token',
    },
    {
      kind: 'facts',
      phrases: [
        'only after a restart',
        'after every restart',
        'after a redeploy',
        'after redeploy',
        'after restarting',
      ],
      onlyWith: 'its phrases',
      test: (facts) => {
        const memory = facts.of('setting').find((item) => item.name === 'token-cache');
        const at = facts.anyPhrase(
          'only after a restart',
          'after every restart',
          'after a redeploy',
          'after redeploy',
          'after restarting',
        );
        if (memory !== undefined && at !== undefined)
          return {
            strength: 'strong',
            at: memory.span,
            says: 'The cache lives in memory only, and the failure follows a restart',
          };
        return undefined;
      },
    },
    {
      kind: 'facts',
      phrases: [...EACH_START, ...KEPT_CACHE],
      onlyWith: { phrases: EACH_START },
      test: startsEmpty,
    },
    {
      // MSAL keeps its cache in the memory of one process: other workers and instances see nothing of it.
      kind: 'facts',
      phrases: ['getallaccounts', 'getaccountsasync', 'get_accounts(', ...SEVERAL_PROCESSES],
      onlyWith: { phrases: ['getallaccounts', 'getaccountsasync', 'get_accounts('] },
      test: (facts) => {
        const at = facts.anyPhrase('getallaccounts', 'getaccountsasync', 'get_accounts(');
        if (at === undefined || facts.anyPhrase(...SEVERAL_PROCESSES) === undefined || facts.of('aadsts').length > 0)
          return undefined;
        return { strength: 'fair', at, says: 'Accounts are looked for in a cache that each process has for itself' };
      },
    },
    {
      // Since version 1.23 acquire_token_silent(…, account=None) returns None without looking (MSAL Python, pull request 577).
      kind: 'phrase',
      phrases: ['account=none)', 'account = none)', 'account: null }'],
      strength: 'strong',
      when: (facts) =>
        facts.of('setting').some((item) => item.name === 'grant' && item.values[0] === 'silent') &&
        facts.of('aadsts').length === 0,
      says: 'The silent call was made without an account, so nothing in the cache could be found',
    },
    {
      kind: 'code',
      codes: [50196],
      strength: 'weak',
      says: 'A loop of token requests often means that nothing is cached',
    },
    {
      // Command-line tools keep their sign-in in a cache of their own; this is how they say that it is empty.
      kind: 'phrase',
      phrases: TOOLS_NOT_SIGNED_IN,
      strength: 'strong',
      when: (facts) =>
        facts.of('aadsts').length === 0 && facts.phrase('failed to retrieve a token from the included') === undefined,
      says: 'The tool holds no signed-in account',
    },
    {
      // In a chain of credentials it is one way of several.
      kind: 'phrase',
      phrases: TOOLS_NOT_SIGNED_IN,
      strength: 'weak',
      when: (facts) =>
        facts.of('aadsts').length === 0 && facts.phrase('failed to retrieve a token from the included') !== undefined,
      says: 'One of the credentials that were tried is a tool in which nobody is signed in',
    },
    { kind: 'facts', phrases: ['failed to retrieve a token from the included'], test: () => undefined },
    {
      kind: 'phrase',
      phrases: appleInternalError(-42106),
      strength: 'strong',
      says: '-42106: the silent call was made without an account',
    },
    told('cache-empty', {
      strength: 'fair',
      when: (facts) => facts.of('oauth-error').length === 0,
      says: 'The cache is asked for accounts or tokens and has none',
    }),
    told('cache-not-shared', {
      strength: 'fair',
      when: (facts) => keptInMemory(facts),
      says: 'The cache is set to memory only, and several processes, or a new start, are told of: each has its own',
    }),
    told('cache-not-shared', {
      strength: 'weak',
      when: (facts) => facts.of('oauth-error').length === 0 && !keptInMemory(facts),
      says: 'The cache of one process is asked in another, or after a new start',
    }),
  ],
  headline: (facts) =>
    facts.anyPhrase(...TOOLS_NOT_SIGNED_IN) !== undefined
      ? 'Nobody is signed in in the command-line tool whose sign-in is used here.'
      : inPage(facts)
        ? 'MSAL was asked for a token silently, and the page has no signed-in or active account.'
        : 'The token cache holds no account or token for this person (empty after a restart, or not shared between instances).',
  steps: (facts) => [
    ...(facts.anyPhrase(...TOOLS_NOT_SIGNED_IN) === undefined
      ? []
      : [
          {
            text: 'Sign in in the tool, as the same operating-system user and in the same container as the program, then try again:',
            value: 'az login',
          },
        ]),
    ...(inPage(facts) ? stepsInPage() : stepsOnServer(facts)),
  ],
  patches: ['token-cache', 'silent-then-interactive'],
  check: (facts) => ({
    text: `Sign in, ${inPage(facts) ? 'reload the page' : 'restart the program'}, and call again: the silent request succeeds.`,
  }),
  sources: [
    {
      title: 'Token cache serialization',
      url: 'https://learn.microsoft.com/entra/msal/dotnet/how-to/token-cache-serialization',
    },
    {
      title: 'Acquire and cache tokens with MSAL',
      url: 'https://learn.microsoft.com/entra/identity-platform/msal-acquire-cache-tokens',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste:
        '.EnableTokenAcquisitionToCallDownstreamApi(scopes).AddInMemoryTokenCaches();\nMsalUiRequiredException since the App Service runs on 4 instances',
      verdict: 'likely',
    },
    {
      paste:
        'var app = PublicClientApplicationBuilder.Create(id).Build();\nawait app.AcquireTokenSilent(scopes, account).ExecuteAsync();\nThe browser opens every time I start the console app',
    },
    {
      paste: 'accounts = app.get_accounts() returns [] in the function, on my machine there is one',
      verdict: 'likely',
    },
    {
      paste:
        'await cca.acquireTokenByCode(request);\n// in another instance behind the load balancer\nconst accounts = await cca.getTokenCache().getAllAccounts();\nconsole.log(accounts.length); // 0',
      verdict: 'possible',
    },
    { paste: 'result = app.acquire_token_silent(SCOPES, account=None)\nprint(result)  # None' },
    {
      paste: 'MsalUiRequiredException: No account or login hint was passed to the AcquireTokenSilent call.',
      verdict: 'certain',
    },
    {
      paste: 'ClientAuthError: no_tokens_found: No refresh token found in the cache. Please sign-in.',
      verdict: 'certain',
    },
    {
      paste:
        'BrowserAuthError: no_account_error: No account object provided to acquireTokenSilent and no active account has been set. Please call setActiveAccount or provide an account on the request.',
      verdict: 'certain',
    },
    {
      paste:
        'Microsoft.Identity.Web.MicrosoftIdentityWebChallengeUserException: IDW10502: An MsalUiRequiredException was thrown due to a challenge for the user.',
    },
    { paste: "ERROR: Please run 'az login' to setup account." },
    { paste: 'Get-MgUser: Authentication needed. Please call Connect-MgGraph.' },
  ],
  nearMisses: [
    {
      paste:
        'var app = PublicClientApplicationBuilder.Create(id).Build();\nawait app.AcquireTokenSilent(scopes, account).ExecuteAsync();\nhelper.RegisterCache(app.UserTokenCache);\nThe browser opens every time I start the console app',
      cause: 'not-enough-evidence',
    },
    { paste: 'The getAllAccounts mock of the unit test: accounts.map(print)', cause: 'not-enough-evidence' },
    {
      paste: "AADSTS700082: The refresh token has expired due to inactivity. Please run 'az login' to setup account.",
      cause: 'refresh-token-expired',
    },
    {
      paste: 'AADSTS50058: A silent sign-in request was sent but no user is signed in.',
      cause: 'interaction-required',
    },
  ],
};
