import type { Fault } from './fault.ts';
import { tenantOf } from './subject.ts';

export const deviceRegistration: Fault = {
  cause: 'device-registration',
  group: 'person-and-policy',
  title: 'The device is not known',
  says: 'The tenant requires a device that it knows, and this one is not registered.',
  shownBy: 'refresh',
  seenIn: 'health-report',
  apply(world) {
    world.policies.push({ kind: 'require-compliant-device', tenantId: tenantOf(world).id });
  },
};
