import type { Fault } from './fault.ts';
import { openIdScopes } from './subject.ts';

export const resourceNotFound: Fault = {
  cause: 'resource-not-found',
  group: 'getting-the-token',
  title: 'The API asked for is not there',
  says: 'The connection asks for a scope of an API that the tenant does not know.',
  shownBy: 'refresh',
  seenIn: 'health-report',
  apply(world) {
    world.connection.scopes = [...openIdScopes(world), 'api://calendar-gateway/Events.Write'];
  },
};
