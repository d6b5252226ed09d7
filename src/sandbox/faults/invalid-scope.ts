import type { Fault } from './fault.ts';
import { openIdScopes } from './subject.ts';

export const invalidScope: Fault = {
  cause: 'invalid-scope',
  group: 'getting-the-token',
  title: 'A scope does not exist',
  says: 'The connection asks for Calendar.ReadWrite: without the s there is no such permission.',
  shownBy: 'refresh',
  seenIn: 'health-report',
  apply(world) {
    world.connection.scopes = [...openIdScopes(world), 'https://graph.microsoft.com/Calendar.ReadWrite'];
  },
};
