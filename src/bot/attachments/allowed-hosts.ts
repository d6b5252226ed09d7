import { isLoopbackHost } from '../../settings.ts';

/** Who keeps an attachment: it decides whether the bot's own token is sent. */
export type AttachmentHost =
  /** OneDrive and SharePoint: the address itself grants access, no token is sent. */
  | 'file-store'
  /** The channel's own service: pictures are given to the bot that shows its token. */
  | 'connector'
  /** Microsoft Graph: pictures of messages that were not sent to the bot, with a token of the app. */
  | 'graph';

export interface HostRules {
  /** Where this activity came from. */
  readonly serviceUrl: string;
  /** A bot without credentials, on loopback: its channel is a local program. */
  readonly local: boolean;
  /** Whether pictures of messages may be fetched from Graph; only the message extension asks for that. */
  readonly graph?: boolean;
}

/**
 * SharePoint Online by cloud; OneDrive for Business is SharePoint as well. Files that people send to a bot lie in the
 * sender's OneDrive, and `downloadUrl` leads there. A tenant has one label before the domain (`contoso-my`), and only
 * Microsoft gives them out.
 *
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4
 * @see https://learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges
 */
const FILE_STORE =
  /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.(?:sharepoint\.com|sharepoint\.us|sharepoint-mil\.us|sharepoint\.cn)$/;

/**
 * The services of Teams that bots speak with, by cloud. The whole names: anybody may have a name of their own under
 * trafficmanager.net.
 *
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/agents-inline-images
 */
const CONNECTORS: ReadonlySet<string> = new Set([
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
]);
/**
 * The contents of one message of a channel or a chat, and nothing else of Graph.
 *
 * @see https://learn.microsoft.com/graph/api/chatmessage-list-hostedcontents
 */
const HOSTED_CONTENT =
  /^\/(?:v1\.0|beta)\/(?:teams\/[\w-]{1,80}\/channels\/[\w:@.%-]{1,200}|chats\/[\w:@.%-]{1,200})\/messages\/\d{1,20}(?:\/replies\/\d{1,20})?\/hostedContents\/[\w=%-]{1,1000}\/\$value$/;
const CONNECTOR_PATH = /\/v3\/attachments\//;

/**
 * Whether an attachment may be fetched from there. These are the one exception to «nothing pasted is fetched», so
 * nothing but the very hosts of Microsoft passes: no other scheme, port or user, no address by number.
 *
 * @returns `null` where it may not
 */
export function attachmentHost(address: string, { serviceUrl, local, graph }: HostRules): AttachmentHost | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return null;
  if (local && isOwnChannel(url, serviceUrl)) return 'connector';
  if (url.protocol !== 'https:' || url.port !== '') return null;
  if (url.hostname === 'graph.microsoft.com') {
    return graph === true && url.search === '' && HOSTED_CONTENT.test(url.pathname) ? 'graph' : null;
  }
  if (FILE_STORE.test(url.hostname)) return 'file-store';
  return CONNECTORS.has(url.hostname) && CONNECTOR_PATH.test(url.pathname) ? 'connector' : null;
}

/** The Playground or the sandbox's page: on this machine, the very program that the message came from. */
function isOwnChannel(url: URL, serviceUrl: string): boolean {
  if (!URL.canParse(serviceUrl) || !/^https?:$/.test(url.protocol)) return false;
  return isLoopbackHost(url.hostname) && url.origin === new URL(serviceUrl).origin;
}
