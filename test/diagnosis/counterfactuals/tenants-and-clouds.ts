import { type Counterfactual, certainly, is, naming, open } from './counterfactual.ts';
import { APP, call, ENTRA, OTHER_TENANT, personToken, TENANT } from './pasted-calls.ts';

const ISSUER_INVALID =
  "Microsoft.IdentityModel.Tokens.SecurityTokenInvalidIssuerException: IDX10205: Issuer validation failed. Issuer: 'https://sts.windows.net/1f3a9509-f126-4db3-be30-a4e17015a80d/'. Did not match: validationParameters.ValidIssuer: 'https://login.microsoftonline.com/1f3a9509-f126-4db3-be30-a4e17015a80d/v2.0'";
const FROM = (idp: string) =>
  `AADSTS50020: User account 'dana@wingtip.example' from identity provider '${idp}' does not exist in tenant 'Contoso' and cannot access the application '${APP}'(planner) in that tenant. The account needs to be added as an external user in the tenant first.`;

/** The tenant, cloud and issuer that one part of the paste names, against the other. */
export const TENANTS_AND_CLOUDS: readonly Counterfactual[] = [
  {
    changed: 'what the check refuses: the issuer, then the audience',
    why: 'The library says in its own code which check failed',
    one: { paste: ISSUER_INVALID, right: certainly('issuer-mismatch') },
    other: {
      paste:
        "Microsoft.IdentityModel.Tokens.SecurityTokenInvalidAudienceException: IDX10214: Audience validation failed. Audiences: 'https://graph.microsoft.com'. Did not match: validationParameters.ValidAudience: 'api://planner'",
      right: certainly('wrong-audience'),
    },
  },
  {
    changed: 'the identity provider: another tenant, then personal accounts',
    why: 'An account of another organisation can be invited; live.com means that a personal account met a work tenant',
    one: { paste: FROM(`https://sts.windows.net/${OTHER_TENANT}/`), right: is('guest-not-invited') },
    other: { paste: FROM('live.com'), right: is('account-type-mismatch', 'guest-not-invited') },
  },
  {
    changed: 'the directory: an own one, then «Bot Framework»',
    why: 'Bots of one tenant ask in their own; the directory of the Bot Framework is that of multi-tenant bots',
    one: { paste: ENTRA.noApp('Contoso'), right: is('app-not-found') },
    other: { paste: ENTRA.noApp('Bot Framework'), right: is('bot-credentials') },
  },
  {
    changed: 'the cloud of the API: public, then that of the token',
    why: 'Tokens of the US Government cloud are for graph.microsoft.us',
    one: {
      paste: `authority: https://login.microsoftonline.us/${TENANT}\n${call({ token: personToken({ iss: `https://login.microsoftonline.us/${TENANT}/v2.0`, aud: 'https://graph.microsoft.us' }) })}`,
      right: is('wrong-cloud', 'wrong-audience'),
    },
    other: {
      paste: `authority: https://login.microsoftonline.us/${TENANT}\n${call({ request: 'GET https://graph.microsoft.us/v1.0/me/events', token: personToken({ iss: `https://login.microsoftonline.us/${TENANT}/v2.0`, aud: 'https://graph.microsoft.us' }) })}`,
      right: open('wrong-cloud', 'wrong-audience'),
    },
  },
  {
    changed: 'the name of the tenant: a real form, then a placeholder',
    why: 'A placeholder that was never filled in names no tenant',
    one: {
      paste: `AADSTS90002: Tenant '${OTHER_TENANT}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
      right: is('tenant-not-found', 'wrong-cloud'),
    },
    other: {
      paste:
        "AADSTS900023: Specified tenant identifier '{{tenantid}}' is neither a valid DNS name, nor a valid external domain.",
      right: is('tenant-not-found'),
    },
  },
  {
    changed: 'the authority in code: the tenant of iss, then another tenant',
    why: 'An issuer of another tenant than the one that is configured is what the check refuses',
    one: {
      paste: `WWW-Authenticate: Bearer error="invalid_token", error_description="The issuer 'https://login.microsoftonline.com/${TENANT}/v2.0' is invalid"\n"AzureAd": { "Instance": "https://login.microsoftonline.com/", "TenantId": "${OTHER_TENANT}" }`,
      right: is('issuer-mismatch'),
    },
    other: {
      paste: `WWW-Authenticate: Bearer error="invalid_token", error_description="The signature is invalid"\n"AzureAd": { "Instance": "https://login.microsoftonline.com/", "TenantId": "${OTHER_TENANT}" }`,
      right: is('signature-invalid'),
    },
  },
  {
    changed: 'the resource that is not found: an API, then the app itself',
    why: '500011 names the API, 700016 the client',
    one: { paste: ENTRA.noResource, right: naming('sync.wingtip.example', is('resource-not-found')) },
    other: { paste: ENTRA.noApp('Contoso'), right: naming(APP, is('app-not-found')) },
  },
];
