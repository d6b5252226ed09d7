import type { Fault } from './fault.ts';

export const idTokenUsed: Fault = {
  cause: 'id-token-used',
  group: 'token',
  title: 'The ID token is sent',
  says: 'The client sends the ID token in place of the access token.',
  shownBy: 'graph-call',
  seenIn: 'health-report',
  apply(world) {
    world.client.token = 'id-token';
  },
};
