import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseAnswer } from '../../src/bot/triage/cards/stored-views.ts';
import { CONTENT_BYTES, caseContentOf, parseCaseContent } from '../../src/presentation/case-content.ts';
import { anyText } from '../any-text.ts';
import { SAMPLE_NOW, sampleCase } from '../bot/triage/sample-cases.ts';
import { arbitraryDiagnosis } from './arbitrary-diagnosis.ts';

describe('the content of a case', () => {
  it('is bounded, and the same after it was kept, whatever the diagnosis holds', { timeout: 20_000 }, () => {
    fc.assert(
      fc.property(arbitraryDiagnosis, anyText(), (diagnosis, excerpt) => {
        const content = caseContentOf(diagnosis, excerpt);
        const json = JSON.stringify(content);
        expect(Buffer.byteLength(json)).toBeLessThanOrEqual(CONTENT_BYTES);
        expect(parseCaseContent(json)).toEqual(JSON.parse(json));
      }),
      { numRuns: 40 },
    );
  });

  it('always fits a card', { timeout: 20_000 }, () => {
    const around = {
      place: { channelId: 'msteams', tenant: null, group: null },
      agents: [],
      findsPeople: true,
      timeZone: null,
      now: SAMPLE_NOW,
    };
    fc.assert(
      fc.property(arbitraryDiagnosis, (diagnosis) => {
        const content = JSON.stringify(caseContentOf(diagnosis, 'x'.repeat(400)));
        const { card } = caseAnswer(sampleCase('', { content }), null, around, { withExcerpt: true });
        expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(25_000);
      }),
      { numRuns: 40 },
    );
  });

  it.each(['', 'null', '[]', '{"cause":"x"}', '{"cause":"token-expired","verdict":"sure","headline":"a"}'])(
    'of another version is none: %s',
    (json) => {
      expect(parseCaseContent(json)).toBeNull();
    },
  );
});
