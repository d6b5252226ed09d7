import { apiOfHost } from '../facts/api.ts';
import type { Cloud, Values } from '../facts/facts.ts';
import { CONSUMER_TENANT, isMicrosoftClient } from '../facts/values.ts';
import { CLOUD_HOSTS, cloudOfHost } from './national-cloud.ts';

/**
 * What the patches are filled with: the paster's own values where they are sound, visible placeholders where not.
 *
 * A value from a paste is data. Here each is held against the grammar of its kind; in the patch it is written as a
 * string literal of the language (string-literal.ts). Secrets have no field: a patch reads them from the environment.
 */
export interface PatchValues {
  readonly clientId: string;
  /** GUID or domain, never `common`: for app-only requests and for the administrator. */
  readonly tenant: string;
  /** Where users sign in: a tenant, `common`, `organizations` or `consumers`. */
  readonly signInTenant: string;
  readonly cloud: Cloud;
  readonly loginHost: string;
  /** `https://{loginHost}/{signInTenant}` */
  readonly authority: string;
  /** `https://{loginHost}/{tenant}` */
  readonly tenantAuthority: string;
  /** Origin of Microsoft Graph in this cloud, without a final slash. */
  readonly graph: string;
  /** Delegated Graph permissions with Graph's origin before each; never openid, profile, email or offline_access. */
  readonly scopes: readonly [string, ...string[]];
  /** Scopes of a second API. */
  readonly otherScopes: readonly [string, ...string[]];
  /** `{graph}/.default` */
  readonly appScope: string;
  readonly redirectUri: string;
  /** Path of the redirect URI, beginning with a slash. */
  readonly redirectPath: string;
  /** Upper case. */
  readonly method: string;
  /** Address of the Graph call. */
  readonly url: string;
  /** Address of the call as it was made: to Graph, or to an API of one’s own. */
  readonly calledUrl: string;
  /** The same call for `/users/{mailbox}` instead of `/me`. */
  readonly userUrl: string;
  /** Address or id of the mailbox. */
  readonly mailbox: string;
  readonly connectionName: string;
  readonly botAppId: string;
}

export const PLACEHOLDER = {
  clientId: 'YOUR_CLIENT_ID',
  tenant: 'YOUR_TENANT_ID',
  mailbox: 'person@contoso.com',
  redirectUri: 'http://localhost:5000/callback',
  connectionName: 'YOUR_CONNECTION_NAME',
  botAppId: 'YOUR_BOT_APP_ID',
  apiScope: 'api://YOUR_API_CLIENT_ID/access_as_user',
  permission: 'Calendars.ReadWrite',
} as const;

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const NIL_GUID = '00000000-0000-0000-0000-000000000000';
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,10}[a-z]{2,24}$/i;
/** Characters of RFC 3986, without a fragment (Entra ID takes none in a redirect URI). */
const REDIRECT_URI = /^[a-z][a-z0-9+.-]{0,40}:\/\/[A-Za-z0-9._~:/?[\]@!$&'()*+,;=%-]{1,400}$/i;
/** scope-token of RFC 6749 section 3.3 without the quote characters that no Entra scope has. */
const SCOPE = /^[A-Za-z0-9._~:/@-]{1,200}$/;
const PERMISSION = /^[A-Za-z][A-Za-z0-9-]{0,60}(?:\.[A-Za-z0-9_-]{1,60}){1,5}$/;
const GRAPH_PATH = /^\/(?:v1\.0|beta)\/[A-Za-z0-9._~/@$(),=!'-]{1,300}$/;
const OWN_PATH = /^\/[A-Za-z0-9._~/@$(),=!'-]{0,300}$/;
const MAILBOX = /^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{3,253}$/;
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,63}$/u;
const METHODS: ReadonlySet<string> = new Set(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']);
const SHARED_TENANTS: ReadonlySet<string> = new Set(['common', 'organizations', 'consumers']);
/** OpenID Connect scopes: of no resource, added by MSAL itself. */
const OPENID_SCOPES: ReadonlySet<string> = new Set(['openid', 'profile', 'email', 'offline_access']);
const GRAPH_APP_ID = '00000003-0000-0000-c000-000000000000';
const GRAPH_HOSTS: ReadonlySet<string> = new Set(
  Object.values(CLOUD_HOSTS)
    .map((hosts) => hosts.graph)
    .concat('dod-graph.microsoft.us', 'graph.microsoft.de'),
);
const GRAPH_ORIGINS: ReadonlySet<string> = new Set(Array.from(GRAPH_HOSTS, (host) => `https://${host}`));

/** An application (client) id, or `null` where the text is none, or one of a program of Microsoft. */
export function soundClientId(text: string | undefined): string | null {
  return text !== undefined && GUID.test(text) && text !== NIL_GUID && !isMicrosoftClient(text) ? text : null;
}

/** A tenant's GUID or domain, or `null`. The tenant of personal accounts is not one that an administrator has. */
export function soundTenant(text: string | undefined): string | null {
  if (text === undefined || text === NIL_GUID || text.toLowerCase() === CONSUMER_TENANT) return null;
  return GUID.test(text) || DOMAIN.test(text) ? text : null;
}

/** A redirect URI that can stand in a registration, or `null`. */
export function soundRedirectUri(text: string | undefined): string | null {
  return text !== undefined && REDIRECT_URI.test(text) && URL.canParse(text) ? text : null;
}

/** The cloud that the values speak of. A national host decides over a public one: the public ones are the defaults. */
export function cloudOf(values: Values): Cloud {
  return (
    nationalCloud(values.loginHost) ?? nationalCloud(values.host) ?? nationalCloud(hostOf(values.resource)) ?? 'public'
  );
}

function nationalCloud(host: string | undefined): Cloud | null {
  const cloud = host === undefined ? null : cloudOfHost(host);
  return cloud === 'us-government' || cloud === 'china' ? cloud : null;
}

function hostOf(address: string | undefined): string | undefined {
  // Without a scheme there is nothing to parse: ids and names are looked at often.
  return address?.includes(':') === true ? URL.parse(address)?.hostname : undefined;
}

/** Where the sign-in happens: the host of the customer tenant, or that of the cloud. */
export function loginHostOf(values: Values, cloud: Cloud = cloudOf(values)): string {
  const host = values.loginHost?.toLowerCase();
  // Customer tenants have a host of their own; every other spelling has the cloud's host as its present name.
  if (host !== undefined && DOMAIN.test(host) && /\.(?:ciamlogin|b2clogin)\.com$/.test(host)) return host;
  return CLOUD_HOSTS[cloud].login;
}

function signInTenantOf(values: Values): string | null {
  const written = values.authorityTenant?.toLowerCase();
  if (written !== undefined && SHARED_TENANTS.has(written)) return written;
  if (written === CONSUMER_TENANT) return 'consumers';
  return soundTenant(values.authorityTenant) ?? soundTenant(values.tenant);
}

interface SplitScopes {
  readonly graph: readonly string[];
  readonly other: readonly string[];
}

function splitScopes(written: readonly string[], graph: string): SplitScopes {
  const onGraph: string[] = [];
  const other: string[] = [];
  for (const scope of written.slice(0, 40)) {
    if (!SCOPE.test(scope) || OPENID_SCOPES.has(scope.toLowerCase())) continue;
    const slash = scope.lastIndexOf('/');
    // Of «https://graph.microsoft.com//.default», too, without the slash.
    const resource = scope.slice(0, Math.max(scope[slash - 1] === '/' ? slash - 1 : slash, 0));
    const permission = scope.slice(slash + 1);
    if (OPENID_SCOPES.has(permission.toLowerCase())) continue;
    const named = PERMISSION.test(permission) || permission === '.default';
    const isGraph = resource === '' || resource === GRAPH_APP_ID || isGraphAddress(resource);
    if (isGraph && named) onGraph.push(`${graph}/${permission}`);
    else if (!isGraph && resource !== '') other.push(scope);
  }
  return { graph: withoutDefault(onGraph), other: withoutDefault(other) };
}

/** Most scopes have the plain origin before them, which needs no parser. */
function isGraphAddress(resource: string): boolean {
  return GRAPH_ORIGINS.has(resource) || GRAPH_HOSTS.has(hostOf(resource) ?? '');
}

/** `.default` stands alone or not at all (AADSTS70011): named permissions are the narrower request. */
function withoutDefault(scopes: readonly string[]): readonly string[] {
  if (scopes.length < 2) return scopes;
  const unique = [...new Set(scopes)];
  const named = unique.filter((scope) => !scope.endsWith('/.default'));
  return named.length > 0 ? named : unique;
}

/**
 * The scopes that the paste asks for, sound and qualified: Graph's where there are some, else those of the other API.
 * Empty where it states none.
 */
export function statedScopes(values: Values): readonly string[] {
  const { graph, other } = splitScopes(values.scopes ?? [], `https://${CLOUD_HOSTS[cloudOf(values)].graph}`);
  return graph.length > 0 ? graph : other;
}

function nonEmpty(scopes: readonly string[], otherwise: string): readonly [string, ...string[]] {
  const [first, ...rest] = scopes;
  return first === undefined ? [otherwise] : [first, ...rest];
}

function graphPathOf(values: Values): string {
  const host = values.host?.toLowerCase();
  if (host !== undefined && !GRAPH_HOSTS.has(host)) return '/v1.0/me/events';
  const path = values.path ?? '';
  const versioned = /^\/(?:v1\.0|beta)\//.test(path) ? path : `/v1.0${path}`;
  return GRAPH_PATH.test(versioned) ? versioned : '/v1.0/me/events';
}

/**
 * The values for the patches.
 *
 * @param values What was read from the paste. Each is checked here; what is no sound value of its kind is replaced by
 *   a placeholder that can be seen to be one.
 */
export function patchValues(values: Values): PatchValues {
  const cloud = cloudOf(values);
  const loginHost = loginHostOf(values, cloud);
  const tenant = soundTenant(values.tenant) ?? soundTenant(values.authorityTenant) ?? PLACEHOLDER.tenant;
  const signInTenant = signInTenantOf(values) ?? PLACEHOLDER.tenant;
  const graph = `https://${CLOUD_HOSTS[cloud].graph}`;
  const scopes = splitScopes(values.scopes ?? [], graph);
  const redirectUri = registrable(soundRedirectUri(values.redirectUri) ?? PLACEHOLDER.redirectUri);
  const mailbox = soundMailbox(values.mailbox) ?? soundMailbox(values.user) ?? PLACEHOLDER.mailbox;
  const path = graphPathOf(values);
  const method = values.method?.toUpperCase() ?? '';
  return {
    clientId: soundClientId(values.clientId) ?? PLACEHOLDER.clientId,
    tenant,
    signInTenant,
    cloud,
    loginHost,
    authority: `https://${loginHost}/${signInTenant}`,
    tenantAuthority: `https://${loginHost}/${tenant}`,
    graph,
    scopes: nonEmpty(scopes.graph, `${graph}/${PLACEHOLDER.permission}`),
    otherScopes: nonEmpty(scopes.other, PLACEHOLDER.apiScope),
    appScope: `${graph}/.default`,
    redirectUri,
    redirectPath: pathOf(redirectUri),
    method: METHODS.has(method) ? method : 'GET',
    url: graph + path,
    calledUrl: ownApiUrl(values) ?? graph + path,
    userUrl: graph + pathForUser(path, mailbox),
    mailbox,
    connectionName: soundName(values.connectionName) ?? PLACEHOLDER.connectionName,
    botAppId: soundClientId(values.botAppId) ?? soundClientId(values.clientId) ?? PLACEHOLDER.botAppId,
  };
}

const PLACE_OF_OWN_API = 'https://YOUR_API';

/** An API of one’s own at its public name; a port is not among the values, so loopback keeps a placeholder. */
function ownApiUrl({ host, path }: Values): string | undefined {
  if (host === undefined || path === undefined || !OWN_PATH.test(path) || apiOfHost(host, path) !== 'own-api')
    return undefined;
  return `${DOMAIN.test(host) ? `https://${host}` : PLACE_OF_OWN_API}${path}`;
}

function pathForUser(path: string, mailbox: string): string {
  return path.includes('/me') ? path.replace(/^(\/(?:v1\.0|beta))\/me(?=\/|$)/, `$1/users/${mailbox}`) : path;
}

/** An http address can be registered on loopback only: elsewhere https was meant, and lost behind a proxy. */
function registrable(redirectUri: string): string {
  if (!redirectUri.startsWith('http:')) return redirectUri;
  return redirectUri.replace(/^http:(?=\/\/(?!localhost\b|127\.0\.0\.1|\[::1\]))/, 'https:');
}

/** Addresses whose path stands there as a parser would give it: no escapes, and no dots that mean another directory. */
const PLAIN_ADDRESS = /^https?:\/\/[\w.:-]+(\/[\w/~-]*)$/;

function pathOf(redirectUri: string): string {
  const plain = PLAIN_ADDRESS.exec(redirectUri)?.[1];
  if (plain !== undefined) return plain;
  // Flask reads `<…>` in a route as a variable; REDIRECT_URI lets neither through.
  const path = URL.canParse(redirectUri) ? new URL(redirectUri).pathname : '';
  return path.startsWith('/') ? path : '/callback';
}

function soundMailbox(text: string | undefined): string | null {
  return text !== undefined && (MAILBOX.test(text) || GUID.test(text)) ? text : null;
}

function soundName(text: string | undefined): string | null {
  return text !== undefined && NAME.test(text) ? text : null;
}
