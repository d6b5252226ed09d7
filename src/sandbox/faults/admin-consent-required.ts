import type { Fault } from './fault.ts';
import { appOf, removeWhere, tenantOf } from './subject.ts';

export const adminConsentRequired: Fault = {
  cause: 'admin-consent-required',
  group: 'getting-the-token',
  title: 'Only an administrator may consent',
  says: 'The tenant no longer lets people consent to apps, and the consent of the app was taken back.',
  shownBy: 'sign-in',
  seenIn: 'sign-in-page',
  apply(world) {
    const { clientId } = appOf(world);
    removeWhere(world.consents, (consent) => consent.clientId === clientId);
    world.policies.push({ kind: 'no-user-consent', tenantId: tenantOf(world).id });
  },
};
