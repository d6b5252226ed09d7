import type { Fault } from './fault.ts';
import { appOf } from './subject.ts';

export const clientAssertionInvalid: Fault = {
  cause: 'client-assertion-invalid',
  group: 'getting-the-token',
  title: 'The certificate is not registered',
  says: 'The certificate that the client signs with was removed from the registration.',
  shownBy: 'refresh',
  seenIn: 'other-flow',
  apply(world) {
    appOf(world).certificates = [];
  },
};
