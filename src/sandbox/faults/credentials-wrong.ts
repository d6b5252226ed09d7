import type { Fault } from './fault.ts';

export const credentialsWrong: Fault = {
  cause: 'credentials-wrong',
  group: 'person-and-policy',
  title: 'The password was changed',
  says: 'Every password was changed by somebody else.',
  shownBy: 'sign-in',
  seenIn: 'sign-in-page',
  apply(world) {
    for (const person of world.people) person.password = `${person.password}-changed`;
  },
};
