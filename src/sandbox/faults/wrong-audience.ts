import type { Fault } from './fault.ts';
import { openIdScopes } from './subject.ts';

export const wrongAudience: Fault = {
  cause: 'wrong-audience',
  group: 'token',
  title: 'The token is for another API',
  says: 'The connection asks for the scope of outlook.office.com in place of those of Microsoft Graph.',
  shownBy: 'graph-call',
  seenIn: 'health-report',
  apply(world) {
    world.connection.scopes = [...openIdScopes(world), 'https://outlook.office.com/Calendars.ReadWrite'];
  },
};
