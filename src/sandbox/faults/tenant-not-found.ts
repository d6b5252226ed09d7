import type { Fault } from './fault.ts';

export const tenantNotFound: Fault = {
  cause: 'tenant-not-found',
  group: 'getting-the-token',
  title: 'The tenant does not exist',
  says: 'The connection names a tenant that does not exist.',
  shownBy: 'refresh',
  seenIn: 'health-report',
  apply(world) {
    world.connection.tenant = 'contosso.onmicrosoft.com';
  },
};
