import type { Fault } from './fault.ts';

export const missingScope: Fault = {
  cause: 'missing-scope',
  group: 'token',
  title: 'A permission was not asked for',
  says: 'The connection no longer asks for Calendars.ReadWrite.',
  shownBy: 'graph-call',
  seenIn: 'health-report',
  apply(world) {
    world.connection.scopes = world.connection.scopes.filter((scope) => !/Calendars\./i.test(scope));
  },
};
