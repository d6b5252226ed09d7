import type { Fault } from './fault.ts';
import { peopleOf } from './subject.ts';

export const passwordExpired: Fault = {
  cause: 'password-expired',
  group: 'person-and-policy',
  title: 'The password has expired',
  says: 'Every password has expired.',
  shownBy: 'sign-in',
  seenIn: 'sign-in-page',
  apply(world) {
    for (const person of peopleOf(world)) person.passwordExpired = true;
  },
};
