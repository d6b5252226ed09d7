import { apiOfResource } from '../../facts/api.ts';
import { fitsEnvironment } from '../../facts/dataverse.ts';
import type { Api, Facts } from '../../facts/facts.ts';
import { withoutTrailing } from '../../text/without-trailing.ts';
import { ownRoles } from '../permissions/service-role-rules.ts';
import type { Signal } from '../root-cause.ts';
import { API_NAMES, theApi } from '../words/wording.ts';
import { GRAPH_EXPLORER_MEANT, GRAPH_MEANT, isGraphsBody, MAIL_PROTOCOL } from './called-audience.ts';
import { mailRefusal } from './mail-protocol.ts';

export const CALLBACK_TOKEN = 'getcallbacktokenasync';

const EXCHANGE: ReadonlySet<Api> = new Set(['exchange-ews', 'exchange-imap-smtp', 'outlook-rest']);

/** Identifiers under which one API is addressed; a token for any of them is a token for it. */
function audienceFits(aud: string, api: Api | null, facts: Facts): boolean | null {
  if (api === null || api === 'own-api') return null;
  const issuedFor = apiOfResource(aud);
  if (issuedFor === null) return null;
  if (issuedFor === api) return fitsEnvironment(aud, facts.call?.request?.host);
  // Exchange known by its headers alone may be a server on premises: its tokens are for its own address.
  if (issuedFor === 'own-api' && facts.call?.request?.host == null && facts.of('diagnostics').length > 0) {
    if (/^https:\/\//i.test(aud)) return null;
  }
  // Exchange answers under one audience for EWS, IMAP, SMTP and the retired REST API.
  return EXCHANGE.has(issuedFor) && EXCHANGE.has(api);
}

/** Azure AI services say all that a token can lack in one sentence, and in it the audience that they take. */
export const AZURE_AI_AUDIENCE = 'audience is incorrect (https://cognitiveservices.azure.com';

/** Azure DevOps: whoever it takes the caller for may not; with no name in it, the token told it nobody. */
export const DEVOPS_REFUSES = "tf400813: the user '";

/** What its library for Python says of a 401, and of the sign-in page that comes in place of one. */
export const DEVOPS_ASKS = 'the requested resource requires user authentication';

/** Where no address stands: a sentence that only one API says. */
function apiByItsWords(facts: Facts): Api | null {
  if (facts.phrase('access token validation failure') !== undefined) return 'graph';
  if (facts.phrase(AZURE_AI_AUDIENCE) !== undefined) return 'azure-ai';
  if (facts.phrase(DEVOPS_REFUSES) !== undefined) return 'azure-devops';
  return mailRefusal(facts) !== undefined ? 'exchange-imap-smtp' : null;
}

/** The aud of the token names another of Microsoft's APIs (or one's own) than the address that was called. */
export function claimAgainstAddress(facts: Facts): Signal | undefined {
  const { aud } = facts.claims;
  if (aud === undefined || facts.token === null) return undefined;
  const api = facts.api ?? apiByItsWords(facts);
  if (audienceFits(aud, api, facts) !== false) return undefined;
  return {
    strength: facts.api === null ? 'strong' : 'decisive',
    at: facts.token.span,
    says: `The token's aud is ${aud}, but the call goes to ${facts.api === null && api !== null ? API_NAMES[api] : theApi(facts)}`,
  };
}

/** Somebody tells whom the token is for, and that it should be for Graph. */
export function graphWasMeant(facts: Facts): Signal | undefined {
  const { aud } = facts.claims;
  const meant = facts.anyPhrase(...GRAPH_MEANT);
  if (meant === undefined || aud === undefined || facts.token === null || facts.api !== null) return undefined;
  if (facts.anyPhrase(...GRAPH_EXPLORER_MEANT) !== undefined) return undefined;
  const issuedFor = apiOfResource(aud);
  if (issuedFor === null || issuedFor === 'graph') return undefined;
  return { strength: 'strong', at: facts.token.span, says: `The token's aud is ${aud}, and Microsoft Graph is meant` };
}

/** SharePoint's sentence for a token that another API's keys or issuer made. For rules that declare it. */
export const ISSUER_OR_SIGNATURE = 'invalid issuer or signature';

function sharePointSaysSo(facts: Facts, called: Api): boolean {
  return called === 'sharepoint' && facts.status === 401 && facts.phrase(ISSUER_OR_SIGNATURE) !== undefined;
}

/** The Azure CLI, Az.Accounts or Azure Identity was asked for a token of that one resource: whoever signs in, it is for no other. */
function byTool(facts: Facts): boolean {
  return facts
    .of('setting')
    .some(
      ({ name, key }) =>
        name === 'resource' &&
        /get-access-token|get-azaccesstoken|^(?:get_?token|tokenrequestcontext|token_?provider)$/i.test(key),
    );
}

/** Families that only SharePoint's own API has. */
const OF_SHAREPOINT = /^(?:AllSites|MyFiles|EnterpriseResource)\./i;
const OPENID_SCOPE = /^(?:openid|profile|email|offline_access)$/i;

/** The API of a scope; without an address a scope in Graph's form belongs to Microsoft Graph (v2 endpoint). */
function resourceOfScope(scope: string): string | undefined {
  if (
    !scope.includes(':') &&
    /^[a-z]{3,40}\.[a-z.]{4,60}$/i.test(scope) &&
    !MAIL_PROTOCOL.test(scope) &&
    !OF_SHAREPOINT.test(scope) &&
    !OPENID_SCOPE.test(scope)
  ) {
    return 'https://graph.microsoft.com';
  }
  return /^(https?:\/\/[^/\s]+|api:\/\/[^\s]+)\//.exec(scope)?.[1];
}

/** Clients that call one API and no other, by the names that their code and their errors have. */
const CLIENTS: readonly (readonly [api: Api, names: readonly string[]])[] = [
  ['graph', ['graphserviceclient', '@microsoft/microsoft-graph-client', 'microsoft.graph']],
  ['exchange-ews', ['exchangeservice', 'ews managed api', 'exchangelib']],
];
export const CLIENT_NAMES = CLIENTS.flatMap(([, names]) => names);

/** The API that is called, where no address tells it: by the client's name, or by the code that Graph alone gives. */
function apiOfClient(facts: Facts): Api | null {
  const named = CLIENTS.find(([, names]) => facts.anyPhrase(...names) !== undefined);
  if (named !== undefined) return named[0];
  return isGraphsBody(facts) ? 'graph' : null;
}

/** Where no token shows its aud: the scopes that are asked for belong to another API than the one that is called. */
export function scopeAgainstApi(facts: Facts): Signal | undefined {
  const api = facts.api ?? apiByItsWords(facts) ?? apiOfClient(facts);
  const mail = mailRefusal(facts);
  const called = mail !== undefined ? 'exchange-imap-smtp' : api;
  if (called === null || facts.claims.aud !== undefined) return undefined;
  // A service that looked for a role of the caller has taken the token: it was for that service.
  if (ownRoles(facts) !== undefined) return undefined;
  if (called === 'own-api') return graphScopeOnOwnApi(facts);
  const scopes =
    facts.values.scopes ??
    facts
      .of('setting')
      .filter((item) => item.name === 'scopes')
      .flatMap((item) => item.values);
  // The v1 endpoint names the API by `resource`.
  const named = facts
    .of('setting')
    .filter((item) => item.name === 'resource')
    .flatMap((item) => item.values);
  let other: string | undefined;
  let others = 0;
  let unclear = false;
  for (const resource of new Set([...scopes.map(resourceOfScope), ...named])) {
    const fits = resource === undefined ? null : audienceFits(resource, called, facts);
    if (fits === true) return undefined;
    if (fits === false) {
      other ??= resource;
      others += 1;
    } else if (resource !== undefined) unclear = true;
  }
  if (other === undefined) return undefined;
  const refused =
    mail ??
    facts.call?.error?.span ??
    facts.call?.response?.span ??
    facts.of('challenge')[0]?.span ??
    facts.of('exception').at(-1)?.span ??
    facts.anyPhrase(DEVOPS_REFUSES, DEVOPS_ASKS);
  const settings = facts.of('setting');
  const at =
    (settings.find(({ name }) => name === 'scopes') ?? settings.find(({ name }) => name === 'resource'))?.span ??
    refused;
  // Code alone, with no answer shown: the two contradict each other all the same.
  const goesThere = facts.call?.request != null || facts.anyPhrase(...CLIENT_NAMES) !== undefined;
  if (at === undefined || (refused === undefined && !goesThere)) return undefined;
  const shown =
    others === 1 && !unclear && mail === undefined && (isWholeChain(facts, called) || sharePointSaysSo(facts, called));
  return {
    strength: refused === undefined ? 'fair' : shown ? 'decisive' : 'strong',
    at,
    says: `The token is asked for ${other}, but the call goes to ${API_NAMES[called]}`,
  };
}

/**
 * The paste shows the way from the token to the refusal: an app that signs in as itself has one token, for the one API that
 * it asks for, and every call of the paste goes to another one. No answer of that one could be another fault's.
 */
function isWholeChain(facts: Facts, called: Api): boolean {
  if (facts.api !== called || !((facts.actor === 'app' && !facts.actorIsTold) || byTool(facts))) return false;
  if (facts.of('token').length > 0 || facts.of('aadsts').length > 0 || facts.of('oauth-error').length > 0) return false;
  // Azure DevOps answers a token that is not its own with the page of its sign-in.
  const asksToSignIn = called === 'azure-devops' && (facts.status === 203 || facts.phrase(DEVOPS_ASKS) !== undefined);
  // A 403 with words is about what the caller may do; some services give a bare one to a token that is not theirs.
  if (!asksToSignIn && facts.status !== 401 && (facts.status !== 403 || facts.call?.error != null)) return false;
  const host = facts.call?.request?.host;
  return host != null && facts.of('request').every((request) => request.host === host);
}

/** Office.js: the callback token of Outlook is Exchange's own, for EWS and the retired REST API. Graph never takes it. */
export function callbackTokenOnGraph(facts: Facts): Signal | undefined {
  const at = facts.phrase(CALLBACK_TOKEN);
  if (at === undefined || facts.api !== 'graph' || facts.token !== null) return undefined;
  // Where Exchange is called, too, the token may be meant for that.
  if (facts.of('request').some(({ host }) => host?.startsWith('outlook.') === true)) return undefined;
  if (facts.call?.request?.authorization == null && facts.status !== 401) return undefined;
  return {
    strength: facts.status === 401 ? 'decisive' : facts.call?.error != null ? 'strong' : 'fair',
    at,
    says: 'getCallbackTokenAsync gives a token of Exchange, and it is sent to Microsoft Graph, which takes tokens of Entra ID for itself only',
  };
}

/** Paths that Microsoft's APIs begin with, where no host stands before them. */
const PATHS_OF_MICROSOFT =
  /^\/?(?:v\d|beta\/|api\/data\/v|_api\/|_vti_bin\/|ews\/|autodiscover\/|subscriptions(?:\/|$)|tenants(?:\/|$)|providers\/|odata\/|xrmservices\/|\$batch)/i;

/** A path alone, and the settings of a program that checks tokens beside it. */
function onOwnPath(facts: Facts): boolean {
  const request = facts.call?.request;
  if (request == null || request.host !== null || PATHS_OF_MICROSOFT.test(request.path)) return false;
  return facts.of('setting').some(({ name }) => name === 'authority' || name === 'audience' || name === 'issuer');
}

/** A token for one of Microsoft's APIs, and a 401 of the person's own: one that checks tokens takes none for somebody else. */
export function microsoftTokenOnOwnApi(facts: Facts): Signal | undefined {
  const { aud } = facts.claims;
  const refused =
    facts.status === 401 ||
    (facts.status === null && facts.of('challenge').some((item) => item.parameters.error === 'invalid_token'));
  if (aud === undefined || facts.token === null || !refused) return undefined;
  const told = facts.api === null && (facts.of('setting').some((item) => item.name === 'told-api') || onOwnPath(facts));
  if (facts.api !== 'own-api' && !told) return undefined;
  const issuedFor = apiOfResource(aud);
  if (issuedFor === null || issuedFor === 'own-api' || facts.of('vendor').length > 0) return undefined;
  return {
    strength: 'fair',
    at: facts.token.span,
    says: `The token is for ${API_NAMES[issuedFor]} (aud ${aud}), and the call that answers 401 goes to your own API`,
  };
}

/** API Management's policies that check tokens. For rules that declare them. */
export const JWT_POLICY = ['<validate-jwt', '<validate-azure-ad-token'] as const;

/** What the program's own check of audiences is set to, and a token that answers none of it. */
export function audienceSetting(facts: Facts): Signal | undefined {
  const { aud } = facts.claims;
  if (aud === undefined || facts.token === null || (facts.api !== null && facts.api !== 'own-api')) return undefined;
  if (facts.status !== 401 && facts.of('challenge').length === 0) return undefined;
  const setting = facts.of('setting').find((item) => item.name === 'audience' && /audiences?$/i.test(item.key));
  const plain = (value: string) => withoutTrailing(value.toLowerCase(), '/');
  if (setting === undefined || setting.values.some((value) => /[<>{}$%]/.test(value) || plain(value) === plain(aud)))
    return undefined;
  return {
    // The list of a policy is the whole of what passes.
    strength: facts.status === 401 && facts.anyPhrase(...JWT_POLICY) !== undefined ? 'decisive' : 'fair',
    at: setting.span,
    says: `The program takes tokens for ${setting.values.join(', ')}; this one is for ${aud}`,
  };
}

/** Every scope of the paste names one of Microsoft's APIs, and the call that answers 401 goes to the person's own. */
function graphScopeOnOwnApi(facts: Facts): Signal | undefined {
  // The second sentence is App Service's own sign-in check («Easy Auth»).
  const refused =
    facts.status === 401 || facts.phrase('you do not have permission to view this directory or page') !== undefined;
  if (!refused || facts.of('vendor').length > 0 || facts.call?.request == null) return undefined;
  const settings = facts.of('setting');
  const setting =
    settings.find(({ name }) => name === 'scopes') ??
    settings.find(({ name, values }) => name === 'resource' && values.every((it) => apiOfResource(it) !== null));
  const scopes =
    setting?.values.flatMap((it) => it.split(/[\s,]+/)).filter((it) => it !== '' && !OPENID_SCOPE.test(it)) ?? [];
  const resources = setting?.name === 'resource' ? scopes : scopes.map(resourceOfScope);
  if (
    setting === undefined ||
    resources.length === 0 ||
    resources.some((it) => it === undefined || apiOfResource(it) === 'own-api')
  )
    return undefined;
  return {
    strength: 'fair',
    at: setting.span,
    says: `The token is asked for ${resources[0]}, but the call goes to your own API at ${facts.call.request.host ?? 'this address'}`,
  };
}

/** On the consumers endpoint a scope without an address may name another service than Graph, with an opaque token. */
export function bareScopesOfPersonalAccount(facts: Facts): Signal | undefined {
  const opaque = facts.of('token').find((item) => item.format === 'opaque');
  if (
    opaque === undefined ||
    facts.api !== 'graph' ||
    facts.anyPhrase('jwt is not well formed', 'idx14100') === undefined
  )
    return undefined;
  const scopes = facts.values.scopes ?? [];
  const bare = scopes.filter(
    (scope) => !scope.includes('://') && !/^(?:openid|profile|email|offline_access)$/.test(scope),
  );
  if (bare.length === 0)
    return {
      strength: 'weak',
      at: opaque.span,
      says: 'A personal account\u2019s opaque token that Graph cannot read may be made for another service',
    };
  return {
    strength: 'strong',
    at: opaque.span,
    says: `The scopes asked for (${bare.slice(0, 3).join(' ')}) name no API, and Graph cannot read the token that came: write them with https://graph.microsoft.com/`,
  };
}
