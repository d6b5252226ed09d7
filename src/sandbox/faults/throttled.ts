import type { Fault } from './fault.ts';

export const throttled: Fault = {
  cause: 'throttled',
  group: 'service',
  title: 'Too many requests',
  says: 'Microsoft Graph answers that there were too many requests.',
  shownBy: 'graph-call',
  seenIn: 'health-report',
  apply(world) {
    world.graph.throttled = true;
  },
};
