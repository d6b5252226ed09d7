import type { Fault } from './fault.ts';
import { tenantOf } from './subject.ts';

export const conditionalAccessBlocked: Fault = {
  cause: 'conditional-access-blocked',
  group: 'person-and-policy',
  title: 'Conditional Access refuses',
  says: 'A Conditional Access policy blocks the app.',
  shownBy: 'refresh',
  seenIn: 'health-report',
  apply(world) {
    world.policies.push({ kind: 'block-by-conditional-access', tenantId: tenantOf(world).id });
  },
};
