import type { Fault } from './fault.ts';
import { peopleOf } from './subject.ts';

export const userNotFound: Fault = {
  cause: 'user-not-found',
  group: 'person-and-policy',
  title: 'The account was deleted',
  says: 'The accounts of the tenant were deleted.',
  shownBy: 'sign-in',
  seenIn: 'sign-in-page',
  apply(world) {
    for (const person of peopleOf(world)) person.exists = false;
  },
};
