import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import type { Diagnosis } from '../../../src/diagnosis/diagnosis.ts';

export const NOW = Date.UTC(2026, 10, 22, 12);

const answers = new Map<string, Diagnosis>();

/** The answer to a paste that several tests ask for, as the hits of the causes: worked out once by each process. */
export function answerTo(paste: string): Diagnosis {
  const known = answers.get(paste);
  if (known !== undefined) return known;
  const diagnosis = diagnose(paste, { now: NOW });
  answers.set(paste, diagnosis);
  return diagnosis;
}
