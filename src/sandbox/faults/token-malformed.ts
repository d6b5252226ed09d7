import type { Fault } from './fault.ts';

export const tokenMalformed: Fault = {
  cause: 'token-malformed',
  group: 'token',
  title: 'The token is cut',
  says: 'The client cuts the token before it sends it, as a column that is too short would.',
  shownBy: 'graph-call',
  seenIn: 'health-report',
  apply(world) {
    world.client.token = 'cut';
  },
};
