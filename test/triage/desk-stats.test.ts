import { describe, expect, test } from 'vitest';
import type { Feedback } from '../../src/storage/store.ts';
import type { StoredCase } from '../../src/storage/triage-store.ts';
import { deskStats } from '../../src/triage/desk-stats.ts';
import { NOW, storedCase } from './sample-cases.ts';

async function* streamed(cases: readonly StoredCase[]): AsyncGenerator<StoredCase> {
  yield* cases;
}

const pressed = (diagnosisId: string, feedback: Feedback['feedback'], by = 'x'): Feedback => ({
  diagnosisId,
  cause: 'mfa-required',
  verdict: 'certain',
  feedback,
  by,
  at: NOW,
});

test('an empty desk', async () => {
  expect(await deskStats(streamed([]), [])).toEqual({
    cases: 0,
    open: 0,
    resolved: 0,
    causes: [],
    medianToAnswer: null,
    medianToResolution: null,
    fixed: { part: 0, of: 0 },
    accuracy: { part: 0, of: 0 },
  });
});

describe('a desk', () => {
  const cases = [
    storedCase({ number: 1, diagnosisId: 'a', answered: NOW + 2_000, state: 'resolved', resolved: NOW + 600_000 }),
    storedCase({ number: 2, diagnosisId: 'b', answered: NOW + 4_000, cause: 'mfa-required', wrong: true }),
    storedCase({ number: 3, diagnosisId: 'c', answered: NOW + 8_000 }),
    storedCase({ number: 4, diagnosisId: 'd', state: 'reopened', resolved: NOW + 1_000 }),
    storedCase({ number: 5, diagnosisId: 'e' }),
    storedCase({ number: 6, diagnosisId: 'f', state: 'resolved', resolved: NOW + 600_000 }),
  ];
  const feedback = [
    pressed('a', 'fixed'),
    pressed('a', 'fixed', 'y'),
    pressed('c', 'not-it'),
    pressed('d', 'not-it'),
    pressed('d', 'fixed', 'y'),
    pressed('of-another-desk', 'not-it'),
  ];

  test('is counted', async () => {
    const stats = await deskStats(streamed(cases), feedback);
    expect(stats).toMatchObject({
      cases: 6,
      open: 4,
      resolved: 2,
      causes: [
        { cause: 'conditional-access-blocked', cases: 5, wrong: 1 },
        { cause: 'mfa-required', cases: 1, wrong: 1 },
      ],
      fixed: { part: 3, of: 5 },
      // Judged: 1 and 6 resolved, 2 wrong, 3 «Not it» alone, 4 with both. Right: 1, 4, 6.
      accuracy: { part: 3, of: 5 },
    });
    expect(stats.medianToAnswer! / 4_000).toBeCloseTo(1, 1);
    // What was resolved and is open again is not done.
    expect(stats.medianToResolution! / 600_000).toBeCloseTo(1, 1);
  });

  test('of one diagnosis the presses count once', async () => {
    const twice = [storedCase({ diagnosisId: 'a' }), storedCase({ number: 18, diagnosisId: 'a' })];
    expect((await deskStats(streamed(twice), [pressed('a', 'fixed')])).fixed).toEqual({ part: 1, of: 1 });
  });
});

test('ids of causes that nobody bounded are one in the end', async () => {
  const many = Array.from({ length: 500 }, (_, index) => storedCase({ cause: `cause-${index}` }));
  const { causes } = await deskStats(streamed(many), []);
  expect(causes).toHaveLength(201);
  expect(causes[0]).toEqual({ cause: 'other', cases: 300, wrong: 0 });
});

test('a hundred thousand cases take no more memory than ten', async () => {
  const one = storedCase();
  async function* endless(): AsyncGenerator<StoredCase> {
    for (let number = 0; number < 100_000; number += 1) yield { ...one, number, answered: NOW + number };
  }
  const stats = await deskStats(endless(), []);
  expect(stats.cases).toBe(100_000);
  expect(stats.medianToAnswer! / 50_000).toBeCloseTo(1, 1);
});
