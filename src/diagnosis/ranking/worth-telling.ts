import type { Span } from '../text/span.ts';
import type { WeighedSignal } from './weigh.ts';

const MOST_REASONS = 4;
/** Beside a proof, a mere possibility is no reason any more. */
const WEAK_BESIDE_PROOF = 0.5;
const PROOF = 0.8;

/** The signals that are told: no second one from the same place, and no weak one beside a proof. */
export function worthTelling(signals: readonly WeighedSignal[]): readonly WeighedSignal[] {
  const told: WeighedSignal[] = [];
  for (const signal of signals) {
    const { at } = signal;
    if (told.length > 0 && told[0]!.weight >= PROOF && signal.weight < WEAK_BESIDE_PROOF) continue;
    if (at !== null && told.some((other) => saysTheSame(other, signal, at))) continue;
    told.push(signal);
    if (told.length === MOST_REASONS) break;
  }
  return told;
}

/** How far the sentence behind a code reaches, at most (see the reader of codes). */
const SENTENCE_OF_A_CODE = 600;

/** A second place that overlaps the first, or words of the sentence of a code already told. */
function saysTheSame(told: WeighedSignal, signal: WeighedSignal, at: Span): boolean {
  if (told.at === null) return false;
  if (told.at.start < at.end && at.start < told.at.end) return true;
  const behind = at.start - told.at.start;
  return told.code !== null && signal.code === null && behind > 0 && behind < SENTENCE_OF_A_CODE;
}
