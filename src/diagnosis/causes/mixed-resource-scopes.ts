import type { Facts } from '../facts/facts.ts';
import { resourcesOfScopes } from '../permissions/scope-resource.ts';
import type { RootCause, Signal } from './root-cause.ts';
import { namedScopes } from './scopes/named-scopes.ts';
import { scopeRequests } from './scopes/scope-requests.ts';
import { codeWords, issuerWords } from './words/code-words.ts';
import { sentence, theApp } from './words/wording.ts';

const SCOPE_CODES: ReadonlySet<number> = new Set([28000, 70011, 700022]);

/** The list with scopes of more than one API: the one that the sign-in service quotes, else one that was sent or stands in code. */
function mixedList(facts: Facts): { scopes: readonly string[]; resources: string[] } | undefined {
  const lists = [namedScopes(issuerWords(facts)), ...scopeRequests(facts).map((request) => request.scopes)];
  for (const scopes of lists) {
    const resources = resourcesOfScopes(scopes);
    if (resources.length > 1) return { scopes, resources };
  }
  return undefined;
}

function asked(facts: Facts): Signal | undefined {
  const request = scopeRequests(facts).find(({ scopes }) => scopes.length > 1 && resourcesOfScopes(scopes).length > 1);
  if (request === undefined) return undefined;
  const says = `One list of scopes names ${resourcesOfScopes(request.scopes).join(' and ')}: a token is for one API`;
  const codes = facts.of('aadsts');
  if (codes.some((item) => !SCOPE_CODES.has(item.code))) return { strength: 'hint', at: request.at, says };
  const refusedScope =
    codes.length > 0 ||
    facts.of('oauth-error').some((item) => item.error === 'invalid_scope' || item.error === 'invalid_request');
  if (refusedScope) return { strength: 'strong', at: request.at, says };
  // The refusal of a token by an API has other reasons as well; a refused sign-in with such a list has hardly another.
  const apiRefused = facts.call?.error != null || facts.of('challenge').length > 0 || facts.of('token').length > 0;
  if (apiRefused) return { strength: 'weak', at: request.at, says };
  return { strength: request.from === 'request' ? 'strong' : 'fair', at: request.at, says };
}

export const mixedResourceScopes: RootCause = {
  id: 'mixed-resource-scopes',
  title: 'The scopes of one request belong to several APIs',
  owner: 'app-developer',
  explanation:
    'An access token is made for one API, so the scopes of one token request must belong to one API. The sign-in page may collect consent for several, but the code can be redeemed for one of them only. A scope without an address counts as Microsoft Graph, which is how a second API slips in unseen.',
  symptoms: [
    'AADSTS28000 «… contains more than one resource»',
    'AADSTS70011 with scopes of two addresses in its list',
    'The sign-in page works, and the token request after it fails with 400',
  ],
  explains: ['invalid-scope', 'wrong-audience', 'token-missing', 'token-malformed'],
  rules: [
    {
      kind: 'code',
      codes: [28000],
      strength: 'decisive',
      says: (facts) => {
        const mixed = mixedList(facts);
        return `AADSTS28000: scopes of more than one API in one request${mixed === undefined ? '' : ` (${mixed.resources.join(', ')})`}`;
      },
    },
    {
      kind: 'code',
      codes: [70011, 700022],
      strength: 'decisive',
      when: (facts, code) => /more than one resource/i.test(codeWords(facts, code)),
      says: (_, code) => `AADSTS${code.code} says that the scopes belong to more than one resource`,
    },
    {
      // 70011 says that a scope is not valid; that the list names two APIs is our reading of it (28000 is their number today).
      kind: 'code',
      codes: [70011, 700022],
      strength: 'strong',
      when: (facts, code) =>
        !/more than one resource/i.test(codeWords(facts, code)) &&
        resourcesOfScopes(namedScopes(codeWords(facts, code))).length > 1,
      says: (facts, code) =>
        `The list that AADSTS${code.code} quotes names ${resourcesOfScopes(namedScopes(codeWords(facts, code))).join(' and ') || 'several APIs'}`,
    },
    {
      kind: 'phrase',
      phrases: [
        'contains more than one resource',
        'scopes from multiple resources',
        'scopes for multiple resources',
        'multiple resources in the scope',
      ],
      strength: 'decisive',
      when: (facts) => facts.of('aadsts').length === 0 && facts.of('vendor').length === 0,
      says: 'The text says that the scopes belong to several APIs',
    },
    { kind: 'facts', onlyWith: { evidence: ['oauth-request'], settings: ['scopes'] }, test: asked },
  ],
  headline: (facts) => {
    const mixed = mixedList(facts);
    return mixed === undefined
      ? `${sentence(theApp(facts))} asks for scopes of several APIs in one request; a token is for one API.`
      : `One request asks for scopes of ${mixed.resources.length} APIs (${mixed.resources.slice(0, 4).join(', ')}); a token is for one API.`;
  },
  steps: (facts) => {
    const mixed = mixedList(facts);
    const first = mixed?.resources[0];
    const own = (resource: string) =>
      mixed?.scopes.filter((scope) => resourcesOfScopes([scope]).includes(resource)).join(' ');
    return [
      {
        text: 'Sign in with the scopes of one API only (openid, profile, offline_access may stand beside them):',
        value: first === undefined ? 'https://graph.microsoft.com/User.Read' : (own(first) ?? first),
      },
      ...(mixed?.resources.slice(1, 4).map((resource) => ({
        text: `Get the token for ${resource} by a second request, silently or with the refresh token:`,
        value: own(resource) ?? resource,
      })) ?? [{ text: 'Get the token for the second API by a second request, silently or with the refresh token.' }]),
      {
        text: 'To have consent to all at once, use extraScopesToConsent (MSAL.js), WithExtraScopesToConsent (MSAL.NET), or the consent link of an administrator. The token request names one API all the same.',
      },
    ];
  },
  patches: ['one-resource-per-request'],
  check: () => ({ text: 'Each token request answers 200, and aud of each token is the API that it is for.' }),
  sources: [
    {
      title: 'Scopes and permissions in the Microsoft identity platform',
      url: 'https://learn.microsoft.com/entra/identity-platform/scopes-oidc',
    },
    {
      title: 'Authorization code flow: scope',
      url: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#request-an-authorization-code',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste:
        'AADSTS28000: Provided value for the input parameter scope is not valid because it contains more than one resource. Scope https://graph.microsoft.com/Mail.Read api://7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22/access_as_user openid profile offline_access is not valid.',
      verdict: 'certain',
    },
    {
      paste:
        '{"error":"invalid_scope","error_description":"AADSTS70011: The provided request must include a \'scope\' input parameter. The provided value for the input parameter \'scope\' is not valid. The scope https://management.azure.com/.default https://storage.azure.com/.default is not valid.","error_codes":[70011]}',
      verdict: 'likely',
    },
    {
      paste:
        'GET https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/authorize?client_id=4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31&response_type=code&scope=User.Read%20https%3A%2F%2Fcontoso.sharepoint.com%2FAllSites.Read&redirect_uri=http%3A%2F%2Flocalhost%3A3000',
    },
    {
      paste:
        'const loginRequest = { scopes: ["api://7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22/tasks.read", "https://graph.microsoft.com/User.Read"] };\nServerError: invalid_scope',
    },
    {
      paste:
        'POST https://login.microsoftonline.com/common/oauth2/v2.0/token\ngrant_type=authorization_code&client_id=4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31&scope=https%3A%2F%2Foutlook.office.com%2FIMAP.AccessAsUser.All%20https%3A%2F%2Fgraph.microsoft.com%2FMail.Send%20offline_access\n400 Bad Request',
    },
  ],
  nearMisses: [
    {
      paste:
        "AADSTS70011: The provided value for the input parameter 'scope' is not valid. The scope Calender.Read is not valid.",
      cause: 'invalid-scope',
    },
    {
      paste:
        "AADSTS70011: The provided value for the input parameter 'scope' is not valid. The scope openid profile https://graph.microsoft.com/User.Read https://graph.microsoft.com/.default offline_access is not valid. .default scope can't be combined with resource-specific scopes.",
      cause: 'invalid-scope',
    },
  ],
};
