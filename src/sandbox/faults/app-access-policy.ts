import type { Fault } from './fault.ts';
import { appOf, signInAsApp, tenantOf } from './subject.ts';

export const appAccessPolicy: Fault = {
  cause: 'app-access-policy',
  group: 'token',
  title: 'A policy keeps the app out of mailboxes',
  says: 'Exchange has an application access policy that keeps the app, which signs in without a user, out of every mailbox.',
  shownBy: 'graph-call',
  seenIn: 'other-flow',
  apply(world) {
    signInAsApp(world);
    world.policies.push({ kind: 'app-access-policy', tenantId: tenantOf(world).id, clientId: appOf(world).clientId });
  },
};
