import type { Fault } from './fault.ts';
import { signInAsApp } from './subject.ts';

export const appOnlyOnMe: Fault = {
  cause: 'app-only-on-me',
  group: 'token',
  title: 'An app without a user calls /me',
  says: 'The app signs in without a user and calls /me.',
  shownBy: 'graph-call',
  seenIn: 'health-report-after-sign-in',
  apply(world) {
    signInAsApp(world);
  },
};
