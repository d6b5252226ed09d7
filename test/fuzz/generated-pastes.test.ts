import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAnswer } from '../../bench/fuzz/check-answer.ts';
import { generatedPaste } from '../../bench/fuzz/generated-paste.ts';

/** `npm run fuzz` does a hundred thousand of these. */
describe('generated pastes', () => {
  it('two thousand: no throw, no slow case, no secret in any answer', () => {
    fc.assert(fc.property(generatedPaste, checkAnswer), { numRuns: 2_000, seed: 401 });
  }, 60_000);

  it('hold secrets, or the check would be empty', () => {
    const sample = fc.sample(generatedPaste, { numRuns: 300, seed: 401 });
    expect(sample.filter(({ secrets }) => secrets.length > 0).length).toBeGreaterThan(100);
  });
});
