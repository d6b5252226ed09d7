import type { PatchLanguage } from '../diagnosis.ts';
import type {
  AadstsEvidence,
  Evidence,
  EvidenceKind,
  EvidenceOf,
  InstantEvidence,
  RequestEvidence,
  TokenClaims,
  TokenEvidence,
} from '../evidence/evidence.ts';
import { Kept } from '../made-once.ts';
import { permissionNeed } from '../permissions/find-operation.ts';
import type { PermissionNeed } from '../permissions/permission-need.ts';
import type { PermissionTable } from '../permissions/permission-table.ts';
import { subscriptionNeed } from '../permissions/subscription-needs.ts';
import type { PhraseIndex } from '../text/phrase-index.ts';
import { PhraseError } from '../text/phrase-index.ts';
import type { Span } from '../text/span.ts';
import { apiOfResource, calledApi, cloudsOf } from './api.ts';
import { callsOf, failingCall } from './calls.ts';
import type { Call, Facts, Values } from './facts.ts';
import { actorOf, sentToken, toldActorOf } from './sent-token.ts';
import { CONSUMER_TENANT, valuesOf } from './values.ts';

/** What the readers found. */
export interface FactsInput {
  /** In the order of the paste; evidence of earlier messages first. */
  readonly evidence: readonly Evidence[];
  readonly phrases: PhraseIndex;
  readonly language: PatchLanguage | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The whole table of permissions, where an operator imported it. */
  readonly permissions?: PermissionTable | undefined;
  /** Under which the sign-in log keeps the sign-in of the paste. */
  readonly correlationId?: string | undefined;
  /** Ids that stood in sentences of earlier messages. */
  readonly named?: Pick<Values, 'clientId' | 'tenant'> | undefined;
}

/**
 * Where nothing of another vendor stands, the mere name of one of these hosts tells whose tokens a paste speaks of:
 * an issuer, a list of keys, a metadata address.
 */
export const MICROSOFT_HOSTS: readonly string[] = [
  'login.microsoftonline.com/',
  'sts.windows.net/',
  'login.windows.net/',
  '.b2clogin.com/',
  'login.microsoftonline.us/',
  'graph.microsoft.com/',
];

const NO_CLAIMS: TokenClaims = { idTokenMarks: [] };
const NOTHING: readonly never[] = [];

/** Puts evidence into the form that rules ask. */
export function buildFacts(input: FactsInput): Facts {
  const { evidence, phrases, language, now, permissions } = input;
  const byKind = new Map<EvidenceKind, Evidence[]>();
  const stated: Evidence[] = [];
  for (const item of evidence) {
    if (item.kind === 'aadsts' && saysNothing(item, evidence)) {
      // It tells whose platform this is about, and nothing of what failed.
      stated.push({ ...item, message: '' });
      continue;
    }
    const list = byKind.get(item.kind);
    if (list === undefined) byKind.set(item.kind, [item]);
    else list.push(item);
    // Most of the evidence are phrases and instants, which tell of no call, cloud or value.
    if (item.kind !== 'phrase' && item.kind !== 'instant' && item.kind !== 'told') stated.push(item);
  }
  const of = <K extends EvidenceKind>(kind: K): readonly EvidenceOf<K>[] =>
    (byKind.get(kind) as EvidenceOf<K>[] | undefined) ?? NOTHING;

  const calls = callsOf(stated);
  const call = failingCall(calls);
  // What this message shows goes before what the messages before it gave.
  const earlier = stated.filter((item) => item.earlier);
  const goesOn = earlier.length > 0;
  const own = goesOn ? stated.filter((item) => !item.earlier) : stated;
  const api = calledApi(call, stated);
  const sentWith = call?.request?.authorizationSpan ?? null;
  const token = (goesOn ? tokenOfStory(own, earlier, api, sentWith) : null) ?? sentToken(of('token'), sentWith);
  const claims = token?.claims ?? NO_CLAIMS;
  const request = call?.request ?? null;
  const actor =
    (token?.earlier ? actorOf(NO_CLAIMS, own) : null) ?? actorOf(claims, goesOn ? [...own, ...earlier] : own);
  const toldNow = actor === null && goesOn ? toldActorOf(ofKind('setting', own)) : null;
  const told = actor === null ? (toldNow ?? toldActorOf(of('setting'))) : null;
  const microsoft =
    isMicrosoft(stated, api) ||
    (of('vendor').length === 0 && of('phrase').some(({ phrase }) => MICROSOFT_HOSTS.includes(phrase)));

  // Another vendor's words mean what that vendor says, even where they are the same words.
  const spoken = microsoft || of('vendor').length === 0 ? of('phrase') : NOTHING;
  // A paste holds a few of the phrases, and few are asked for: a map of them costs more than it saves.
  const spokenAt = (wanted: string): Span | undefined => {
    for (let index = 0; index < spoken.length; index += 1) {
      const item = spoken[index]!;
      if (item.phrase === wanted) return item.span;
    }
    return undefined;
  };
  const phrase = (wanted: string): Span | undefined => {
    const span = spokenAt(wanted);
    if (span !== undefined) return span;
    if (!phrases.has(wanted)) throw new PhraseError(wanted, 'is asked for by a rule that does not declare it');
    return undefined;
  };

  const at = instantOf(of('instant'), call?.response?.date ?? call?.error?.date ?? null);

  const facts: Facts = {
    evidence,
    of,
    phrase,
    anyPhrase: (...wanted) => {
      for (const each of wanted) {
        const span = phrase(each);
        if (span !== undefined) return span;
      }
      return undefined;
    },
    declaredPhrase: (wanted) => {
      for (let index = 0; index < wanted.length && spoken.length > 0; index += 1) {
        const span = spokenAt(wanted[index]!);
        if (span !== undefined) return span;
      }
      return undefined;
    },
    calls,
    call,
    api,
    status: call?.status ?? null,
    token,
    claims,
    actor: actor ?? told,
    actorIsTold: actor === null && told !== null,
    microsoft,
    at,
    now,
    clouds: cloudsOf(stated),
    need: request !== null && api === 'graph' ? needOf(request, permissions) : null,
    values: goesOn
      ? valuesOfStory(own, earlier, call, token, input)
      : valuesOf(stated, call, token, input.correlationId),
    language,
    once: (what) => kept.get(what),
  };
  const kept = new Kept(facts);
  return facts;
}

/** A code that somebody rules out or compares with; and one that is told to be over, where something else was refused. */
function saysNothing({ mention, code }: AadstsEvidence, evidence: readonly Evidence[]): boolean {
  if (mention === 'ruled-out' || mention === 'compared') return true;
  return mention === 'over' && evidence.some((item) => isAnotherRefusal(item, String(code)));
}

function isAnotherRefusal(item: Evidence, code: string): boolean {
  if (item.kind === 'oauth-error') return !item.description.includes(code);
  return item.kind === 'api-error' && !item.message.includes(code);
}

const SUBSCRIPTIONS = /\/subscriptions\/?$/i;

/** A subscription needs what its body asks to be told of. */
function needOf({ method, path, body }: RequestEvidence, table: PermissionTable | undefined): PermissionNeed | null {
  if (method !== 'POST' || !SUBSCRIPTIONS.test(path)) return permissionNeed(method, path, table);
  return typeof body === 'object' && body !== null && 'resource' in body ? subscriptionNeed(body.resource) : null;
}

/** The values of this message, and only what it leaves open from those before it. */
function valuesOfStory(
  own: readonly Evidence[],
  earlier: readonly Evidence[],
  call: Call | null,
  token: TokenEvidence | null,
  { named, correlationId }: FactsInput,
): Values {
  const ownCall = call?.request?.earlier ? { ...call, request: null } : call;
  const values = valuesOf(own, ownCall, token?.earlier ? null : token, correlationId);
  const { appName, ...before } = { ...named, ...valuesOf(earlier, call, token) };
  const isItsName = values.clientId === undefined || values.clientId === before.clientId;
  return { ...before, ...(isItsName && appName !== undefined ? { appName } : {}), ...values };
}

/** A token of this message, else one of those before it that is for the API that is called. */
function tokenOfStory(
  own: readonly Evidence[],
  earlier: readonly Evidence[],
  api: Facts['api'],
  sentWith: Span | null,
): TokenEvidence | null {
  const fitting = ofKind('token', earlier).filter(
    ({ claims: { aud } }) => api !== null && aud !== undefined && apiOfResource(aud) === api,
  );
  return sentToken(ofKind('token', own), sentWith) ?? sentToken(fitting);
}

function ofKind<K extends EvidenceKind>(kind: K, evidence: readonly Evidence[]): EvidenceOf<K>[] {
  return evidence.filter((item): item is EvidenceOf<K> => item.kind === kind);
}

function instantOf(instants: readonly InstantEvidence[], ofCall: number | null): number | null {
  if (ofCall !== null) return ofCall;
  for (const source of ['date-header', 'inner-error', 'timestamp', 'log-line'] as const) {
    const instant = instants.findLast((item) => item.source === source);
    if (instant !== undefined) return instant.at;
  }
  return null;
}

function isMicrosoftApi(aud: string | undefined): boolean {
  const api = aud === undefined ? null : apiOfResource(aud);
  return api !== null && api !== 'own-api';
}

/** The namespaces of the types of Graph and of the Outlook API before it. */
const NAMES_GRAPHS_TYPE = /\bmicrosoft\.(?:graph|outlookservices)\./i;

function isMicrosoft(evidence: readonly Evidence[], api: Facts['api']): boolean {
  if (api !== null && api !== 'own-api') return true;
  return evidence.some((item) => {
    switch (item.kind) {
      case 'aadsts':
      case 'diagnostics':
      case 'oauth-request':
        return true;
      case 'token':
        return (
          item.format === 'opaque' ||
          item.format === 'refresh' ||
          isMicrosoftApi(item.claims.aud) ||
          /microsoftonline|sts\.windows\.net|b2clogin|ciamlogin/.test(item.claims.iss ?? '') ||
          (item.claims.iss ?? '').includes(CONSUMER_TENANT)
        );
      case 'challenge':
        return /login\.(?:windows\.net|microsoftonline|chinacloudapi)|sts\.windows/.test(
          item.parameters.authorization_uri ?? item.parameters.authorization ?? item.parameters.trusted_issuers ?? '',
        );
      // Graph's and Exchange's error bodies are like no other vendor's: a request-id in innerError, or a code of their own.
      case 'api-error':
        return (
          item.requestId !== null ||
          NAMES_GRAPHS_TYPE.test(item.message) ||
          /^(?:Error[A-Z][A-Za-z]{5,60}|InvalidAuthenticationToken|Authorization_RequestDenied|MailboxNotEnabledForRESTAPI)$/.test(
            item.code,
          )
        );
      case 'setting':
        return item.values.some((value) =>
          /login\.(?:microsoftonline|windows|chinacloudapi|partner\.microsoftonline)\.|graph\.microsoft\.|outlook\.office/i.test(
            value,
          ),
        );
      case 'exception':
        return (
          item.library !== 'other' &&
          item.library !== 'spring' &&
          item.library !== 'jose' &&
          item.library !== 'next-auth'
        );
      default:
        return false;
    }
  });
}
