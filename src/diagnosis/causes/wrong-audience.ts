import { apiOfResource } from '../facts/api.ts';
import type { Api, Facts } from '../facts/facts.ts';
import { calledApi, isOwn, MAIL_PROTOCOL, scopeToAskFor, statedAudiences } from './called-audience.ts';
import type { RootCause, Signal } from './root-cause.ts';
import { API_NAMES, theApi } from './wording.ts';

/** Identifiers under which one API is addressed; a token for any of them is a token for it. */
function audienceFits(aud: string, facts: Facts): boolean | null {
  if (facts.api === null || facts.api === 'own-api') return null;
  const issuedFor = apiOfResource(aud);
  if (issuedFor === null) return null;
  if (issuedFor === facts.api) return true;
  // Exchange answers under one audience for EWS, IMAP, SMTP and the retired REST API.
  const exchange = ['exchange-ews', 'exchange-imap-smtp', 'outlook-rest'];
  return exchange.includes(issuedFor) && exchange.includes(facts.api);
}

/** Where no address stands: a sentence that only one API says. */
function apiByItsWords(facts: Facts): Api | null {
  if (facts.phrase('access token validation failure') !== undefined) return 'graph';
  return facts.anyPhrase('authenticate failed', '535 5.7.3', '-err authentication failure') !== undefined
    ? 'exchange-imap-smtp'
    : null;
}

function claimAgainstAddress(facts: Facts): Signal | undefined {
  const { aud } = facts.claims;
  const api = facts.api ?? apiByItsWords(facts);
  if (aud === undefined || facts.token === null || audienceFits(aud, { ...facts, api }) !== false) return undefined;
  return {
    strength: facts.api === null ? 'strong' : 'decisive',
    at: facts.token.span,
    says: `The token's aud is ${aud}, but the call goes to ${facts.api === null && api !== null ? API_NAMES[api] : theApi(facts)}`,
  };
}

const OPENID_SCOPE = /^(?:openid|profile|email|offline_access)$/i;

/** The API of a scope; without an address a scope in Graph's form belongs to Microsoft Graph (v2 endpoint). */
function resourceOfScope(scope: string): string | undefined {
  if (
    !scope.includes(':') &&
    /^[a-z]{3,40}\.[a-z.]{4,60}$/i.test(scope) &&
    !MAIL_PROTOCOL.test(scope) &&
    !OPENID_SCOPE.test(scope)
  ) {
    return 'https://graph.microsoft.com';
  }
  return /^(https?:\/\/[^/\s]+|api:\/\/[^\s]+)\//.exec(scope)?.[1];
}

function scopeAgainstApi(facts: Facts): Signal | undefined {
  const api = facts.api;
  const mail = facts.anyPhrase('authenticate failed', '535 5.7.3', '-err authentication failure');
  const called = mail !== undefined ? 'exchange-imap-smtp' : api;
  if (called === null || facts.claims.aud !== undefined) return undefined;
  if (called === 'own-api') return graphScopeOnOwnApi(facts);
  const scopes =
    facts.values.scopes ??
    facts
      .of('setting')
      .filter((item) => item.name === 'scopes')
      .flatMap((item) => item.values);
  const resources = scopes.map(resourceOfScope).filter((it) => it !== undefined);
  const other = resources.find((resource) => audienceFits(resource, { ...facts, api: called }) === false);
  if (other === undefined || resources.some((resource) => audienceFits(resource, { ...facts, api: called }) === true))
    return undefined;
  const refused =
    mail ??
    facts.call?.error?.span ??
    facts.call?.response?.span ??
    facts.of('challenge')[0]?.span ??
    facts.of('exception').at(-1)?.span;
  const at = facts.of('setting').find((item) => item.name === 'scopes')?.span ?? refused;
  // Code alone, with no answer shown: the two contradict each other all the same.
  if (at === undefined || (refused === undefined && facts.call?.request == null)) return undefined;
  return {
    strength: refused === undefined ? 'fair' : 'strong',
    at,
    says: `The token is asked for ${other}, but the call goes to ${API_NAMES[called]}`,
  };
}

/** Every scope of the paste names one of Microsoft's APIs, and the call that answers 401 goes to the person's own. */
function graphScopeOnOwnApi(facts: Facts): Signal | undefined {
  // The second sentence is App Service's own sign-in check («Easy Auth»).
  const refused =
    facts.status === 401 || facts.phrase('you do not have permission to view this directory or page') !== undefined;
  if (!refused || facts.of('vendor').length > 0 || facts.call?.request == null) return undefined;
  const setting = facts.of('setting').find((item) => item.name === 'scopes');
  const scopes =
    setting?.values.flatMap((it) => it.split(/[\s,]+/)).filter((it) => it !== '' && !OPENID_SCOPE.test(it)) ?? [];
  const resources = scopes.map(resourceOfScope);
  if (
    setting === undefined ||
    resources.length === 0 ||
    resources.some((it) => it === undefined || apiOfResource(it) === 'own-api')
  )
    return undefined;
  return {
    strength: 'fair',
    at: setting.span,
    says: `The token is asked for ${resources[0]}, but the call goes to your own API at ${facts.call.request.host ?? 'this address'}`,
  };
}

/** On the consumers endpoint a scope without an address may name another service than Graph, with an opaque token. */
function bareScopesOfPersonalAccount(facts: Facts): Signal | undefined {
  const opaque = facts.of('token').find((item) => item.format === 'opaque');
  if (
    opaque === undefined ||
    facts.api !== 'graph' ||
    facts.anyPhrase('jwt is not well formed', 'idx14100') === undefined
  )
    return undefined;
  const scopes = facts.values.scopes ?? [];
  const bare = scopes.filter(
    (scope) => !scope.includes('://') && !/^(?:openid|profile|email|offline_access)$/.test(scope),
  );
  if (bare.length === 0)
    return {
      strength: 'weak',
      at: opaque.span,
      says: 'A personal account\u2019s opaque token that Graph cannot read may be made for another service',
    };
  return {
    strength: 'strong',
    at: opaque.span,
    says: `The scopes asked for (${bare.slice(0, 3).join(' ')}) name no API, and Graph cannot read the token that came: write them with https://graph.microsoft.com/`,
  };
}

export const wrongAudience: RootCause = {
  id: 'wrong-audience',
  title: 'The token was issued for another API',
  owner: 'app-developer',
  explanation:
    'An access token is made for one API, named in its aud claim, and every other API refuses it. Which API it is for follows from the scopes asked for: a scope without an address belongs to Microsoft Graph on the v2 endpoint, a scope such as api://… belongs to your own API. For Microsoft Graph the audience reads https://graph.microsoft.com (with or without a slash) or 00000003-0000-0000-c000-000000000000: all three are right.',
  symptoms: [
    '401 with «Access token validation failure. Invalid audience.»',
    'x-ms-diagnostics: 2000003 «The audience claim value is invalid»',
    'aud in the decoded token is api://…, your own client id or another Microsoft API',
  ],
  explains: ['missing-scope', 'app-role-missing', 'token-malformed', 'service-outage'],
  rules: [
    { kind: 'facts', phrases: ['access token validation failure'], test: claimAgainstAddress },
    {
      kind: 'phrase',
      phrases: ['invalid audience', 'invalid_audience'],
      strength: 'decisive',
      when: (facts) => facts.api !== 'own-api',
      says: 'The API says itself that the audience is wrong',
    },
    {
      kind: 'phrase',
      phrases: [
        'idx10214',
        'audience validation failed',
        'invalidaudienceerror',
        'jwt audience invalid',
        'securitytokeninvalidaudienceexception',
        "the audience '",
        'audience claim value is invalid',
        'invalidauthenticationtokenaudience',
        'obtained for wrong audience or resource',
        'audience claim is invalid',
        'audience is invalid',
        "audience doesn't match",
        'unexpected "aud" claim value',
        'akv10022',
        'token audience is invalid',
        // Spring, java-jwt, go-oidc, jose, SharePoint, API Management.
        'the aud claim is not valid',
        "the claim 'aud' value doesn't contain the required audience",
        'oidc: expected audience',
        'err_jwt_claim_validation_failed: unexpected "aud"',
        'audienceurivalidationfailedexception',
        'audiences in jwt are not allowed',
        'invalid audience uri',
        'token contains invalid audience',
        'jwt audience is invalid',
        'idx10206',
        'incorrect audience',
        'wrong audience',
      ],
      strength: 'decisive',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'The program that checks the token does not accept its audience',
    },
    {
      // A scope names the API that its token is for; the API that is called is another one.
      kind: 'facts',
      phrases: [
        'authenticate failed',
        'authenticationfailed',
        '535 5.7.3',
        '-err authentication failure',
        'you do not have permission to view this directory or page',
      ],
      test: scopeAgainstApi,
    },
    {
      // API Management guards an own API; a token for one of Microsoft's APIs never passes its audience check.
      kind: 'facts',
      phrases: ['<validate-jwt', '<validate-azure-ad-token'],
      test: (facts) => {
        const policy = facts.anyPhrase('<validate-jwt', '<validate-azure-ad-token');
        const { aud } = facts.claims;
        if (policy === undefined || aud === undefined || facts.token === null) return undefined;
        const issuedFor = apiOfResource(aud);
        if (issuedFor === null || issuedFor === 'own-api') return undefined;
        return {
          strength: 'strong',
          at: facts.token.span,
          says: `The token is for ${API_NAMES[issuedFor]} (aud ${aud}), and the policy of API Management guards your own API`,
        };
      },
    },
    { kind: 'facts', phrases: ['jwt is not well formed', 'idx14100'], test: bareScopesOfPersonalAccount },
    {
      // SharePoint does not say audience; a token for Graph has an issuer and signature it cannot check.
      kind: 'facts',
      phrases: ['invalid issuer or signature'],
      test: (facts) => {
        const at = facts.phrase('invalid issuer or signature');
        return (
          at && {
            strength: 'strong',
            at,
            says: 'SharePoint answers so to a token that was made for another API, usually Microsoft Graph',
          }
        );
      },
    },
    {
      kind: 'phrase',
      phrases: ['invalidaudienceforresource'],
      strength: 'fair',
      says: 'The audience in the token or address does not fit the resource',
    },
    {
      kind: 'facts',
      test: (facts) => {
        const header = facts.of('diagnostics').find((item) => item.code === '2000003' || item.code === '3000003');
        return (
          header && {
            strength: 'decisive',
            at: header.span,
            says: `Exchange and SharePoint use ${header.code} for a token made for another address`,
          }
        );
      },
    },
    {
      // A token for Graph has a nonce in its header that only Graph can undo: SharePoint then finds its signature wrong.
      kind: 'facts',
      test: (facts) => {
        const header = facts
          .of('diagnostics')
          .find(
            (item) =>
              (item.code === '3000006' && !/expired/i.test(item.reason)) || /invalid signature/i.test(item.reason),
          );
        return (
          header && {
            strength: 'strong',
            at: header.span,
            says: 'SharePoint cannot check the signature, which is how a token for Microsoft Graph looks to it',
          }
        );
      },
    },
  ],
  headline: (facts) => {
    const stated = statedAudiences(facts);
    const aud = facts.claims.aud ?? stated?.[0];
    const called = calledApi(facts);
    const to = called === null ? (stated?.[1] ?? 'the API') : API_NAMES[called];
    if (aud === undefined) return `The token was not issued for ${to}, so it is refused.`;
    const issuedFor = apiOfResource(aud);
    const name = issuedFor === null || issuedFor === 'own-api' ? aud : `${API_NAMES[issuedFor]} (${aud})`;
    return `The token was issued for ${name}, but it was sent to ${to}.`;
  },
  steps: (facts) => [
    {
      text: 'Ask for a scope that names the API you call, in the authorization request and in every token request, refresh included:',
      value: scopeToAskFor(facts),
    },
    ...(isOwn(facts)
      ? [
          {
            text: 'Where the token is the right one, correct what the API expects: in version 2 tokens aud is the client id of the API, in version 1 tokens its Application ID URI (api://…). Let the validator take both.',
          },
        ]
      : []),
    {
      text: 'Ask for the scopes of one API at a time: two APIs need two tokens, each fetched with acquireTokenSilent or the refresh token.',
    },
    {
      text: 'Throw the cached token away (sign out, or clear the cache) and sign in again, so that the old one is not used on.',
    },
  ],
  patches: (facts) => {
    if (calledApi(facts) === 'graph') return ['request-graph-scopes'];
    if (calledApi(facts) === 'exchange-imap-smtp') return ['exchange-imap-smtp'];
    return isOwn(facts) ? ['validate-token'] : ['one-resource-per-request'];
  },
  check: (facts) => {
    if (calledApi(facts) === 'graph')
      return {
        text: 'Decode the new token: aud must be https://graph.microsoft.com or 00000003-0000-0000-c000-000000000000. Then this answers 200:',
        command: 'curl -i https://graph.microsoft.com/v1.0/me -H "Authorization: Bearer $TOKEN"',
      };
    if (isOwn(facts))
      return {
        text: 'Decode the new token: aud is the client id or the Application ID URI of your API, and the same request passes.',
      };
    const resource = scopeToAskFor(facts);
    return {
      text: `Decode the new token: aud is ${resource.slice(0, resource.lastIndexOf('/'))}, and the same request is answered.`,
    };
  },
  sources: [
    {
      title: 'Access tokens: validate the audience',
      url: 'https://learn.microsoft.com/entra/identity-platform/access-tokens',
    },
    {
      title: 'Resolve Microsoft Graph authorization errors',
      url: 'https://learn.microsoft.com/graph/resolve-auth-errors',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste: `<validate-jwt header-name="Authorization" failed-validation-error-message="Unauthorized. Access token is missing or invalid.">
  <openid-config url="https://login.microsoftonline.com/contoso.onmicrosoft.com/v2.0/.well-known/openid-configuration" />
</validate-jwt>
401, and in the token: "aud": "00000003-0000-0000-c000-000000000000"`,
    },
    {
      paste: `{"error":{"code":"InvalidAuthenticationToken","message":"Access token validation failure.","innerError":{"date":"2024-03-05T09:10:11"}}}
jwt.ms shows "aud": "https://management.azure.com/"`,
    },
    {
      paste: `A2 NO AUTHENTICATE failed.
{
  "aud": "https://graph.microsoft.com",
  "iss": "https://sts.windows.net/2f1d7c1a-94c3-4c39-8f53-0d5f5d1f7f10/",
  "scp": "IMAP.AccessAsUser.All",
  "ver": "1.0"
}`,
    },
    {
      paste: `Bearer was not authenticated. Failure message: IDX10206: Unable to validate audience. The 'audiences' parameter is empty.`,
      verdict: 'certain',
    },
    {
      paste: `const request = { scopes: ["https://outlook.office.com/Mail.Read"], account };
const { accessToken } = await pca.acquireTokenSilent(request);
await fetch("https://graph.microsoft.com/v1.0/me/messages", { headers: { Authorization: \`Bearer \${accessToken}\` } });`,
    },
    {
      paste:
        'InvalidBearerTokenException: An error occurred while attempting to decode the Jwt: The aud claim is not valid',
      verdict: 'certain',
    },
    {
      paste:
        'pca.acquireTokenByUsernamePassword({ scopes: ["Mail.Read"] })\nexch.Url = new Uri("https://outlook.office365.com/ews/exchange.asmx")\n// 401 Unauthorized',
    },
    {
      paste:
        'x-ms-diagnostics: 3000006;reason="Token contains invalid signature.";category="invalid_client"\nhttps://fabrikam.sharepoint.com/_api/web 401',
    },
    {
      paste:
        'HTTP/1.1 401 Unauthorized\n{"error":{"code":"InvalidAuthenticationToken","message":"Access token validation failure. Invalid audience.","innerError":{"date":"2026-03-02T10:11:12"}}}',
      verdict: 'certain',
    },
    {
      paste:
        'GET https://graph.microsoft.com/v1.0/me/events\n401\n{"aud":"api://3f1c0a52-9f0e-4d0b-8f3a-0c7d6a1e2b11","iss":"https://sts.windows.net/5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77/","scp":"access_as_user","ver":"1.0"}',
      verdict: 'certain',
    },
  ],
  nearMisses: [
    {
      paste: `HTTP/1.1 401 Unauthorized
x-ms-diagnostics: 3000006;reason="Token has expired";category="invalid_client"
WWW-Authenticate: Bearer realm="contoso.sharepoint.com", error="invalid_token", error_description="Invalid JWT token. The token is expired."`,
      cause: 'token-expired',
    },
    {
      paste:
        'GET https://graph.microsoft.com/v1.0/me/events\n403\n{"aud":"00000003-0000-0000-c000-000000000000","scp":"User.Read","idtyp":"user"}\n{"error":{"code":"ErrorAccessDenied","message":"Access is denied. Check credentials and try again."}}',
      cause: 'missing-scope',
    },
  ],
};
