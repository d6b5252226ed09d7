import { apiOfResource } from '../../facts/api.ts';
import type { Api, Facts } from '../../facts/facts.ts';

/** How an API is called in a sentence. */
export const API_NAMES: Readonly<Record<Api, string>> = {
  graph: 'Microsoft Graph',
  'outlook-rest': 'the Outlook REST API',
  'exchange-ews': 'Exchange Online',
  'exchange-imap-smtp': 'Exchange Online (IMAP, POP, SMTP)',
  sharepoint: 'SharePoint',
  'azure-ad-graph': 'Azure AD Graph',
  'azure-management': 'Azure Resource Manager',
  'bot-connector': 'the Bot Connector',
  'bot-token-service': 'the Bot Framework token service',
  'key-vault': 'Azure Key Vault',
  'power-platform': 'the Power Platform',
  'office-management': 'the Office 365 Management API',
  'azure-storage': 'Azure Storage',
  'azure-devops': 'Azure DevOps',
  'power-bi': 'Power BI and Fabric',
  'azure-ai': 'Azure AI services',
  'azure-database': 'the databases of Azure',
  'cosmos-db': 'Azure Cosmos DB',
  'azure-messaging': 'Azure Service Bus and Event Hubs',
  'azure-logs': 'Azure Monitor Logs',
  databricks: 'Azure Databricks',
  defender: 'Microsoft Defender',
  'viva-engage': 'Viva Engage (Yammer)',
  'own-api': 'your own API',
};

/** `the app «name» (id)`, `the app id`, or `your app`. */
export function theApp(facts: Facts): string {
  const { clientId, appName } = facts.values;
  if (clientId !== undefined)
    return appName === undefined ? `the app ${clientId}` : `the app «${appName}» (${clientId})`;
  return appName === undefined ? 'your app' : `the app «${appName}»`;
}

/** `the tenant contoso.com`, or `your tenant`. */
export function theTenant(facts: Facts): string {
  return facts.values.tenant === undefined ? 'your tenant' : `the tenant ${facts.values.tenant}`;
}

/** `Microsoft Graph`, or `the API`. */
export function theApi(facts: Facts): string {
  const api = facts.api ?? (facts.claims.aud === undefined ? null : apiOfResource(facts.claims.aud));
  return api === null || (api === 'own-api' && facts.api === null) ? 'the API' : API_NAMES[api];
}

/** `GET /v1.0/me/events`, `/me/events`, or `the call`. */
export function theCall(facts: Facts): string {
  const { method, path } = facts.values;
  if (path === undefined) return 'the call';
  return method === undefined ? path : `${method} ${path}`;
}

/** `amara@contoso.com`, or `the person who signs in`. */
export function thePerson(facts: Facts): string {
  return facts.values.user ?? 'the person who signs in';
}

/** The value of a step, where it is known: a placeholder to copy helps nobody. */
export function withValue(value: string | undefined): { readonly value?: string } {
  return value === undefined ? {} : { value };
}

/** First letter in upper case, for a phrase at the beginning of a sentence. */
export function sentence(text: string): string {
  return text === '' ? text : text[0]!.toUpperCase() + text.slice(1);
}

/** `2026-03-12 14:05 UTC` from milliseconds since 1970. */
export function instant(at: number): string {
  const date = new Date(at);
  // A claim may hold any number; JavaScript's dates end in the year 275760.
  if (Number.isNaN(date.getTime())) return 'an impossible time';
  const day = `${padded(date.getUTCFullYear(), 4)}-${padded(date.getUTCMonth() + 1)}-${padded(date.getUTCDate())}`;
  return `${day} ${padded(date.getUTCHours())}:${padded(date.getUTCMinutes())} UTC`;
}

function padded(number: number, digits = 2): string {
  return String(number).padStart(digits, '0');
}

/** `the app …`, or `our app`: in a message to an administrator, who has no app of theirs in mind. */
export function ourApp(facts: Facts): string {
  const { clientId, appName } = facts.values;
  return clientId === undefined && appName === undefined ? 'our app' : theApp(facts);
}

/** `the tenant contoso.com`, or `our tenant`: in a message to an administrator. */
export function ourTenant(facts: Facts): string {
  return facts.values.tenant === undefined ? 'our tenant' : `the tenant ${facts.values.tenant}`;
}

/** ` (AADSTS53003, correlation id …, 2026-03-12 14:05 UTC)`: what finds the one line in the sign-in log; empty where nothing is known. */
export function signInReference(facts: Facts): string {
  const codes = facts.of('aadsts');
  // The last one that came with its sentence: one named behind it is somebody's remark.
  const code = codes.findLast(({ mention }) => mention === undefined) ?? codes.at(-1);
  const { correlationId } = facts.values;
  const parts = [
    ...(code === undefined ? [] : [`${code.family}${code.code}`]),
    ...(correlationId === undefined ? [] : [`correlation id ${correlationId}`]),
    ...(facts.at === null ? [] : [instant(facts.at)]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/** APIs of Microsoft by the ids that messages name them with. */
const MICROSOFT_APIS: ReadonlyMap<string, string> = new Map([
  ['00000003-0000-0000-c000-000000000000', 'Microsoft Graph'],
  ['00000002-0000-0000-c000-000000000000', 'Azure AD Graph'],
  ['00000002-0000-0ff1-ce00-000000000000', 'Office 365 Exchange Online'],
  ['00000003-0000-0ff1-ce00-000000000000', 'SharePoint Online'],
  ['00000007-0000-0000-c000-000000000000', 'Dataverse'],
  ['00000009-0000-0000-c000-000000000000', 'the Power BI Service'],
  ['797f4846-ba00-4fd7-ba43-dac1f8f63013', 'Azure Resource Manager'],
  ['499b84ac-1321-427f-aa17-267ca6975798', 'Azure DevOps'],
  ['cfa8b339-82a2-471a-a3c9-0fc0be7a4093', 'Azure Key Vault'],
  ['e406a681-f3d4-42a8-90b6-c2b029497af1', 'Azure Storage'],
]);

/** `Azure DevOps (499b84ac-…)` where the id is one of Microsoft’s, else the name as it is. */
export function withApiName(resource: string): string {
  const name = MICROSOFT_APIS.get(resource.toLowerCase());
  return name === undefined ? resource : `${name} (${resource})`;
}

/** Of a shape that can stand between single quotes in a shell: what a person pasted is data. */
const IN_QUOTES = /^[A-Za-z0-9._~:/@%$(),*+=-]{1,300}$/;
/** Addresses of an API of one's own: which scheme and port it has is not told. */
const HOST_OF_A_SERVICE = /^[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,5}\.[a-z]{2,10}$/;

/** Collections that one address lists and makes members of. */
const LISTED_AND_MADE = /\/(?:events|messages|contacts|calendars)$/;

/**
 * The call of the paste as a command, to see that it is answered now; Graph’s `/me` where no call stands in it. Nothing
 * where that would be a call of another kind: a token of the app itself, or one for another API.
 */
export function sameCall(facts: Facts): { readonly command?: string } {
  const { method, path } = facts.values;
  const host =
    facts.values.host ??
    (facts.api === 'graph' && /^\/(?:v1\.0|beta)\//.test(path ?? '') ? 'graph.microsoft.com' : undefined);
  const reads = method === undefined || method === 'GET' || (method === 'POST' && LISTED_AND_MADE.test(path ?? ''));
  if (host !== undefined && path !== undefined && reads && HOST_OF_A_SERVICE.test(host) && IN_QUOTES.test(path))
    return { command: `curl -i 'https://${host}${path}' -H "Authorization: Bearer $TOKEN"` };
  if (facts.actor === 'app' || (facts.api !== null && facts.api !== 'graph')) return {};
  return { command: 'curl -i https://graph.microsoft.com/v1.0/me -H "Authorization: Bearer $TOKEN"' };
}

/** The mailbox that was called, or that somebody names in a sentence: for words alone, rules look at the call. */
export function namedMailbox(facts: Facts): string | undefined {
  return facts.values.mailbox ?? facts.of('setting').find(({ name }) => name === 'told-mailbox')?.values[0];
}
