import type { FixStep } from '../diagnosis.ts';
import { apiOfResource } from '../facts/api.ts';
import type { Facts } from '../facts/facts.ts';
import { CONSUMER_TENANT } from '../facts/values.ts';
import { COMMON_EXPECTED, ISSUER_CLAIM } from './accounts/personal-account.ts';
import {
  OTHER_TENANT,
  otherTenantHeadline,
  otherTenantSteps,
  tenantOfResource,
} from './accounts/tenant-of-resource.ts';
import type { RootCause, Signal } from './root-cause.ts';
import { retold } from './words/told.ts';

/** A token of a personal account names the consumer tenant as its issuer: then the account's kind is the cause. */
function ofPersonalAccount(facts: Facts): boolean {
  return facts.claims.tid === CONSUMER_TENANT || facts.phrase(CONSUMER_TENANT) !== undefined;
}

function version(facts: Facts): 'v1' | 'v2' | null {
  const iss = facts.claims.iss ?? '';
  if (facts.claims.ver === '1.0' || iss.startsWith('https://sts.windows.net/')) return 'v1';
  return facts.claims.ver === '2.0' || iss.endsWith('/v2.0') ? 'v2' : null;
}

/** The call goes to the person's own API; the second sentence is App Service's own sign-in check («Easy Auth»). */
function ownApi(facts: Facts): boolean {
  return (
    facts.api === 'own-api' ||
    (facts.api === null && facts.phrase('you do not have permission to view this directory or page') !== undefined)
  );
}

/** The version of a token follows the API it is made for: of one for Graph the issuer says nothing about one's own settings. */
function ofOtherApi({ claims }: Facts): boolean {
  const issuedFor = claims.aud === undefined ? null : apiOfResource(claims.aud);
  return issuedFor !== null && issuedFor !== 'own-api';
}

/** The issuer as the two metadata documents of a tenant write it: version 1, then version 2. */
const METADATA_ISSUERS = [
  ['"issuer":"https://sts.windows.net/', '"issuer": "https://sts.windows.net/'],
  ['"issuer":"https://login.microsoftonline.com/', '"issuer": "https://login.microsoftonline.com/'],
] as const;

/** A metadata document (or its issuer) stands beside a token of the other version. */
function issuerOfMetadata(facts: Facts): Signal | undefined {
  if (facts.token === null || facts.claims.iss === undefined || ofOtherApi(facts)) return undefined;
  if (facts.api !== null && facts.api !== 'own-api') return undefined;
  const has = version(facts);
  const other = has === 'v2' ? METADATA_ISSUERS[0] : has === 'v1' ? METADATA_ISSUERS[1] : undefined;
  const at = other && facts.anyPhrase(...other);
  const same = has === 'v2' ? METADATA_ISSUERS[1] : METADATA_ISSUERS[0];
  return at !== undefined && facts.anyPhrase(...same) === undefined
    ? {
        strength: 'fair',
        at,
        says: `The metadata names the issuer of the other token version; the token is of version ${has} (${facts.claims.iss})`,
      }
    : undefined;
}

/** The version of an issuer of Entra ID by its form. */
function versionOf(issuer: string): 'v1' | 'v2' | null {
  if (issuer.startsWith(V1_ISSUER)) return 'v1';
  return /^https:\/\/login\.microsoftonline\.com\/.{2,60}\/v2\.0\/?$/.test(issuer) ? 'v2' : null;
}

/** What the program is set to take as the issuer, and a token of the other version: one string is never the other. */
function statedIssuer(facts: Facts): Signal | undefined {
  const { iss } = facts.claims;
  if (iss === undefined || facts.token === null || (facts.api !== null && facts.api !== 'own-api')) return undefined;
  if (facts.of('aadsts').length > 0 || ofPersonalAccount(facts) || ofOtherApi(facts)) return undefined;
  const stated = facts.of('setting').filter((item) => item.name === 'issuer');
  const has = versionOf(iss);
  const other = stated.find(({ values }) => versionOf(values[0] ?? '') !== null);
  if (has === null || other === undefined) return undefined;
  if (stated.some(({ values }) => values[0]?.startsWith(iss.replace(/\/$/, '')) || versionOf(values[0] ?? '') === has))
    return undefined;
  return {
    strength: 'fair',
    at: other.span,
    says: `The issuer that is expected is ${other.values[0]}; the token's iss is ${iss}, the form of the other version`,
  };
}

const V1_ISSUER = 'https://sts.windows.net/';
const V2_ISSUERS = ['https://login.microsoftonline.com/'] as const;
const TOLD_ISSUERS = [V1_ISSUER, ...V2_ISSUERS, 'issuer', 'expects https://login.microsoftonline.com/'] as const;

/** «Issuer» in words, and both forms of it: the two versions of one tenant's tokens stand against each other. */
function bothVersionsTold(facts: Facts): Signal | undefined {
  if (facts.of('aadsts').length > 0 || facts.status !== 401) return undefined;
  if (facts.api !== null && facts.api !== 'own-api') return undefined;
  const v1 = facts.phrase(V1_ISSUER);
  const v2 = facts.anyPhrase(...V2_ISSUERS);
  if (v1 === undefined || v2 === undefined || ofPersonalAccount(facts) || ofOtherApi(facts)) return undefined;
  const named = facts.claims.iss !== undefined || facts.anyPhrase('issuer', TOLD_ISSUERS[3]) !== undefined;
  return named
    ? {
        strength: 'strong',
        at: v1,
        says: 'The token and the program that checks it name the issuer in two forms: sts.windows.net is version 1, login.microsoftonline.com/…/v2.0 version 2',
      }
    : undefined;
}

/** The issuer that came and the one that is taken, where a validator prints both. */
function refusedIssuer(facts: Facts): readonly string[] | undefined {
  return facts.of('setting').find(({ name }) => name === 'refused-issuer')?.values;
}

/** The issuer of the token: from its claims, or as the validator says it. */
function issuer(facts: Facts): string | undefined {
  if (facts.claims.iss !== undefined) return facts.claims.iss;
  const refused = refusedIssuer(facts)?.[0];
  if (refused !== undefined) return refused;
  const words = [...facts.of('exception'), ...facts.of('api-error')].map((item) => item.message);
  return words.map((it) => /issuer: '(https:\/\/[^'\s]{8,200})'/i.exec(it)?.[1]).find((it) => it !== undefined);
}

const GUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** The one issuer that the program takes, where its refusal names it. */
function takenIssuer(facts: Facts): string | undefined {
  const refused = refusedIssuer(facts)?.[1];
  if (refused !== undefined) return refused;
  const words = [...facts.of('exception'), ...facts.of('api-error')].map((item) => item.message);
  return words.map((it) => /ValidIssuers?: '(https:\/\/[^'\s,]{8,200})/i.exec(it)?.[1]).find((it) => it !== undefined);
}

/** `blank`: the metadata of common, which has `{tenantid}` in its issuer, was read by a program that compares the two addresses. */
type Difference = 'version' | 'tenant' | 'metadata' | 'blank' | undefined;

/** In what the issuer that came and the one that is taken differ. */
function difference(facts: Facts): Difference {
  const has = issuer(facts);
  const takes = takenIssuer(facts);
  if (has === undefined || takes === undefined) return undefined;
  if (has.includes('{tenantid}')) return 'blank';
  if (/\/(?:common|organizations)\//.test(takes) || takes.includes('{tenantid}')) return 'metadata';
  const [own, expected] = [GUID.exec(has)?.[0].toLowerCase(), GUID.exec(takes)?.[0].toLowerCase()];
  if (own === undefined || expected === undefined) return undefined;
  if (own !== expected) return 'tenant';
  return versionOf(has) !== null && versionOf(takes) !== null && versionOf(has) !== versionOf(takes)
    ? 'version'
    : undefined;
}

const VERSION = { v1: 'version 1', v2: 'version 2' } as const;

function stepsFor(facts: Facts): FixStep[] {
  const loginHost = 'https://login.microsoftonline.com';
  const tenant = facts.values.tenant ?? 'YOUR_TENANT_ID';
  const has = issuer(facts) ?? '';
  switch (difference(facts)) {
    case 'version':
      return versionOf(has) === 'v1'
        ? [
            {
              text: 'Let the API get tokens of version 2, which the program expects: App registrations, the API (not the client), Manifest (in the older form of the manifest: accessTokenAcceptedVersion):',
              value: '"requestedAccessTokenVersion": 2',
            },
            {
              text: 'aud then is the client id of the API and no longer api://…: let the program take that. New tokens come after the old ones have expired; clear the client’s cache.',
            },
          ]
        : [
            {
              text: 'Let the program read the metadata of version 2, which is the version of the token:',
              value: `${loginHost}/${tenant}/v2.0`,
            },
            { text: 'aud of such tokens is the client id of the API: let the program take that, too.' },
          ];
    case 'tenant':
      return [
        {
          text: 'Where only people of the expected tenant may call: let the client sign in there, with the authority',
          value: `${loginHost}/${GUID.exec(takenIssuer(facts) ?? '')?.[0] ?? tenant}`,
        },
        {
          text: `Where the other tenant (${GUID.exec(has)?.[0]}) may call as well: make the API multitenant (Supported account types), and check the issuer against its pattern with the token’s own tid and a list of tenants that you let in.`,
        },
      ];
    case 'blank':
      return [
        {
          text: 'Set the issuer of the program to your tenant: the metadata of common and organizations has a blank in the place of the tenant, and most libraries want the two addresses to be equal.',
          value: `${loginHost}/${tenant}/v2.0`,
        },
        {
          text: 'Where people of several tenants sign in: take a connector for Microsoft of the program where it has one, or the setting that leaves this comparison out, and check tid of each token against a list.',
        },
      ];
    case 'metadata':
      return [
        {
          text: 'Set the authority of the validating program to the tenant, not to common: the issuer of a token always names a tenant.',
          value: `${loginHost}/${GUID.exec(has)?.[0] ?? tenant}/v2.0`,
        },
        {
          text: 'Where several tenants may call, check the issuer against its pattern with the token’s own tid (Microsoft.Identity.Web does), and keep a list of the tenants that you let in.',
        },
      ];
    default:
      return [
        {
          text: 'Decide on version 2 and set it in the registration of the API (Manifest):',
          value: '"requestedAccessTokenVersion": 2',
        },
        {
          text: 'Set the authority of the validating program to the tenant, not to common:',
          value: `${loginHost}/${tenant}/v2.0`,
        },
        {
          text: 'Where several tenants may call, check the issuer against its pattern with the token’s own tid, and keep a list of the tenants that you let in.',
        },
      ];
  }
}

export const issuerMismatch: RootCause = {
  id: 'issuer-mismatch',
  title: 'The API expects another issuer or token version',
  owner: 'app-developer',
  explanation:
    'Entra ID issues tokens of version 1 (issuer https://sts.windows.net/{tenant}/) and version 2 (issuer https://login.microsoftonline.com/{tenant}/v2.0). Which one an API gets is set in the API’s own registration (requestedAccessTokenVersion), whatever endpoint the client used. A validator that expects the other form, another tenant, or the literal word common, refuses.',
  symptoms: [
    'IDX10205, IDX40001, «The issuer is invalid»',
    'iss in the token is sts.windows.net and the program expects login.microsoftonline.com',
    'AADSTS500136, AADSTS500137',
  ],
  rules: [
    {
      // Azure's own services name the tenant that they belong to, and no setting of theirs takes another one.
      kind: 'phrase',
      phrases: OTHER_TENANT,
      strength: 'decisive',
      when: (facts) => !ofPersonalAccount(facts) && facts.of('aadsts').length === 0,
      says: 'The service takes tokens of its own tenant only, and says that this one is of another',
    },
    {
      kind: 'phrase',
      phrases: [
        'idx10205',
        'idx40001',
        'idx10204',
        // A B2C issuer with the policy in it (tfp); an issuer without the tenant of the token.
        'idx40002',
        'idx40004',
        'the issuer is invalid',
        'issuer validation failed',
        'securitytokeninvalidissuerexception',
        'jwt issuer invalid',
        'jwt issuer is invalid',
        "the claim 'iss' value doesn't match the required issuer",
        'issued by a different provider',
        'issuer is not valid',
        "the issuer 'https://",
        'jwt issuer is not configured',
        'issuer claim is invalid',
        'issuer not valid',
        'idx10211',
        'invalidissuererror',
        'invalid issuer',
        'the iss claim is not valid',
        'issuer did not match',
        'unexpected "iss" claim value',
        'does not match the issuer',
        'invalid_issuer',
        'invalid token issuer',
        // openid-client; oauth4webapi (Auth.js); Spring Security; Spring Cloud Azure.
        'unexpected iss value',
        ISSUER_CLAIM,
        'unexpected "iss" (issuer) response parameter value',
        '"issuer" property does not match the expected value',
        // AppAuth.
        'issuer mismatch',
        '"issuer" does not match "expectedissuer"',
        'provided in the configuration metadata did not match the requested issuer',
        'is not registered in trusted issuer repository',
        // Service Bus and Event Hubs.
        'token issuer is invalid',
        // lcobucci/jwt, lestrrat/jwx, authlib, jjwt, jose4j, API Management, Rust's jsonwebtoken.
        'was not issued by the given issuers',
        '"iss" not satisfied',
        'invalid claim "iss"',
        "invalid claim 'iss'",
        'expected iss claim to be',
        'issuer (iss) claim value',
        'claim value mismatch: iss',
        // API Gateway's JWT authorizer; cap (Vault, Boundary).
        'does not have a valid issuer',
        "invalid claim value: 'iss'",
        'error(invalidissuer)',
      ],
      strength: 'decisive',
      when: (facts) =>
        (!ofPersonalAccount(facts) || facts.anyPhrase(...COMMON_EXPECTED) !== undefined) &&
        facts.api !== 'sharepoint' &&
        facts.of('aadsts').length === 0 &&
        tenantOfResource(facts) === undefined,
      says: 'The program that validates the token does not accept its issuer',
    },
    {
      // ASP.NET Core prints the issuer it refused; a null one was never read, as with packages of two versions side by side.
      kind: 'phrase',
      phrases: ["the issuer '(null)'"],
      strength: 'strong',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'The program that validates the token does not accept its issuer, or could not read it',
    },
    {
      kind: 'facts',
      phrases: [CONSUMER_TENANT, 'you do not have permission to view this directory or page'],
      onlyWith: { evidence: ['token'] },
      test: (facts) => {
        const iss = facts.claims.iss;
        const authority = facts.of('setting').find((item) => item.name === 'authority')?.values[0];
        if (iss === undefined || authority === undefined || !ownApi(facts) || facts.token === null) return undefined;
        if (ofOtherApi(facts)) return undefined;
        const expects = /\/v2\.0\/?$/.test(authority)
          ? 'v2'
          : /^https:\/\/sts\.windows\.net\//.test(authority)
            ? 'v1'
            : null;
        const has = version(facts);
        if (expects === null || has === null || expects === has) return undefined;
        return {
          strength: 'fair',
          at: facts.token.span,
          says: `The token is of version ${has} (${iss}), the program is set to ${authority}`,
        };
      },
    },
    { kind: 'facts', phrases: [CONSUMER_TENANT], onlyWith: { settings: ['issuer'] }, test: statedIssuer },
    { kind: 'facts', phrases: METADATA_ISSUERS.flat(), onlyWith: 'its phrases', test: issuerOfMetadata },
    { kind: 'facts', phrases: TOLD_ISSUERS, onlyWith: { phrases: [V1_ISSUER] }, test: bothVersionsTold },
    {
      kind: 'code',
      codes: [500136, 500137],
      strength: 'strong',
      says: 'The code says that the token version does not fit the endpoint',
    },
    {
      kind: 'code',
      codes: [50013],
      strength: 'strong',
      when: (_, code) => /api version/i.test(code.message),
      says: 'The text speaks of the token’s API version',
    },
    retold({
      'issuer-versions-differ':
        'The token names the issuer of version 1 (sts.windows.net), and that of version 2 is configured, or the reverse',
    }),
  ],
  headline: (facts) => {
    const other = tenantOfResource(facts);
    if (other !== undefined) return otherTenantHeadline(other);
    const has = issuer(facts);
    const takes = takenIssuer(facts);
    if (has === undefined)
      return 'The program that validates the token does not accept its issuer: another version, tenant or authority is expected.';
    const [came, wanted] = [versionOf(has), versionOf(takes ?? '')];
    switch (difference(facts)) {
      case 'version':
        return `The token is of ${VERSION[came ?? 'v1']} (issuer ${has}), and the program takes only ${VERSION[wanted ?? 'v2']} of the same tenant.`;
      case 'tenant':
        return `The token comes from the tenant ${GUID.exec(has)?.[0]}, and the program takes only tokens of the tenant ${GUID.exec(takes ?? '')?.[0]}.`;
      case 'blank':
        return `The program is set to the issuer ${takes}, whose metadata has a blank for the tenant (${has}): the two never are equal.`;
      case 'metadata':
        return `The program expects the issuer ${takes}, which no token has: it names no tenant. The token’s is ${has}.`;
      default:
        return `The program that validates the token does not accept the issuer ${has}.`;
    }
  },
  steps: (facts) => {
    const other = tenantOfResource(facts);
    return other === undefined ? stepsFor(facts) : otherTenantSteps(other);
  },
  patches: (facts) => (tenantOfResource(facts) === undefined ? ['validate-token'] : []),
  check: (facts) => ({
    text:
      tenantOfResource(facts) === undefined
        ? 'iss of a new token is the issuer of the metadata that the program reads.'
        : `tid of a new token is ${tenantOfResource(facts)?.takes ?? 'the tenant of the resource'}, and the call succeeds.`,
  }),
  sources: [
    {
      title: 'Access token versions',
      url: 'https://learn.microsoft.com/entra/identity-platform/access-tokens#token-formats',
    },
    {
      title: 'Multitenant APIs: validate the issuer',
      url: 'https://learn.microsoft.com/entra/identity-platform/howto-convert-app-to-be-multi-tenant',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste:
        '{"error":{"code":"AF20010","message":"The tenant ID passed in the URL (43dc75e3-499a-40cd-891a-ba9f8e445365) does not match the tenant ID passed in the access token (0c7d3a51-91b2-4c0e-a1d8-6f2e4b5c7d80)."}}',
      verdict: 'certain',
    },
    {
      paste:
        '<Error><Code>InvalidAuthenticationInfo</Code><AuthenticationErrorDetail>Issuer validation failed. Issuer did not match.</AuthenticationErrorDetail></Error>',
      verdict: 'certain',
    },
    {
      paste:
        'Our API says invalid issuer: the token has sts.windows.net, configured is login.microsoftonline.com with v2.0.',
    },
    {
      paste: `(Tenant provided in token does not match resource token) Token tenant 5d1f1e7a-2b3c-4d5e-8f90-a1b2c3d4e5f6 does not match resource tenant.`,
      verdict: 'certain',
    },
    {
      paste: `IDX40002: Microsoft.IdentityModel does not support a B2C issuer with 'tfp' in the URI. See https://aka.ms/ms-id-web/b2c-issuer for details.`,
      verdict: 'certain',
    },
    {
      paste: `quarkus.oidc.token.issuer=https://login.microsoftonline.com/8ac164b9-e85e-4acb-9eb2-2f78cd0a2505/v2.0
The access token is refused, its iss is https://sts.windows.net/8ac164b9-e85e-4acb-9eb2-2f78cd0a2505/`,
    },
    { paste: `oidc: JWT claims invalid: invalid claim value: 'iss'`, verdict: 'certain' },
    {
      paste:
        'My web API returns 401: the issuer in the token is https://sts.windows.net/11111111-1111-1111-1111-111111111111/ and I configured https://login.microsoftonline.com/11111111-1111-1111-1111-111111111111/v2.0 as authority',
      verdict: 'likely',
    },
    {
      paste: `Lcobucci\\JWT\\Validation\\RequiredConstraintsViolated: The token violates some mandatory constraints, details:
- The token was not issued by the given issuers`,
      verdict: 'certain',
    },
    {
      paste: `Www-Authenticate: Bearer error="invalid_token", error_description="The issuer '(null)' is invalid"`,
      verdict: 'likely',
    },
    {
      paste: `401 You do not have permission to view this directory or page.
"openIdIssuer": "https://sts.windows.net/1b2c3d4e-9f8e-4a7b-b6c5-0d1e2f3a4b5c/"
{"aud":"9d6e2b7c-5f41-4b38-9a0d-2c7e8f1a3b55","iss":"https://login.microsoftonline.com/1b2c3d4e-9f8e-4a7b-b6c5-0d1e2f3a4b5c/v2.0","scp":"user_impersonation","ver":"2.0"}`,
      verdict: 'likely',
    },
    {
      paste: `the API answers 401
"issuer":"https://sts.windows.net/1b2c3d4e-9f8e-4a7b-b6c5-0d1e2f3a4b5c/"
{"aud":"9d6e2b7c-5f41-4b38-9a0d-2c7e8f1a3b55","iss":"https://login.microsoftonline.com/1b2c3d4e-9f8e-4a7b-b6c5-0d1e2f3a4b5c/v2.0","scp":"access_as_user","ver":"2.0"}`,
      verdict: 'likely',
    },
    {
      paste: `com.nimbusds.jwt.proc.BadJWTException: Invalid token issuer
	at com.contoso.api.AadFilter.verify(AadFilter.java:77)
iss: https://login.microsoftonline.com/2f1d7c1a-94c3-4c39-8f53-0d5f5d1f7f10/v2.0`,
      verdict: 'certain',
    },
    {
      paste: `{"error":{"code":"InvalidAuthenticationTokenTenant","message":"The access token is from the wrong issuer 'https://sts.windows.net/2f1d7c1a-94c3-4c39-8f53-0d5f5d1f7f10/'. It must match one of the tenants 'https://sts.windows.net/7a0c1c52-3b44-4d0b-9d52-1c1f0a3e2b11/' associated with this subscription."}}`,
      verdict: 'certain',
    },
    {
      paste:
        'oidc: id token issued by a different provider, expected "https://login.microsoftonline.com/1b2e4c5d-0a0b-4c0d-8e0f-101112131415/v2.0" got "https://sts.windows.net/1b2e4c5d-0a0b-4c0d-8e0f-101112131415/"',
      verdict: 'certain',
    },
    {
      paste:
        'authentication failed due to: jwt issuer is invalid. expected: https://login.microsoftonline.com/1b2e4c5d-0a0b-4c0d-8e0f-101112131415/v2.0',
      verdict: 'certain',
    },
    {
      paste:
        'WWW-Authenticate: Bearer error="invalid_token", error_description="The issuer \'https://sts.windows.net/5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77/\' is invalid"\nIDX10205: Issuer validation failed.',
      verdict: 'certain',
    },
    {
      paste:
        'SecurityTokenInvalidIssuerException: IDX40001: Issuer: https://sts.windows.net/5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77/, does not match any of the valid issuers provided for this application.',
      verdict: 'certain',
    },
    {
      paste: 'JsonWebTokenError: jwt issuer invalid. expected: https://login.microsoftonline.com/common/v2.0',
      verdict: 'certain',
    },
    {
      paste:
        '[next-auth][error][OAUTH_CALLBACK_ERROR] unexpected iss value, expected https://login.microsoftonline.com/common/v2.0, got: https://login.microsoftonline.com/7a3d54ec-6390-4bf6-8189-639e35aeeb95/v2.0',
    },
    {
      paste:
        '[auth][cause]: OperationProcessingError: unexpected JWT "iss" (issuer) claim value\n[auth][details]: { "provider": "microsoft-entra-id" }',
      verdict: 'certain',
    },
    {
      paste:
        'OperationProcessingError: "response" body "issuer" property does not match the expected value\n    at processDiscoveryResponse (node_modules/oauth4webapi/build/index.js:232:15)',
      verdict: 'certain',
    },
    {
      paste:
        'PlatformException(authorize_and_exchange_code_failed, Failed to authorize: [error: null, description: Invalid ID Token], Issuer mismatch, null)',
    },
  ],
  nearMisses: [
    {
      paste:
        'unexpected JWT "iss" (issuer) claim value\n{ "expected": "https://login.microsoftonline.com/5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77/v2.0", "claims": { "iss": "https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0" } }',
      cause: 'account-type-mismatch',
    },
    {
      paste: `issuer: https://login.microsoftonline.com/8ac164b9-e85e-4acb-9eb2-2f78cd0a2505/v2.0
401
{"aud":"api://orders","iss":"https://login.microsoftonline.com/8ac164b9-e85e-4acb-9eb2-2f78cd0a2505/v2.0","ver":"2.0"}`,
      cause: 'not-enough-evidence',
    },
    {
      paste:
        '{"error":"invalid_token","error_description":"Invalid Issuer (iss) claim: https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0"}',
      cause: 'account-type-mismatch',
    },
    {
      paste: 'WWW-Authenticate: Bearer error="invalid_token", error_description="The audience \'api://x\' is invalid"',
      cause: 'wrong-audience',
    },
  ],
};
