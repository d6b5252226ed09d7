import type { Fault } from './fault.ts';

export const caeChallenge: Fault = {
  cause: 'cae-challenge',
  group: 'token',
  title: 'Graph asks for a fresh sign-in',
  says: 'Continuous access evaluation: Microsoft Graph takes no token of a sign-in from before this moment.',
  shownBy: 'graph-call',
  seenIn: 'health-report',
  apply(world, now) {
    // The `auth_time` of a token is in whole seconds.
    world.graph.claimsChallengeBefore = Math.ceil(now / 1000) * 1000;
  },
};
