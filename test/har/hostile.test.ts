import fc from 'fast-check';
import '../property-seed.ts';
import { expect, test } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { surveyHar } from '../../src/har/har-survey.ts';
import { readHar } from '../../src/har/read-har.ts';
import { expectWithin } from '../processor-time.ts';
import { entryOf, WRONG_AUDIENCE } from './recording.ts';

const read = (paste: string) => diagnose(paste, { now: 0 });

test('whatever stands in the place of a value, it is read or left out', () => {
  const entry = entryOf(WRONG_AUDIENCE) as { request: object; response: object };
  fc.assert(
    fc.property(
      fc.constantFrom('method', 'url', 'headers', 'postData', 'cookies'),
      fc.constantFrom('status', 'statusText', 'headers', 'content', 'redirectURL', '_error'),
      fc.jsonValue(),
      fc.jsonValue(),
      (asked, answered, one, other) => {
        const changed = {
          ...entry,
          request: { ...entry.request, [asked]: one },
          response: { ...entry.response, [answered]: other },
        };
        const har = readHar(JSON.stringify({ log: { entries: [changed, one, other] } }));
        expect(surveyHar(har!, read).failures.length).toBeLessThanOrEqual(3);
      },
    ),
    { numRuns: 200 },
  );
});

test('JSON of any form is a recording or none', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const har = readHar(JSON.stringify({ log: value }));
      expect(har === null || Array.isArray(har.calls)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('headers full of white space take no longer than others', () => {
  const entry = entryOf(WRONG_AUDIENCE) as { request: object; response: object };
  const headers = Array.from({ length: 20 }, (_, index) => ({ name: `x-${index}`, value: `a${'\t'.repeat(16_000)}b` }));
  const har = readHar(JSON.stringify({ log: { entries: [{ ...entry, response: { ...entry.response, headers } }] } }));
  expectWithin(1_000, () => void surveyHar(har!, read));
});
