import type { AadstsEvidence } from '../evidence/evidence.ts';
import type { Facts } from '../facts/facts.ts';
import { CONSUMER_TENANT } from '../facts/values.ts';
import { registrationLink, tenantLink } from '../fix/portal-links.ts';
import { managedIdentityMissing, managedIdentityRule, managedIdentitySteps } from './credentials/managed-identity.ts';
import { UNFILLED_WORDS, unfilled } from './request/unfilled-value.ts';
import type { RootCause } from './root-cause.ts';
import { unfilledClientId } from './tenant-not-found.ts';
import { codeWords, issuerWords } from './words/code-words.ts';
import { told } from './words/told.ts';
import { ourApp, ourTenant, sentence, signInReference, theApp, withValue } from './words/wording.ts';

const IDENTIFIER = /(?:application|client)(?: with)? (?:identifier|id|app id)?:? ?['"]([^'"\n]{0,120})['"]/i;
/** Any language: the id keeps its quotes. */
const ANY_ID = /['"]([0-9a-f]{8}-[0-9a-f-]{27})['"]/i;
const DIRECTORY =
  /(?:directory|tenant(?! or consented))(?: named)?:? ['"]?([^'"\n]{2,80}?)['"]?(?:\.|,| because| This|$)/i;
/** Directories in which the bot or the personal accounts live: other causes. */
const OTHER_HOME = /bot ?framework|Microsoft Accounts?\b/i;

/** The client id as it was sent, placeholders included. */
function sentId(facts: Facts): string | undefined {
  const words = issuerWords(facts);
  return IDENTIFIER.exec(words)?.[1] ?? ANY_ID.exec(words)?.[1] ?? unfilledClientId(facts) ?? facts.values.clientId;
}

/** Microsoft's own client ids are bound to Microsoft's own APIs; a consent cannot widen them. */
function borrowed(facts: Facts): boolean {
  return facts.of('aadsts').some((item) => item.code === 65002 || item.code === 65003);
}

/** Azure Resource Manager about a token that names no object of the directory. */
const NO_OBJECT = "claims 'puid' or 'altsecid' or 'oid' should be present";

function noServicePrincipal(facts: Facts): boolean {
  if (facts.phrase(NO_OBJECT) !== undefined) return true;
  return facts.of('aadsts').some((item) => item.code === 7000229 || item.code === 1001010 || item.code === 7000217);
}

/** SAML: the Identifier (Entity ID) takes the client id's place. */
function isEntityId(id: string | undefined): boolean {
  return id !== undefined && /^(?:https?|urn):/i.test(id);
}

/** The id was never filled in. */
function placeholder(id: string | undefined): boolean {
  return id !== undefined && unfilled(id) !== null && !isEntityId(id);
}

function inOtherHome(facts: Facts, code: AadstsEvidence): boolean {
  const words = codeWords(facts, code);
  return OTHER_HOME.test(DIRECTORY.exec(words)?.[1] ?? '') || words.includes(CONSUMER_TENANT);
}

function isBot(facts: Facts): boolean {
  return (
    facts.api === 'bot-connector' ||
    facts.of('setting').some((item) => item.name === 'bot-app-id' || item.name === 'bot-app-type')
  );
}

/** Graph's own code for it, and its sentence. */
const NO_IDENTITY = [
  'authorization_identitynotfound',
  'the identity of the calling application could not be established',
] as const;

/** The shared app of PnP PowerShell, deleted for everybody on 9 September 2024: https://github.com/pnp/powershell/issues/4250 */
const PNP_MANAGEMENT_SHELL = '31359c7f-bd7e-475c-86db-fdb8c937548e';

function isSharedPnp(facts: Facts): boolean {
  return sentId(facts)?.toLowerCase() === PNP_MANAGEMENT_SHELL || facts.values.clientId === PNP_MANAGEMENT_SHELL;
}

export const appNotFound: RootCause = {
  id: 'app-not-found',
  title: 'The app was not found in the tenant',
  owner: 'app-developer',
  ownerFor: (facts) => (noServicePrincipal(facts) ? 'tenant-admin' : 'app-developer'),
  explanation:
    'The client id of the request stands for no app in the tenant of the sign-in. Either the id is wrong (a placeholder, the object id or the secret’s ID in its place, an app that was deleted), or the tenant is (the app is registered in another one and was never consented to here). An app consists of a registration, once, and an enterprise application (service principal) in every tenant that uses it; without the second the sign-in fails too. A client id borrowed from a Microsoft product works only with the APIs that Microsoft allowed it.',
  symptoms: [
    "AADSTS700016 «Application with identifier '…' was not found in the directory '…'»",
    'AADSTS7000229 «missing service principal in the tenant»',
    'AADSTS65002 with the client id of Azure CLI, Graph PowerShell or Office',
    'AADSTS90112: the client id is no GUID',
    '401 Authorization_IdentityNotFound from Graph',
  ],
  explains: ['interaction-required', 'consent-required', 'token-cache-miss', 'token-missing', 'token-malformed'],
  rules: [
    {
      kind: 'code',
      codes: [700016],
      strength: 'decisive',
      when: (facts, code) => !inOtherHome(facts, code),
      says: (facts, code) => {
        const id = sentId(facts);
        const why = id === undefined ? null : unfilled(id);
        return `AADSTS700016: ${id ?? 'the client id'} stands for no app in ${DIRECTORY.exec(codeWords(facts, code))?.[1] ?? 'this directory'}${why === null ? '' : `; ${UNFILLED_WORDS[why]}`}`;
      },
    },
    {
      kind: 'code',
      codes: [700016],
      strength: 'weak',
      when: inOtherHome,
      says: 'AADSTS700016: the app was not found where it was looked for',
    },
    {
      kind: 'code',
      codes: [700038, 90112, 700011, 65002, 65003, 1001010],
      strength: 'decisive',
      says: (_, code) => `AADSTS${code.code}: ${SAYS[code.code] ?? 'the client id stands for no app in this tenant'}`,
    },
    {
      kind: 'code',
      codes: [700019, 90049],
      strength: 'strong',
      says: (_, code) => `AADSTS${code.code}: this client id may not be used here`,
    },
    {
      kind: 'code',
      codes: [7000229],
      strength: 'decisive',
      when: (facts, code) => !isBot(facts) && !inOtherHome(facts, code),
      says: 'AADSTS7000229: the registration exists, and the tenant has no enterprise application (service principal) of it',
    },
    {
      kind: 'code',
      codes: [7000229],
      strength: 'weak',
      when: (facts, code) => isBot(facts) || inOtherHome(facts, code),
      says: 'AADSTS7000229: the tenant has no service principal of the app',
    },
    {
      kind: 'code',
      codes: [7000217],
      strength: 'strong',
      when: (facts, code) => !/resource/i.test(codeWords(facts, code)),
      says: 'AADSTS7000217: the tenant has no service principal of the app',
    },
    {
      kind: 'code',
      codes: [70001],
      strength: 'decisive',
      when: (facts, code) => /not found/i.test(codeWords(facts, code)) && !inOtherHome(facts, code),
      says: 'AADSTS70001 with «not found» is the older form of AADSTS700016',
    },
    {
      kind: 'code',
      codes: [70001],
      strength: 'fair',
      when: (facts, code) => !/not found|disabled/i.test(codeWords(facts, code)),
      says: 'AADSTS70001: the app is not known, or not for this endpoint',
    },
    {
      kind: 'code',
      codes: [50059, 90019],
      strength: 'strong',
      when: (facts) => unfilledClientId(facts) !== undefined,
      says: (facts) =>
        `The client id is ${unfilledClientId(facts) || 'empty'}: no app, and so no tenant, can be derived from it`,
    },
    {
      kind: 'phrase',
      phrases: [
        'was not found in the directory',
        'missing service principal in the tenant',
        'has not been installed by the administrator of the tenant',
      ],
      strength: 'strong',
      when: (facts) => facts.of('aadsts').length === 0 && facts.phrase('the resource principal named') === undefined,
      says: 'The text says that the app is not known in this directory',
    },
    {
      // Azure Resource Manager about a token without oid: it was issued to an app that has no service principal in the tenant.
      kind: 'phrase',
      phrases: [NO_OBJECT],
      strength: 'strong',
      says: 'The token names no object of the directory (no oid): the app has no service principal in the tenant',
    },
    {
      // Graph has a valid token whose app is not in the tenant: it was issued in, or for, another one, or before the app was there.
      kind: 'facts',
      phrases: NO_IDENTITY,
      onlyWith: { evidence: ['api-error'], phrases: NO_IDENTITY },
      test: (facts) => {
        const error = facts.of('api-error').find((item) => /^Authorization_IdentityNotFound$/i.test(item.code));
        const at = error?.span ?? facts.anyPhrase(...NO_IDENTITY);
        if (at === undefined || isBot(facts)) return undefined;
        return {
          strength: 'strong',
          at,
          says: 'Authorization_IdentityNotFound: the app of the token has no service principal in the tenant, or no permission consented to there',
        };
      },
    },
    {
      // What a browser or program sent, not what a person hid: the word undefined, or the empty GUID.
      kind: 'facts',
      onlyWith: { evidence: ['oauth-request'] },
      test: (facts) => {
        if (facts.of('aadsts').length > 0) return undefined;
        const request = facts.of('oauth-request').find((item) => {
          const why = unfilled(item.parameters.client_id ?? 'absent');
          return item.parameters.client_id !== undefined && (why === 'undefined' || why === 'nil-guid');
        });
        return (
          request && {
            strength: 'strong',
            at: request.span,
            says: `The request was sent with client_id=${request.parameters.client_id}: the setting behind it was never read`,
          }
        );
      },
    },
    {
      kind: 'facts',
      phrases: ['is not enabled for consumers'],
      onlyWith: 'its phrases',
      test: (facts) => {
        const at = facts.phrase('is not enabled for consumers');
        if (at === undefined) return undefined;
        const id = unfilledClientId(facts);
        return id === undefined
          ? { strength: 'weak', at, says: 'The sign-in of personal accounts does not know this client id' }
          : { strength: 'decisive', at, says: `The client id is ${id || 'empty'}: ${UNFILLED_WORDS[unfilled(id)!]}` };
      },
    },
    managedIdentityRule,
    {
      kind: 'phrase',
      phrases: ['idw10106', "the 'clientid' option must be provided"],
      strength: 'strong',
      says: 'The web app was started without a client id: the setting is empty, or was not read',
    },
    // Azure CLI, Graph PowerShell and people, each in words of their own.
    told('service-principal-absent', {
      errors: ['unauthorized_client', 'invalid_client'],
      says: 'The app was refused, and the tenant is said to have no service principal or registration of it',
    }),
  ],
  headline: (facts) => {
    const id = sentId(facts);
    if (managedIdentityMissing(facts))
      return 'The managed identity that was asked for is not assigned to this resource.';
    if (isSharedPnp(facts))
      return 'The shared app of PnP PowerShell (PnP Management Shell) was deleted for everybody in September 2024: every organisation registers one of its own.';
    if (borrowed(facts))
      return `The client id${id === undefined ? '' : ` ${id}`} belongs to a product of Microsoft and is not allowed to ask for this API; no consent can change that.`;
    const why = id === undefined ? null : unfilled(id);
    const directory = DIRECTORY.exec(issuerWords(facts))?.[1] ?? facts.values.tenant;
    const where = directory === undefined ? 'the tenant of the sign-in' : `the tenant ${directory}`;
    if (isEntityId(id))
      return `${sentence(where)} has no enterprise application with the identifier ${id}: the Identifier (Entity ID) of the two sides differs.`;
    if (id !== undefined && why !== null)
      return `The client id that was sent is ${id === '' ? 'empty' : `«${id}»`}: ${UNFILLED_WORDS[why]}.`;
    if (facts.of('aadsts').some((item) => item.code === 700038))
      return 'The client id that was sent is the empty GUID: the setting was never filled in.';
    if (facts.of('aadsts').some((item) => item.code === 90112))
      return 'The client id that was sent is no GUID: a placeholder, the app’s name or a secret stands in its place.';
    if (noServicePrincipal(facts))
      return `${sentence(theApp(facts))} has no enterprise application (service principal) in ${where}.`;
    const app = facts.values.clientId === undefined && id !== undefined ? `The app ${id}` : sentence(theApp(facts));
    return `${app} is not known in ${where}: a wrong client id, or the wrong tenant.`;
  },
  steps: (facts) => {
    const id = sentId(facts);
    if (managedIdentityMissing(facts)) return managedIdentitySteps();
    if (isSharedPnp(facts)) {
      return [
        {
          text: 'Register an app of your own, once, as an administrator, in PowerShell 7 with the newest PnP.PowerShell:',
          value:
            'Register-PnPEntraIDAppForInteractiveLogin -ApplicationName "PnP PowerShell" -Tenant YOUR_TENANT.onmicrosoft.com',
        },
        {
          text: 'Connect with its id, or set it once for all scripts in the environment variable ENTRAID_CLIENT_ID:',
          value: 'Connect-PnPOnline https://YOUR_TENANT.sharepoint.com -Interactive -ClientId YOUR_CLIENT_ID',
        },
      ];
    }
    if (borrowed(facts)) {
      return [
        {
          text: 'Register an app of your own: Entra admin centre, App registrations, New registration.',
          link: tenantLink('app-registrations', facts.values),
        },
        { text: 'Add the API’s permission to it (API permissions), and consent.' },
        { text: 'Use its Application (client) ID in the program.' },
      ];
    }
    if (isEntityId(id))
      return [
        {
          text: 'Enterprise apps, your app, Single sign-on, Basic SAML Configuration: set the Identifier (Entity ID), to the last character, to',
          value: id ?? '',
          link: tenantLink('enterprise-apps', facts.values),
        },
        { text: 'Or let the application send the Identifier that stands there as the Issuer of its AuthnRequest.' },
      ];
    if (noServicePrincipal(facts)) {
      return [
        {
          text: 'Make the service principal in the tenant that is signed in to:',
          value: `az ad sp create --id ${facts.values.clientId ?? 'YOUR_CLIENT_ID'}`,
        },
        { text: 'In a customer’s tenant let an administrator consent with the link below: that makes it too.' },
        {
          text: `Make sure that the tenant in the authority is the one that you mean${facts.values.tenant === undefined ? '.' : ':'}`,
          ...withValue(facts.values.tenant),
        },
      ];
    }
    if (placeholder(id)) {
      return [
        {
          text: 'Open the app’s Overview, copy «Application (client) ID» (a GUID; not the Object ID, not the Secret ID), and put it into the setting of the program in place of',
          value: id === undefined || id === '' ? '(empty)' : id,
          link: registrationLink('overview', {}),
        },
        {
          text: 'Print the setting once before it is used: an environment variable or file with another name leaves the placeholder in its place.',
        },
      ];
    }
    return [
      {
        text: 'Open the app’s Overview, and compare «Application (client) ID» with the id that the program sends. Not the Object ID, not the Secret ID.',
        ...withValue(facts.values.clientId),
        link: registrationLink('overview', facts.values),
      },
      {
        text: 'Compare «Directory (tenant) ID» on the same page with the tenant in the authority. An app for one tenant is called with that tenant:',
        value: `https://${facts.values.loginHost ?? 'login.microsoftonline.com'}/${facts.values.tenant ?? 'YOUR_TENANT_ID'}`,
      },
      {
        text: 'If another organisation uses the app: set Supported account types to the multitenant kind, and let an administrator there consent once with the link below.',
      },
      { text: 'If the app was deleted: App registrations, Deleted applications, within 30 days: Restore.' },
    ];
  },
  // SAML has no authority of MSAL and no consent.
  patches: (facts) => (isSharedPnp(facts) || isEntityId(sentId(facts)) ? [] : ['authority']),
  needsAdminConsent: (facts) => !isSharedPnp(facts) && !isEntityId(sentId(facts)),
  check: (facts) =>
    isEntityId(sentId(facts))
      ? { text: 'A fresh sign-in to the application in a private browser window ends there, and not on an error page.' }
      : {
          text: 'This finds the app in the tenant that is signed in to:',
          command: `az ad sp show --id ${facts.values.clientId ?? 'YOUR_CLIENT_ID'} --query "{name:displayName,tenant:appOwnerOrganizationId}"`,
        },
  forward: (facts) =>
    isEntityId(sentId(facts))
      ? `Single sign-on to an application fails${signInReference(facts)}: no enterprise application in ${ourTenant(facts)} has the Identifier (Entity ID) ${sentId(facts)}. Please set it under Enterprise apps, the app, Single sign-on, Basic SAML Configuration, exactly as it stands here, or tell us which one to send.`
      : borrowed(facts) || isSharedPnp(facts) || placeholder(sentId(facts))
        ? undefined
        : `${sentence(ourApp(facts))} is not installed in ${ourTenant(facts)}${signInReference(facts)}. If you agree to its use, please ${facts.values.clientId === undefined ? 'consent to it once as an administrator' : 'open the consent link once as an administrator'}; that creates its enterprise application.`,
  sources: [
    {
      title: 'AADSTS700016: application not found in the directory',
      url: 'https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts700016-app-not-found-in-directory',
    },
    {
      title: 'Apps and service principals',
      url: 'https://learn.microsoft.com/entra/identity-platform/app-objects-and-service-principals',
    },
    {
      title: 'Microsoft Entra authentication error codes',
      url: 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste: `{"error":{"code":"InvalidAuthenticationToken","message":"The received access token is not valid: at least one of the claims 'puid' or 'altsecid' or 'oid' should be present."}}`,
    },
    {
      paste:
        "unauthorized_client at the token endpoint\n$ az ad sp show --id 7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22\nResource '7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22' does not exist or one of its queried reference-property objects are not present.",
      verdict: 'likely',
    },
    {
      paste:
        "Connect-PnPOnline : AADSTS700016: Application with identifier '31359c7f-bd7e-475c-86db-fdb8c937548e' was not found in the directory 'Contoso'.",
      verdict: 'certain',
    },
    {
      paste:
        'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=undefined&response_type=code&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcb&scope=openid%20profile&state=1',
    },
    {
      paste:
        "ServerError: unauthorized_client: AADSTS700016: Application with identifier '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31' was not found in the directory 'Fabrikam Inc.'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.",
      verdict: 'certain',
    },
    {
      paste: "AADSTS700016: Application with identifier 'YOUR_CLIENT_ID' was not found in the directory 'Contoso'.",
      verdict: 'certain',
    },
    {
      paste:
        '{"error":"unauthorized_client","error_description":"AADSTS7000229: The client application 4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31 is missing service principal in the tenant 5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77. See instructions here: https://go.microsoft.com/fwlink/?linkid=2225119","error_codes":[7000229]}',
      verdict: 'certain',
    },
    {
      paste:
        "AADSTS65002: Consent between first party application '04b07795-8ddb-461a-bbee-02f9e1bf7b46' and first party resource '00000003-0000-0000-c000-000000000000' must be configured via preauthorization - applications owned and operated by Microsoft must get approval from the API owner before requesting tokens for that API.",
      verdict: 'certain',
    },
    {
      paste:
        'adal: Refresh request failed. Status Code = \'400\'. Response body: {"error":"unauthorized_client","error_description":"AADSTS70001: Application with identifier \'4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31\' was not found in the directory 5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77"}',
      verdict: 'certain',
    },
    {
      paste:
        'client_id: "Enter_the_Application_Id_here"\nunauthorized_client: The client does not exist or is not enabled for consumers.',
      verdict: 'certain',
    },
    {
      paste:
        "AADSTS700016: Application mit der ID '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31' wurde im Verzeichnis 'Contoso GmbH' nicht gefunden.",
      verdict: 'certain',
    },
    {
      paste: '{"statusCode":400,"message":"Unable to load the proper Managed Identity."}',
      verdict: 'likely',
    },
    {
      paste:
        'ManagedIdentityCredential authentication unavailable. The requested identity has not been assigned to this resource.\nStatus: 400 (Bad Request)\n{"error":"invalid_request","error_description":"Identity not found"}',
    },
    { paste: "OptionsValidationException: IDW10106: The 'ClientId' option must be provided." },
  ],
  nearMisses: [
    { paste: '{"error":"not_found","error_description":"Identity not found"}', cause: 'not-enough-evidence' },
    {
      paste:
        "AADSTS700016: Application with identifier '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31' was not found in the directory 'Bot Framework'.",
      cause: 'bot-credentials',
    },
    {
      paste:
        "AADSTS700016: Application with identifier '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31' was not found in the directory '9188040d-6c67-4c5b-b112-36a304b66dad'.",
      cause: 'account-type-mismatch',
    },
    {
      paste:
        'AADSTS500011: The resource principal named api://fabrikam-planner was not found in the tenant named Fabrikam. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.',
      cause: 'resource-not-found',
    },
    { paste: "AADSTS70001: Application '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31' is disabled.", cause: 'app-disabled' },
  ],
};

const SAYS: Readonly<Record<number, string>> = {
  700038: 'the client id is the empty GUID: the setting was never filled in',
  90112: 'the client id is no GUID',
  65002: 'a client id of Microsoft asks for an API that Microsoft did not allow it',
  65003: 'a client id of Microsoft asks for a token for itself',
  1001010: 'the app has no service principal in the tenant addressed',
};
