/** Whom the service calls. `other` is whoever else an operator set or a chat sent, as a ticket system's webhook. */
export type CalledService =
  | 'graph'
  | 'entra'
  | 'token-service'
  | 'channel-keys'
  | 'connector'
  | 'managed-identity'
  | 'other';

export interface Called {
  readonly service: CalledService;
  /** Absent where the host could name an organisation. */
  readonly host?: string;
  readonly path: string;
}

const HOSTS: Readonly<Record<string, CalledService>> = {
  'graph.microsoft.com': 'graph',
  'login.microsoftonline.com': 'entra',
  'login.windows.net': 'entra',
  'sts.windows.net': 'entra',
  'token.botframework.com': 'token-service',
  'api.botframework.com': 'token-service',
  'europe.token.botframework.com': 'token-service',
  'europe.api.botframework.com': 'token-service',
  'india.token.botframework.com': 'token-service',
  'india.api.botframework.com': 'token-service',
  'login.botframework.com': 'channel-keys',
  'smba.trafficmanager.net': 'connector',
  'slack.botframework.com': 'connector',
  'webchat.botframework.com': 'connector',
  'directline.botframework.com': 'connector',
  // The instance metadata service of a virtual machine.
  '169.254.169.254': 'managed-identity',
};

const STAND_INS: Readonly<Record<string, CalledService>> = {
  graph: 'graph',
  entra: 'entra',
  'token-service': 'token-service',
};

/** A path of the Bot Framework's connector, below whatever address a channel gave. */
const CONNECTOR = /\/v3\/(?:conversations|attachments|teams|meetings)(?:\/|$)/;
/** App Service's own endpoint for tokens of a managed identity, on loopback. */
const IDENTITY_ENDPOINT = /\/msi\/token$/;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** @param standIn the origin of a sandbox that stands for Microsoft's hosts below `/graph`, `/entra`, `/token-service` */
export function calledService({ origin, hostname, pathname }: URL, standIn: string | undefined): Called {
  if (standIn !== undefined && origin === standIn) {
    const [, first = ''] = pathname.split('/', 2);
    const service = STAND_INS[first];
    if (service !== undefined) return { service, host: 'localhost', path: pathname.slice(first.length + 1) };
  }
  const known = Object.hasOwn(HOSTS, hostname) ? HOSTS[hostname] : undefined;
  if (known !== undefined) return { service: known, host: hostname, path: pathname };
  const local = LOOPBACK.test(hostname);
  if (local && IDENTITY_ENDPOINT.test(pathname)) return { service: 'managed-identity', host: hostname, path: pathname };
  if (CONNECTOR.test(pathname)) {
    return { service: 'connector', ...(local ? { host: 'localhost' } : {}), path: pathname };
  }
  return { service: 'other', path: '' };
}
