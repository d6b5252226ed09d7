import { cloudOfHost } from '../facts/api.ts';
import type { Cloud, Facts } from '../facts/facts.ts';
import type { RootCause, Signal } from './root-cause.ts';

const CLOUD: Readonly<Record<Cloud, { name: string; login: string; graph: string }>> = {
  public: {
    name: 'the public cloud',
    login: 'https://login.microsoftonline.com',
    graph: 'https://graph.microsoft.com',
  },
  'us-government': {
    name: 'the US Government cloud',
    login: 'https://login.microsoftonline.us',
    graph: 'https://graph.microsoft.us',
  },
  china: {
    name: 'the cloud operated by 21Vianet (China)',
    login: 'https://login.partner.microsoftonline.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
  },
  germany: {
    name: 'the former German cloud',
    login: 'https://login.microsoftonline.de',
    graph: 'https://graph.microsoft.de',
  },
};

const PUBLIC_SIGN_IN = 'https://login.microsoftonline.com/';
const PUBLIC_GRAPH = 'https://graph.microsoft.com/';

function twoClouds(facts: Facts): Signal | undefined {
  const clouds = new Set(facts.clouds);
  // A base address in a sentence is no call, and Graph of the public cloud is named nevertheless.
  if (clouds.size === 1 && (facts.status ?? 0) >= 400 && facts.phrase(PUBLIC_GRAPH) !== undefined) clouds.add('public');
  if (clouds.size < 2) return undefined;
  const names = [...clouds].map((cloud) => CLOUD[cloud].name).join(' and ');
  const refused =
    facts.status !== null ||
    facts.call?.error != null ||
    facts.of('oauth-error').length > 0 ||
    facts.of('aadsts').length > 0 ||
    facts.of('challenge').length > 0;
  return {
    strength: refused ? 'strong' : 'fair',
    at: facts.token?.span ?? facts.call?.request?.span,
    says: `The addresses in this belong to ${names}: tokens do not cross`,
  };
}

/** AKV10022 names the audience that the vault takes, and the one that came: both are vaults, of two clouds. */
const VAULTS = [
  ['expected https://vault.azure.cn', 'expected https://vault.usgovcloudapi.net'],
  ['found: https://vault.azure.net'],
  ['found: https://vault.azure.cn', 'found: https://vault.usgovcloudapi.net'],
  ['expected https://vault.azure.net'],
] as const;

function vaultOfOtherCloud({ anyPhrase }: Facts): Signal | undefined {
  const [national, publicFound, nationalFound, publicExpected] = VAULTS.map((words) => anyPhrase(...words));
  const at = national !== undefined && publicFound !== undefined ? publicFound : undefined;
  const found = at ?? (publicExpected !== undefined ? nationalFound : undefined);
  return (
    found && {
      strength: 'decisive',
      at: found,
      says: 'The vault is of one cloud, and the token was made for the vaults of another one',
    }
  );
}

/** Power BI of the US Government has a resource of its own, also for GCC, whose people sign in by the public cloud. */
const POWER_BI = [
  ['powerbigov.us', 'analysis.usgovcloudapi.net'],
  ['analysis.windows.net', 'api.powerbi.com'],
] as const;

function powerBiOfOtherCloud(facts: Facts): Signal | undefined {
  const host = facts.phrase('powerbigov.us');
  const resource = facts.phrase('analysis.usgovcloudapi.net');
  // One of the two alone, and the other one of the public cloud.
  const at =
    host !== undefined && resource === undefined
      ? facts.phrase('analysis.windows.net')
      : host === undefined && resource !== undefined
        ? facts.phrase('api.powerbi.com')
        : undefined;
  if (at === undefined || (facts.status !== null && facts.status < 400)) return undefined;
  return {
    strength: 'strong',
    at,
    says: 'The address of Power BI and the resource that the token is asked for belong to two clouds',
  };
}

/** A tenant of a national cloud, as people and portals name it. GCC without High lives in the public cloud. */
const NATIONAL = [
  'gcc high',
  'gcc-high',
  'gcch tenant',
  'portal.azure.us',
  'entra.microsoft.us',
  'login.microsoftonline.us',
  'azure government',
  'us government cloud',
  'azureusgovernment',
  '21vianet',
  'portal.azure.cn',
  'login.partner.microsoftonline.cn',
  'login.chinacloudapi.cn',
  'azure china',
  'azurechinacloud',
] as const;
const PUBLIC = ['graph.microsoft.com'] as const;
const NATIONAL_GRAPH = ['graph.microsoft.us', 'microsoftgraph.chinacloudapi.cn'] as const;

/** A national tenant told in words, and only addresses of the public cloud beside a refusal. */
function toldCloud(facts: Facts): Signal | undefined {
  const at = facts.anyPhrase(...NATIONAL);
  if (at === undefined || facts.clouds.size > 1 || facts.of('aadsts').length > 0) return undefined;
  if (facts.status !== 401 && facts.status !== 403 && facts.status !== 400) return undefined;
  if (facts.phrase('graph.microsoft.com') === undefined || facts.anyPhrase(...NATIONAL_GRAPH) !== undefined)
    return undefined;
  return {
    strength: 'fair',
    at,
    says: 'The tenant lives in a national cloud, and the call goes to Graph of the public one: tokens do not cross',
  };
}

/** Told of the tenant, and no name of a cloud that a command was given. */
const NATIONAL_TENANT = [
  'gcc high',
  'gcc-high',
  'gcch tenant',
  'portal.azure.us',
  'entra.microsoft.us',
  'azure government',
  'us government cloud',
  '21vianet',
  'portal.azure.cn',
  'azure china',
] as const;

/** AADSTS90002 asks for it itself («signing into the correct cloud»): the public sign-in host knows no tenant of another cloud. */
function unknownHere(facts: Facts): Signal | undefined {
  const at = facts.anyPhrase(...NATIONAL_TENANT);
  const { loginHost } = facts.values;
  if (at === undefined || !facts.of('aadsts').some(({ code }) => code === 90002)) return undefined;
  if (loginHost !== undefined && cloudOfHost(loginHost) !== 'public') return undefined;
  return {
    strength: 'strong',
    at,
    says: 'The tenant is said to be one of a national cloud, and the sign-in host that does not find it is another cloud’s',
  };
}

const RESOURCE_HOST = /principal named ['"]?https?:\/\/([\w.-]{4,200})/i;

/** The cloud of the API that AADSTS500011 names. */
function cloudOfResource(message: string): Cloud | null {
  const host = RESOURCE_HOST.exec(message)?.[1];
  return host === undefined ? null : cloudOfHost(host.toLowerCase());
}

/** An API that only another cloud has, asked for at this cloud's sign-in: no tenant here will ever have it. */
function asksAnotherCloud(facts: Facts, message: string): boolean {
  const wanted = cloudOfResource(message);
  if (wanted === null) return false;
  const { loginHost } = facts.values;
  const asked = loginHost === undefined ? null : cloudOfHost(loginHost);
  if (asked !== null) return asked !== wanted;
  return wanted !== 'public' && facts.phrase(PUBLIC_SIGN_IN) !== undefined;
}

/** The national cloud that the paste points to, else the public one. */
function target(facts: Facts): Cloud {
  const named = /login\.microsoftonline\.us/.test(
    facts
      .of('aadsts')
      .map((item) => item.message)
      .join(' '),
  )
    ? 'us-government'
    : undefined;
  const host = facts.values.host === undefined ? null : cloudOfHost(facts.values.host);
  return (
    named ??
    facts
      .of('aadsts')
      .map((item) => cloudOfResource(item.message))
      .find((cloud) => cloud !== null && cloud !== 'public') ??
    (host !== null && host !== 'public' ? host : undefined) ??
    [...facts.clouds].find((cloud) => cloud !== 'public') ??
    'us-government'
  );
}

/** What the program asks for, at the other address: an app that signs in as itself names no permission. */
function scopeThere(facts: Facts): string {
  const asksForAll = facts.values.scopes?.some((scope) => scope.endsWith('/.default')) === true;
  if (facts.actor === 'app' || asksForAll) return '.default';
  return facts.need?.work[0] ?? 'Calendars.ReadWrite';
}

const PLAIN_PATH = /^\/(?:v1\.0|beta)\/[\w./@-]{1,200}$/;

/** The call of the paste, where it goes to Graph; an app that signs in as itself has no /me. */
function pathThere(facts: Facts): string {
  const { path } = facts.values;
  if (facts.api === 'graph' && path !== undefined && PLAIN_PATH.test(path)) return path;
  return scopeThere(facts) === '.default' ? '/v1.0/users/person@contoso.com' : '/v1.0/me';
}

export const wrongCloud: RootCause = {
  id: 'wrong-cloud',
  title: 'Token, authority and API belong to different national clouds',
  owner: 'app-developer',
  explanation:
    'Microsoft runs separate clouds: the public one, US Government, and China (21Vianet). Each has its own sign-in host, its own Graph and its own registrations, and a token of one means nothing in another. All three, the authority, the API’s address and the scope, must be of the cloud in which the tenant lives.',
  symptoms: [
    'AADSTS900439, AADSTS900382, InvalidCloudInstance',
    'A token from login.microsoftonline.com at graph.microsoft.us',
    '«Invalid audience» beside a .us or .cn host',
  ],
  explains: ['wrong-audience', 'tenant-not-found', 'app-not-found', 'resource-not-found'],
  rules: [
    {
      kind: 'phrase',
      phrases: [
        'invalidcloudinstance',
        'invalid cloud instance',
        'wrong cloud instance',
        'signing into the wrong cloud',
        'requests are not supported on the public endpoint',
        'cloud instance mismatch',
        // MSAL.NET: the authority of the request against that of the application.
        'and the request for a different cloud',
      ],
      strength: 'decisive',
      says: 'The service says that the token or app is of another cloud',
    },
    { kind: 'facts', phrases: [PUBLIC_GRAPH], test: twoClouds },
    {
      kind: 'facts',
      phrases: [...NATIONAL, ...PUBLIC, ...NATIONAL_GRAPH],
      onlyWith: { phrases: NATIONAL },
      test: toldCloud,
    },
    { kind: 'facts', phrases: NATIONAL_TENANT, onlyWith: 'its phrases', test: unknownHere },
    {
      kind: 'facts',
      phrases: VAULTS.flat(),
      onlyWith: { phrases: [...VAULTS[0], ...VAULTS[2]] },
      test: vaultOfOtherCloud,
    },
    { kind: 'facts', phrases: POWER_BI.flat(), onlyWith: { phrases: POWER_BI[0] }, test: powerBiOfOtherCloud },
    {
      kind: 'facts',
      phrases: ['invalid audience'],
      onlyWith: 'its phrases',
      test: (facts) => {
        const at = facts.phrase('invalid audience');
        const host = facts.values.host === undefined ? null : cloudOfHost(facts.values.host);
        if (at === undefined || host === null || host === 'public') return undefined;
        return {
          strength: facts.clouds.size > 1 ? 'decisive' : 'strong',
          at,
          says: `The call goes to ${facts.values.host}, and the audience is wrong: look at the cloud of the token first`,
        };
      },
    },
    {
      kind: 'code',
      codes: [900382, 900383, 900439, 1002021],
      strength: 'decisive',
      says: (_, code) => `AADSTS${code.code}: the request went to the sign-in host of another cloud`,
    },
    { kind: 'facts', phrases: [PUBLIC_SIGN_IN], test: () => undefined },
    {
      kind: 'code',
      codes: [500011],
      strength: 'decisive',
      when: (facts, code) => asksAnotherCloud(facts, code.message),
      says: 'The API belongs to another cloud than the sign-in host, and so does its token',
    },
    {
      kind: 'code',
      codes: [500011, 650057, 700016, 90002, 700023, 50049],
      strength: 'strong',
      when: (facts, code) =>
        /microsoft\.us|\.us\/|chinacloudapi\.cn|microsoftonline\.cn|usgovcloud|graph\.microsoft\.de/.test(
          code.message,
        ) ||
        (facts.clouds.size > 1 && facts.clouds.has('public')),
      says: 'The name in the message belongs to another cloud than the sign-in host',
    },
  ],
  headline: (facts) =>
    facts.clouds.size > 1
      ? `The addresses belong to two clouds (${[...facts.clouds].map((cloud) => CLOUD[cloud].name).join(', ')}): a token of one is refused in the other.`
      : `The request went to the sign-in host of another cloud than the tenant’s: use ${CLOUD[target(facts)].login}.`,
  steps: (facts) => {
    const cloud = CLOUD[target(facts)];
    return [
      {
        text: `Set the authority to the sign-in host of ${cloud.name}:`,
        value: `${cloud.login}/${facts.values.tenant ?? 'YOUR_TENANT_ID'}`,
      },
      { text: 'Ask for the scope of that cloud’s Graph:', value: `${cloud.graph}/${scopeThere(facts)}` },
      { text: 'Call it there, too:', value: `${cloud.graph}${pathThere(facts)}` },
      { text: 'Register the app in that cloud’s own portal: a registration does not exist in the others.' },
    ];
  },
  patches: ['national-cloud'],
  inCloud: target,
  check: (facts) => ({
    text: 'aud of the new token is the Graph of the same cloud, and this answers 200:',
    command: `curl -i '${CLOUD[target(facts)].graph}${pathThere(facts)}' -H "Authorization: Bearer $TOKEN"`,
  }),
  sources: [
    { title: 'National clouds: endpoints', url: 'https://learn.microsoft.com/graph/deployments' },
    {
      title: 'National clouds and authentication',
      url: 'https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste:
        'With authority https://login.chinacloudapi.cn/contoso.partner.onmschina.cn and scope https://graph.microsoft.com/.default: AADSTS500011',
      verdict: 'likely',
    },
    {
      paste: `{"error":{"code":"Unauthorized","message":"AKV10022: Invalid audience. Expected https://vault.usgovcloudapi.net, found: https://vault.azure.net."}}`,
      verdict: 'certain',
    },
    {
      paste: `scope=https://analysis.windows.net/powerbi/api/.default
GET https://api.powerbigov.us/v1.0/myorg/reports -> 403`,
    },
    {
      paste:
        "Connect-MgGraph -TenantId 7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22\nAADSTS90002: Tenant '7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.\nThe id is copied from portal.azure.us",
      verdict: 'likely',
    },
    {
      paste:
        'authority=https://login.microsoftonline.com/7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22\nAADSTS500011: The resource principal named https://microsoftgraph.chinacloudapi.cn was not found in the tenant named 7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22.',
      verdict: 'certain',
    },
    {
      paste:
        'POST https://login.microsoftonline.com/contoso.onmicrosoft.us/oauth2/v2.0/token\nclient_id=4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31&grant_type=client_credentials\nHTTP/1.1 400 Bad Request',
    },
    {
      paste:
        'Get-MsalToken : The application is configured for cloud login.microsoftonline.com and the request for a different cloud - login.microsoftonline.us. This is not supported - the app and the request must target the same cloud.',
      verdict: 'certain',
    },
    { paste: 'Tenant is in GCC High, calls to https://graph.microsoft.com/v1.0/users return 401' },
    {
      paste:
        'AADSTS900439: USGClientNotSupportedOnPublicEndpoint - Confidential Client requests are not supported on the public endpoint (login.microsoftonline.com) for tenants in the Azure Government cloud.',
      verdict: 'certain',
    },
    {
      paste:
        'GET https://graph.microsoft.us/v1.0/me -> 401\n{"error":{"code":"InvalidAuthenticationToken","message":"Access token validation failure. Invalid audience."}}\n{"aud":"https://graph.microsoft.com","scp":"User.Read"}',
    },
    { paste: '{"error":{"code":"InvalidAuthenticationToken","message":"InvalidCloudInstance"}}', verdict: 'certain' },
  ],
  nearMisses: [
    {
      paste: `{"error":{"code":"Unauthorized","message":"AKV10022: Invalid audience. Expected https://vault.azure.net, found: https://graph.microsoft.com."}}`,
      cause: 'wrong-audience',
    },
    {
      paste:
        'authority=https://login.microsoftonline.com/7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22\nAADSTS500011: The resource principal named https://rota.contoso.us was not found in the tenant named Contoso.',
      cause: 'resource-not-found',
    },
    {
      paste:
        'POST https://login.microsoftonline.com/contoso.cn/oauth2/v2.0/token\nclient_id=4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31&grant_type=client_credentials\nHTTP/1.1 400 Bad Request',
      cause: 'not-enough-evidence',
    },
    {
      paste: 'Tenant is in GCC High, calls to https://graph.microsoft.us/v1.0/users return 401',
      cause: 'not-enough-evidence',
    },
    {
      paste:
        'GET https://graph.microsoft.com/v1.0/me -> 401\n{"error":{"code":"InvalidAuthenticationToken","message":"Access token validation failure. Invalid audience."}}',
      cause: 'wrong-audience',
    },
  ],
};
