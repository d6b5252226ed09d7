import { randomBytes, randomUUID } from 'node:crypto';
import { BASE_SCOPES } from '../../identity/sign-in.ts';
import { SAMPLE_DOMAINS, SAMPLE_IDS, TEAMS_CLIENTS } from './sample-ids.ts';
import { seedMailboxes, seedPeople } from './seed-people.ts';
import type { AppRegistration, ConnectionSettings, DelegatedConsent, World } from './world.ts';

export interface WorldOptions {
  /** The world's clock, milliseconds since 1970. */
  readonly now: () => number;
  /** Where the sandbox listens: `http://127.0.0.1:4010`. */
  readonly origin: string;
  /** Where the bot listens; its `/auth/callback` is registered too. */
  readonly botOrigin?: string;
  /** The value of the app's client secret: a made-up one where it is left out. */
  readonly clientSecret?: string;
}

const A_YEAR_MS = 365 * 24 * 3_600_000;
const DEFAULT_BOT_ORIGIN = 'http://localhost:3978';
const GRAPH = 'https://graph.microsoft.com';
const OUTLOOK = 'https://outlook.office.com';

/** A world in which everything works: everybody can sign in, and every mailbox can be reached. */
export function createWorld(options: WorldOptions): World {
  const expires = options.now() + A_YEAR_MS;
  const secret = { id: randomUUID(), value: options.clientSecret ?? clientSecret(), expires };
  const why401 = why401App(options, secret);
  const orders = ordersApi();
  return {
    tenants: [
      tenant(SAMPLE_IDS.tenant, SAMPLE_DOMAINS.company, 'Lumen Works'),
      tenant(SAMPLE_IDS.partnerTenant, SAMPLE_DOMAINS.partner, 'Harbour Design'),
      { ...tenant(SAMPLE_IDS.consumers, SAMPLE_DOMAINS.personal, 'Microsoft accounts'), consumers: true },
    ],
    people: seedPeople(),
    apps: [why401, orders],
    servicePrincipals: [why401, orders].map(({ clientId }) => ({
      clientId,
      tenantId: SAMPLE_IDS.tenant,
      enabled: true,
      assignmentRequired: false,
    })),
    consents: seedConsents(orders),
    policies: [],
    mailboxes: seedMailboxes(),
    connection: connectionOf(why401, options),
    client: { token: 'as-is', clockOffsetMs: 0 },
    graph: {
      delayMs: 0,
      outage: false,
      throttled: false,
      retryAfter: 10,
      claimsChallengeBefore: null,
      cloud: 'global',
    },
    tokenService: { delayMs: 0, outage: false, connectionExists: true },
    entra: {
      delayMs: 0,
      outage: false,
      throttled: false,
      accessTokenSeconds: 3600,
      refreshTokenSeconds: 90 * 24 * 3600,
      codeSeconds: 600,
    },
  };
}

/** Makes an old world like a fresh one without a new object: servers and clients hold on to it. */
export function resetWorld(world: World, options: WorldOptions): void {
  replaceContent(world, createWorld(options));
}

/** Lists and settings are emptied and filled again in place. */
function replaceContent(world: World, fresh: World): void {
  for (const part of Object.keys(fresh) as (keyof World)[]) {
    const [old, its] = [world[part], fresh[part]] as [object, object];
    if (Array.isArray(old) && Array.isArray(its)) old.splice(0, old.length, ...its);
    else {
      for (const name of Object.keys(old)) if (!(name in its)) Reflect.deleteProperty(old, name);
      Object.assign(old, its);
    }
  }
}

function tenant(id: string, domain: string, name: string): World['tenants'][number] {
  return { id, domain, name, consumers: false, exists: true };
}

function why401App(options: WorldOptions, secret: AppRegistration['secrets'][number]): AppRegistration {
  return {
    clientId: SAMPLE_IDS.app,
    name: 'why401',
    homeTenantId: SAMPLE_IDS.tenant,
    accountTypes: 'any-tenant-and-personal',
    redirectUris: [
      { uri: tokenServiceRedirect(options.origin), platform: 'web' },
      { uri: `${options.botOrigin ?? DEFAULT_BOT_ORIGIN}/auth/callback`, platform: 'web' },
    ],
    secrets: [secret],
    certificates: [],
    identifierUris: [`api://botid-${SAMPLE_IDS.app}`],
    exposedScopes: ['access_as_user'],
    preAuthorisedClients: [...TEAMS_CLIENTS],
    publicClientFlows: false,
    // The audience of a v1 token is the identifier URI, that of a v2 token the client id.
    accessTokenVersion: 1,
    enabled: true,
    appRoles: ['Calendars.ReadWrite', 'MailboxSettings.Read', 'User.Read.All'],
  };
}

function ordersApi(): AppRegistration {
  return {
    clientId: SAMPLE_IDS.ordersApi,
    name: 'Orders API',
    homeTenantId: SAMPLE_IDS.tenant,
    accountTypes: 'one-tenant',
    redirectUris: [],
    secrets: [],
    certificates: [],
    identifierUris: [`api://${SAMPLE_IDS.ordersApi}`],
    exposedScopes: ['Orders.Read'],
    preAuthorisedClients: [],
    publicClientFlows: false,
    accessTokenVersion: 2,
    enabled: true,
    appRoles: [],
  };
}

/** What the company's administrator has agreed to for everybody. Other tenants and personal accounts are asked. */
function seedConsents(orders: AppRegistration): DelegatedConsent[] {
  const granted = (resource: string, scopes: string[]): DelegatedConsent => ({
    clientId: SAMPLE_IDS.app,
    tenantId: SAMPLE_IDS.tenant,
    personId: 'everybody',
    resource,
    scopes,
  });
  return [
    granted(
      GRAPH,
      BASE_SCOPES.map((scope) => scope.slice(GRAPH.length + 1)),
    ),
    granted(OUTLOOK, ['Calendars.ReadWrite']),
    granted(orders.identifierUris[0]!, [...orders.exposedScopes]),
  ];
}

function connectionOf(app: AppRegistration, options: WorldOptions): ConnectionSettings {
  return {
    name: 'graph',
    clientId: app.clientId,
    clientSecret: app.secrets[0]!.value,
    tenant: 'common',
    scopes: ['openid', 'profile', 'offline_access', ...BASE_SCOPES],
    redirectUri: tokenServiceRedirect(options.origin),
    pkce: 'right',
    grantFlow: 'delegated',
    responseType: 'code',
    tokenExchangeUrl: app.identifierUris[0]!,
  };
}

/** Where the Bot Framework token service takes the authorization code. */
function tokenServiceRedirect(origin: string): string {
  return `${origin}/token-service/.auth/web/redirect`;
}

/** In the form of Entra ID's own: three characters, `8Q~`, the rest. */
function clientSecret(): string {
  const random = randomBytes(40).toString('base64url').replaceAll(/[-_]/g, 'x');
  return `${random.slice(0, 3)}8Q~${random.slice(3, 37)}`;
}
