import type { Fault } from './fault.ts';

export const codeExpiredOrRedeemed: Fault = {
  cause: 'code-expired-or-redeemed',
  group: 'getting-the-token',
  title: 'The code expires at once',
  says: 'An authorization code is no longer good when it comes back.',
  shownBy: 'code-redemption',
  seenIn: 'sign-in-page',
  apply(world) {
    world.entra.codeSeconds = 0;
  },
};
