import type { Fault } from './fault.ts';

export const wrongCloud: Fault = {
  cause: 'wrong-cloud',
  group: 'token',
  title: 'Token and API belong to different clouds',
  says: 'The Microsoft Graph that answers is the one of the US Government cloud.',
  shownBy: 'graph-call',
  seenIn: 'health-report',
  apply(world) {
    world.graph.cloud = 'usgov';
  },
};
