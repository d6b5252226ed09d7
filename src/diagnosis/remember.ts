import { type FindableCauseId, isCauseId } from './cause-id.ts';
import type { Verdict } from './diagnosis.ts';
import type { Evidence, PhraseEvidence } from './evidence/evidence.ts';
import { valuesOf } from './facts/values.ts';
import type { WeighedCause, WeighedSignal } from './ranking/weigh.ts';
import { maskSecrets } from './secrets/mask-secrets.ts';
import type { EarlierMessage, Named } from './story.ts';

/**
 * What is kept of one message for the messages after it: evidence without its texts, and what the rules made of them.
 * JSON-able. It holds claims, codes, hosts and settings; no message of a service, no line of the paste, no secret.
 */
export interface Remembered {
  readonly version: 3;
  readonly evidence: readonly KeptEvidence[];
  /** Known phrases that stood in the message, each once. */
  readonly phrases: readonly string[];
  readonly signals: readonly WeighedSignal[];
  /** What the message decided by itself. */
  readonly verdict: Verdict;
  /** The cause that this verdict is about; `null` where there is none. */
  readonly cause: FindableCauseId | null;
  /** Ids that stood in its sentences. */
  readonly named: Named;
}

/** Evidence without its place: that points into a text which is not kept. */
type KeptEvidence = Placeless<Exclude<Evidence, PhraseEvidence>>;
type Placeless<E> = E extends Evidence ? Omit<E, 'span' | 'earlier'> & { readonly span?: undefined } : never;

const NOWHERE = { start: 0, end: 0 } as const;
const MOST_EVIDENCE = 60;
const MOST_PHRASES = 60;
const MOST_SIGNALS = 20;
/** A signal of an earlier message counts a little less: the person may have moved on. */
const FADED = 0.9;

/** What may be kept of a message for those after it: evidence without its sentences and places, and signals. Never a text, never a secret. */
export function toRemember(fresh: readonly Evidence[], ranked: readonly WeighedCause[], verdict: Verdict): Remembered {
  // A rule that only looks at claims and settings fires again on the kept evidence; signals from texts would be lost.
  const kept = fresh.flatMap(({ kind, span }) => (kind === 'token' || kind === 'setting' ? [span] : []));
  const signals = ranked
    .flatMap((it) => it.signals)
    .filter(({ at }) => at !== null && !kept.some(({ start, end }) => start <= at.start && at.start < end))
    .slice(0, MOST_SIGNALS)
    .map((signal) => ({ ...signal, at: null }));
  const evidence: KeptEvidence[] = [];
  const phrases: string[] = [];
  for (const item of fresh) {
    if (item.kind !== 'phrase') {
      if (evidence.length < MOST_EVIDENCE) evidence.push(maskedFields(withoutText(item), OWN_WORDS));
    } else if (phrases.length < MOST_PHRASES && !phrases.includes(item.phrase)) phrases.push(item.phrase);
  }
  return {
    version: 3,
    evidence,
    phrases,
    signals: signals.map((signal) => maskedFields(signal, OWN_WORDS)),
    verdict,
    cause: ranked[0]?.cause ?? null,
    named: maskedFields(namedIn(fresh), NONE),
  };
}

const SENTENCES: ReadonlySet<Evidence['kind']> = new Set(['aadsts', 'oauth-error', 'api-error', 'exception']);

/** The app and tenant that Entra ID's sentences call by name. */
export function namedIn(evidence: readonly Evidence[]): Named {
  const sentences = evidence.filter((item) => SENTENCES.has(item.kind));
  if (sentences.length === 0) return {};
  const { clientId, tenant } = valuesOf(sentences, null, null);
  return { ...(clientId === undefined ? {} : { clientId }), ...(tenant === undefined ? {} : { tenant }) };
}

/** Parameters that rules ask for. A header run together with other text may have read more. */
const PARAMETERS = [
  'realm',
  'authorization_uri',
  'authorization',
  'client_id',
  'trusted_issuers',
  'error',
  'scope',
] as const;

function ofChallenges(parameters: Readonly<Record<string, string>>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of PARAMETERS) {
    const value = parameters[name];
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}

const SHORTEST_SECRET = 6;
/** Fields of evidence and signals whose values are words of this program. What a person wrote may stand below them. */
const OWN_WORDS: ReadonlySet<string> = new Set(['kind', 'cause']);
const NONE: ReadonlySet<string> = new Set();

/**
 * A second look at what is kept, whatever a reader let through: every string goes through the masking of the logs.
 * What needs no masking stays as it is; only an object around a masked string is made anew.
 */
function masked<T>(value: T): T {
  if (typeof value === 'string') return value.length < SHORTEST_SECRET ? value : (maskSecrets(value) as T);
  if (typeof value !== 'object' || value === null) return value;
  return (Array.isArray(value) ? maskedList(value) : maskedFields(value, NONE)) as T;
}

function maskedList(list: readonly unknown[]): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (let index = 0; index < list.length; index += 1) {
    const safe = masked(list[index]);
    if (safe === list[index]) continue;
    copy ??= [...list];
    copy[index] = safe;
  }
  return copy ?? list;
}

function maskedFields<T extends object>(fields: T, safe: ReadonlySet<string>): T {
  let copy: T | undefined;
  for (const key in fields) {
    if (safe.has(key)) continue;
    const value = masked(fields[key]);
    if (value === fields[key]) continue;
    copy ??= { ...fields };
    copy[key] = value;
  }
  return copy ?? fields;
}

/** Evidence with its sentences taken out: what stays are codes, names, addresses and claims. */
function withoutText(item: Exclude<Evidence, PhraseEvidence>): KeptEvidence {
  switch (item.kind) {
    case 'aadsts':
    case 'api-error':
    case 'exception':
      return { ...item, message: '', span: undefined };
    case 'oauth-error':
      return { ...item, description: '', span: undefined };
    case 'diagnostics':
      return { ...item, reason: '', span: undefined };
    case 'challenge':
      return { ...item, parameters: ofChallenges(item.parameters), span: undefined };
    case 'request': {
      const { body: _body, authorizationSpan: _place, ...request } = item;
      return { ...request, span: undefined };
    }
    default:
      return { ...item, span: undefined };
  }
}

/** What was kept of an earlier message, as evidence again, and its signals, each a little lighter than it was. */
export function recalled({ evidence, phrases, signals, verdict, cause, named }: Remembered): EarlierMessage {
  return {
    evidence: [
      ...evidence.map((item) => ({ ...item, span: NOWHERE, earlier: true }) as Evidence),
      ...phrases.map((phrase): PhraseEvidence => ({ kind: 'phrase', phrase, span: NOWHERE, earlier: true })),
    ],
    signals: signals.map((signal) => ({ ...signal, weight: signal.weight * FADED })),
    certain: verdict === 'certain',
    decided: verdict === 'certain' || verdict === 'likely' ? cause : null,
    named,
  };
}

const VERDICTS: ReadonlySet<unknown> = new Set<Verdict>(['certain', 'likely', 'possible', 'undecided']);

/** Narrows what a store gave back; anything else is as good as forgotten. */
export function parseRemembered(value: unknown): Remembered | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { version, evidence, phrases, signals, verdict, cause, named } = value as Record<string, unknown>;
  if (cause !== null && !isCauseId(String(cause))) return undefined;
  if (!VERDICTS.has(verdict) || typeof named !== 'object' || named === null) return undefined;
  if (version !== 3 || !Array.isArray(evidence) || !Array.isArray(phrases) || !Array.isArray(signals)) return undefined;
  if (!signals.every((it) => typeof it === 'object' && it !== null && isCauseId(String((it as WeighedSignal).cause))))
    return undefined;
  return value as Remembered;
}
