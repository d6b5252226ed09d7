/** Hosts of the APIs themselves, and which of their paths are calls (and not audiences, scopes or metadata). */
const CALLS: readonly (readonly [host: RegExp, path: RegExp])[] = [
  [
    /^(?:(?:dod-)?graph\.microsoft\.(?:com|us|de)|microsoftgraph\.chinacloudapi\.cn|canary\.graph\.microsoft\.com)$/,
    /^\/(?:v1\.0|beta|v2\.0)\/(?!\$metadata)[^\s/]|^\/(?:me|users|groups|sites)(?:\/|$)/i,
  ],
  [
    /^(?:outlook\.office(?:365)?\.com|outlook\.office365\.us|partner\.outlook\.cn)$/,
    /^\/(?:api\/(?:g?v\d|beta)|ews\/|autodiscover|powershell|adminapi|owa\/)/i,
  ],
  [/^graph\.windows\.net$/, /^\/[^/]+\/[^/]/],
  [
    /^management\.(?:azure\.com|usgovcloudapi\.net|chinacloudapi\.cn)$/,
    /^\/(?:subscriptions|providers|tenants)(?:\/|$)/i,
  ],
  [/\.sharepoint(?:-mil)?\.(?:com|us|cn)$/, /\/_(?:api|vti_bin)\//i],
  [
    /^(?:smba\.trafficmanager\.net|(?:api|token|webchat|directline|state)\.botframework\.(?:com|azure\.us)|token\.botframework\.azure\.us)$/,
    /^\/(?:[^/]+\/)?(?:v3|api|apis)\//i,
  ],
];

const DOCUMENTATION =
  /^(?:(?:learn|docs|developer|devblogs|techcommunity|portal|admin|entra|support|go|answers)\.microsoft\.com|aka\.ms|(?:portal|docs)\.azure\.com|(?:www\.)?github\.com|stackoverflow\.com|jwt\.(?:ms|io)|.*\.js\.org|schemas\.(?:microsoft|xmlsoap)\.(?:com|org)|www\.w3\.org|docs\..*|.*\.stackexchange\.com|openid\.net|tools\.ietf\.org|datatracker\.ietf\.org)$/;

/** Whether host and path are a call to a Microsoft API that stands for itself, with no word around it saying so. */
export function isApiCall(host: string, path: string): boolean {
  return CALLS.some(([hosts, paths]) => hosts.test(host) && paths.test(path));
}

/** Whether the host is one of Microsoft's APIs. */
export function isApiHost(host: string): boolean {
  return CALLS.some(([hosts]) => hosts.test(host));
}

/** Whether the host only serves pages for people. */
export function isDocumentationHost(host: string): boolean {
  return DOCUMENTATION.test(host);
}
