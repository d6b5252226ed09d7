import type { Facts } from '../facts/facts.ts';
import { CONSUMER_TENANT } from '../facts/values.ts';
import { tenantLink } from '../fix/portal-links.ts';
import { plainRefusal } from '../question/plain-refusals.ts';
import { authorityOf } from './accounts/account-audience.ts';
import { AUTHORITY_METADATA_RULES, wantedAddress } from './request/authority-metadata.ts';
import { UNFILLED_WORDS, unfilled } from './request/unfilled-value.ts';
import { isUnset, unsetInSettings } from './request/unset-tenant.ts';
import type { RootCause } from './root-cause.ts';
import { asksForItself } from './scopes/scope-requests.ts';
import { codeWords, issuerWords } from './words/code-words.ts';
import { retold } from './words/told.ts';

const NAMED =
  /(?:tenant identifier|tenant for tenant guid|tenant|realm) ['"]?([^\s'",]{1,120}|(?<=['"])[^'"\n]{1,120})['"]? (?:not found|is neither|does not exist|is not (?:a )?valid|was not found)/i;
/** Translated sentences keep the quotes. */
const QUOTED = /['"]([^'"\n]{1,120})['"]/;
const NAMES_TENANT: ReadonlySet<number> = new Set([900023, 900021, 90002]);

/** MSAL for Python names the authority whose metadata it could not read. */
const DISCOVERED = /authority configuration for https?:\/\/[^/\s]{3,100}\/([^\s/'".][^\s/'"]{0,99}?)\.?(?:[\s/'"]|$)/i;

/** The tenant that was looked for, as the sign-in service or the request names it. */
function wanted(facts: Facts): string | undefined {
  const said =
    NAMED.exec(issuerWords(facts))?.[1] ??
    NAMED.exec(
      facts
        .of('diagnostics')
        .map((item) => item.reason)
        .join(' '),
    )?.[1];
  if (said !== undefined) return said;
  const quoted = facts
    .of('aadsts')
    .filter((item) => NAMES_TENANT.has(item.code))
    .map((item) => QUOTED.exec(item.message)?.[1])
    .find((name) => name !== undefined);
  if (quoted !== undefined) return quoted;
  const discovered = DISCOVERED.exec(
    facts
      .of('exception')
      .map((item) => item.message)
      .join('\n'),
  )?.[1];
  if (discovered !== undefined) return discovered;
  return (
    facts.of('oauth-request').find((item) => item.tenant !== null && unfilled(item.tenant) !== null)?.tenant ??
    unsetInSettings(facts)?.tenant
  );
}

const NO_TENANT_OF_DOMAIN = 'could not find tenant id for provided tenant domain';
const CREDENTIAL_FAILED = 'credential authentication failed';

function noTenantNamed(facts: Facts): boolean {
  return facts.of('aadsts').some((item) => [50059, 50128, 90019, 1002026].includes(item.code));
}

/** A client id that was never filled in leaves the service without a tenant too: it derives none from the app. */
export function unfilledClientId(facts: Facts): string | undefined {
  const ids = [
    ...facts
      .of('setting')
      .filter((item) => item.name === 'client-id')
      .flatMap((item) => item.values),
    ...facts.of('oauth-request').flatMap((item) => item.parameters.client_id ?? []),
  ];
  return ids.find((id) => unfilled(id) !== null);
}

export const tenantNotFound: RootCause = {
  id: 'tenant-not-found',
  title: 'No such tenant, or none was named',
  owner: 'app-developer',
  explanation:
    'The part of the authority behind the host says in which tenant to look: a GUID, a verified domain, or common, organizations, consumers. Here it is a placeholder, a word of the path, an empty or mistyped value, a tenant that was deleted or lives in another cloud; or an app signs in as itself at common, where no tenant can be derived.',
  symptoms: [
    "AADSTS90002 «Tenant '…' not found»",
    "AADSTS900023 «Specified tenant identifier '…' is neither a valid DNS name, nor a valid external domain»",
    'AADSTS50059 «No tenant-identifying information found»',
    'MSAL for Python: «Unable to get authority configuration for …»',
  ],
  explains: ['app-not-found', 'interaction-required', 'token-missing', 'token-malformed'],
  rules: [
    {
      // 9188040d-… is Microsoft's own tenant of personal accounts: it exists.
      kind: 'code',
      codes: [90002],
      strength: 'decisive',
      when: (facts, code) => !codeWords(facts, code).includes(CONSUMER_TENANT),
      says: (facts) => `AADSTS90002: there is no tenant ${wanted(facts) ?? 'of this name'}`,
    },
    {
      kind: 'code',
      codes: [90002],
      strength: 'weak',
      when: (facts, code) => codeWords(facts, code).includes(CONSUMER_TENANT),
      says: 'AADSTS90002 names the tenant of personal accounts, which exists: look at the rest of the address',
    },
    {
      kind: 'code',
      codes: [900023, 900021, 90019, 500209, 500210, 1002026],
      strength: 'decisive',
      says: (facts, code) =>
        `AADSTS${code.code}: ${wanted(facts) ?? 'what stands in the tenant’s place'} is no tenant${because(facts)}`,
    },
    {
      kind: 'code',
      codes: [50059, 50128],
      strength: 'decisive',
      when: (facts) =>
        unfilledClientId(facts) === undefined &&
        (asksForItself(facts) || /^(?:common|organizations)$/.test(authorityOf(facts) ?? '')),
      says: (facts, code) =>
        `AADSTS${code.code}: an app that signs in as itself must name its tenant${authorityOf(facts) === undefined ? '' : `; /${authorityOf(facts)} names none`}`,
    },
    {
      kind: 'code',
      codes: [50059, 50128],
      strength: 'strong',
      when: (facts) =>
        unfilledClientId(facts) === undefined &&
        !(asksForItself(facts) || /^(?:common|organizations)$/.test(authorityOf(facts) ?? '')),
      says: (_, code) => `AADSTS${code.code}: neither the address nor the account says which tenant is meant`,
    },
    {
      kind: 'code',
      codes: [50059, 50128],
      strength: 'weak',
      when: (facts) => unfilledClientId(facts) !== undefined,
      says: (_, code) => `AADSTS${code.code}: no tenant can be derived from the request`,
    },
    {
      kind: 'code',
      codes: [90023],
      strength: 'decisive',
      when: (facts, code) => /tenant identifier|neither a valid DNS/i.test(codeWords(facts, code)),
      says: 'The text says that the tenant identifier is no domain and no id',
    },
    {
      kind: 'phrase',
      phrases: [
        'is neither a valid dns name, nor a valid external domain',
        'no tenant-identifying information found',
        'invalid tenant id provided',
        'check to make sure you have the correct tenant id',
        'no service namespace named',
        'tenant id cannot be null',
        'missing_tenant_id_error',
        // Azure Identity for JavaScript and Python: the credential was made without a tenant.
        'credential: tenantid is a required parameter',
        "tenant_id should be an azure active directory tenant's id",
        "tenant_id should be a microsoft entra tenant's id",
        'the default tenant id could not be determined',
        // Two slashes behind the host: the tenant between them was empty. An address: it stands in the tenant's place.
        'login.microsoftonline.com//v2.0',
        'login.microsoftonline.com//oauth2',
        'login.microsoftonline.com//.well-known',
        'login.microsoftonline.com/https:',
      ],
      strength: 'decisive',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'The text says that the tenant is unknown or not named',
    },
    {
      // Azure PowerShell adds it to every sign-in that failed: then the line before says why.
      kind: 'facts',
      phrases: [NO_TENANT_OF_DOMAIN, CREDENTIAL_FAILED],
      onlyWith: { phrases: [NO_TENANT_OF_DOMAIN] },
      test: (facts) => {
        const at = facts.phrase(NO_TENANT_OF_DOMAIN);
        if (at === undefined || facts.of('aadsts').length > 0 || facts.phrase(CREDENTIAL_FAILED) !== undefined)
          return undefined;
        return {
          strength: 'fair',
          at,
          says: 'No tenant has this domain, or the sign-in ended before it was asked for',
        };
      },
    },
    {
      // MSAL for Python says it for every failed discovery; an unknown tenant is the usual reason, a blocked network the other.
      kind: 'phrase',
      phrases: [
        'unable to get authority configuration for',
        'oidc discovery endpoint rejects our request',
        'authority would typically be in a format of',
      ],
      strength: 'fair',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'The metadata of this authority could not be read: usually the tenant in it does not exist',
    },
    {
      // MSAL.js could not read the metadata: a network that is closed does that too.
      kind: 'facts',
      onlyWith: { evidence: ['exception'] },
      test: (facts) => {
        const failed = facts
          .of('exception')
          .find((item) => item.code === 'endpoints_resolution_error' || item.code === 'openid_config_error');
        return failed && facts.of('aadsts').length === 0 && plainRefusal(facts) === undefined
          ? {
              strength: 'weak',
              at: failed.span,
              says: `${failed.code}: the metadata of the authority could not be read; look at the tenant in it`,
            }
          : undefined;
      },
    },
    {
      kind: 'facts',
      onlyWith: { evidence: ['oauth-error'] },
      test: (facts) => {
        const error = facts.of('oauth-error').find((item) => item.error === 'invalid_tenant');
        return error && facts.of('aadsts').length === 0
          ? { strength: 'strong', at: error.span, says: 'invalid_tenant: the tenant in the address is unknown' }
          : undefined;
      },
    },
    {
      kind: 'facts',
      onlyWith: { evidence: ['diagnostics'] },
      test: (facts) => {
        const header = facts
          .of('diagnostics')
          .find((item) => item.category === 'invalid_tenant' || /tenant for tenant guid/i.test(item.reason));
        return (
          header && {
            strength: 'strong',
            at: header.span,
            says: `x-ms-diagnostics ${header.code}: Exchange Online knows no tenant ${wanted(facts) ?? 'of this name'}`,
          }
        );
      },
    },
    {
      // An unset variable in the address: nothing is hidden by it, so it is what was sent.
      kind: 'facts',
      onlyWith: { evidence: ['oauth-request'], settings: ['authority', 'tenant'] },
      test: (facts) => {
        const request = facts.of('oauth-request').find((item) => item.tenant !== null && isUnset(item.tenant));
        const found = request === undefined ? unsetInSettings(facts) : { tenant: request.tenant!, at: request.span };
        if (found === undefined) return undefined;
        const refused = facts.of('oauth-error').length > 0 || facts.of('exception').length > 0 || facts.status !== null;
        return {
          strength: facts.of('aadsts').length > 0 ? 'hint' : refused ? 'strong' : 'fair',
          at: found.at,
          says: `${found.tenant} stands in the tenant’s place of the address: ${UNFILLED_WORDS[unfilled(found.tenant) ?? 'template']}`,
        };
      },
    },
    {
      // The client credentials grant names no person, so nothing but the address can say which tenant is meant.
      kind: 'facts',
      onlyWith: { evidence: ['oauth-request'], settings: ['grant'] },
      test: (facts) => {
        if (
          facts.of('aadsts').length > 0 ||
          facts.of('api-error').length > 0 ||
          !asksForItself(facts) ||
          !/^(?:common|organizations|consumers)$/.test(authorityOf(facts) ?? '')
        )
          return undefined;
        const grants = new Set(
          facts
            .of('setting')
            .filter((item) => item.name === 'grant')
            .flatMap((item) => item.values),
        );
        if (grants.size > 1) return undefined;
        const at =
          facts.of('setting').find((item) => item.name === 'authority' || item.name === 'tenant')?.span ??
          facts.of('oauth-request')[0]?.span;
        return {
          strength: 'fair',
          at,
          says: `An app that signs in as itself must name its tenant; /${authorityOf(facts)} names none`,
        };
      },
    },
    ...AUTHORITY_METADATA_RULES,
    retold({ 'tenant-said-unknown': 'The sign-in is said to know no such tenant' }, { unnamed: 'weak' }),
  ],
  headline: (facts) => {
    const name = wanted(facts);
    if (name !== undefined) {
      const why = unfilled(name);
      return why === null
        ? `There is no tenant ${name} at this sign-in host: a wrong id or domain, a deleted tenant, or one of another cloud.`
        : `${name} stands in the tenant’s place of the address: ${UNFILLED_WORDS[why]}.`;
    }
    if (wantedAddress(facts) !== undefined)
      return 'What is set as the authority is no address: it takes https://, the sign-in host and the tenant together.';
    if (noTenantNamed(facts))
      return `The sign-in does not say which tenant is meant${authorityOf(facts) === undefined ? '' : ` (it goes to /${authorityOf(facts)})`}; ${asksForItself(facts) ? 'an app that signs in as itself must name it' : 'the authority must name it'}.`;
    const shared = authorityOf(facts);
    if (asksForItself(facts) && shared !== undefined && /^(?:common|organizations|consumers)$/.test(shared))
      return `An app that signs in as itself must name its tenant; the authority is /${shared}, which names none.`;
    return 'The tenant that the authority names does not exist, or none is named.';
  },
  steps: (facts) => {
    const name = wanted(facts);
    const real =
      facts.values.tenant !== undefined && facts.values.tenant !== name?.toLowerCase()
        ? facts.values.tenant
        : undefined;
    const host = facts.values.loginHost ?? 'login.microsoftonline.com';
    return [
      {
        text: 'Look up the tenant: Entra admin centre, Overview, «Tenant ID» (a GUID of 36 characters) or «Primary domain».',
        link: tenantLink('overview', facts.values),
      },
      {
        text: 'Put it into the authority, behind the host and before /oauth2:',
        value: wantedAddress(facts) ?? `https://${host}/${real ?? 'YOUR_TENANT_ID'}`,
      },
      ...(name !== undefined && unfilled(name) !== null
        ? [
            {
              text: `Print the finished address once before it is used: the setting behind ${name} is empty, has another name, or is not read.`,
            },
          ]
        : []),
      ...(noTenantNamed(facts)
        ? [
            {
              text: 'Only people can sign in at common or organizations. With client credentials the tenant is always named.',
            },
          ]
        : []),
      {
        text: 'A tenant of the US Government or of China has another sign-in host: login.microsoftonline.us, login.partner.microsoftonline.cn.',
      },
    ];
  },
  patches: ['authority'],
  wrongTenant: wanted,
  check: (facts) => ({
    text: 'This answers 200 with an issuer that holds the tenant’s id:',
    command: `curl -i https://${facts.values.loginHost ?? 'login.microsoftonline.com'}/YOUR_TENANT_ID/v2.0/.well-known/openid-configuration`,
  }),
  sources: [
    {
      title: 'Microsoft Entra authentication error codes',
      url: 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes',
    },
    { title: 'Find your tenant ID', url: 'https://learn.microsoft.com/entra/fundamentals/how-to-find-tenant' },
    {
      title: 'Client application configuration: authority',
      url: 'https://learn.microsoft.com/entra/identity-platform/msal-client-application-configuration#authority',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    { paste: 'Microsoft sign-in: tenant not found. I copied the tenant id from another mail.' },
    {
      paste:
        "System.ArgumentException: The authority (including the tenant ID) must be in a well-formed URI format.  (Parameter 'authority')\n   at Microsoft.Identity.Client.AuthorityInfo.ValidateAndCreateAuthorityUri",
      verdict: 'likely',
    },
    {
      paste:
        '[auth][error] TypeError: Invalid URL\n    at getAuthorizationUrl (node_modules/@auth/core/lib/actions/signin/authorization-url.js:18:21)\nMicrosoftEntraID({ issuer: process.env.AUTH_MICROSOFT_ENTRA_ID_TENANT_ID })',
      verdict: 'likely',
    },
    {
      paste:
        "IDX20803: Unable to obtain configuration from: 'https://login.microsoftonline.com//v2.0/.well-known/openid-configuration'.",
    },
    {
      paste:
        "const cca = new ConfidentialClientApplication({ auth: { clientId, clientSecret, authority: 'https://login.microsoftonline.com/common' } });\nawait cca.acquireTokenByClientCredential({ scopes });",
    },
    {
      paste:
        "AADSTS90002: Tenant 'contosso.onmicrosoft.com' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.",
      verdict: 'certain',
    },
    {
      paste:
        'ValueError: OIDC Discovery endpoint rejects our request. Error: {"error":"invalid_tenant","error_description":"AADSTS900023: Specified tenant identifier \'undefined\' is neither a valid DNS name, nor a valid external domain.","error_codes":[900023]}',
      verdict: 'certain',
    },
    {
      paste:
        'POST https://login.microsoftonline.com/common/oauth2/v2.0/token\ngrant_type=client_credentials&client_id=4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default\n\n{"error":"invalid_request","error_description":"AADSTS50059: No tenant-identifying information found in either the request or implied by any provided credentials.","error_codes":[50059]}',
      verdict: 'certain',
    },
    {
      paste:
        'ValueError: Unable to get authority configuration for https://login.microsoftonline.com/YOUR_TENANT_NAME. Authority would typically be in a format of https://login.microsoftonline.com/your_tenant. Also please double check your tenant name or GUID is correct.',
    },
    {
      paste:
        'x-ms-diagnostics: 2000004;reason="The tenant for tenant guid \'5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77\' does not exist.";error_category="invalid_tenant"',
    },
    {
      paste:
        'https://login.microsoftonline.com/undefined/oauth2/v2.0/authorize?client_id=4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31&response_type=code&scope=User.Read\n400 Bad Request',
    },
    {
      paste:
        'CredentialUnavailableError: Invalid tenant id provided. You can locate your tenant id by following the instructions listed here: https://learn.microsoft.com/partner-center/find-ids-and-domain-names.',
    },
    { paste: 'AUTHORITY=https://login.micorosftonline.com/contoso.com' },
  ],
  nearMisses: [
    {
      paste:
        "Connect-AzAccount: InteractiveBrowserCredential authentication failed: User canceled authentication.\nCould not find tenant id for provided tenant domain 'contoso.com'.",
      cause: 'interaction-required',
    },
    {
      paste:
        '[auth][error] TypeError: Invalid URL\n    at reqWithEnvURL (node_modules/next-auth/lib/env.js:14:32)\nAUTH_URL=localhost:3000 provider microsoft-entra-id',
      cause: 'not-enough-evidence',
    },
    {
      paste:
        'AADSTS90002: Tenant 9188040d-6c67-4c5b-b112-36a304b66dad not found. This may happen if there are no active subscriptions for the tenant.',
      cause: 'service-outage',
    },
    {
      paste:
        "AADSTS700016: Application with identifier '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31' was not found in the directory 'Fabrikam'.",
      cause: 'app-not-found',
    },
    { paste: 'AADSTS900439: USGClientNotSupportedOnPublicEndpoint.', cause: 'wrong-cloud' },
  ],
};

function because(facts: Facts): string {
  const name = wanted(facts);
  const why = name === undefined ? null : unfilled(name);
  return why === null ? '' : ` (${UNFILLED_WORDS[why]})`;
}
