import type { Fault } from './fault.ts';

export const noRefreshToken: Fault = {
  cause: 'no-refresh-token',
  group: 'getting-the-token',
  title: 'offline_access was not asked for',
  says: 'The connection no longer asks for offline_access, so no refresh token is given.',
  shownBy: 'refresh',
  seenIn: 'an-hour-later',
  apply(world) {
    world.connection.scopes = world.connection.scopes.filter((scope) => scope !== 'offline_access');
  },
};
