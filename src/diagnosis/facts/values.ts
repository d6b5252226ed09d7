import type {
  AadstsEvidence,
  ApiErrorEvidence,
  Evidence,
  ExceptionEvidence,
  OAuthErrorEvidence,
} from '../evidence/evidence.ts';
import { isMicrosoftResource } from '../evidence/microsoft-resource.ts';
import { withoutTrailing } from '../text/without-trailing.ts';
import type { Call, Values } from './facts.ts';

export const GUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const GUID_ONLY = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Programs of Microsoft that people sign in with, by client id. */
const MICROSOFT_CLIENTS: ReadonlyMap<string, string> = new Map([
  ['04b07795-8ddb-461a-bbee-02f9e1bf7b46', 'Microsoft Azure CLI'],
  ['1950a258-227b-4e31-a9cf-717495945fc2', 'Microsoft Azure PowerShell'],
  ['14d82eec-204b-4c2f-b7e8-296a70dab67e', 'Microsoft Graph Command Line Tools'],
  ['de8bc8b5-d9f9-48b1-a8ad-b748da725064', 'Graph Explorer'],
  ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', 'Microsoft Teams'],
  ['5e3ce6c0-2b1f-4285-8d4b-75ee78787346', 'Microsoft Teams on the web'],
  ['d3590ed6-52b3-4102-aeff-aad2292ab01c', 'Microsoft Office'],
  ['872cd9fa-d31f-45e0-9eab-6e460a02d1f1', 'Visual Studio'],
  ['08e18876-6177-487e-b8b5-cf950c1e598c', 'SharePoint Online Web Client Extensibility'],
  ['aebc6443-996d-45c2-90f0-388ff96faa56', 'Visual Studio Code'],
]);
/** Whether the id is one of a program of Microsoft, which has no registration, no secret and no code of the paster's. */
export function isMicrosoftClient(id: string | undefined): boolean {
  return id !== undefined && MICROSOFT_CLIENTS.has(id.toLowerCase());
}

/** A tenant of Microsoft's own («Microsoft Services»): its own apps live there, nobody's account does. */
const MICROSOFT_SERVICES = 'f8cdef31-a31e-4b4a-93e4-5f571e91255a';
/** The consumer tenant, in which every personal account lives. */
export const CONSUMER_TENANT = '9188040d-6c67-4c5b-b112-36a304b66dad';
const WELL_KNOWN_TENANTS: ReadonlySet<string> = new Set(['common', 'organizations', 'consumers']);

/** Collects the paster's own values from all evidence; the first good source of each wins. */
export function valuesOf(
  evidence: readonly Evidence[],
  call: Call | null,
  token: Evidence | null,
  correlationId?: string,
): Values {
  const found: Found = {};
  const set = <K extends keyof Values>(key: K, value: Values[K] | undefined | null) => {
    if (value !== undefined && value !== null && found[key] === undefined) found[key] = value;
  };
  const clientId = (value: string | undefined) => {
    if (value === undefined || found.clientId !== undefined) return;
    if (GUID_ONLY.test(value) && !isMicrosoftResource(value)) found.clientId = value.toLowerCase();
  };
  const tenant = (value: string | null | undefined) => {
    if (!value || (found.tenant !== undefined && found.authorityTenant !== undefined)) return;
    const plain = value.toLowerCase();
    if (plain === MICROSOFT_SERVICES) return;
    if (WELL_KNOWN_TENANTS.has(plain)) set('authorityTenant', plain);
    else if (GUID_ONLY.test(plain) || /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(plain)) {
      set('tenant', plain);
      set('authorityTenant', plain);
    } else set('authorityTenant', value);
  };

  // What Entra ID received is what it refused, whatever the code beside it says: behind a proxy the two differ.
  for (const item of evidence)
    if (item.kind === 'aadsts' && NAMES_REDIRECT.has(item.code))
      set(
        'redirectUri',
        (item.code === 500112 ? askedRedirect(item.message) : undefined) ?? refusedRedirect(item.message),
      );
  const whole = evidence.find(
    (item) => item.kind === 'setting' && item.name === 'redirect-uri' && isWhole(item.values[0]),
  );
  for (const item of evidence) {
    switch (item.kind) {
      case 'oauth-request':
        clientId(item.parameters.client_id);
        tenant(item.tenant);
        set('loginHost', item.host);
        set('redirectUri', withoutAnswer(item.parameters.redirect_uri));
        if (item.parameters.scope) set('scopes', item.parameters.scope.split(/[\s+]+/).filter(Boolean));
        set('resource', item.parameters.resource);
        set('user', item.parameters.login_hint ?? item.parameters.username);
        break;
      case 'setting':
        settingValues(item, set, clientId, tenant);
        break;
      case 'challenge': {
        const authority = item.parameters.authorization_uri ?? item.parameters.authorization;
        const inAuthority = authority === undefined ? undefined : GUID.exec(authority)?.[0];
        if (inAuthority !== undefined) tenant(inAuthority);
        else if (item.parameters.realm !== undefined && GUID_ONLY.test(item.parameters.realm))
          tenant(item.parameters.realm);
        break;
      }
      case 'aadsts':
      case 'oauth-error':
      case 'api-error':
      case 'exception':
        messageValues(item, found, set, clientId, tenant);
        break;
      default:
        break;
    }
  }
  // A path alone (REDIRECT_PATH) is a part of what is sent.
  if (whole?.kind === 'setting' && !isWhole(found.redirectUri)) found.redirectUri = whole.values[0]!;
  if (token?.kind === 'token') {
    clientId(token.claims.appid);
    set('appName', token.claims.appDisplayName);
    const home = token.claims.tid ?? tenantOfIssuer(token.claims.iss);
    if (home !== CONSUMER_TENANT) tenant(home);
    set('user', token.claims.upn);
    set('scopes', token.claims.scp);
    set('resource', token.claims.aud);
  }
  const request = call?.request;
  if (request) {
    set('host', request.host);
    set('method', request.method);
    set('path', request.path);
    const mailbox = /\/users(?:\/|\(')([^/')]{2,200})/i.exec(request.path)?.[1];
    if (mailbox !== undefined && !/^[{<$:]/.test(mailbox)) set('mailbox', mailbox);
  }
  for (const item of evidence) if (item.kind === 'setting') toldValue(item, set, clientId);
  if (found.tenant === undefined) tenant(tenantOfProgram(evidence));
  set('requestId', call?.error?.requestId);
  if (found.clientId !== undefined) set('appName', MICROSOFT_CLIENTS.get(found.clientId));
  set('correlationId', correlationId);
  return found;
}

/** `https://sts.windows.net/{tenant}/`, `https://login.microsoftonline.com/{tenant}/v2.0`. */
function tenantOfIssuer(issuer: string | undefined): string | undefined {
  if (issuer === undefined || !/^https:\/\/(?:sts\.windows\.net|login\.)/i.test(issuer)) return undefined;
  return GUID.exec(issuer)?.[0].toLowerCase();
}

/** Of the one issuer that a program is set to take; of two tenants neither is taken. */
function tenantOfProgram(evidence: readonly Evidence[]): string | undefined {
  const tenants = new Set<string>();
  for (const item of evidence) {
    const tenant = item.kind === 'setting' && item.name === 'issuer' ? tenantOfIssuer(item.values[0]) : undefined;
    if (tenant !== undefined) tenants.add(tenant);
  }
  const [tenant] = tenants;
  return tenants.size === 1 && tenant !== CONSUMER_TENANT ? tenant : undefined;
}

function isWhole(address: string | undefined): boolean {
  return address?.includes('://') === true;
}

/** An expression that yields the name, in its place: `process.env.CONNECTION_NAME`. */
const CODE_OF_A_NAME = /^(?:process\.env|import\.meta|os\.|env\.|config|settings?\.|this\.|self\.)/i;

/** A redirect address as it is registered: without the code and state that an answer adds to it. */
function withoutAnswer(address: string | undefined): string | undefined {
  return address?.replace(
    /[?&#](?:code|state|session_state|error|id_token|access_token|client_info)=[^\s]{0,4000}$/i,
    '',
  );
}

/** What somebody writes beside what failed, where nothing else gives the value. Where the sign-in goes is not told by it. */
function toldValue(
  { name, values: [value] }: Extract<Evidence, { kind: 'setting' }>,
  set: Setter,
  clientId: (value: string | undefined) => void,
): void {
  if (name === 'told-client-id') clientId(value);
  else if (name === 'told-tenant' && value !== MICROSOFT_SERVICES) set('tenant', value);
  else if (name === 'told-person') set('user', value);
  else if (name === 'told-redirect') set('redirectUri', value);
}

type Found = { -readonly [K in keyof Values]: Values[K] };
type Setter = <K extends keyof Values>(key: K, value: Values[K] | undefined | null) => void;

function settingValues(
  item: Extract<Evidence, { kind: 'setting' }>,
  set: Setter,
  clientId: (value: string | undefined) => void,
  tenant: (value: string | undefined) => void,
): void {
  const value = item.values[0];
  if (value === undefined) return;
  switch (item.name) {
    case 'client-id':
      clientId(value);
      break;
    case 'bot-app-id':
      if (GUID_ONLY.test(value)) set('botAppId', value.toLowerCase());
      break;
    case 'tenant':
      tenant(value);
      break;
    case 'authority': {
      const match = /^https?:\/\/([^/\s]+)\/([^/\s?]+)/.exec(value);
      if (match !== null) {
        set('loginHost', match[1]!.toLowerCase());
        tenant(match[2]);
      } else if (value.startsWith('/')) tenant(value.slice(1));
      break;
    }
    case 'redirect-uri':
      set('redirectUri', value);
      break;
    case 'scopes':
      set('scopes', item.values.flatMap((it) => it.split(/[\s,]+/)).filter(Boolean));
      break;
    case 'resource':
      set('resource', value);
      break;
    case 'person':
      set('user', value);
      break;
    case 'app-name':
      set('appName', value);
      break;
    case 'mailbox':
      set('mailbox', value);
      break;
    case 'bot-connection':
      if (!CODE_OF_A_NAME.test(value)) set('connectionName', value);
      break;
    default:
      break;
  }
}

/**
 * An app by its id, as the sentences name it: `application with ID '…' named 'x'`, `app '…'(x)`, also in translations. One
 * that is asked for or called is another: `resource app ID: …`, `not assigned to a role for the application '…'`.
 */
const APP =
  /(?<!resource |role for the )\b(?:application|app|client|anwendung|aplicaci[oó]n|applicazione)(?: app)?(?:(?: with| avec l['’]| mit der| con)? ?(?:identifier|id|identifiant|kennung|identificador|bezeichner))?(?: of)?:?\s?(['"]?)[("']?([0-9a-f]{8}-[0-9a-f-]{27})['")]{0,2}(?:\(([^()\n]{1,80})\)| (?:named|nommée|namens|denominada|denominata) ['"]([^'"\n]{1,80})['"])?/gi;
/** The codes whose sentence quotes one id, the app's, in whatever language it is shown. */
const QUOTES_APP: ReadonlySet<number> = new Set([
  50011, 50020, 50105, 50194, 65001, 700016, 7000112, 7000215, 7000222, 9002331, 9002332, 9002346,
]);
const QUOTED_ID = /['"«„“‘](?:\s|&nbsp;)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\s|&nbsp;)?['"»”’]/gi;
/** The name in brackets behind it: `'…'(Roster)`, in every language. */
const NAME_BEHIND_ID = /^\(([^()\n]{1,80})\)/;
/** AADSTS50105 names the app before its id: `the application Roster ('…')`, `die Anwendung Roster ("…")`. */
const NAME_BEFORE_ID =
  /(?:application|anwendung|aplicaci[oó]n|aplicativo|applicazione|toepassing) ([^"'()«»„“\n]{1,80}?) ?\(\s?['"«„“]\s?[0-9a-f]{8}-/i;
/** A person by their address, quoted or not. `{EmailHidden}` is none. */
const USER =
  /(?:user|benutzer|utilisateur|usuario|utente)(?:konto)?(?: account| ?name|idkey)?[:=]? {0,2}['"„«]?([^'"„“«»\s{}()<>,;=]{1,100}@[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,5})/i;
/** The codes whose sentence quotes the redirect address. */
const NAMES_REDIRECT: ReadonlySet<number> = new Set([50011, 500117, 50029, 500112, 90006]);
const REDIRECT =
  /(?:URI|address|reply URL)[^'"\n]{0,60}?['"]?(https?:\/\/[^\s'"<>]{3,300}|[a-z][a-z0-9+.-]{2,40}:\/\/[^\s'"<>]{1,300})/i;
const BOT = /(?:invalid appid passed on token:?|authorization for microsoft app id) ([0-9a-f-]{36})/i;
const NAMED = /(?<!tenant |directory |principal )named ['"]([^'"\n]{1,80})['"]/;
/** AADSTS90094: «has set a policy that prevents you from granting Rota the permissions it is requesting». */
const GRANTING = /prevents you from granting ([^'"\n{}<>]{2,80}?) the permissions it is requesting/;
const IN_TENANT =
  /(?:tenant|directory|guid)(?: named| guid)? ['"]?([0-9a-f]{8}-[0-9a-f-]{27}|[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,4})['"]?/i;
const RESOURCE =
  /(?:resource principal named|resource)\s+['"]?((?=[^\s'"]{0,200}[./:-])[^\s'"]{4,200})['"]? (?:was not found|is not)/i;

/** AADSTS500112 names both: the token request has to repeat the one of the sign-in. */
function askedRedirect(message: string): string | undefined {
  return withoutAnswer(/the reply address '?(https?:\/\/[^\s'"<>]{3,300}?)'? provided/i.exec(message)?.[1]);
}

function refusedRedirect(message: string): string | undefined {
  return withoutAnswer(REDIRECT.exec(message)?.[1]?.replace(/[.,;]$/, ''));
}

/**
 * Entra ID puts the values of the request into its sentences. Bounded patterns, tried on one message each: where the value
 * is not known yet, and where the message holds the character that no such value is without.
 */
function messageValues(
  item: AadstsEvidence | OAuthErrorEvidence | ApiErrorEvidence | ExceptionEvidence,
  found: Readonly<Found>,
  set: Setter,
  clientId: (value: string | undefined) => void,
  tenant: (value: string | undefined) => void,
): void {
  const message = item.kind === 'oauth-error' ? item.description : item.message;
  if (message === '') return;
  if (message.includes('-')) appOf(message, set, clientId);
  if (message.includes('IDX')) ofValidator(message, clientId, tenant);
  if (item.kind === 'aadsts' && QUOTES_APP.has(item.code)) quotedAppOf(item, found, set, clientId);
  if (found.appName === undefined && message.includes(' granting ')) set('appName', GRANTING.exec(message)?.[1]);
  if (found.appName === undefined && message.includes('named ')) set('appName', NAMED.exec(message)?.[1]);
  if (found.user === undefined && message.includes('@')) {
    const user = USER.exec(message)?.[1];
    set('user', user === undefined ? undefined : withoutTrailing(user.replace(/^live\.com#/i, ''), '.,;:'));
  }
  if (found.tenant === undefined || found.authorityTenant === undefined) {
    const inTenant = IN_TENANT.exec(message)?.[1];
    if (inTenant?.toLowerCase() !== CONSUMER_TENANT) tenant(inTenant);
  }
  if (found.resource === undefined) set('resource', RESOURCE.exec(message)?.[1]?.replace(/\.$/, ''));
}

/** .NET’s validator names what it takes: the audience is the program’s own app, the issuer its tenant. */
const TAKES_AUDIENCE = /ValidAudiences?: ['"](?:api:\/\/)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:['"]|$)/i;
const TAKES_ISSUER =
  /ValidIssuers?: ['"]https:\/\/(?:sts\.windows\.net|login\.microsoftonline\.com)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\//i;

function ofValidator(
  message: string,
  clientId: (value: string | undefined) => void,
  tenant: (value: string | undefined) => void,
): void {
  clientId(TAKES_AUDIENCE.exec(message)?.[1]);
  tenant(TAKES_ISSUER.exec(message)?.[1]);
}

/** The id of the app that a sentence of Entra ID names. */
export function namedApp(message: string): string | undefined {
  return appIn(message)?.id;
}

interface AppInSentence {
  readonly id: string;
  readonly name: string | undefined;
  readonly isClient: boolean;
  readonly isQuoted: boolean;
}

const LABELLED_CLIENT = /^client/i;

/**
 * The app of a sentence. Of several the client is the one that signs in; then the one in quotes, as the services write it,
 * since people name other apps behind such a sentence. Where neither tells them apart, there is none.
 */
function appIn(message: string): AppInSentence | undefined {
  let found: AppInSentence[] | undefined;
  APP.lastIndex = 0;
  for (let match = APP.exec(message); match !== null; match = APP.exec(message)) {
    const id = match[2]!.toLowerCase();
    if (isMicrosoftResource(id)) continue;
    const isClient = LABELLED_CLIENT.test(match[0]);
    found ??= [];
    found.push({ id, name: match[3] ?? match[4], isClient, isQuoted: match[1] !== '' });
  }
  if (found === undefined || areOne(found)) return found?.find(({ name }) => name !== undefined) ?? found?.[0];
  return onlyOne(found, ({ isClient }) => isClient) ?? onlyOne(found, ({ isQuoted }) => isQuoted);
}

function onlyOne(found: readonly AppInSentence[], is: (app: AppInSentence) => boolean): AppInSentence | undefined {
  const those = found.filter(is);
  return areOne(those) ? those[0] : undefined;
}

function areOne(found: readonly AppInSentence[]): boolean {
  return found.every(({ id }) => id === found[0]!.id);
}

/** Where a sentence in another language was not understood: the one id in quotes. Of several none is taken. */
function quotedAppOf(
  { code, message }: AadstsEvidence,
  found: Readonly<Found>,
  set: Setter,
  clientId: (value: string | undefined) => void,
): void {
  if (found.clientId === undefined) {
    const quoted = [...message.matchAll(QUOTED_ID)];
    const ids = new Set(quoted.map((match) => match[1]!.toLowerCase()));
    if (ids.size === 1) {
      clientId([...ids][0]);
      const behind = message.slice(quoted[0]!.index + quoted[0]![0].length);
      if (found.appName === undefined) set('appName', NAME_BEHIND_ID.exec(behind)?.[1]);
    }
  }
  if (code === 50105 && found.appName === undefined) set('appName', NAME_BEFORE_ID.exec(message)?.[1]);
}

function appOf(message: string, set: Setter, clientId: (value: string | undefined) => void): void {
  const bot = BOT.exec(message)?.[1];
  if (bot !== undefined) {
    if (GUID_ONLY.test(bot)) set('botAppId', bot.toLowerCase());
    return;
  }
  const app = appIn(message);
  if (app === undefined) return;
  clientId(app.id);
  set('appName', app.name);
}
