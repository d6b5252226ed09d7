import type { Fault } from './fault.ts';

export const tokenMissing: Fault = {
  cause: 'token-missing',
  group: 'token',
  title: 'No token is sent',
  says: 'The client calls Microsoft Graph with an empty Authorization header.',
  shownBy: 'graph-call',
  seenIn: 'health-report',
  apply(world) {
    world.client.token = 'none';
  },
};
