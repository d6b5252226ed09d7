import { apiOfResource } from '../facts/api.ts';
import type { Facts } from '../facts/facts.ts';
import { CONSUMER_TENANT } from '../facts/values.ts';
import { registrationLink, tenantLink } from '../fix/portal-links.ts';
import { withoutTrailing } from '../text/without-trailing.ts';
import { UNFILLED_WORDS, unfilled } from './request/unfilled-value.ts';
import type { RootCause } from './root-cause.ts';
import { brokerAnswered } from './words/broker-answers.ts';
import { codeWords, issuerWords } from './words/code-words.ts';
import { retold } from './words/told.ts';
import { ourApp, sentence, theApp, withApiName } from './words/wording.ts';

/** Azure AD Graph: what the v1 endpoint takes where the request names no resource. Retired in 2025. */
const AZURE_AD_GRAPH = '00000002-0000-0000-c000-000000000000';
/** Translated sentences keep the order «named X» and the name itself. */
const NAMED = /(?:resource principal|the application) named:? ['"]?([^\s'"]{2,300}?)['"]? (?:was not|is not)/i;
const NAMED_ANYWHERE = /['" ]((?:https?|api):\/\/[^\s'",;]{2,300})/i;
/** The address that single sign-on of a Teams bot needs; its absence belongs to that set-up. */
const TEAMS_BOT = /api:\/\/(?:[^\s/'"]{1,100}\/)?botid-/i;
const LACKS = /service \(?['"]?([^'"\n()]{2,160}?)['"]?\)?(?:\(([^()\n]{1,80})\))? that your organization/i;

/** The two lists that AADSTS650057 prints: what was asked for, and what the registration declares. */
function lists(facts: Facts): { asked: string; askedId: string | undefined; declared: string[] } | undefined {
  const words = issuerWords(facts);
  const asked = /Resource value from request: ?([^\s]{0,200}?)\.? +Resource app ID/i.exec(words)?.[1];
  if (asked === undefined) return undefined;
  const askedId = /Resource app ID: ?([0-9a-f-]{36})/i.exec(words)?.[1]?.toLowerCase();
  const declared = /valid resources from app registration: ?([0-9a-f, -]{0,400})/i.exec(words)?.[1] ?? '';
  return { asked: asked.replace(/\.$/, ''), askedId, declared: declared.match(/[0-9a-f]{8}-[0-9a-f-]{27}/gi) ?? [] };
}

function azureAdGraphByDefault(facts: Facts): boolean {
  const both = lists(facts);
  return both !== undefined && both.asked === '' && both.askedId === AZURE_AD_GRAPH;
}

/** The API that was asked for, as written. */
function theResource(facts: Facts): string | undefined {
  const words = issuerWords(facts);
  const asked = lists(facts)?.asked;
  const said = NAMED.exec(words)?.[1]?.replace(/\.$/, '') ?? (asked === '' ? undefined : asked);
  if (said !== undefined) return said;
  const lacking = LACKS.exec(words);
  if (lacking !== null) return lacking[2] === undefined ? lacking[1] : `${lacking[1]} (${lacking[2]})`;
  return facts.of('aadsts').some((item) => item.code === 500011) ? NAMED_ANYWHERE.exec(words)?.[1] : undefined;
}

/** The API by the name that a service principal has: its address, else its app id. */
function principalName(facts: Facts): string | undefined {
  return lists(facts)?.askedId ?? NAMED.exec(issuerWords(facts))?.[1] ?? theResource(facts)?.split(' ')[0];
}

/** The API with the name that Microsoft has for it; `undefined` for an empty one. */
function named(resource: string | undefined): string | undefined {
  const plain = resource?.replace(/^['"]{1,2}|['"]{1,2}$/g, '') ?? '';
  return plain === '' ? undefined : withApiName(plain);
}

const IDENTITY_AS_API = 'msi should not be set as audience';

function asksForItself(facts: Facts): boolean {
  return (
    facts.actor === 'app' ||
    facts.of('setting').some((item) => item.name === 'grant' && item.values.includes('client_credentials'))
  );
}

function theirTenant(facts: Facts): string {
  const named =
    /tenant named:? ['"]?([^'"\n]{2,80}?)['"]?(?:\.(?:\s|$)|$)/im.exec(issuerWords(facts))?.[1] ?? facts.values.tenant;
  return named === undefined ? 'the tenant of the sign-in' : `the tenant ${named}`;
}

function lacksServicePrincipal(facts: Facts): boolean {
  return facts.of('aadsts').some((item) => item.code === 650052);
}

function inConsumerTenant(words: string): boolean {
  return words.includes(CONSUMER_TENANT);
}

export const resourceNotFound: RootCause = {
  id: 'resource-not-found',
  title: 'The API asked for is not in the tenant, or not one that the app declares',
  owner: 'app-developer',
  ownerFor: (facts) => (lacksServicePrincipal(facts) ? 'tenant-admin' : 'app-developer'),
  explanation:
    'A token is asked for one API, named by its Application ID URI or its app id. The tenant has no service principal of that name (a typing error, a slash too much, an api:// address that was never exposed, the tenant of somebody else, an API nobody has consented to there), or the app’s registration does not list the API under API permissions. A v1 request that names no resource asks for Azure AD Graph, which is retired.',
  symptoms: [
    'AADSTS500011 «The resource principal named … was not found in the tenant»',
    'AADSTS650057 «Invalid resource … not listed in the requested permissions»',
    'AADSTS650052 «… your organization … lacks a service principal for»',
    'invalid_resource',
  ],
  explains: ['consent-required', 'interaction-required', 'token-cache-miss', 'token-missing', 'token-malformed'],
  rules: [
    brokerAnswered(['invalid_resource'], 'hint'),
    {
      kind: 'code',
      codes: [500011],
      strength: 'decisive',
      when: (facts, code) => !inConsumerTenant(codeWords(facts, code)) && !TEAMS_BOT.test(codeWords(facts, code)),
      says: (facts) => {
        const name = theResource(facts);
        const why = name === undefined ? null : fault(name);
        return `AADSTS500011: the tenant knows no API ${name ?? 'of this name'}${why === null ? '' : `; ${why}`}`;
      },
    },
    {
      kind: 'code',
      codes: [500011],
      strength: 'strong',
      when: (facts, code) => TEAMS_BOT.test(codeWords(facts, code)),
      says: 'The API of the bot (api://botid-…) is not known in this tenant: look at Expose an API and at the manifest',
    },
    {
      kind: 'code',
      codes: [500011],
      strength: 'fair',
      when: (facts, code) => inConsumerTenant(codeWords(facts, code)),
      says: 'The API was looked for in the tenant of personal accounts',
    },
    {
      // The sign-in log's words; a managed identity has no registration that could expose an API.
      kind: 'phrase',
      phrases: [IDENTITY_AS_API],
      strength: 'strong',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'A token was asked for a managed identity, which takes none: the API has to be an app registration',
    },
    {
      kind: 'code',
      codes: [650057],
      strength: 'decisive',
      says: (facts) => {
        const both = lists(facts);
        if (azureAdGraphByDefault(facts))
          return 'AADSTS650057: the request names no resource, so the retired Azure AD Graph was meant';
        if (both === undefined) return 'AADSTS650057: the API is not among the permissions of the registration';
        return `AADSTS650057: asked for ${both.asked || both.askedId}; the registration lists ${both.declared.join(', ') || 'no API at all'}`;
      },
    },
    {
      kind: 'code',
      codes: [650052, 650054, 650055, 650058, 500015, 500016, 500017, 700017, 700018, 700039, 700040, 1003031],
      strength: 'decisive',
      says: (_, code) =>
        `AADSTS${code.code}: ${SAYS[code.code] ?? 'the API asked for cannot be used from this app or tenant'}`,
    },
    {
      kind: 'code',
      codes: [7000217],
      strength: 'strong',
      when: (facts, code) => /resource/i.test(codeWords(facts, code)),
      says: 'AADSTS7000217: the tenant has no service principal of the API',
    },
    {
      kind: 'code',
      codes: [50001],
      strength: 'decisive',
      when: (facts, code) => /not found|does not exist/i.test(codeWords(facts, code)),
      says: 'AADSTS50001 with «not found» is the older form of AADSTS500011',
    },
    {
      kind: 'code',
      codes: [50001],
      strength: 'fair',
      when: (facts, code) => !/not found|does not exist|disabled|not provided/i.test(codeWords(facts, code)),
      says: 'AADSTS50001: the API asked for cannot be used',
    },
    {
      kind: 'code',
      // The number alone: a scope that does not exist had it too.
      codes: [65005],
      strength: 'strong',
      when: (facts, code) => codeWords(facts, code) === '',
      says: 'AADSTS65005: the API is not among those that the registration declares (today AADSTS650057)',
    },
    {
      kind: 'code',
      codes: [65005],
      strength: 'decisive',
      when: (facts, code) =>
        codeWords(facts, code) !== '' && !/asked for scope|scope ['"]|unmanaged state/i.test(codeWords(facts, code)),
      says: 'AADSTS65005: the API is not among those that the registration declares (today AADSTS650057)',
    },
    {
      kind: 'code',
      codes: [650011],
      strength: 'fair',
      when: (facts, code) => /application uri/i.test(codeWords(facts, code)),
      says: 'Two apps share one Application ID URI',
    },
    {
      kind: 'phrase',
      phrases: [
        'the resource principal named',
        'not listed in the requested permissions in the client',
        'lacks a service principal for',
        "doesn't have a service principal for",
      ],
      strength: 'decisive',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'The text says that the API is not known in this tenant or not declared by the app',
    },
    {
      kind: 'facts',
      onlyWith: { evidence: ['oauth-error'] },
      test: (facts) => {
        const error = facts
          .of('oauth-error')
          .find((item) => item.error === 'invalid_resource' || item.error === 'invalid_target');
        return error && facts.of('aadsts').length === 0 && facts.of('vendor').length === 0
          ? {
              strength: 'strong',
              at: error.span,
              says: `${error.error}: the API that was asked for is not known here (RFC 8707, section 2)`,
            }
          : undefined;
      },
    },
    retold(
      { 'service-said-not-enabled': 'The organisation is said not to have subscribed to or enabled the service' },
      { unnamed: 'weak' },
    ),
  ],
  headline: (facts) => {
    const both = lists(facts);
    if (facts.phrase(IDENTITY_AS_API) !== undefined)
      return 'A token was asked for a managed identity; only an app registration can be an API that takes tokens.';
    if (azureAdGraphByDefault(facts))
      return 'The token request names no API, so the retired Azure AD Graph was meant: name Microsoft Graph (or your API).';
    const name = theResource(facts);
    const why = name === undefined ? null : fault(name);
    if (both !== undefined)
      return `${sentence(theApp(facts))} asks for ${named(name) ?? named(both.askedId) ?? 'an API'}, which is not among the API permissions of its registration.`;
    if (lacksServicePrincipal(facts))
      return `The tenant has no service principal of ${name ?? 'the API that was asked for'}, or no subscription to it, so nobody there can get a token for it.`;
    return `The API ${name ?? 'that was asked for'} is not known in ${theirTenant(facts)}${why === null ? '' : `: ${why}`}.`;
  },
  steps: (facts) => {
    const both = lists(facts);
    if (facts.phrase(IDENTITY_AS_API) !== undefined) {
      return [
        { text: 'Make an app registration for the API (for a bot’s skill: for the skill), and expose it there.' },
        {
          text: 'Ask for its token, with the managed identity as the caller only:',
          value: 'api://APP_ID_OF_THE_API/.default',
        },
      ];
    }
    const name = theResource(facts);
    if (azureAdGraphByDefault(facts)) {
      return [
        { text: 'Use the v2 endpoint, and name the API in the scope:', value: 'https://graph.microsoft.com/User.Read' },
        { text: 'On the v1 endpoint send the parameter resource:', value: 'resource=https://graph.microsoft.com' },
        { text: 'Replace a library that asks for Azure AD Graph by default (ADAL, old SDKs): that API is retired.' },
      ];
    }
    if (both !== undefined) {
      return [
        {
          text: `App registrations, ${theApp(facts)}, API permissions, Add a permission, «APIs my organization uses»: choose the API with this id, and consent.`,
          value: both.askedId ?? name ?? 'the API’s app id',
          link: registrationLink('api-permissions', facts.values),
        },
        {
          text: 'If another API was meant, correct the scope (or resource) of the request:',
          value: 'https://graph.microsoft.com/.default',
        },
      ];
    }
    if (lacksServicePrincipal(facts)) {
      return [
        {
          text: 'Let an administrator of the tenant make the service principal of the API:',
          value: 'az ad sp create --id APP_ID_OF_THE_API',
        },
        {
          text: 'An API of your own in a customer’s tenant: let an administrator there consent to the API first, then to the client. Or list the client under knownClientApplications of the API, and ask for {API}/.default.',
        },
        { text: 'A service of Microsoft needs its licence or subscription in that tenant.' },
      ];
    }
    const meant = meantApi(facts);
    if (meant !== undefined) {
      return [
        {
          text: `Correct the scope of the request: the API is called ${meant} and nothing more, then one slash and the permission (.default for an app of its own):`,
          value: `${meant}/.default`,
        },
        { text: 'On the v1 endpoint the parameter resource is that name alone:', value: `resource=${meant}` },
        { text: 'Version and path belong to the address of the call only; nothing has to be installed in the tenant.' },
      ];
    }
    return [
      {
        text: 'Open the API’s registration, Expose an API, and copy the Application ID URI to the last character; no slash at its end that is not there.',
        value: name ?? 'api://YOUR_API_CLIENT_ID',
        link: registrationLink('expose-an-api', {}),
      },
      {
        text: 'Write the scope as that address, a slash, and the permission:',
        value: `${withoutTrailing(name ?? 'api://YOUR_API_CLIENT_ID', '/')}/.default`,
      },
      {
        text: 'Make sure that the authority names the tenant in which the API lives or is installed.',
        value: `https://${facts.values.loginHost ?? 'login.microsoftonline.com'}/${facts.values.tenant ?? 'YOUR_TENANT_ID'}`,
        link: tenantLink('enterprise-apps', facts.values),
      },
    ];
  },
  patches: (facts) => {
    const meant = meantApi(facts);
    if (meant !== undefined && apiOfResource(meant) !== 'graph') return [];
    if (meant !== undefined) return [asksForItself(facts) ? 'client-credentials' : 'request-graph-scopes'];
    return azureAdGraphByDefault(facts) || lists(facts) !== undefined ? ['request-graph-scopes'] : ['authority'];
  },
  check: (facts) =>
    azureAdGraphByDefault(facts) || meantApi(facts) !== undefined
      ? {
          text: `The token request answers 200, and aud of the token is ${meantApi(facts) ?? 'https://graph.microsoft.com (or your API)'}.`,
        }
      : {
          text: 'The tenant lists the API:',
          command: `az ad sp list --filter "servicePrincipalNames/any(n:n eq '${(principalName(facts) ?? 'api://YOUR_API_CLIENT_ID').replace(/[^\w:/.@-]/g, '')}')" --query "[].{name:displayName,id:appId}"`,
        },
  forward: (facts) =>
    meantApi(facts) !== undefined
      ? undefined
      : azureAdGraphByDefault(facts)
        ? `${sentence(ourApp(facts))} asks for Azure AD Graph, which is retired. Its developer has to change that; nothing has to be done in our tenant.`
        : lists(facts) !== undefined
          ? `${sentence(ourApp(facts))} needs a permission of the API ${principalName(facts) ?? '(name)'}, which its registration does not list yet. Once its developer has added it, please review it and grant consent for the organisation.`
          : `${sentence(ourApp(facts))} needs the API ${theResource(facts) ?? '(name)'} in our tenant, where it has no service principal. Please create it (az ad sp create --id, with the API’s app id) or consent to the API, and tell us if a licence is missing.`,
  sources: [
    {
      title: 'AADSTS500011: resource principal not found',
      url: 'https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts500011-resource-principal-not-found',
    },
    {
      title: 'AADSTS650056 and AADSTS650057: misconfigured application',
      url: 'https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts650056-misconfigured-app',
    },
    {
      title: 'Expose a web API',
      url: 'https://learn.microsoft.com/entra/identity-platform/quickstart-configure-app-expose-web-apis',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste:
        "In the customer's tenant Entra says that the app needs a service that the organization has not subscribed to or enabled.",
    },
    {
      paste:
        "AppId: '7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22' can not use Managed Service Identity (MSI) as audience in token as it is unsupported. MSI should not be set as audience as it does not accept tokens. (managed identity sign-in log, ManagedIdentityCredential)",
      verdict: 'likely',
    },
    {
      paste:
        'MsalServiceException: AADSTS500011: The resource principal named api://fabrikam-planner/ was not found in the tenant named Fabrikam. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.',
      verdict: 'certain',
    },
    {
      paste:
        "invalid_client: AADSTS650057: Invalid resource. The client has requested access to a resource which is not listed in the requested permissions in the client's application registration. Client app ID: 4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31(planner). Resource value from request: https://management.azure.com. Resource app ID: 797f4846-ba00-4fd7-ba43-dac1f8f63013. List of valid resources from app registration: 00000003-0000-0000-c000-000000000000.",
      verdict: 'certain',
    },
    {
      paste:
        '?error=invalid_client&error_description=AADSTS650052%3a+The+app+is+trying+to+access+a+service+%277d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22%27(planner-api)+that+your+organization+%275a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77%27+lacks+a+service+principal+for.',
      verdict: 'certain',
    },
    {
      paste:
        "adal_error: {'error': 'invalid_resource', 'error_description': 'AADSTS50001: The application named https://fabrikam.com/planner was not found in the tenant named fabrikam.onmicrosoft.com.'}",
      verdict: 'certain',
    },
    {
      paste:
        'HTTP/1.1 400 Bad Request\n\n{"error":"invalid_resource","error_description":"AADSTS500011: The resource principal named https://vault.azure.net/ was not found in the tenant named 5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77.","error_codes":[500011]}',
      verdict: 'certain',
    },
    {
      paste:
        "AADSTS65005: Invalid resource. The client has requested access to a resource which is not listed in the requested permissions in the client's application registration.",
      verdict: 'certain',
    },
  ],
  nearMisses: [
    {
      paste:
        "AADSTS65005: Using application 'WebApp' is currently not supported for your organization contoso.com because it is in an unmanaged state.",
      cause: 'account-type-mismatch',
    },
    {
      paste: "AADSTS500014: The service principal for resource 'https://api.fabrikam.com' is disabled.",
      cause: 'app-disabled',
    },
    {
      paste:
        "AADSTS65005: The application 'planner' asked for scope 'Calendar.Read' that doesn't exist on the resource '00000003-0000-0000-c000-000000000000'.",
      cause: 'invalid-scope',
    },
    {
      paste:
        "AADSTS700016: Application with identifier '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31' was not found in the directory 'Fabrikam'.",
      cause: 'app-not-found',
    },
  ],
};

/** What is visibly wrong with an API's name. */
function fault(name: string): string | null {
  const bare = withoutTrailing(name.replace(/^api:\/\//i, ''), '/');
  if (/^(?:undefined|null|none|)$/i.test(bare)) return UNFILLED_WORDS.undefined;
  if (unfilled(bare) === 'template' || unfilled(bare) === 'nil-guid') return UNFILLED_WORDS[unfilled(bare)!];
  if (/^https:\/\/graph\.microsoft\.com\/(?:v1\.0|beta)/i.test(name))
    return 'the version belongs to the address of a call, not to the name of the API (https://graph.microsoft.com)';
  if (/https?:\/\/https?:/i.test(name)) return 'https:// stands there twice';
  if (/[^/]\/$/.test(name)) return 'the slash at its end may be one too many';
  if (/\/[A-Z][\w.]*\.(?:Read|Write|ReadWrite|Send)\w*/.test(name))
    return 'a permission stands in the place of the API’s address';
  return null;
}

/** A Microsoft API whose name is plain behind the fault of the request: it is in every tenant, and nothing is to be installed. */
function meantApi(facts: Facts): string | undefined {
  const name = theResource(facts);
  if (name === undefined || fault(name) === null) return undefined;
  const once = name.replace(/^(?:https?:\/\/){2,}/i, 'https://');
  const host = /^https:\/\/([a-z0-9.-]{3,100})(?:\/|$)/i.exec(once)?.[1]?.toLowerCase();
  if (host === undefined) return undefined;
  const api = apiOfResource(`https://${host}`);
  return api === null || api === 'own-api' ? undefined : `https://${host}`;
}

const SAYS: Readonly<Record<number, string>> = {
  650052: 'the tenant has no service principal of the API, or no licence for it',
  700039: 'the API asked for is the empty GUID: the setting was never filled in',
  1003031: 'the list of permissions of the registration is broken',
};
