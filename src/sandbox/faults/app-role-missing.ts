import type { Fault } from './fault.ts';
import { appOf, signInAsApp } from './subject.ts';

export const appRoleMissing: Fault = {
  cause: 'app-role-missing',
  group: 'token',
  title: 'The app has no application permission',
  says: 'The app signs in without a user, and nobody granted it an application permission.',
  shownBy: 'graph-call',
  seenIn: 'other-flow',
  apply(world) {
    signInAsApp(world);
    appOf(world).appRoles = [];
  },
};
