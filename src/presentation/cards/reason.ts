import type { Reason } from '../answer.ts';
import { type CardElement, dataText, monospace } from './elements.ts';

/** Reasons shown in the open; the rest is in the full explanation. */
export const REASONS_IN_THE_OPEN = 2;

/** A quote in monospace and what it tells. */
export function reason(because: Reason): CardElement[] {
  const says = dataText(because.says, {}, { spacing: 'Small' });
  return because.quote === null ? [says] : [monospace(because.quote), says];
}
