const GRAPH = /^\/(?:v1\.0|beta|v2\.0)\/(?!\$metadata)[^\s/]|^\/(?:me|users|groups|sites)(?:\/|$)/i;
const EXCHANGE = /^\/(?:api\/(?:g?v\d|beta)|ews\/|autodiscover|powershell|adminapi|owa\/)/i;
const AZURE_AD_GRAPH = /^\/[^/]+\/[^/]/;
const RESOURCE_MANAGER = /^\/(?:subscriptions|providers|tenants)(?:\/|$)/i;
const SHAREPOINT = /\/_(?:api|vti_bin)\//i;
const BOT_FRAMEWORK = /^\/(?:[^/]+\/)?(?:v3|api|apis)\//i;

/** Hosts of the APIs themselves, and which of their paths are calls (and not audiences, scopes or metadata). */
const CALLS: ReadonlyMap<string, RegExp> = new Map([
  ['graph.microsoft.com', GRAPH],
  ['graph.microsoft.us', GRAPH],
  ['graph.microsoft.de', GRAPH],
  ['dod-graph.microsoft.com', GRAPH],
  ['dod-graph.microsoft.us', GRAPH],
  ['dod-graph.microsoft.de', GRAPH],
  ['microsoftgraph.chinacloudapi.cn', GRAPH],
  ['canary.graph.microsoft.com', GRAPH],
  ['outlook.office.com', EXCHANGE],
  ['outlook.office365.com', EXCHANGE],
  ['outlook.office365.us', EXCHANGE],
  ['partner.outlook.cn', EXCHANGE],
  ['graph.windows.net', AZURE_AD_GRAPH],
  ['management.azure.com', RESOURCE_MANAGER],
  ['management.usgovcloudapi.net', RESOURCE_MANAGER],
  ['management.chinacloudapi.cn', RESOURCE_MANAGER],
  ['smba.trafficmanager.net', BOT_FRAMEWORK],
  ...['api', 'token', 'webchat', 'directline', 'state'].flatMap((name): [string, RegExp][] => [
    [`${name}.botframework.com`, BOT_FRAMEWORK],
    [`${name}.botframework.azure.us`, BOT_FRAMEWORK],
  ]),
]);
const SHAREPOINT_HOST = /\.sharepoint(?:-mil)?\.(?:com|us|cn)$/;

const DOCUMENTATION: ReadonlySet<string> = new Set([
  'learn.microsoft.com',
  'developer.microsoft.com',
  'devblogs.microsoft.com',
  'techcommunity.microsoft.com',
  'portal.microsoft.com',
  'admin.microsoft.com',
  'entra.microsoft.com',
  'support.microsoft.com',
  'go.microsoft.com',
  'answers.microsoft.com',
  'aka.ms',
  'portal.azure.com',
  'github.com',
  'www.github.com',
  'stackoverflow.com',
  'jwt.ms',
  'jwt.io',
  'schemas.microsoft.com',
  'schemas.microsoft.org',
  'schemas.xmlsoap.com',
  'schemas.xmlsoap.org',
  'www.w3.org',
  'openid.net',
  'tools.ietf.org',
  'datatracker.ietf.org',
]);

/** Whether host and path are a call to a Microsoft API that stands for itself, with no word around it saying so. */
export function isApiCall(host: string, path: string): boolean {
  return callsOf(host)?.test(path) ?? false;
}

/** Whether the host is one of Microsoft's APIs. */
export function isApiHost(host: string): boolean {
  return callsOf(host) !== undefined;
}

/** Whether the host only serves pages for people. */
export function isDocumentationHost(host: string): boolean {
  return (
    DOCUMENTATION.has(host) ||
    host.startsWith('docs.') ||
    host.endsWith('.js.org') ||
    host.endsWith('.stackexchange.com')
  );
}

function callsOf(host: string): RegExp | undefined {
  return CALLS.get(host) ?? (host.includes('.sharepoint') && SHAREPOINT_HOST.test(host) ? SHAREPOINT : undefined);
}
