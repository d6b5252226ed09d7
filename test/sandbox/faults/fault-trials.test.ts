import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { AVAILABLE_FAULTS } from '../../../src/sandbox/faults/index.ts';
import { TRIALS } from '../trials/index.ts';
import { startTrialSandbox } from '../trials/trial-sandbox.ts';

const cases = AVAILABLE_FAULTS.flatMap(({ cause }) =>
  (TRIALS[cause] ?? []).map(([what, trial]) => ({ cause, what, trial })),
);

test('every fault has a trial', () => {
  const without = AVAILABLE_FAULTS.filter(({ cause }) => TRIALS[cause] === undefined);
  expect(without.map(({ cause }) => cause)).toEqual([]);
});

describe('a fresh sandbox', () => {
  test.each(cases)('$cause, $what: refused with that diagnosis, and mended', async ({ cause, trial }) => {
    const sandbox = await startTrialSandbox();
    try {
      const attempt = await trial(sandbox);
      sandbox.forward(2_000);
      expect(sandbox.control.break(cause)).toMatchObject({ kind: 'broken' });
      const outcome = await attempt();
      if (outcome.kind === 'worked') throw new Error('The request worked although the fault is on');
      const { cause: found, verdict } = diagnose(outcome.text, { now: sandbox.now() });
      expect({ found, text: outcome.text }).toMatchObject({ found: cause });
      expect(verdict).not.toBe('undecided');
      sandbox.forward(2_000);
      sandbox.control.repair();
      expect(await attempt()).toEqual({ kind: 'worked' });
    } finally {
      await sandbox.close();
    }
  });
});
