import type { Fault } from './fault.ts';
import { peopleOf } from './subject.ts';

export const accountLocked: Fault = {
  cause: 'account-locked',
  group: 'person-and-policy',
  title: 'The account is locked',
  says: 'Too many wrong passwords locked the accounts.',
  shownBy: 'sign-in',
  seenIn: 'sign-in-page',
  apply(world) {
    for (const person of peopleOf(world)) person.locked = true;
  },
};
