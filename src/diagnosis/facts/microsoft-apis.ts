import type { Api } from './facts.ts';

/** One of Microsoft's APIs beside Graph, Exchange and SharePoint: where it answers, and what a token for it is made for. */
export interface MicrosoftApi {
  readonly api: Api;
  /** Hosts that are called, and hosts that stand in `aud`. */
  readonly hosts: RegExp;
  /** Its app ids, lower case: `aud` of version 2 tokens. */
  readonly ids: readonly string[];
  /** What to ask for in the public cloud. */
  readonly scope: string;
}

/**
 * A token for an API of Azure names the service and not the one vault, server or namespace that is called, so that host and
 * `aud` differ where all is well: https://vault.azure.net for kv-one.vault.azure.net, https://analysis.windows.net/powerbi/api
 * for api.powerbi.com.
 *
 * Sources: learn.microsoft.com/entra/identity/managed-identities-azure-resources/services-id-authentication-support,
 * learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in, and the pages on
 * authentication of each service.
 */
export const MICROSOFT_APIS: readonly MicrosoftApi[] = [
  {
    api: 'key-vault',
    hosts: /(?:^|\.)(?:vault|managedhsm)\.(?:azure\.(?:net|cn)|usgovcloudapi\.net)$/,
    ids: ['cfa8b339-82a2-471a-a3c9-0fc0be7a4093'],
    scope: 'https://vault.azure.net/.default',
  },
  {
    api: 'power-bi',
    hosts:
      /^(?:api|app)\.powerbi\.com$|(?:^|\.)analysis\.(?:windows\.net|usgovcloudapi\.net|chinacloudapi\.cn)$|(?:^|\.)fabric\.microsoft\.com$|^api\.(?:high\.|mil\.)?powerbigov\.us$/,
    ids: ['00000009-0000-0000-c000-000000000000'],
    scope: 'https://analysis.windows.net/powerbi/api/.default',
  },
  {
    api: 'power-platform',
    hosts:
      /(?:^|\.)(?:flow\.microsoft|powerapps|dynamics|powerplatform|bap\.microsoft)\.com$|\.dynamics\.cn$|\.(?:microsoftdynamics|appsplatform)\.us$/,
    ids: [
      '00000007-0000-0000-c000-000000000000',
      '00000015-0000-0000-c000-000000000000',
      '475226c6-020e-4fb2-8a90-7a972cbfc1d4',
      '7df0a125-d3be-4c96-aa54-591f83ff541c',
      '8578e004-a5c6-46e7-913e-12f58912df43',
      '996def3d-b36c-4153-8607-a6fd3c01b89f',
    ],
    scope: 'https://service.powerapps.com/.default',
  },
  {
    api: 'azure-ai',
    hosts: /(?:^|\.)(?:openai|cognitiveservices|services\.ai|ai)\.azure\.(?:com|us|cn)$/,
    ids: ['7d312290-28c8-473c-a0ed-8e53749b6d6d', '18a66f5f-dbdf-4c17-9dd7-1634712a9cbe'],
    scope: 'https://cognitiveservices.azure.com/.default',
  },
  {
    api: 'azure-database',
    hosts: /(?:^|\.)database\.(?:windows\.net|usgovcloudapi\.net|chinacloudapi\.cn|azure\.com)$/,
    ids: ['022907d3-0f1b-48f7-badc-1ba6abab6d66', '123cd850-d9df-40bd-94d5-c9f07b7fa203'],
    scope: 'https://database.windows.net/.default',
  },
  {
    api: 'cosmos-db',
    hosts: /\.documents\.azure\.(?:com|us|cn)$|^cosmos\.azure\.com$/,
    ids: ['a232010e-820c-4083-83bb-3ace5fc29d0b'],
    scope: 'https://cosmos.azure.com/.default',
  },
  {
    api: 'azure-messaging',
    hosts: /(?:^|\.)(?:servicebus|eventhubs)\.(?:windows|azure|usgovcloudapi)\.net$|\.servicebus\.chinacloudapi\.cn$/,
    ids: ['80a10ef9-8168-493d-abf9-3297c4ef6e3c', '80369ed6-5f11-4dd9-bef3-692475845e77'],
    scope: 'https://servicebus.azure.net/.default',
  },
  {
    api: 'azure-logs',
    hosts: /^api\.(?:loganalytics|applicationinsights|monitor)\.(?:io|azure\.(?:com|us|cn))$/,
    ids: ['ca7f3f0b-7d91-482c-8e09-c5d840d0eac5', 'f5c26e74-f226-4ae8-85f0-b4af0080ac9e'],
    scope: 'https://api.loganalytics.io/.default',
  },
  {
    api: 'databricks',
    hosts: /(?:^|\.)azuredatabricks\.(?:net|cn)$|\.databricks\.azure\.(?:us|cn)$/,
    ids: ['2ff814a6-3304-4ab8-85cb-cd0e6f879c1d'],
    scope: '2ff814a6-3304-4ab8-85cb-cd0e6f879c1d/.default',
  },
  {
    api: 'defender',
    hosts: /^api(?:-[a-z]{2,8})?\.security(?:center)?\.microsoft\.(?:com|us)$|^securitycenter\.onmicrosoft\.com$/,
    ids: ['fc780465-2017-40d4-a0c5-307022471b92', '8ee8fdad-f234-4243-8f3b-15c294843740'],
    scope: 'https://api.securitycenter.microsoft.com/.default',
  },
  {
    api: 'viva-engage',
    hosts: /^(?:www|api)\.yammer\.com$/,
    ids: ['00000005-0000-0ff1-ce00-000000000000'],
    scope: 'https://api.yammer.com/.default',
  },
];

/** Hosts of these end so; a look at the end spares the others every pattern. */
const ENDS: readonly string[] = ['.net', '.com', '.us', '.cn', '.io'];

/** The API at a host, or by the host in `aud`. */
export function microsoftApiOfHost(host: string): MicrosoftApi | undefined {
  return ENDS.some((end) => host.endsWith(end)) ? MICROSOFT_APIS.find(({ hosts }) => hosts.test(host)) : undefined;
}

/** App ids of Microsoft's first APIs have this form; one that no table has is not somebody's own API. */
export const FIRST_PARTY_ID = /^000000[01][0-9a-f]-0000-0(?:000-c000|ff1-ce00)-0{12}$/;
