import type { Fault } from './fault.ts';

export const mailboxUnavailable: Fault = {
  cause: 'mailbox-unavailable',
  group: 'token',
  title: 'The mailboxes moved on premises',
  says: 'The mailboxes are on a server of the company, where Microsoft Graph does not reach.',
  shownBy: 'graph-call',
  seenIn: 'health-report',
  apply(world) {
    for (const mailbox of world.mailboxes) mailbox.state = 'on-premises';
  },
};
