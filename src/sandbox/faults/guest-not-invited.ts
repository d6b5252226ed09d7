import type { Fault } from './fault.ts';
import { peopleOf, tenantOf } from './subject.ts';

export const guestNotInvited: Fault = {
  cause: 'guest-not-invited',
  group: 'getting-the-token',
  title: 'The guest was removed from the tenant',
  says: 'The connection signs in to the tenant of the company, and its guests were removed: they have only their home account left.',
  shownBy: 'sign-in',
  seenIn: 'sign-in-page',
  apply(world) {
    world.connection.tenant = tenantOf(world).id;
    for (const person of peopleOf(world)) if (person.kind === 'guest') person.exists = false;
  },
};
