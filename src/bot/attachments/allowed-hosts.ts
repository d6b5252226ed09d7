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
  /** The message whose pictures may be fetched from Graph; only the message extension asks for that. */
  readonly graph?: HostedMessage;
}

/** A message of a channel or a chat, as Graph names it in the addresses of its contents. */
export interface HostedMessage {
  /** Of the channel or chat, without a thread. */
  readonly conversation: string;
  readonly id: string;
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
  /^\/(?:v1\.0|beta)\/(?:teams\/[\w-]{1,80}\/channels|chats)\/(?<conversation>[\w:@.%-]{1,200})\/messages\/(?<message>\d{1,20})(?:\/replies\/(?<reply>\d{1,20}))?\/hostedContents\/[\w=%-]{1,1000}\/\$value$/;
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
    return graph !== undefined && isContentOf(graph, url) ? 'graph' : null;
  }
  if (FILE_STORE.test(url.hostname)) return 'file-store';
  return CONNECTORS.has(url.hostname) && CONNECTOR_PATH.test(url.pathname) ? 'connector' : null;
}

/**
 * Whoever writes a message chooses the addresses in it, and the app may read every channel that let it: only what the
 * message itself holds is fetched for whoever asks about it.
 */
function isContentOf({ conversation, id }: HostedMessage, { pathname, search }: URL): boolean {
  const named = search === '' ? HOSTED_CONTENT.exec(pathname)?.groups : undefined;
  if (named === undefined) return false;
  return (named.reply ?? named.message) === id && decoded(named.conversation ?? '') === conversation;
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** The Playground or the sandbox's page: on this machine, the very program that the message came from. */
function isOwnChannel(url: URL, serviceUrl: string): boolean {
  if (!URL.canParse(serviceUrl) || !/^https?:$/.test(url.protocol)) return false;
  return isLoopbackHost(url.hostname) && url.origin === new URL(serviceUrl).origin;
}
