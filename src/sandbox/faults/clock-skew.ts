import type { Fault } from './fault.ts';

/** A whole number of hours, as a time zone taken for another gives. */
const THREE_HOURS_MS = 3 * 3_600_000;

export const clockSkew: Fault = {
  cause: 'clock-skew',
  group: 'token',
  title: 'The clock is three hours fast',
  says: 'The clock of the machine that runs the client is three hours ahead.',
  shownBy: 'refresh',
  seenIn: 'health-report',
  apply(world) {
    world.client.clockOffsetMs = THREE_HOURS_MS;
  },
};
