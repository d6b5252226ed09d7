import type { Fault } from './fault.ts';

export const sessionRevoked: Fault = {
  cause: 'session-revoked',
  group: 'getting-the-token',
  title: 'The sessions were revoked',
  says: 'An administrator revoked all sessions a moment ago.',
  shownBy: 'refresh',
  seenIn: 'health-report',
  apply(world, now) {
    for (const person of world.people) person.sessionsValidFrom = Math.ceil(now / 1000);
  },
};
