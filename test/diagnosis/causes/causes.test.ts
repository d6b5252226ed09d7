import { describe, expect, it } from 'vitest';
import { CAUSE_IDS } from '../../../src/diagnosis/cause-id.ts';
import { ROOT_CAUSES } from '../../../src/diagnosis/causes/index.ts';
import type { Diagnosis } from '../../../src/diagnosis/diagnosis.ts';
import { answerTo } from './answer-to.ts';

const ORDER = ['undecided', 'possible', 'likely', 'certain'];

describe('the root causes', () => {
  it('has a file for every id', () => {
    expect(Object.keys(ROOT_CAUSES).sort()).toEqual(CAUSE_IDS.filter((id) => id !== 'not-enough-evidence').sort());
  });
});

for (const [id, cause] of Object.entries(ROOT_CAUSES)) {
  describe(id, () => {
    it('has hits in several forms, a near miss, and the day of its sources', () => {
      expect(cause.hits.length).toBeGreaterThanOrEqual(3);
      expect(cause.nearMisses.length).toBeGreaterThanOrEqual(1);
      expect(cause.sources.length).toBeGreaterThanOrEqual(1);
      expect(cause.lastChecked).toMatch(/^\d{4}-\d\d-\d\d$/);
    });

    it.each(numbered(cause.hits))('hit $number is found', ({ paste, verdict }) => {
      const diagnosis = answerTo(paste);
      expect(diagnosis.cause, found(paste, diagnosis)).toBe(id);
      const reached = ORDER.indexOf(diagnosis.verdict);
      expect(reached, found(paste, diagnosis)).toBeGreaterThanOrEqual(ORDER.indexOf(verdict ?? 'likely'));
    });

    it.each(numbered(cause.nearMisses))('near miss $number is something else', (miss) => {
      const diagnosis = answerTo(miss.paste);
      expect(diagnosis.cause, found(miss.paste, diagnosis)).toBe(miss.cause);
    });

    it('has words for somebody with and without values', () => {
      for (const paste of ['401', ...cause.hits.map((hit) => hit.paste)]) {
        const { findings, fix } = answerTo(paste);
        for (const finding of findings) {
          expect(finding.headline).toMatch(/[.!?]$/);
          // The word itself is a finding where the paste holds it («Bearer undefined»).
          const word = /undefined|null|\[object/.exec(finding.headline)?.[0];
          if (word !== undefined) expect(paste).toContain(word);
        }
        for (const step of fix?.steps ?? []) expect(`${step.text} ${step.value ?? ''}`).not.toMatch(/\[object|NaN/);
      }
      expect(cause.symptoms.length).toBeGreaterThan(0);
    });
  });
}

function numbered<T extends object>(pastes: readonly T[]): (T & { readonly number: number })[] {
  return pastes.map((one, index) => ({ ...one, number: index + 1 }));
}

/** What the paste is and what was found in it: a number alone sends its reader counting. */
function found(paste: string, { findings, verdict }: Diagnosis): string {
  const weights = findings.map((it) => `${it.cause} ${it.weight}`).join(', ');
  return `${paste}\n=> ${verdict}: ${weights || 'nothing'}\n`;
}
