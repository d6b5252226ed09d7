import { type HealthCheck, pass, skipped } from '../check-context.ts';
import { failed, wouldBe } from '../graph-refused.ts';
import { spanOfTime } from '../span-of-time.ts';

/** Entra ID and Graph tolerate five minutes between their clock and another one. */
const TOLERANCE = 5 * 60_000;

export const clock: HealthCheck = {
  id: 'clock',
  run: async (context) => {
    const { answer, receivedAt } = await context.profile();
    if (answer.serverTime === null) return skipped('No Date came from Microsoft Graph to compare the clock with.');
    const off = receivedAt - answer.serverTime;
    // A Date has whole seconds, and the answer took its time to come.
    if (Math.abs(off) < 2_000) return pass('The clock of this service agrees with Microsoft Graph’s.');
    const apart = `${spanOfTime(off)} ${off > 0 ? 'ahead of' : 'behind'}`;
    if (Math.abs(off) <= TOLERANCE)
      return pass(`The clock of this service is ${apart} Microsoft Graph’s; five minutes are tolerated.`);
    const here = new Date(receivedAt).toISOString();
    const there = new Date(answer.serverTime).toISOString();
    return failed(
      `The clock of this service is ${apart} Microsoft Graph’s: ${here} here, ${there} there.`,
      {
        request: wouldBe('GET', '/me'),
        error: { name: 'Clock skew', message: `the machine is ${apart} the Date header of Microsoft Graph` },
      },
      context,
    );
  },
};
