import type { Fault } from './fault.ts';
import { appOf, removeWhere } from './subject.ts';

export const consentRequired: Fault = {
  cause: 'consent-required',
  group: 'getting-the-token',
  title: 'The consent was taken back',
  says: 'Every consent to the app was taken back.',
  shownBy: 'refresh',
  seenIn: 'health-report',
  apply(world) {
    const { clientId } = appOf(world);
    removeWhere(world.consents, (consent) => consent.clientId === clientId);
  },
};
