import type { Fault } from './fault.ts';
import { peopleOf } from './subject.ts';

export const accountDisabled: Fault = {
  cause: 'account-disabled',
  group: 'person-and-policy',
  title: 'The account is disabled',
  says: 'An administrator disabled the accounts.',
  shownBy: 'refresh',
  seenIn: 'health-report',
  apply(world) {
    for (const person of peopleOf(world)) person.enabled = false;
  },
};
