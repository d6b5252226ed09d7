import type { Fault } from './fault.ts';

export const pkceMismatch: Fault = {
  cause: 'pkce-mismatch',
  group: 'getting-the-token',
  title: 'The code verifier is another one',
  says: 'The client sends the code verifier of another attempt.',
  shownBy: 'code-redemption',
  seenIn: 'sign-in-page',
  apply(world) {
    world.connection.pkce = 'wrong';
  },
};
