import type { Fault } from './fault.ts';

export const mixedResourceScopes: Fault = {
  cause: 'mixed-resource-scopes',
  group: 'getting-the-token',
  title: 'Scopes of two APIs in one request',
  says: 'The connection asks for scopes of Microsoft Graph and of outlook.office.com in one request.',
  shownBy: 'refresh',
  seenIn: 'health-report',
  apply(world) {
    world.connection.scopes = [...world.connection.scopes, 'https://outlook.office.com/Calendars.ReadWrite'];
  },
};
