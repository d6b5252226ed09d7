import type { Fault } from './fault.ts';

export const serviceOutage: Fault = {
  cause: 'service-outage',
  group: 'service',
  title: 'Microsoft Graph is down',
  says: 'Microsoft Graph answers that it is unavailable.',
  shownBy: 'graph-call',
  seenIn: 'health-report',
  apply(world) {
    world.graph.outage = true;
  },
};
