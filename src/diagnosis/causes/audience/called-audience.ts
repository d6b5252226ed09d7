import { apiOfResource } from '../../facts/api.ts';
import type { Api, Facts } from '../../facts/facts.ts';
import { MICROSOFT_APIS } from '../../facts/microsoft-apis.ts';
import { mailRefusal, scopeOfProtocol } from './mail-protocol.ts';

/** Names of Exchange's own mail protocols, which a bare scope may mean for a personal account. */
export const MAIL_PROTOCOL = /^(?:imap|pop|smtp|ews|eas)\./i;

/** How people say that Microsoft Graph was meant. */
export const GRAPH_MEANT = [
  'instead of graph',
  'instead of microsoft graph',
  'instead of https://graph.microsoft.com',
  'and not graph',
  'not for graph',
  'rather than graph',
  'statt graph',
  'statt microsoft graph',
  'statt https://graph.microsoft.com',
  'au lieu de graph',
  'au lieu de microsoft graph',
  'au lieu de https://graph.microsoft.com',
  'en lugar de graph',
  'en lugar de microsoft graph',
  'en vez de graph',
  'en vez de microsoft graph',
] as const;
/** «I use Postman instead of Graph Explorer.» */
export const GRAPH_EXPLORER_MEANT = [
  'instead of graph explorer',
  'statt graph explorer',
  'rather than graph explorer',
] as const;

/** How Azure Storage refuses a token; no other service says so. learn.microsoft.com/rest/api/storageservices/common-rest-api-error-codes */
export const STORAGE_REFUSES = ['authenticationerrordetail', 'server failed to authenticate the request'] as const;

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The API that was called, also where a mail protocol or the form of the refusal tells it. */
export function calledApi(facts: Facts): Api | null {
  if (mailRefusal(facts) !== undefined) return 'exchange-imap-smtp';
  const address = diagnosedAudience(facts)?.address;
  if (address !== undefined) return apiOfResource(address) ?? facts.api;
  if (facts.api !== null) return facts.api;
  if (statedAudiences(facts) !== undefined) return null;
  if (facts.anyPhrase(...STORAGE_REFUSES) !== undefined) return 'azure-storage';
  if (facts.anyPhrase(...GRAPH_MEANT) !== undefined) return 'graph';
  if (facts.of('told').some(({ circumstance }) => circumstance === 'own-token-on-graph')) return 'graph';
  return isGraphsBody(facts) ? 'graph' : null;
}

/** Graph's own body, pasted without its address. */
export function isGraphsBody(facts: Facts): boolean {
  return facts.of('api-error').some(({ code }) => code === 'InvalidAuthenticationToken');
}

/** A validator of one's own: it is known to be none of Microsoft's, or it speaks as a library does. */
export function isOwn(facts: Facts): boolean {
  const called = calledApi(facts);
  return called === 'own-api' || (called === null && statedAudiences(facts) === undefined);
}

/** IDX10214 of .NET’s validator, and other validators, name both: the audience of the token, and the one that the program takes. */
export function validatedAudiences(facts: Facts): readonly [string, string] | undefined {
  for (const { message } of facts.of('exception')) {
    const match =
      /IDX10214[^\n]{0,80}Audiences?: ['"]([^'"\n,[]{4,200})['"]\. Did not match:[^'"\n]{0,80}ValidAudience: ['"]([^'"\n,[]{4,200})(?:['"]|$)/.exec(
        message,
      );
    if (match !== null && match[2] !== 'null') return [match[1]!, match[2]!];
  }
  const [came, takes] = facts.of('setting').find(({ name }) => name === 'refused-audience')?.values ?? [];
  return came !== undefined && takes !== undefined && came !== takes ? [came, takes] : ofSetting(facts);
}

/** The one audience that the program is set to take, beside a token for another one. */
function ofSetting(facts: Facts): readonly [string, string] | undefined {
  const { aud } = facts.claims;
  const setting = facts.of('setting').find((item) => item.name === 'audience' && /audiences?$/i.test(item.key));
  const [takes] = setting?.values ?? [];
  if (aud === undefined || takes === undefined || setting?.values.length !== 1 || takes === aud) return undefined;
  return /[<>{}$%]/.test(takes) ? undefined : [aud, takes];
}

/** Azure Resource Manager names both: the audience that came, and those that it takes. */
export function statedAudiences(facts: Facts): readonly [string, string] | undefined {
  for (const { message } of facts.of('api-error')) {
    const match = /wrong audience or resource '([^'\n]{4,200})'[^\n]{0,80}allowed audiences '([^'\n]{4,200})'/i.exec(
      message,
    );
    if (match !== null) return [match[1]!, match[2]!];
  }
  return undefined;
}

/** Services of Azure whose tokens name the service and not the host; Dataverse takes its own address. */
function scopeOfService(api: Api, host: string | undefined): string | undefined {
  if (api === 'power-platform') return undefined;
  if (host !== undefined && /\.(?:postgres|mysql)\.database\.azure\.com$/.test(host))
    return 'https://ossrdbms-aad.database.windows.net/.default';
  return MICROSOFT_APIS.find((each) => each.api === api)?.scope;
}

/** Exchange names both in its diagnostics: the audience that came, and the address it was sent to. */
export function diagnosedAudience(facts: Facts): { readonly aud: string; readonly address?: string } | undefined {
  for (const { reason } of facts.of('diagnostics')) {
    const match = /audience claim is '([^'\n]{4,200})'(?:, request url is '([^'\n]{4,300})')?/i.exec(reason);
    if (match !== null) return { aud: match[1]!, ...(match[2] === undefined ? {} : { address: match[2] }) };
  }
  return undefined;
}

/** The server app of Azure Kubernetes Service, of which kubelogin asks (--server-id). https://azure.github.io/kubelogin/ */
const AKS_SERVERS: ReadonlySet<string> = new Set(['6dae42f8-4368-4678-94ff-3960e28e3630']);

/** What to ask for in place of it, for the API that is called. */
export function scopeToAskFor(facts: Facts): string {
  const called = calledApi(facts);
  const stated = statedAudiences(facts);
  if (stated !== undefined) return `${stated[1].replace(/\/$/, '')}/.default`;
  switch (called) {
    case 'graph':
      return `https://graph.microsoft.com/${facts.actor === 'app' ? '.default' : (facts.need?.work[0] ?? 'Calendars.ReadWrite')}`;
    case 'exchange-imap-smtp': {
      if (facts.actor === 'app') return 'https://outlook.office365.com/.default';
      const named = (facts.values.scopes ?? [])
        .map((it) => it.slice(it.lastIndexOf('/') + 1))
        .find((it) => MAIL_PROTOCOL.test(it));
      return `https://outlook.office.com/${named ?? scopeOfProtocol(facts) ?? 'IMAP.AccessAsUser.All'}`;
    }
    case 'exchange-ews':
      return facts.actor === 'user'
        ? 'https://outlook.office365.com/EWS.AccessAsUser.All'
        : 'https://outlook.office365.com/.default';
    case 'azure-management':
      return 'https://management.azure.com/.default';
    case 'azure-storage':
      return 'https://storage.azure.com/.default';
    case 'azure-devops':
      return '499b84ac-1321-427f-aa17-267ca6975798/.default';
    case null:
    case 'own-api': {
      const takes = validatedAudiences(facts)?.[1].replace(/^api:\/\//, '');
      if (takes !== undefined && AKS_SERVERS.has(takes)) return `${takes}/.default`;
      if (takes !== undefined && !/^https?:/.test(takes)) return `api://${takes}/access_as_user`;
      // App Service's own check names its app.
      const named = facts.of('challenge').find((item) => GUID.test(item.parameters.resource_id ?? ''));
      if (named !== undefined) return `api://${named.parameters.resource_id}/access_as_user`;
      return 'api://YOUR_API_CLIENT_ID/access_as_user';
    }
    default:
      return (
        scopeOfService(called, facts.values.host) ?? `https://${facts.values.host ?? 'outlook.office365.com'}/.default`
      );
  }
}
