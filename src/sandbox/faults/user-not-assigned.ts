import type { Fault } from './fault.ts';
import { appOf } from './subject.ts';

export const userNotAssigned: Fault = {
  cause: 'user-not-assigned',
  group: 'getting-the-token',
  title: 'Nobody is assigned to the app',
  says: 'The app requires assignment, and nobody is assigned.',
  shownBy: 'refresh',
  seenIn: 'health-report',
  apply(world) {
    const { clientId } = appOf(world);
    for (const principal of world.servicePrincipals)
      if (principal.clientId === clientId) principal.assignmentRequired = true;
    for (const person of world.people) person.assignedTo.delete(clientId);
  },
};
