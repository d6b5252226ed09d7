import type { Api, Facts } from '../facts/facts.ts';

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
  'own-api': 'your own API',
};

/** `the app «name» (id)`, `the app id`, or `your app`. */
export function theApp(facts: Facts): string {
  const { clientId, appName } = facts.values;
  if (clientId !== undefined) return appName === undefined ? `the app ${clientId}` : `the app «${appName}» (${clientId})`;
  return appName === undefined ? 'your app' : `the app «${appName}»`;
}

/** `the tenant contoso.com`, or `your tenant`. */
export function theTenant(facts: Facts): string {
  return facts.values.tenant === undefined ? 'your tenant' : `the tenant ${facts.values.tenant}`;
}

/** `Microsoft Graph`, or `the API`. */
export function theApi(facts: Facts): string {
  return facts.api === null ? 'the API' : API_NAMES[facts.api];
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

/** First letter in upper case, for a phrase at the beginning of a sentence. */
export function sentence(text: string): string {
  return text === '' ? text : text[0]!.toUpperCase() + text.slice(1);
}

/** `2026-03-12 14:05 UTC` from milliseconds since 1970. */
export function instant(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
