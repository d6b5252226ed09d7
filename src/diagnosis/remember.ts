import { isCauseId } from './cause-id.ts';
import type { Evidence } from './evidence/evidence.ts';
import type { WeighedCause, WeighedSignal } from './ranking/weigh.ts';

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
  return { version: 1, evidence: fresh.slice(0, MOST_EVIDENCE).map(withoutText), signals };
}

/** Evidence with its sentences taken out: what stays are codes, names, addresses and claims. */
function withoutText(item: Evidence): Evidence {
  const kept = { ...item, span: NOWHERE, earlier: true as const };
  switch (kept.kind) {
    case 'aadsts':
    case 'api-error':
    case 'exception':
      return { ...kept, message: '' };
    case 'oauth-error':
      return { ...kept, description: '' };
    case 'diagnostics':
      return { ...kept, reason: '' };
    case 'challenge': {
      const { error_description: _, ...parameters } = kept.parameters;
      return { ...kept, parameters };
    }
    case 'request': {
      const { body: _, ...request } = kept;
      return request;
    }
    default:
      return kept;
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
  if (!signals.every((it) => typeof it === 'object' && it !== null && isCauseId(String((it as WeighedSignal).cause)))) return undefined;
  return value as Remembered;
}
