import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { diagnosisText } from '../../src/presentation/cards/diagnosis/diagnosis-text.ts';

/** What every object of JavaScript answers to, though nobody put it there: no table of ours may. */
export const INHERITED = ['constructor', '__proto__', 'toString'] as const;

const NOW = Date.UTC(2026, 10, 22, 12);

/** All that the engine says of a paste, as data and in words. */
export function everyWordOf(paste: string): string {
  const diagnosis = diagnose(paste, { now: NOW });
  return `${JSON.stringify(diagnosis)}\n${diagnosisText(diagnosis)}`;
}
