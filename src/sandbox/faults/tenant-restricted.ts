import type { Fault } from './fault.ts';
import { tenantOf } from './subject.ts';

export const tenantRestricted: Fault = {
  cause: 'tenant-restricted',
  group: 'person-and-policy',
  title: 'Tenant restrictions refuse',
  says: 'The network allows sign-in to other tenants only.',
  shownBy: 'refresh',
  seenIn: 'health-report',
  apply(world) {
    world.policies.push({ kind: 'tenant-restrictions', tenantId: tenantOf(world).id });
  },
};
