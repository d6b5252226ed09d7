import { describe, expect, it } from 'vitest';
import { CAUSE_IDS } from '../../../src/diagnosis/cause-id.ts';
import { ROOT_CAUSES } from '../../../src/diagnosis/causes/index.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const ORDER = ['undecided', 'possible', 'likely', 'certain'];

describe('the root causes', () => {
  it('has a file for every id', () => {
    expect(Object.keys(ROOT_CAUSES).sort()).toEqual(CAUSE_IDS.filter((id) => id !== 'not-enough-evidence').sort());
  });
});

for (const [id, cause] of Object.entries(ROOT_CAUSES)) {
  describe(id, () => {
    it.each(cause.hits.map((hit, index) => ({ ...hit, index })))('hit $index is found', ({ paste, verdict }) => {
      const diagnosis = diagnose(paste, { now: NOW });
      expect(diagnosis.cause, JSON.stringify(diagnosis.findings.map((it) => [it.cause, it.weight]))).toBe(id);
      expect(ORDER.indexOf(diagnosis.verdict)).toBeGreaterThanOrEqual(ORDER.indexOf(verdict ?? 'likely'));
    });

    it.each(cause.nearMisses.map((miss, index) => ({ ...miss, index })))(
      'near miss $index is something else',
      (miss) => {
        const diagnosis = diagnose(miss.paste, { now: NOW });
        expect(diagnosis.cause, JSON.stringify(diagnosis.findings.map((it) => [it.cause, it.weight]))).toBe(miss.cause);
      },
    );

    it('has words for somebody with and without values', () => {
      for (const paste of ['401', ...cause.hits.map((hit) => hit.paste)]) {
        const { findings, fix } = diagnose(paste, { now: NOW });
        for (const finding of findings) {
          expect(finding.headline).toMatch(/[.!?]$/);
          // The word itself is a finding where the paste holds it («Bearer undefined»).
          const word = /undefined|null|\[object/.exec(finding.headline)?.[0];
          if (word !== undefined) expect(paste).toContain(word);
        }
        for (const step of fix?.steps ?? []) expect(`${step.text} ${step.value ?? ''}`).not.toMatch(/\[object|NaN/);
      }
      expect(cause.sources.length).toBeGreaterThan(0);
      expect(cause.symptoms.length).toBeGreaterThan(0);
    });
  });
}
