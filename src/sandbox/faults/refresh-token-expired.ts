import type { Fault } from './fault.ts';

export const refreshTokenExpired: Fault = {
  cause: 'refresh-token-expired',
  group: 'getting-the-token',
  title: 'The refresh token has expired',
  says: 'Refresh tokens are good for no time at all, as after ninety days of inactivity.',
  shownBy: 'refresh',
  seenIn: 'health-report',
  apply(world) {
    world.entra.refreshTokenSeconds = 0;
  },
};
