import type { Fault } from './fault.ts';

export const signatureInvalid: Fault = {
  cause: 'signature-invalid',
  group: 'token',
  title: 'The token is altered',
  says: 'The client alters the token on its way, so that its signature no longer fits.',
  shownBy: 'graph-call',
  seenIn: 'health-report',
  apply(world) {
    world.client.token = 'altered';
  },
};
