import type { Fault } from './fault.ts';
import { appOf } from './subject.ts';

export const appDisabled: Fault = {
  cause: 'app-disabled',
  group: 'getting-the-token',
  title: 'The app is disabled',
  says: 'An administrator disabled the app.',
  shownBy: 'refresh',
  seenIn: 'health-report',
  apply(world) {
    const app = appOf(world);
    app.enabled = false;
    for (const principal of world.servicePrincipals) if (principal.clientId === app.clientId) principal.enabled = false;
  },
};
