import type { FixStep } from '../diagnosis.ts';
import type { Facts } from '../facts/facts.ts';
import type { PatchId } from '../fix/patches/patch-id.ts';
import { missingParameter } from './request/missing-parameter.ts';
import { resourceHeadline, resourceSteps } from './request/named-resource.ts';
import type { RootCause, Signal } from './root-cause.ts';
import { sentence, theApp } from './words/wording.ts';

/** Guzzle, and whoever cuts a body short: «parameter: 'co (truncated...)». */
const CUT_PARAMETER = /parameter:? '([a-z_]{2,20}) ?(?:\(truncated|\.\.\.|…|$)/i;
/** What the token endpoint asks for by AADSTS900144. */
const PARAMETERS = ['code', 'client_id', 'grant_type', 'scope', 'refresh_token', 'username', 'password', 'device_code'];

function parameter(facts: Facts): string | undefined {
  for (const code of facts.of('aadsts')) {
    const name =
      /parameter:? '([a-z_]{2,40})'/i.exec(code.message)?.[1] ??
      /required field '([a-z_]{2,40})'/i.exec(code.message)?.[1];
    if (name !== undefined) return name;
    const cut = CUT_PARAMETER.exec(code.message)?.[1];
    const meant = PARAMETERS.filter((one) => cut !== undefined && one.startsWith(cut));
    if (meant.length === 1) return meant[0];
  }
  return missingParameter(facts)?.name;
}

/** The token endpoint reads form data only; a JSON body has no parameters at all for it. */
function sentAsJson(facts: Facts): boolean {
  return facts
    .of('oauth-request')
    .some((item) => item.endpoint === 'token' && (item.contentType?.includes('json') ?? false));
}

/** The address of the one endpoint in the setting of the other: the answer is then a page, not JSON. */
function swappedEndpoints(facts: Facts): Signal | undefined {
  const swapped = facts
    .of('setting')
    .find(
      (item) =>
        item.name === 'authority' &&
        /token/i.test(item.key) !== /\/token\b/.test(item.values[0] ?? '') &&
        (/token/i.test(item.key) ? /\/authorize\b/ : /\/token\b/).test(item.values[0] ?? ''),
    );
  return (
    swapped && {
      strength: 'strong',
      at: swapped.span,
      says: `${swapped.key} has the address of the other endpoint: ${swapped.values[0]}`,
    }
  );
}

/** RFC 6749, section 3.2: the token endpoint takes POST. Version 2.0 of Entra ID takes `scope`, and no `resource`. */
function requestForm(facts: Facts): Signal | undefined {
  for (const item of facts.of('oauth-request')) {
    if (item.endpoint !== 'token') continue;
    if (item.method === 'GET')
      return {
        strength: 'strong',
        at: item.span,
        says: 'The token endpoint was called with GET; it takes POST with form data only',
      };
    // A value may have been cut out before pasting, so a name that is not there proves less than one that is. A grant alone
    // is no body: logs and settings name it as well.
    const missing =
      Object.keys(item.parameters).length > 1 &&
      item.bodyForm === 'form' &&
      item.parameters.grant_type === 'authorization_code'
        ? ['code', 'client_id'].find((name) => item.parameters[name] === undefined)
        : undefined;
    if (missing !== undefined)
      return { strength: 'fair', at: item.span, says: `The request redeems a code, and its body has no ${missing}` };
    if (
      item.version === 'v2' &&
      item.parameters.resource !== undefined &&
      item.parameters.scope === undefined &&
      item.parameters.grant_type !== undefined
    ) {
      return {
        strength: 'strong',
        at: item.span,
        says: 'The request has the parameter resource of version 1, at the address of version 2.0, which wants scope',
      };
    }
  }
  return undefined;
}

/** How code turns a dictionary into JSON text. */
const TO_JSON = [
  'json.stringify(',
  'json.dumps(',
  'jsonserializer.serialize(',
  'serializeobject(',
  'convertto-json',
  'json_encode(',
  'to_json',
] as const;
const AS_FORM = [
  'x-www-form-urlencoded',
  'urlsearchparams',
  'formurlencodedcontent',
  'qs.stringify',
  'querystring.stringify',
  'formdata',
  'urlencode(',
] as const;

/** Clients that make JSON of what they are handed so (Requests, HTTPX and aiohttp; axios; HttpClient). */
const SENT_AS_JSON = [
  'json={',
  'json=dict(',
  'json=data',
  'json=payload',
  'json=body',
  'json=params',
  'axios.post(',
  'postasjsonasync(',
  'jsoncontent.create(',
] as const;

/** Code that sends its token request as JSON text: no parameter of it arrives. */
function writtenAsJson(facts: Facts): Signal | undefined {
  const request = facts
    .of('oauth-request')
    .find((item) => item.endpoint === 'token' && item.parameters.grant_type !== undefined && item.bodyForm === 'code');
  if (request === undefined || facts.of('aadsts').length > 0 || facts.of('request').length > 0) return undefined;
  const inJson =
    facts.anyPhrase(...SENT_AS_JSON) !== undefined ||
    (facts.phrase('application/json') !== undefined && facts.anyPhrase(...TO_JSON) !== undefined);
  return inJson && facts.anyPhrase(...AS_FORM) === undefined
    ? {
        strength: 'strong',
        at: request.span,
        says: 'The code sends JSON to the token endpoint, which reads form data only',
      }
    : undefined;
}

/** So that no page and no forwarded request reaches a managed identity, its endpoint wants a header of its own. */
const NO_METADATA_HEADER = ['required metadata header not specified', 'bad_request_102'] as const;

/** The request as it is sent in the flow that the paste shows. */
const FLOW_PATCHES: ReadonlyMap<string, PatchId> = new Map<string, PatchId>([
  ['authorization_code', 'pkce'],
  ['refresh_token', 'refresh-token'],
  ['urn:ietf:params:oauth:grant-type:jwt-bearer', 'on-behalf-of'],
  ['urn:ietf:params:oauth:grant-type:device_code', 'device-code'],
]);

function grantOf(facts: Facts): string {
  const requests = facts.of('oauth-request');
  const grant = requests.find((item) => item.parameters.grant_type !== undefined)?.parameters.grant_type;
  return grant ?? (requests.some((item) => item.endpoint === 'authorize') ? 'authorization_code' : '');
}

const OTHER_CAUSES = /'(?:client_secret|client_assertion|scope|refresh_token|assertion|requested_token_use)'/;

/** AADSTS90009: one registration for the client and the API, which is asked for by its Application ID URI. */
function asksForItself(facts: Facts): boolean {
  return facts.of('aadsts').some(({ code }) => code === 90009);
}

function stepsForItself(facts: Facts): FixStep[] {
  const id = facts.values.clientId ?? 'YOUR_CLIENT_ID';
  const own = facts.values.scopes?.find((scope) => scope.startsWith('api://'));
  const name = own === undefined ? '.default' : own.slice(own.lastIndexOf('/') + 1);
  return [
    {
      text: 'Ask for the scope with the client id in place of the address api://…, at sign-in and in every refresh:',
      value: `${id}/${name}`,
    },
    {
      text: 'Where another API is meant (Microsoft Graph, for example), ask for its scope instead: with a bot, the Scopes of its OAuth connection name the API that the bot calls, and api://… belongs into its Token Exchange URL.',
      value: 'https://graph.microsoft.com/Calendars.ReadWrite',
    },
    {
      text: 'Or give the client a registration of its own: then the two are different apps, and either name is taken.',
    },
  ];
}

/** Form data, encoded once, for one version of the endpoints. */
function stepsForTheForm(facts: Facts): FixStep[] {
  return [
    ...(facts.anyPhrase(...NO_METADATA_HEADER) === undefined
      ? []
      : [
          {
            text: 'Managed identity: send this header with the request, in lower case as it stands here, and let no proxy take part in it (NO_PROXY=169.254.169.254):',
            value: 'Metadata: true',
          },
        ]),
    ...(swappedEndpoints(facts) === undefined
      ? []
      : [
          {
            text: 'Give each setting its own endpoint: authorize is the page that the browser opens, token is where the program redeems the code:',
            value: `https://${facts.values.loginHost ?? 'login.microsoftonline.com'}/${facts.values.tenant ?? facts.values.authorityTenant ?? 'YOUR_TENANT_ID'}/oauth2/v2.0/token`,
          },
        ]),
    ...(parameter(facts) === 'code'
      ? [
          {
            text: 'Redeem only what came: where the callback is opened without code (the person declined, or opened the address anew), it has error and error_description in its place, or nothing. Show that, and start the sign-in again.',
          },
        ]
      : []),
    {
      text: 'Send the body as form data by POST, with this header:',
      value: 'Content-Type: application/x-www-form-urlencoded',
    },
    {
      text: `Encode every value once (--data-urlencode, URLSearchParams, urlencode)${parameter(facts) === undefined ? '' : `, and see that ${parameter(facts)} is not empty`}.`,
    },
    { text: 'Use the same version everywhere: scope belongs to /oauth2/v2.0/…, resource to the older /oauth2/….' },
    { text: 'Redeem a code or refresh token with the same client id, tenant and authority that it was asked with.' },
  ];
}

export const invalidRequest: RootCause = {
  id: 'invalid-request',
  title: 'A parameter of the request is missing, doubled or malformed',
  owner: 'app-developer',
  explanation:
    'The sign-in service could not use the request as it was sent. The token endpoint reads form data (application/x-www-form-urlencoded) by POST: a JSON body, a GET, a space or quote too much, a value that was encoded twice or not at all, or the address of the other endpoint leave parameters missing. The message names the parameter.',
  symptoms: [
    "AADSTS900144 «The request body must contain the following parameter: 'grant_type'»",
    'AADSTS90014, AADSTS9002313, AADSTS901002',
    'AADSTS900561 «The endpoint only accepts POST requests»',
  ],
  // Without a token, what is called next gets none, or the word undefined.
  explains: ['token-missing', 'token-malformed'],
  rules: [
    {
      kind: 'facts',
      phrases: ['application/json', ...TO_JSON, ...SENT_AS_JSON, ...AS_FORM],
      onlyWith: { evidence: ['oauth-request'] },
      test: writtenAsJson,
    },
    {
      kind: 'code',
      codes: [900144, 90014],
      strength: 'decisive',
      when: (_, code) => !OTHER_CAUSES.test(code.message),
      says: (facts) => `A parameter did not arrive: ${parameter(facts) ?? 'see the text'}`,
    },
    {
      kind: 'code',
      codes: [900144, 90014],
      strength: 'weak',
      when: (_, code) => OTHER_CAUSES.test(code.message),
      says: 'A parameter did not arrive',
    },
    {
      kind: 'code',
      codes: [
        900561, 90056, 901002, 9002324, 90005, 90131, 90138, 50117, 700005, 700007, 7000012, 7000013, 7000015, 7000110,
        7000220,
      ],
      strength: 'decisive',
      says: (_, code) => `AADSTS${code.code} is about the form of the request`,
    },
    {
      kind: 'facts',
      onlyWith: { evidence: ['oauth-error'] },
      test: (facts) => {
        const missing = facts.of('aadsts').length > 0 ? undefined : missingParameter(facts);
        return missing === undefined || OTHER_CAUSES.test(`'${missing.name}'`)
          ? undefined
          : { strength: 'strong', at: missing.at, says: `The parameter ${missing.name} did not arrive` };
      },
    },
    {
      // RFC 8707: the API may be named by resource as well, and then must be the one of the scopes.
      kind: 'code',
      codes: [9010010],
      strength: 'decisive',
      says: 'AADSTS9010010: the parameter resource names another API than the scopes do',
    },
    {
      kind: 'code',
      codes: [9002313],
      strength: 'strong',
      says: 'AADSTS9002313: the request is malformed, or a value in it is cut or encoded wrongly',
    },
    {
      kind: 'code',
      codes: [90023],
      strength: 'fair',
      when: (_, code) => !/cross-origin|client secret|tenant identifier|neither a valid DNS/i.test(code.message),
      says: 'AADSTS90023: the request cannot be used as it is',
    },
    { kind: 'facts', onlyWith: { settings: ['authority'] }, test: swappedEndpoints },
    {
      kind: 'facts',
      onlyWith: { evidence: ['oauth-request'] },
      test: (facts) => (facts.of('aadsts').length === 0 ? requestForm(facts) : undefined),
    },
    {
      // The metadata endpoint of an Azure machine; no other cloud's has these words.
      kind: 'phrase',
      phrases: NO_METADATA_HEADER,
      strength: 'decisive',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'The metadata endpoint answers only requests with the header Metadata: true',
    },
    {
      // An authority that instance discovery does not know has to be named by the program (B2C, custom domains).
      kind: 'phrase',
      phrases: ['untrusted_authority', 'include this authority in the knownauthorities'],
      strength: 'fair',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'MSAL does not know the host of the authority: it must stand among the known authorities',
    },
    {
      kind: 'facts',
      onlyWith: { evidence: ['oauth-request'] },
      test: (facts) => {
        if (!sentAsJson(facts)) return undefined;
        const request = facts.of('oauth-request').find((item) => item.contentType?.includes('json'))!;
        return {
          strength: 'strong',
          at: request.span,
          says: 'The body was sent as JSON; the token endpoint reads form data only',
        };
      },
    },
    {
      // Azure Storage takes tokens from version 2017-11-09 of its protocol on; a request without x-ms-version speaks an older one.
      kind: 'phrase',
      phrases: ['authentication scheme bearer is not supported in this version'],
      strength: 'strong',
      says: 'The request names no x-ms-version, or one before 2017-11-09, in which Azure Storage takes no token',
    },
    {
      kind: 'phrase',
      phrases: [
        'the endpoint only accepts post requests',
        'duplicate parameter',
        'request is malformed or invalid',
        'malformed request',
      ],
      strength: 'fair',
      when: (facts) => facts.microsoft && facts.of('aadsts').length === 0,
      says: 'The service could not read the request',
    },
  ],
  headline: (facts) => {
    const name = parameter(facts);
    if (facts.anyPhrase(...NO_METADATA_HEADER) !== undefined)
      return 'The request to the metadata endpoint of this machine has no header Metadata: true.';
    if (sentAsJson(facts))
      return `The token request was sent as JSON, so the sign-in service sees no parameters${name === undefined ? '' : ` (it misses ${name})`}.`;
    if (facts.of('aadsts').some((code) => code.code === 900561 || code.code === 90056))
      return 'The token endpoint was called with GET (or opened in a browser); it takes POST only.';
    const ofResource = resourceHeadline(facts);
    if (ofResource !== undefined) return ofResource;
    const swapped = swappedEndpoints(facts);
    if (name === undefined && swapped !== undefined) return `${swapped.says}.`;
    if (asksForItself(facts))
      return `${sentence(theApp(facts))} asks for a token for itself by its address (api://…); Entra ID takes that by the client id only.`;
    return name === undefined
      ? 'A parameter of the sign-in request is missing, doubled or malformed.'
      : `The parameter ${name} did not arrive at the sign-in service.`;
  },
  steps: (facts) => resourceSteps(facts) ?? (asksForItself(facts) ? stepsForItself(facts) : stepsForTheForm(facts)),
  patches: (facts) =>
    resourceSteps(facts) !== undefined || asksForItself(facts)
      ? []
      : [
          FLOW_PATCHES.get(grantOf(facts) || (parameter(facts) === 'code' ? 'authorization_code' : '')) ??
            'client-credentials',
        ],
  check: (facts) => ({
    text: asksForItself(facts)
      ? 'The token request answers 200, and aud of the new token is the client id.'
      : 'Send it once with curl -v: the body shows name=value pairs joined with &.',
  }),
  sources: [
    {
      title: 'Authorization code flow: request an access token',
      url: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#redeem-a-code-for-an-access-token',
    },
    { title: 'RFC 6749, section 4.1.3', url: 'https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3' },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste: `AADSTS90009: Application '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31'(Planner) is requesting a token for itself. This scenario is supported only if resource is specified using the GUID based App Identifier.`,
    },
    {
      paste: `<Error><Code>AuthenticationFailed</Code><Message>Server failed to authenticate the request.</Message><AuthenticationErrorDetail>Authentication scheme Bearer is not supported in this version.</AuthenticationErrorDetail></Error>`,
    },
    {
      paste:
        'r = requests.post(f"https://login.microsoftonline.com/{tid}/oauth2/v2.0/token", json={"client_id": cid, "client_secret": sec, "grant_type": "client_credentials", "scope": "https://graph.microsoft.com/.default"})\nprint(r.status_code)  # 400',
      verdict: 'likely',
    },
    {
      paste:
        "const r = await axios.post('https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token', { grant_type: 'client_credentials', client_id, client_secret, scope });\nAxiosError: Request failed with status code 400",
      verdict: 'likely',
    },
    {
      paste:
        'curl \'http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://vault.azure.net\'\n{"error":"invalid_request","error_description":"Required metadata header not specified"}',
      verdict: 'certain',
    },
    {
      paste:
        "error=invalid_target AADSTS9010010: The resource parameter provided in the request doesn't match with the requested scopes.",
    },
    {
      paste:
        "requests.post('https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token', headers={'Content-Type': 'application/json'}, data=json.dumps({'grant_type': 'client_credentials', 'client_id': cid}))\n400",
    },
    {
      paste:
        'auth_url = https://login.microsoftonline.com/contoso.example/oauth2/v2.0/authorize\ntoken_url = https://login.microsoftonline.com/contoso.example/oauth2/v2.0/authorize\nerror="invalid character \'<\' looking for beginning of value"',
    },
    {
      paste:
        'GET https://login.microsoftonline.com/contoso.example/oauth2/v2.0/token?grant_type=client_credentials&scope=https://graph.microsoft.com/.default\n\nHTTP/1.1 400',
    },
    { paste: "AADSTS900144: The request body must contain the following parameter: 'grant_type'.", verdict: 'certain' },
    { paste: 'AADSTS900561: The endpoint only accepts POST requests. Received a GET request.', verdict: 'certain' },
    {
      paste:
        '{"error":"invalid_request","error_description":"AADSTS90014: The required field \'code\' is missing from the credential. Ensure that you have all the necessary parameters for the login request.","error_codes":[90014]}',
      verdict: 'certain',
    },
    { paste: "AADSTS901002: The 'resource' request parameter is not supported.", verdict: 'certain' },
  ],
  nearMisses: [
    {
      paste:
        "await axios.post('https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token', new URLSearchParams({ grant_type: 'client_credentials', client_id, client_secret, scope }));\nAxiosError: Request failed with status code 400",
      cause: 'not-enough-evidence',
    },
    {
      paste:
        "AADSTS7000216: 'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
      cause: 'client-credential-missing',
    },
    {
      paste:
        "AADSTS70011: The provided value for the input parameter 'scope' is not valid. The scope Calendar.Read is not valid.",
      cause: 'invalid-scope',
    },
  ],
};
