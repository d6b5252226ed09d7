import { describe, expect, it } from 'vitest';
import { inFlight } from '../../../../src/bot/sign-in/teams-sso/in-flight.ts';

describe('in flight', () => {
  it('runs once for all who ask meanwhile, and shares a failure', async () => {
    const share = inFlight<number>();
    let runs = 0;
    const task = async (): Promise<number> => {
      runs += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (runs === 2) throw new Error('second');
      return runs;
    };
    expect(await Promise.all([share('a', task), share('a', task), share('a', task)])).toEqual([1, 1, 1]);
    const failed = await Promise.allSettled([share('a', task), share('a', task)]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await share('a', task)).toBe(3);
  });
});
