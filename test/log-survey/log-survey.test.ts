import { expect, test } from 'vitest';
import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import { LogSurveyor } from '../../src/log-survey/log-survey.ts';
import { CERTAIN, UNDECIDED } from '../presentation/diagnosis-samples.ts';

function surveyed(text: string, diagnose: (text: string) => Diagnosis) {
  const surveyor = new LogSurveyor(diagnose);
  surveyor.push(text);
  return surveyor.end();
}

const line = (index: number, words: string) =>
  `2026-03-02 10:00:00 ERROR ${words} user${index}@contoso.com id=${index}`;

test('failures that differ by time, ids and people only are diagnosed once', () => {
  let calls = 0;
  const text = Array.from({ length: 500 }, (_, index) => line(index, 'AADSTS50011: mismatch')).join('\n');
  const { failures } = surveyed(text, () => {
    calls += 1;
    return CERTAIN;
  });
  expect(failures).toMatchObject([{ count: 500, firstLine: 1, lastLine: 500 }]);
  expect(calls).toBe(1);
});

test('the number of distinct failures is bounded, the rest counted', () => {
  const text = Array.from({ length: 1500 }, (_, index) => line(index, `AADSTS${50000 + index}: failed`)).join('\n');
  const { failures, unlisted } = surveyed(text, () => CERTAIN);
  expect(failures).toHaveLength(1000);
  expect(unlisted).toBe(500);
});

test('a wide mark of which nothing can be said is no failure', () => {
  expect(surveyed(line(1, 'Credential: IDX10214 and nothing'), () => UNDECIDED).failures).toEqual([]);
  expect(surveyed(line(1, '401 Unauthorized'), () => UNDECIDED).failures).toHaveLength(1);
});
