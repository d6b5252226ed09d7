import type { Facts } from '../../facts/facts.ts';
import { MICROSOFT_APIS } from '../../facts/microsoft-apis.ts';
import { mailRefusal, roleOfProtocol } from '../audience/mail-protocol.ts';
import { theApi } from '../words/wording.ts';
import { ownApi } from './delegated-resource.ts';
import { namesPermissionSet } from './permission-set.ts';

/** What an API calls its application permissions, and where the portal lists them. */
export interface ApplicationPermissions {
  /** As the portal calls the API, and where it lists it. */
  readonly name: string;
  readonly listed: string;
  readonly permission: string;
  readonly scope: string;
}

const OF_EXCHANGE: ApplicationPermissions = {
  name: 'Office 365 Exchange Online',
  listed: 'APIs my organization uses, Office 365 Exchange Online',
  permission: 'full_access_as_app (EWS), or IMAP.AccessAsApp, POP.AccessAsApp, SMTP.SendAsApp',
  scope: 'https://outlook.office365.com/.default',
};
export const OF_GRAPH: ApplicationPermissions = {
  name: 'Microsoft Graph',
  listed: 'Microsoft Graph',
  permission: 'the permission that the documentation of the operation names under «Application»',
  scope: 'https://graph.microsoft.com/.default',
};

const OF_MANAGEMENT: ApplicationPermissions = {
  name: 'Office 365 Management APIs',
  listed: 'Office 365 Management APIs',
  permission: 'ActivityFeed.Read, and ActivityFeed.ReadDlp for DLP.All',
  scope: 'https://manage.office.com/.default',
};

/** Some services have permissions and a resource of their own. */
export function applicationPermissionsOf(facts: Facts): ApplicationPermissions {
  if (onExchange(facts)) return { ...OF_EXCHANGE, permission: exchangePermission(facts) ?? OF_EXCHANGE.permission };
  if (facts.api === 'office-management' || namesPermissionSet(facts)) return OF_MANAGEMENT;
  const microsoft = MICROSOFT_APIS.find(({ api }) => api === facts.api);
  if (microsoft !== undefined)
    return {
      name: theApi(facts),
      listed: `APIs my organization uses, ${microsoft.api === 'defender' ? 'WindowsDefenderATP' : theApi(facts)}`,
      permission: 'the permission that the documentation of the operation names under «Application»',
      scope: microsoft.scope,
    };
  const own = facts.api === 'graph' ? undefined : ownApi(facts);
  if (own !== undefined && facts.api !== 'sharepoint')
    return {
      name: 'our own API',
      listed: 'My APIs, your API',
      permission: 'the app role that the API asks for',
      scope: `${own}/.default`,
    };
  if (facts.api !== 'sharepoint') return OF_GRAPH;
  return {
    name: 'SharePoint',
    listed: 'SharePoint',
    permission: 'Sites.Selected, or Sites.Read.All and wider, of SharePoint itself',
    scope: `https://${facts.values.host ?? 'contoso.sharepoint.com'}/.default`,
  };
}

/** The one that the protocol takes, where it is known. */
export function exchangePermission(facts: Facts): string | undefined {
  if (mailRefusal(facts) !== undefined) return roleOfProtocol(facts);
  return facts.api === 'exchange-ews' ? 'full_access_as_app' : undefined;
}

/** Whether it is Exchange Online's own API, or one of its mail protocols, that refused. */
export function onExchange(facts: Facts): boolean {
  return facts.api === 'exchange-ews' || facts.api === 'exchange-imap-smtp' || mailRefusal(facts) !== undefined;
}
