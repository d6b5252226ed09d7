import type { Facts } from '../facts/facts.ts';
import { registrationLink } from '../fix/portal-links.ts';
import type { RootCause } from './root-cause.ts';
import {
  faultyList,
  isMsalPython,
  RESERVED_SCOPES,
  reservedInMsalPython,
  VALUE_ERROR,
} from './scopes/faulty-scope-lists.ts';
import {
  GRAPH_ID,
  mixed,
  personalWithWorkScope,
  refusedScope,
  resourceNamed,
  scopesFault,
} from './scopes/refused-scopes.ts';
import { asksForItself } from './scopes/scope-requests.ts';
import { appleInternalError } from './words/apple-msal-codes.ts';
import { codeWords, issuerWords } from './words/code-words.ts';
import { sentence, theApp, withApiName } from './words/wording.ts';

/** What MSAL for Python says when openid, profile or offline_access stand in its list. */
const RESERVED_TEXT = [
  'you cannot use any scope value that is reserved',
  'you cannot use any scope value that is in this reserved list',
  // Until 2020.
  'value as user-provided scopes',
] as const;

/** Sentences of client libraries about the form of a scope list. */
const LIBRARY_TEXT = [
  'the input scopes should be a list, tuple, or set',
  "argument 'scopes' must be a list",
  'requires exactly one scope per token request',
  'get_token requires at least one scope',
  '"get_token" requires at least one scope',
  'supports exactly one scope',
  'specified array must be exactly length 1',
  'invalid scope was specified by the user or calling client',
  'scopes cannot be passed as null, undefined or empty',
  'scopes cannot be requested as null, undefined or empty',
  'empty_input_scopes_error',
  'scope is not in expected format',
] as const;

export const invalidScope: RootCause = {
  id: 'invalid-scope',
  title: 'A scope does not exist, has the wrong form, or does not fit the flow',
  owner: 'app-developer',
  explanation:
    'A scope is the address of an API, a slash, and the name of one of its permissions: https://graph.microsoft.com/Calendars.ReadWrite. Spaces separate several; upper case and spelling count. An app that signs in as itself (client credentials) asks for {API}/.default only, and {API}/.default stands alone. openid, profile and offline_access are words of their own, without an address; MSAL sends them by itself, and MSAL for Python refuses them in the list. Application permissions cannot be asked for when a person signs in.',
  symptoms: [
    "AADSTS70011 «The provided value for the input parameter 'scope' is not valid»",
    'AADSTS1002012: client credentials without /.default',
    "AADSTS650053 «asked for scope '…' that doesn't exist on the resource»",
    '«.default scope can’t be combined with resource-specific scopes»',
    'ValueError: «You cannot use any scope value that is reserved» (MSAL for Python)',
  ],
  explains: ['invalid-request', 'interaction-required', 'no-refresh-token', 'token-missing', 'token-malformed'],
  rules: [
    {
      kind: 'code',
      codes: [70011],
      strength: 'decisive',
      when: (facts, code) =>
        !mixed(facts, codeWords(facts, code)) &&
        !personalWithWorkScope(facts) &&
        (codeWords(facts, code) !== '' || scopesFault(facts) !== null),
      says: (facts) =>
        `AADSTS70011: ${scopesFault(facts)?.says ?? `the scope ${refusedScope(facts) ?? 'of the request'} is not valid`}`,
    },
    {
      // The number alone: scopes of several APIs in one request have it too.
      kind: 'code',
      codes: [70011],
      strength: 'strong',
      when: (facts, code) =>
        codeWords(facts, code) === '' &&
        scopesFault(facts) === null &&
        !mixed(facts, '') &&
        !personalWithWorkScope(facts),
      says: 'AADSTS70011: the scope is not valid',
    },
    {
      kind: 'code',
      codes: [70011],
      strength: 'fair',
      when: (facts, code) => !mixed(facts, codeWords(facts, code)) && personalWithWorkScope(facts),
      says: 'AADSTS70011: the scope is not valid',
    },
    {
      kind: 'code',
      codes: [70011],
      strength: 'weak',
      when: (facts, code) => mixed(facts, codeWords(facts, code)),
      says: 'AADSTS70011: the scope is not valid',
    },
    {
      kind: 'code',
      codes: [1002012, 650053, 28002, 28003, 28004, 65006, 700053, 9002340],
      strength: 'decisive',
      says: (facts, code) =>
        `AADSTS${code.code}: ${SAYS[code.code] ?? scopesFault(facts)?.says ?? 'the scope is not valid'}${refusedScope(facts) === undefined || scopesFault(facts) !== null ? '' : ` (${refusedScope(facts)})`}`,
    },
    {
      // 65005 and 700023 are old numbers with several meanings; the words decide.
      kind: 'code',
      codes: [65005],
      strength: 'decisive',
      when: (facts, code) => /asked for scope|scope ['"]/i.test(codeWords(facts, code)),
      says: 'AADSTS65005 with «asked for scope» is the older form of AADSTS650053',
    },
    {
      kind: 'code',
      codes: [700023],
      strength: 'decisive',
      when: (facts, code) => /\bscope/i.test(codeWords(facts, code)) && !/assertion/i.test(codeWords(facts, code)),
      says: 'AADSTS700023 with words about the scope (today AADSTS28002)',
    },
    {
      kind: 'code',
      codes: [70005],
      strength: 'strong',
      when: (facts, code) => /openid['"]? scope|scope/i.test(codeWords(facts, code)),
      says: 'The response type needs the scope openid',
    },
    {
      kind: 'code',
      codes: [900144, 90014],
      strength: 'strong',
      when: (facts, code) => /'scope'/.test(codeWords(facts, code)),
      says: 'The v2 endpoint needs the parameter scope; resource belongs to the older endpoint',
    },
    {
      kind: 'code',
      codes: [90092],
      strength: 'hint',
      says: 'A broken permission in the registration can stop the consent page',
    },
    {
      kind: 'phrase',
      phrases: [...RESERVED_TEXT],
      strength: 'decisive',
      says: 'MSAL for Python sends openid, profile and offline_access itself, and refuses them in the list',
    },
    {
      kind: 'phrase',
      phrases: [...LIBRARY_TEXT],
      strength: 'decisive',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'The library says that its list of scopes has the wrong form',
    },
    {
      kind: 'phrase',
      phrases: [
        "value for the input parameter 'scope' is not valid",
        "doesn't exist on the resource",
        'scope must be in a valid uri form',
        "default scope can't be combined with resource-specific scopes",
        'must have a scope value with /.default',
        'with /.default suffixed to the resource',
      ],
      strength: 'decisive',
      when: (facts) => facts.of('aadsts').length === 0 && !mixed(facts, issuerWords(facts)),
      says: 'The sign-in service says that the scope is not valid',
    },
    {
      kind: 'facts',
      onlyWith: { evidence: ['oauth-error'] },
      test: (facts) => {
        const error = facts.of('oauth-error').find((item) => item.error === 'invalid_scope');
        if (
          error === undefined ||
          facts.of('aadsts').length > 0 ||
          facts.of('vendor').length > 0 ||
          mixed(facts, error.description)
        )
          return undefined;
        return {
          strength: 'strong',
          at: error.span,
          says: 'invalid_scope: the requested scope is unknown or malformed (RFC 6749, section 5.2)',
        };
      },
    },
    { kind: 'facts', phrases: [VALUE_ERROR], onlyWith: { settings: ['scopes'] }, test: reservedInMsalPython },
    { kind: 'facts', onlyWith: { evidence: ['oauth-request'], settings: ['scopes'] }, test: faultyList },
    {
      kind: 'phrase',
      phrases: appleInternalError(-42005),
      strength: 'strong',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'MSAL for Apple platforms (-42005): the scope is not valid',
    },
  ],
  headline: (facts) => {
    if (facts.anyPhrase(...RESERVED_TEXT) !== undefined)
      return 'MSAL for Python stops at openid, profile or offline_access in the scopes list: it asks for them by itself.';
    const found = scopesFault(facts);
    const scope = refusedScope(facts);
    if (found !== null) return `${sentence(found.says)}.`;
    if (missingParameter(facts)) return 'The token request names no scope; the v2 endpoint needs one.';
    if (
      isMsalPython(facts) &&
      facts
        .of('setting')
        .some((item) => item.name === 'scopes' && item.values.some((value) => RESERVED_SCOPES.has(value)))
    )
      return 'openid, profile and offline_access must not stand in the scopes list of MSAL for Python: it asks for them by itself.';
    const special = facts
      .of('aadsts')
      .map((item) => SAYS[item.code])
      .find((words) => words !== undefined);
    if (special !== undefined) return `${sentence(special)}.`;
    if (facts.of('aadsts').length === 0 && facts.anyPhrase(...LIBRARY_TEXT) !== undefined)
      return 'The library does not take the scopes in this form: it wants a list, often with exactly one entry such as https://graph.microsoft.com/.default.';
    return scope === undefined
      ? `${sentence(theApp(facts))} asks for a scope that does not exist or does not fit this flow.`
      : `The scope ${scope} is not one that ${resourceNamed(facts) === undefined ? 'the API' : withApiName(resourceNamed(facts)!)} has, or does not fit this flow.`;
  },
  steps: (facts) => {
    if (facts.anyPhrase(...RESERVED_TEXT) !== undefined || reservedInMsalPython(facts) !== undefined) {
      return [
        {
          text: 'Take openid, profile and offline_access out of the list that MSAL gets:',
          value: 'SCOPES = ["https://graph.microsoft.com/Calendars.ReadWrite"]',
        },
        {
          text: 'Keep offline_access in requests that you build yourself, without MSAL: there it brings the refresh token.',
        },
      ];
    }
    const found = scopesFault(facts);
    const resource = resourceNamed(facts);
    const steps = [];
    if (found?.kind === 'app-permission') {
      steps.push({
        text: `${sentence(found.scope.slice(found.scope.lastIndexOf('/') + 1))} is an application permission: let the app sign in as itself (client credentials), or choose a delegated permission for the person’s sign-in.`,
      });
    }
    const better = found?.better ?? (asksForItself(facts) ? 'https://graph.microsoft.com/.default' : undefined);
    const refused = refusedScope(facts);
    if (better !== undefined) steps.push({ text: 'Send this scope:', value: better });
    else if (refused !== undefined && /^(?:https|api):\/\/(?!graph\.microsoft\.)/.test(refused))
      steps.push({
        text: 'Compare this scope, letter by letter, with the registration of its API (Expose an API): it must exist there, and stand among the API permissions of the client.',
        value: refused,
      });
    else if (resource === undefined)
      steps.push({
        text: 'Send the scope with the address of its API, for the calendar of Microsoft Graph for example',
        value: 'https://graph.microsoft.com/Calendars.ReadWrite',
      });
    if (resource !== undefined && resource !== GRAPH_ID)
      steps.push({
        text: `See that ${resource} exposes the scope (its registration, Expose an API), and is the API that you mean.`,
        link: registrationLink('expose-an-api', {}),
      });
    else if (resource !== undefined && better === undefined)
      steps.push({
        text: 'A scope without an address belongs to Microsoft Graph. For your own API write its address before it:',
        value: `api://YOUR_API_CLIENT_ID/${refusedScope(facts) ?? 'access_as_user'}`,
      });
    steps.push({
      text: 'Separate several scopes by one space, in the spelling of the permissions reference; {API}/.default stands alone.',
    });
    if (asksForItself(facts) || facts.of('aadsts').some((item) => item.code === 1002012))
      steps.push({
        text: 'The application permissions themselves are added in the registration, API permissions, and consented to by an administrator.',
        link: registrationLink('api-permissions', facts.values),
      });
    return steps;
  },
  patches: (facts) => {
    if (asksForItself(facts) || facts.of('aadsts').some((item) => item.code === 1002012)) return ['client-credentials'];
    // A permission of an API of one's own, asked of Graph: no scope of Graph mends that.
    const found = scopesFault(facts);
    return found?.kind === 'unknown-name' && found.better === undefined ? [] : ['request-graph-scopes'];
  },
  soundScopes: (facts) => {
    const found = scopesFault(facts);
    return found?.kind === 'unknown-name' ? found.better?.split(' ') : undefined;
  },
  check: () => ({ text: 'The token request answers 200; scp (or roles) of the new token lists what you asked for.' }),
  sources: [
    {
      title: 'Scopes and permissions in the Microsoft identity platform',
      url: 'https://learn.microsoft.com/entra/identity-platform/scopes-oidc',
    },
    { title: 'Microsoft Graph permissions reference', url: 'https://learn.microsoft.com/graph/permissions-reference' },
    {
      title: 'Client credentials: the .default scope',
      url: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste: 'app.acquire_token_for_client(scopes=["https://graph.microsoft.com/Calendars.ReadWrite"])',
      verdict: 'likely',
    },
    {
      paste:
        "ValueError: API does not accept frozenset({'openid', 'profile', 'offline_access'}) value as user-provided scopes",
      verdict: 'certain',
    },
    {
      paste:
        'SCOPES = ["https://graph.microsoft.com/Mail.Read", "offline_access"]\nflow = msal.PublicClientApplication(ID).initiate_auth_code_flow(SCOPES)\nDjango answers 500, some ValueError',
    },
    {
      paste:
        "AADSTS70011: The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope Contacts.Read,Mail.Read is not valid.",
      verdict: 'certain',
    },
    {
      paste:
        "{'error': 'invalid_scope', 'error_description': \"AADSTS1002012: The provided value for scope https://graph.microsoft.com/Calendars.Read is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).\", 'error_codes': [1002012]}",
      verdict: 'certain',
    },
    {
      paste:
        'https://app.contoso.com/auth#error=invalid_client&error_description=AADSTS650053%3a+The+application+%27planner%27+asked+for+scope+%27Calender.Read%27+that+doesn%27t+exist+on+the+resource+%2700000003-0000-0000-c000-000000000000%27.',
      verdict: 'certain',
    },
    {
      paste:
        "Traceback (most recent call last):\n  File \"app.py\", line 21, in <module>\nValueError: You cannot use any scope value that is reserved.\nYour input: ['offline_access', 'https://graph.microsoft.com/Calendars.ReadWrite']\nThe reserved list: ['offline_access', 'openid', 'profile']",
      verdict: 'certain',
    },
    {
      paste:
        "ServerError: invalid_scope: AADSTS70011: The provided value for the input parameter 'scope' is not valid. The scope openid profile https://graph.microsoft.com/User.Read https://graph.microsoft.com/.default offline_access is not valid. .default scope can't be combined with resource-specific scopes.",
      verdict: 'certain',
    },
    {
      paste:
        'app = msal.ConfidentialClientApplication(CLIENT_ID, authority=AUTHORITY, client_credential=SECRET)\nSCOPES = ["https://graph.microsoft.com/Calendars.ReadWrite", "offline_access"]\nurl = app.get_authorization_request_url(SCOPES)',
    },
    {
      paste: 'AzureCliCredential.get_token failed: This credential requires exactly one scope per token request.',
      verdict: 'certain',
    },
    {
      paste:
        '{"error":"invalid_request","error_description":"AADSTS900144: The request body must contain the following parameter: \'scope\'.","error_codes":[900144]}',
    },
  ],
  nearMisses: [
    {
      paste:
        'AADSTS28000: Provided value for the input parameter scope is not valid because it contains more than one resource. Scope https://graph.microsoft.com/Mail.Read https://management.azure.com/user_impersonation is not valid.',
      cause: 'mixed-resource-scopes',
    },
    {
      paste:
        "AADSTS65005: Invalid resource. The client has requested access to a resource which is not listed in the requested permissions in the client's application registration.",
      cause: 'resource-not-found',
    },
    {
      paste: 'HTTP/1.1 403 Forbidden\nWWW-Authenticate: Bearer error="insufficient_scope", scope="Calendars.ReadWrite"',
      cause: 'missing-scope',
    },
  ],
};

function missingParameter(facts: Facts): boolean {
  return facts
    .of('aadsts')
    .some((item) => (item.code === 900144 || item.code === 90014) && /'scope'/.test(item.message));
}

const SAYS: Readonly<Record<number, string>> = {
  28003: 'the code was redeemed without a scope of the API',
  28004: 'too many scopes in one request',
  65006: 'the registration holds the id of a permission that does not exist',
  700053: 'an id_token needs the scope openid',
};
