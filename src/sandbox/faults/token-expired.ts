import type { Fault } from './fault.ts';

export const tokenExpired: Fault = {
  cause: 'token-expired',
  group: 'token',
  title: 'An old token is sent',
  says: 'The client goes on sending a token whose lifetime is over.',
  shownBy: 'graph-call',
  seenIn: 'health-report',
  apply(world) {
    world.client.token = 'old';
  },
};
