import { isCauseId } from './cause-id.ts';
import type { Evidence } from './evidence/evidence.ts';
import type { WeighedCause, WeighedSignal } from './ranking/weigh.ts';
import { maskSecrets } from './secrets/mask-secrets.ts';

/**
 * What is kept of one message for the messages after it: evidence without its texts, and what the rules made of them.
 * JSON-able. It holds claims, codes, hosts and settings; no message of a service, no line of the paste, no secret.
 */
export interface Remembered {
  readonly version: 1;
  readonly evidence: readonly Evidence[];
  readonly signals: readonly WeighedSignal[];
}

const NOWHERE = { start: 0, end: 0 } as const;
const MOST_EVIDENCE = 60;
const MOST_SIGNALS = 20;
/** A signal of an earlier message counts a little less: the person may have moved on. */
const FADED = 0.9;

export function toRemember(fresh: readonly Evidence[], ranked: readonly WeighedCause[]): Remembered {
  // A rule that only looks at claims and addresses fires again on the kept evidence; signals from texts would be lost.
  const signals = ranked
    .flatMap((it) => it.signals)
    .filter((signal) => signal.at !== null)
    .slice(0, MOST_SIGNALS)
    .map((signal) => ({ ...signal, at: null }));
  return {
    version: 1,
    evidence: fresh.slice(0, MOST_EVIDENCE).map((item) => maskedFields(withoutText(item), OWN_WORDS)),
    signals: signals.map((signal) => maskedFields(signal, OWN_WORDS)),
  };
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
const OWN_WORDS: ReadonlySet<string> = new Set(['kind', 'phrase', 'cause']);
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
function withoutText(item: Evidence): Evidence {
  switch (item.kind) {
    case 'aadsts':
    case 'api-error':
    case 'exception':
      return { ...item, message: '', span: NOWHERE, earlier: true };
    case 'oauth-error':
      return { ...item, description: '', span: NOWHERE, earlier: true };
    case 'diagnostics':
      return { ...item, reason: '', span: NOWHERE, earlier: true };
    case 'challenge':
      return { ...item, parameters: ofChallenges(item.parameters), span: NOWHERE, earlier: true };
    case 'request': {
      const { body: _, ...request } = item;
      return { ...request, span: NOWHERE, earlier: true };
    }
    default:
      return { ...item, span: NOWHERE, earlier: true };
  }
}

export function rememberedEvidence(earlier: readonly Remembered[]): Evidence[] {
  return earlier.flatMap((it) => it.evidence);
}

export function rememberedSignals(earlier: readonly Remembered[]): WeighedSignal[] {
  return earlier.flatMap((it) => it.signals.map((signal) => ({ ...signal, weight: signal.weight * FADED })));
}

/** Narrows what a store gave back; anything else is as good as forgotten. */
export function parseRemembered(value: unknown): Remembered | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { version, evidence, signals } = value as Record<string, unknown>;
  if (version !== 1 || !Array.isArray(evidence) || !Array.isArray(signals)) return undefined;
  if (!signals.every((it) => typeof it === 'object' && it !== null && isCauseId(String((it as WeighedSignal).cause))))
    return undefined;
  return value as Remembered;
}
