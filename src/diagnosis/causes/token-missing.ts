import type { FixStep, PatchLanguage } from '../diagnosis.ts';
import type { Facts } from '../facts/facts.ts';
import type { RootCause } from './root-cause.ts';
import { silentRequest } from './words/msal-names.ts';
import { theApi, theCall } from './words/wording.ts';

/** Sentences that leave open whether a token came at all: API Management's usual error message is the first. */
const EITHER = [
  'is missing or invalid',
  'is missing or is invalid',
  'is missing or malformed',
  'is missing or expired',
  'is missing or has expired',
  'is missing or incorrect',
  'missing or invalid token',
  'missing or invalid authorization',
  // Azure AI services: one sentence for every fault of a token.
  'is missing, invalid',
];

/** Request triggers of Logic Apps: https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app */
const UNSIGNED_WORKFLOW = 'directapiauthorizationrequired';

const STEPS_OF_A_WORKFLOW: readonly FixStep[] = [
  {
    text: 'Call the whole address that the Request trigger shows, with api-version, sp, sv and sig, and leave the Authorization header out. The address is a secret: keep it in a vault.',
  },
  {
    text: 'Or let the trigger take tokens: Logic App, Settings, Authorization, add a policy with issuer and audience, and call it with a token for that audience and without sp, sv and sig.',
  },
];

/** Where a token is not there yet and goes on as a promise or a task. */
const WAIT: Readonly<Partial<Record<PatchLanguage, string>>> = {
  node: 'Wait for the token before the call: await the promise',
  csharp: 'Wait for the token before the call: await the task',
  java: 'Wait for the token before the call: .get() or .join() of the future',
  python: 'Look into the result before the call: it is a dictionary, with access_token or error in it',
};

const stepsOfAToken = (facts: Facts): readonly FixStep[] => [
  {
    text: 'Log, right before the call, whether there is a token and how long it is (not the token itself): it is empty or not set.',
  },
  {
    text: `${WAIT[facts.language ?? 'node'] ?? 'Wait for the token before the call'}, and stop with an error where ${silentRequest(facts)} returns nothing.`,
  },
  { text: 'Send it in this header, with one space between:', value: 'Authorization: Bearer <access token>' },
  {
    text: 'Where the token is there and still does not arrive, look for a redirect, proxy or gateway on the way: it drops the header.',
  },
];

const IS_MISSING = [
  'access token is missing',
  'bearer token is missing',
  'jwt is missing',
  'authorization token is missing',
  'authorization header is missing',
] as const;
/** A token came, and something is missing in it: «the access token is missing required scopes». */
const LACKS = [
  'token is missing required',
  'token is missing the',
  'token is missing a required',
  'token is missing a claim',
  'token is missing a scope',
  'token is missing scope',
  'token is missing permission',
  'jwt is missing the',
  'jwt is missing a claim',
  'jwt is missing required',
] as const;

export const tokenMissing: RootCause = {
  id: 'token-missing',
  title: 'No token was sent',
  owner: 'app-developer',
  explanation:
    'The request came without an Authorization header, or with an empty one. The code that should have put the token there ran too early, got nothing from the cache, or a proxy or redirect dropped the header: HTTP clients leave it out when a redirect leads to another host. Exchange tells this case apart: without a token its WWW-Authenticate header carries no error.',
  symptoms: [
    '401 with «Access token is empty.»',
    '«Authentication failed. The Authorization header is missing.»',
    'WWW-Authenticate: Bearer with no error parameter',
  ],
  explains: ['token-malformed', 'token-expired'],
  rules: [
    {
      kind: 'phrase',
      phrases: [UNSIGNED_WORKFLOW],
      strength: 'fair',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'Logic Apps: the address carries its own key (sig=…), which was not sent, and the trigger has no policy for tokens',
    },
    {
      kind: 'phrase',
      phrases: [
        'access token is empty',
        // Azure DevOps.
        'resource not available for anonymous access',
        "'authorization' header is missing",
        'missing authorization header',
        'no authorization header',
        'authorization header not found',
        'no authorization token was found',
        'request does not contain an authorization header',
        'missing bearer token',
        'no bearer token',
        // API Management's validate-jwt, passport-azure-ad, passport-jwt, jsonwebtoken, IdentityModel.
        'jwt not present',
        'authenticate: token is not found',
        'no auth token',
        'jwt must be provided',
        "idx10000: the parameter 'token' cannot be",
        'no access token provided',
        'no token provided',
        'access token not provided',
        'token was not provided',
        'bearer token not found',
        'authorization header is not present',
        'authorization header was not found',
        'authorization header required',
        'authorization header is required',
        'authorization header not present',
        'missingauthorizationheader',
        'no authorization information present on the request',
        'request is missing the authorization header',
        // Key Vault.
        'akv10000',
      ],
      strength: 'decisive',
      says: 'The API says that no token arrived',
    },
    {
      kind: 'facts',
      phrases: [...IS_MISSING, ...EITHER, ...LACKS],
      onlyWith: { phrases: IS_MISSING },
      test: (facts) => {
        const at = facts.anyPhrase(...IS_MISSING);
        if (at === undefined || facts.anyPhrase(...EITHER, ...LACKS) !== undefined) return undefined;
        return { strength: 'decisive', at, says: 'The API says that no token arrived' };
      },
    },
    {
      kind: 'phrase',
      phrases: EITHER,
      strength: 'hint',
      says: 'The API says only that the token is missing or not valid',
    },
    {
      kind: 'facts',
      onlyWith: { evidence: ['request'] },
      test: (facts) => {
        const request = facts.call?.request ?? facts.of('request').find((item) => item.authorization === 'empty');
        if (request?.authorization === 'empty') {
          return {
            strength: 'decisive',
            at: request.span,
            says: 'The Authorization header of the request has no token behind Bearer',
          };
        }
        // A managed identity's endpoint gives a token, and takes none.
        if (request?.path.startsWith('/metadata/identity/')) return undefined;
        if (request?.authorization === 'absent' && (facts.status === 401 || facts.status === null)) {
          return {
            strength: 'strong',
            at: request.span,
            says: 'The headers of the request are shown, and no Authorization header is among them',
          };
        }
        return undefined;
      },
    },
    {
      // Spring Security, FastAPI and Django say so where no credentials came at all; they do not name the header.
      kind: 'phrase',
      phrases: [
        'full authentication is required to access this resource',
        'authentication credentials were not provided',
        '"detail":"not authenticated"',
        '"detail": "not authenticated"',
      ],
      strength: 'fair',
      when: (facts) => facts.of('vendor').length === 0 && facts.token === null,
      says: 'The program answers so where a request carries no credentials',
    },
    {
      // Exchange leaves the error parameter out exactly when no token was sent; RFC 6750 section 3.1 asks the same of every API.
      kind: 'facts',
      onlyWith: { evidence: ['challenge'] },
      test: (facts) => {
        if (
          facts.token !== null ||
          facts.call?.error != null ||
          facts.of('diagnostics').length > 0 ||
          facts.of('vendor').length > 0
        )
          return undefined;
        const bearer = facts.of('challenge').filter((item) => item.scheme === 'bearer');
        const silent =
          bearer.length > 0 &&
          bearer.every(
            (item) => item.parameters.error === undefined && item.parameters.error_description === undefined,
          );
        // 403 is given to a caller that is known, and Easy Auth writes the same challenge over it.
        if (facts.status === 403) return undefined;
        if (!silent || facts.of('exception').length > 0 || facts.of('aadsts').length > 0) return undefined;
        if (facts.api === 'exchange-ews' || facts.api === 'outlook-rest') {
          return {
            // The headers that were sent are shown without one, and Exchange agrees.
            strength: facts.call?.request?.authorization === 'absent' ? 'decisive' : 'strong',
            at: bearer[0]!.span,
            says: 'Exchange names an error in its challenge unless no token was sent; this one names none',
          };
        }
        // Graph names no error whether the token is missing, bad or expired.
        if (facts.api === 'graph')
          return {
            strength: 'hint',
            at: bearer[0]!.span,
            says: 'The challenge names no error: the token may be missing, bad or expired',
          };
        return {
          strength: 'fair',
          at: bearer[0]!.span,
          says: 'A challenge without an error answers a request that carried no token (RFC 6750, section 3.1)',
        };
      },
    },
  ],
  headline: (facts) =>
    facts.phrase(UNSIGNED_WORKFLOW) !== undefined
      ? 'The workflow was called without the signature of its address (sp, sv, sig), and it takes no bearer token.'
      : `${theCall(facts) === 'the call' ? 'The call' : theCall(facts)} reached ${theApi(facts)} without an access token.`,
  steps: (facts) => (facts.phrase(UNSIGNED_WORKFLOW) === undefined ? stepsOfAToken(facts) : STEPS_OF_A_WORKFLOW),
  patches: (facts) => (facts.phrase(UNSIGNED_WORKFLOW) === undefined ? ['authorization-header'] : []),
  check: () => ({
    text: 'Repeat the call with the token in a variable; the answer must be another one than «token is empty»:',
    command: 'test -n "$TOKEN" && curl -i https://graph.microsoft.com/v1.0/me -H "Authorization: Bearer $TOKEN"',
  }),
  sources: [
    { title: 'RFC 6750, section 2.1 and 3', url: 'https://www.rfc-editor.org/rfc/rfc6750#section-2.1' },
    { title: 'Microsoft Graph error responses', url: 'https://learn.microsoft.com/graph/errors' },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste: 'TF400813: Resource not available for anonymous access. Client authentication required.',
      verdict: 'certain',
    },
    {
      paste: `{"error":{"code":"Unauthorized","message":"AKV10000: Request is missing a Bearer or PoP token."}}`,
      verdict: 'certain',
    },
    {
      paste:
        '{"error":{"code":"DirectApiAuthorizationRequired","message":"The request must be authenticated only by Shared Access scheme."}}',
    },
    {
      paste:
        '{"name":"AzureAD: Bearer Strategy","level":30,"msg":"In BearerStrategy.prototype.authenticate: token is not found"}',
      verdict: 'certain',
    },
    { paste: 'validate-jwt (0.2 ms)\n{ "message": "JWT not present." }', verdict: 'certain' },
    {
      paste:
        '403 Client Error: Forbidden for url: https://graph.microsoft.com/v1.0/me/chats | Error Message: No authorization information present on the request.',
      verdict: 'certain',
    },
    {
      paste:
        '{"error":{"code":"InvalidAuthenticationToken","message":"Access token is empty.","innerError":{"date":"2026-02-03T08:00:01"}}}',
      verdict: 'certain',
    },
    {
      paste:
        'GET /v1.0/me/events HTTP/1.1\nHost: graph.microsoft.com\nAuthorization: Bearer \nAccept: application/json\n\nHTTP/1.1 401 Unauthorized',
      verdict: 'certain',
    },
    {
      paste:
        '{"error":{"code":"AuthenticationFailed","message":"Authentication failed. The \'Authorization\' header is missing."}}',
      verdict: 'certain',
    },
    {
      paste:
        'HTTP/1.1 401 Unauthorized\nServer: Microsoft-IIS/10.0\nWWW-Authenticate: Bearer client_id="00000002-0000-0ff1-ce00-000000000000", trusted_issuers="00000001-0000-0000-c000-000000000000@*", token_types="app_asserted_user_v1 service_asserted_app_v1", authorization_uri="https://login.windows.net/common/oauth2/authorize"',
    },
    {
      paste:
        "AxiosError: Request failed with status code 401\n  config: {\n    headers: { Accept: 'application/json', 'User-Agent': 'axios/1.7.2' },\n    method: 'get',\n    url: 'https://graph.microsoft.com/v1.0/users'\n  }",
    },
  ],
  nearMisses: [
    {
      // Easy Auth took the token, and its rules let this caller not in.
      paste:
        'HTTP/1.1 403 Forbidden\nWWW-Authenticate: Bearer realm="orders.azurewebsites.net" authorization_uri="https://login.windows.net/8fa39a89-5884-416a-a85c-852e19bad704/oauth2/authorize" resource_id="6a1b0c2d-3e4f-4a5b-8c6d-7e8f9a0b1c2d"',
      cause: 'not-enough-evidence',
    },
    {
      paste: '{ "statusCode": 401, "message": "Unauthorized. Access token is missing or invalid." }',
      cause: 'not-enough-evidence',
    },
    { paste: '{"message":"Missing Authentication Token"} x-amzn-RequestId: 5f2c', cause: 'not-enough-evidence' },
    {
      paste: 'GET https://graph.microsoft.com/v1.0/me\nAuthorization: Bearer undefined\n\nHTTP/1.1 401 Unauthorized',
      cause: 'token-malformed',
    },
    {
      paste:
        'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"',
      cause: 'not-enough-evidence',
    },
  ],
};
