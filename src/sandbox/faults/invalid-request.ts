import type { Fault } from './fault.ts';

export const invalidRequest: Fault = {
  cause: 'invalid-request',
  group: 'getting-the-token',
  title: 'A parameter is missing',
  says: 'The client sends the sign-in request without response_type.',
  shownBy: 'sign-in',
  seenIn: 'sign-in-page',
  apply(world) {
    world.connection.responseType = '';
  },
};
