import type { Fault } from './fault.ts';
import { appOf } from './subject.ts';

export const accountTypeMismatch: Fault = {
  cause: 'account-type-mismatch',
  group: 'getting-the-token',
  title: 'A single-tenant app is called through common',
  says: 'The app takes accounts of one tenant only, and the connection signs in through common, as if it took all.',
  shownBy: 'refresh',
  seenIn: 'health-report',
  apply(world) {
    appOf(world).accountTypes = 'one-tenant';
    world.connection.tenant = 'common';
  },
};
