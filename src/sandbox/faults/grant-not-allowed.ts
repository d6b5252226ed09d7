import type { Fault } from './fault.ts';

export const grantNotAllowed: Fault = {
  cause: 'grant-not-allowed',
  group: 'getting-the-token',
  title: 'The response type is not enabled',
  says: 'The client asks for an ID token straight from the authorize endpoint, and the implicit grant is not enabled.',
  shownBy: 'sign-in',
  seenIn: 'sign-in-page',
  apply(world) {
    world.connection.responseType = 'id_token';
  },
};
