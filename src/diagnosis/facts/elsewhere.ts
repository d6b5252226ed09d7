import type { Facts } from './facts.ts';

/** Whether a paste holds the words of another vendor and nothing of Microsoft's: then no cause of Microsoft's is told. */
export function isElsewhere(facts: Pick<Facts, 'microsoft' | 'of'>): boolean {
  return !facts.microsoft && facts.of('vendor').length > 0;
}
