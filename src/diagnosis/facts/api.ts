import type { ChallengeEvidence, Evidence, RequestEvidence, SettingName } from '../evidence/evidence.ts';
import { withoutTrailing } from '../text/without-trailing.ts';
import type { Api, Call, Cloud } from './facts.ts';
import { FIRST_PARTY_ID, MICROSOFT_APIS, microsoftApiOfHost } from './microsoft-apis.ts';

/** Whose API a host is; `own-api` for any other host, `null` for a bare path that is not Graph's. */
export function apiOfRequest(request: RequestEvidence): Api | null {
  if (request.host === null) {
    // Resource Manager only reads this list; Graph makes a subscription so.
    if (request.method === 'POST' && request.path === '/subscriptions') return 'graph';
    return /^\/?(?:v1\.0|beta)\/|^\/(?:me|users|groups|sites|teams|chats)(?:\/|$|\()/i.test(request.path)
      ? 'graph'
      : null;
  }
  return apiOfHost(request.host, request.path);
}

/** The API at a host; `own-api` for one that is none of Microsoft’s. */
export function apiOfHost(host: string, path = ''): Api {
  if (/^(?:graph|dod-graph)\.microsoft\.(?:com|us|de)$|^microsoftgraph\.chinacloudapi\.cn$/.test(host)) return 'graph';
  if (/^graph\.(?:windows\.net|cloudapi\.de|microsoftazure\.us)$|^graph\.chinacloudapi\.cn$/.test(host))
    return 'azure-ad-graph';
  if (/^(?:imap|smtp|pop)[.-]|^smtp\.office365\.com$|imap-mail|pop-mail|smtp-mail/.test(host))
    return 'exchange-imap-smtp';
  if (/(?:^|\.)outlook\.(?:office|office365|com)|^outlook\.|\.outlook\.com$|partner\.outlook\.cn$/.test(host)) {
    if (/\/ews\//i.test(path) || /exchange\.asmx/i.test(path)) return 'exchange-ews';
    if (/\/api\//i.test(path)) return 'outlook-rest';
    return 'exchange-ews';
  }
  if (/\.sharepoint(?:-df|-mil)?\.(?:com|us|cn|de)$/.test(host)) return 'sharepoint';
  if (/^management\.(?:azure\.com|usgovcloudapi\.net|chinacloudapi\.cn|core\.windows\.net)$/.test(host))
    return 'azure-management';
  if (/^token\.botframework\.|^europe\.token\.botframework\./.test(host)) return 'bot-token-service';
  if (/^smba\.|\.botframework\.(?:com|us|azure\.us)$/.test(host)) return 'bot-connector';
  if (/^manage(?:-gcc)?\.office\.com$|^manage\.office365\.us$/.test(host)) return 'office-management';
  if (/\.(?:blob|queue|table|file|dfs)\.core\.windows\.net$|^storage\.azure\.com$/.test(host)) return 'azure-storage';
  if (/^(?:[a-z]{2,10}\.)?dev\.azure\.com$|\.visualstudio\.com$/.test(host)) return 'azure-devops';
  return microsoftApiOfHost(host)?.api ?? 'own-api';
}

const RESOURCE_APP_IDS: ReadonlyMap<string, Api> = new Map<string, Api>([
  ['00000003-0000-0000-c000-000000000000', 'graph'],
  ['00000002-0000-0ff1-ce00-000000000000', 'exchange-ews'],
  ['00000003-0000-0ff1-ce00-000000000000', 'sharepoint'],
  ['00000002-0000-0000-c000-000000000000', 'azure-ad-graph'],
  ['797f4846-ba00-4fd7-ba43-dac1f8f63013', 'azure-management'],
  ['c5393580-f805-4401-95e8-94b7a6ef2fc2', 'office-management'],
  ['e406a681-f3d4-42a8-90b6-c2b029497af1', 'azure-storage'],
  ['499b84ac-1321-427f-aa17-267ca6975798', 'azure-devops'],
  ...MICROSOFT_APIS.flatMap(({ api, ids }) => ids.map((id): [string, Api] => [id, api])),
]);

/** The API by an app id or identifier, as it stands in `aud`, a challenge's `client_id` or a scope. */
export function apiOfResource(resource: string): Api | null {
  const plain = withoutTrailing(resource.toLowerCase(), '/');
  const byId = RESOURCE_APP_IDS.get(plain);
  if (byId !== undefined) return byId;
  const host = /^https?:\/\/([^/:\s]+)/.exec(plain)?.[1];
  if (host === undefined)
    return /^(?:api:\/\/|[0-9a-f]{8}-)/.test(plain) && !FIRST_PARTY_ID.test(plain) ? 'own-api' : null;
  return apiOfHost(host, plain);
}

/** The API of the failing call: by its address, else by the challenge, else by Exchange's own diagnostics header. */
export function calledApi(call: Call | null, evidence: readonly Evidence[]): Api | null {
  if (call?.request) {
    const byAddress = apiOfRequest(call.request);
    if (byAddress !== null) return byAddress;
  }
  const challenges = evidence.filter((item): item is ChallengeEvidence => item.kind === 'challenge');
  for (const challenge of challenges) {
    const client = challenge.parameters.client_id;
    const named = client === undefined ? undefined : RESOURCE_APP_IDS.get(client.toLowerCase());
    if (named !== undefined) return named;
  }
  if (evidence.some((item) => item.kind === 'diagnostics')) return 'exchange-ews';
  for (const item of evidence) {
    if (item.kind === 'exception' && item.library === 'graph-sdk') return 'graph';
    if (item.kind === 'request') {
      const api = apiOfRequest(item);
      if (api !== null && api !== 'own-api') return api;
    }
  }
  return null;
}

/** Hosts by how they end, and their form: most hosts are of no cloud, and one look at the end tells so. */
const CLOUD_HOSTS: readonly (readonly [ends: readonly string[], RegExp, Cloud])[] = [
  [
    ['.us', '.net'],
    /(?:microsoftonline|microsoft|office365|sharepoint|onmicrosoft|usgovcloudapi|outlook|azure)\.us$|usgovcloudapi\.net$/,
    'us-government',
  ],
  [['.cn'], /\.cn$/, 'china'],
  [['.de'], /microsoftonline\.de$|graph\.microsoft\.de$|cloudapi\.de$|outlook\.de$/, 'germany'],
  [
    ['.com', '.net'],
    /login\.microsoftonline\.com$|login\.windows\.net$|^graph\.microsoft\.com$|outlook\.office(?:365)?\.com$|^management\.azure\.com$/,
    'public',
  ],
];

/** The national cloud that a host belongs to, or `null` for hosts of no cloud. `sts.windows.net` stands in tokens of several. */
export function cloudOfHost(host: string): Cloud | null {
  for (const [ends, pattern, cloud] of CLOUD_HOSTS)
    if (ends.some((end) => host.endsWith(end)) && pattern.test(host)) return cloud;
  return null;
}

/** The first domain of a tenant of a national cloud. A domain of its own tells nothing: one in .cn may be of any cloud. */
const FIRST_DOMAIN = /\.(?:onmicrosoft\.(?:us|de)|partner\.onmschina\.cn)$/i;

function cloudOfTenant(tenant: string | null | undefined): Cloud | null {
  if (!tenant || !FIRST_DOMAIN.test(tenant)) return null;
  const end = tenant.slice(-3).toLowerCase();
  return end === '.us' ? 'us-government' : end === '.cn' ? 'china' : 'germany';
}

const WITH_ADDRESS: ReadonlySet<SettingName> = new Set(['authority', 'scopes', 'audience', 'resource', 'instance']);

/** Clouds named by the addresses called, sign-in hosts, audiences, authorities and tenants of the paste. */
export function cloudsOf(evidence: readonly Evidence[]): Set<Cloud> {
  const clouds = new Set<Cloud>();
  const see = (text: string | null | undefined) => {
    if (!text) return;
    const host = /^(?:https?:\/\/)?([a-z0-9.-]+\.[a-z]{2,})/i.exec(text)?.[1]?.toLowerCase();
    const cloud = host === undefined ? null : cloudOfHost(host);
    if (cloud !== null) clouds.add(cloud);
  };
  const seeTenant = (tenant: string | null | undefined) => {
    const cloud = cloudOfTenant(tenant);
    if (cloud !== null) clouds.add(cloud);
  };
  for (const item of evidence) {
    if (item.kind === 'request' || item.kind === 'oauth-request') see(item.host);
    if (item.kind === 'oauth-request') seeTenant(item.tenant);
    if (item.kind === 'setting' && item.name === 'tenant') item.values.forEach(seeTenant);
    if (item.kind === 'setting' && item.name === 'authority')
      for (const address of item.values) seeTenant(address.split('/')[3]);
    if (item.kind === 'token') {
      see(item.claims.aud);
      see(item.claims.iss);
    }
    if (item.kind === 'challenge') see(item.parameters.authorization_uri ?? item.parameters.authorization);
    if (item.kind === 'setting' && WITH_ADDRESS.has(item.name)) item.values.forEach(see);
  }
  return clouds;
}
