import type { Fault } from './fault.ts';
import { peopleOf, tenantOf } from './subject.ts';

export const mfaRequired: Fault = {
  cause: 'mfa-required',
  group: 'person-and-policy',
  title: 'A second factor is due',
  says: 'The tenant requires multifactor authentication, and nobody has done it yet.',
  shownBy: 'refresh',
  seenIn: 'health-report',
  apply(world) {
    world.policies.push({ kind: 'require-mfa', tenantId: tenantOf(world).id });
    for (const person of peopleOf(world)) person.mfaDone = false;
  },
};
