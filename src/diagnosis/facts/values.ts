import type { AadstsEvidence, ApiErrorEvidence, Evidence, OAuthErrorEvidence } from '../evidence/evidence.ts';
import type { Call, Values } from './facts.ts';

const GUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const GUID_ONLY = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Ids of Microsoft's own services: never the paster's app. */
const MICROSOFT_RESOURCE = /^0000000[0-9a-f]-0000-0/i;
/** The consumer tenant, in which every personal account lives. */
export const CONSUMER_TENANT = '9188040d-6c67-4c5b-b112-36a304b66dad';
const WELL_KNOWN_TENANTS: ReadonlySet<string> = new Set(['common', 'organizations', 'consumers']);

/** Collects the paster's own values from all evidence; the first good source of each wins. */
export function valuesOf(evidence: readonly Evidence[], call: Call | null, token: Evidence | null): Values {
  const found: { -readonly [K in keyof Values]: Values[K] } = {};
  const set = <K extends keyof Values>(key: K, value: Values[K] | undefined | null) => {
    if (value !== undefined && value !== null && found[key] === undefined) found[key] = value;
  };
  const clientId = (value: string | undefined) => {
    if (value !== undefined && GUID_ONLY.test(value) && !MICROSOFT_RESOURCE.test(value)) set('clientId', value.toLowerCase());
  };
  const tenant = (value: string | null | undefined) => {
    if (!value) return;
    const plain = value.toLowerCase();
    if (WELL_KNOWN_TENANTS.has(plain)) set('authorityTenant', plain);
    else if (GUID_ONLY.test(plain) || /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(plain)) {
      set('tenant', plain);
      set('authorityTenant', plain);
    } else set('authorityTenant', value);
  };

  for (const item of evidence) {
    switch (item.kind) {
      case 'oauth-request':
        clientId(item.parameters.client_id);
        tenant(item.tenant);
        set('loginHost', item.host);
        set('redirectUri', item.parameters.redirect_uri);
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
        else if (item.parameters.realm !== undefined && GUID_ONLY.test(item.parameters.realm)) tenant(item.parameters.realm);
        break;
      }
      case 'aadsts':
      case 'oauth-error':
      case 'api-error':
        messageValues(item, set, clientId, tenant);
        break;
      default:
        break;
    }
  }
  if (token?.kind === 'token') {
    clientId(token.claims.appid);
    set('appName', token.claims.appDisplayName);
    if (token.claims.tid !== CONSUMER_TENANT) tenant(token.claims.tid);
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
  set('requestId', call?.error?.requestId);
  return found;
}

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
      }
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
    case 'bot-connection':
      set('connectionName', value);
      break;
    default:
      break;
  }
}

/** Entra ID puts the values of the request into its sentences. Bounded patterns, tried on one message each. */
function messageValues(
  item: AadstsEvidence | OAuthErrorEvidence | ApiErrorEvidence,
  set: Setter,
  clientId: (value: string | undefined) => void,
  tenant: (value: string | undefined) => void,
): void {
  const message = item.kind === 'oauth-error' ? item.description : item.message;
  if (message === '') return;
  const redirect = /(?:URI|address|reply URL)[^'"\n]{0,60}?['"]?(https?:\/\/[^\s'"<>]{3,300}|[a-z][a-z0-9+.-]{2,40}:\/\/[^\s'"<>]{1,300})/i.exec(message);
  if (redirect !== null && item.kind === 'aadsts' && [50011, 500117, 50029, 500112].includes(item.code)) {
    set('redirectUri', redirect[1]!.replace(/[.,;]$/, ''));
  }
  const app = /(?:[Aa]pplication|[Aa]pp|[Cc]lient)(?: app)?(?: ID:?| with identifier| id)? ?['"(]{0,2}([0-9a-f-]{36})['")]{0,2}(?:\(([^()\n]{1,80})\))?/.exec(message);
  if (app !== null) {
    clientId(app[1]);
    if (!MICROSOFT_RESOURCE.test(app[1]!)) set('appName', app[2]);
  }
  const named = /named ['"]([^'"\n]{1,80})['"]/.exec(message)?.[1];
  if (named !== undefined) set('appName', named);
  const user = /user(?: account)? ['"]([^'"\s{}]{3,120}@[^'"\s{}]{3,120})['"]/i.exec(message)?.[1];
  if (user !== undefined) set('user', user);
  const inTenant = /(?:tenant|directory|guid)(?: named| guid)? ['"]?([0-9a-f]{8}-[0-9a-f-]{27}|[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,4})['"]?/i.exec(message)?.[1];
  if (inTenant !== undefined && inTenant.toLowerCase() !== CONSUMER_TENANT) tenant(inTenant);
  const resource = /(?:resource principal named|resource)\s+['"]?((?=[^\s'"]{0,200}[./:-])[^\s'"]{4,200})['"]? (?:was not found|is not)/i.exec(message)?.[1];
  if (resource !== undefined) set('resource', resource.replace(/\.$/, ''));
}
