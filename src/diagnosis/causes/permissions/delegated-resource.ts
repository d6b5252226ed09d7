import { apiOfResource } from '../../facts/api.ts';
import type { Facts } from '../../facts/facts.ts';
import { MICROSOFT_APIS } from '../../facts/microsoft-apis.ts';
import { mailRefusal, scopeOfProtocol } from '../audience/mail-protocol.ts';
import { theApi } from '../words/wording.ts';

/** Whose delegated permission is missing: its name in the portal, and what stands before the permission in a scope. */
export interface DelegatedResource {
  readonly name: string;
  readonly prefix: string;
}

const GRAPH: DelegatedResource = { name: 'Microsoft Graph', prefix: 'https://graph.microsoft.com/' };
const OWN_WORDS = ['idw10203', 'idw10204', 'idw10201'] as const;

export function delegatedResource(facts: Facts): DelegatedResource {
  const { api } = facts;
  if (api === 'graph') return GRAPH;
  if (api === 'sharepoint')
    return { name: 'SharePoint', prefix: `https://${facts.values.host ?? 'contoso.sharepoint.com'}/` };
  if (api === 'exchange-ews') return { name: 'Office 365 Exchange Online', prefix: 'https://outlook.office365.com/' };
  // IMAP.AccessAsUser.All and its like are listed under Microsoft Graph, and asked for at Outlook.
  if (api === 'exchange-imap-smtp' || mailRefusal(facts) !== undefined)
    return { ...GRAPH, prefix: 'https://outlook.office.com/' };
  const microsoft = MICROSOFT_APIS.find((row) => row.api === api);
  if (microsoft !== undefined)
    return { name: theApi(facts), prefix: microsoft.scope.slice(0, microsoft.scope.lastIndexOf('/') + 1) };
  const own = ownApi(facts);
  return own === undefined ? GRAPH : { name: 'your own API (My APIs)', prefix: `${own}/` };
}

/**
 * The least delegated permission of services that have few: SharePoint's own API by what is done, Exchange by the protocol.
 * learn.microsoft.com/sharepoint/dev/sp-add-ins/add-in-permissions-in-sharepoint, learn.microsoft.com/exchange/client-developer/
 * legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth
 */
export function fewPermissions(facts: Facts): string | undefined {
  switch (facts.api) {
    case 'exchange-ews':
      return mailRefusal(facts) === undefined ? 'EWS.AccessAsUser.All' : scopeOfProtocol(facts);
    case 'exchange-imap-smtp':
      return scopeOfProtocol(facts);
    case 'sharepoint':
      if (facts.values.method === undefined) return undefined;
      return /^(?:GET|HEAD)$/.test(facts.values.method) ? 'AllSites.Read' : 'AllSites.Write';
    default:
      return undefined;
  }
}

/** `api://…` of the API that the paster runs, where the token or the refusal is of one. */
export function ownApi(facts: Facts): string | undefined {
  const { aud } = facts.claims;
  const own = aud !== undefined && apiOfResource(aud) === 'own-api';
  const told = facts.api === 'own-api' || (facts.need === null && facts.anyPhrase(...OWN_WORDS) !== undefined);
  if (!own && !told) return undefined;
  return own ? `api://${aud.replace(/^api:\/\//, '').replace(/\/$/, '')}` : 'api://YOUR_API';
}
