import type { Fault } from './fault.ts';

export const caeChallenge: Fault = {
  cause: 'cae-challenge',
  group: 'token',
  title: 'Graph asks for a fresh token',
  says: 'Continuous access evaluation: Microsoft Graph takes no token from before this moment.',
  shownBy: 'graph-call',
  seenIn: 'health-report',
  apply(world, now) {
    // The `iat` of a token is whole seconds.
    world.graph.claimsChallengeBefore = Math.ceil(now / 1000) * 1000;
  },
};
