import { SAMPLE_DOMAINS, SAMPLE_IDS } from './sample-ids.ts';
import type { Mailbox, SandboxPerson } from './world.ts';

/** Everybody's password. It opens nothing but the sandbox, and its sign-in page tells it. */
export const SAMPLE_PASSWORD = 'Sandbox-4711';

/** The people of the sample company, of its partner, and one with a personal account. */
export function seedPeople(): SandboxPerson[] {
  const { company, partner, personal } = SAMPLE_DOMAINS;
  return [
    person({ oid: SAMPLE_IDS.ada, userPrincipalName: `ada@${company}`, displayName: 'Ada Winter' }),
    person({ oid: SAMPLE_IDS.ben, userPrincipalName: `ben@${company}`, displayName: 'Ben Okafor' }),
    person({ oid: SAMPLE_IDS.chloe, userPrincipalName: `chloe@${company}`, displayName: 'Chloe Tan' }),
    person({
      oid: SAMPLE_IDS.rosaAsGuest,
      userPrincipalName: `rosa@${partner}`,
      displayName: 'Rosa Lind',
      kind: 'guest',
      home: { tenantId: SAMPLE_IDS.partnerTenant, oid: SAMPLE_IDS.rosaAtHome },
    }),
    person({
      oid: SAMPLE_IDS.noor,
      tenantId: SAMPLE_IDS.consumers,
      userPrincipalName: `noor@${personal}`,
      displayName: 'Noor Haddad',
      kind: 'personal',
    }),
  ];
}

/** A guest's mailbox is in their home tenant. */
export function seedMailboxes(): Mailbox[] {
  const { ada, ben, chloe, rosaAtHome, noor } = SAMPLE_IDS;
  return [
    mailbox(ada, 'W. Europe Standard Time'),
    mailbox(ben, 'GMT Standard Time'),
    mailbox(chloe, 'Singapore Standard Time'),
    mailbox(rosaAtHome, 'Romance Standard Time'),
    mailbox(noor, 'Eastern Standard Time'),
  ];
}

function person(
  named: Pick<SandboxPerson, 'oid' | 'userPrincipalName' | 'displayName'> & Partial<SandboxPerson>,
): SandboxPerson {
  return {
    tenantId: SAMPLE_IDS.tenant,
    kind: 'member',
    password: SAMPLE_PASSWORD,
    exists: true,
    enabled: true,
    locked: false,
    passwordExpired: false,
    mfaDone: false,
    sessionsValidFrom: 0,
    assignedTo: new Set([SAMPLE_IDS.app]),
    ...named,
  };
}

function mailbox(ownerId: string, timeZone: string): Mailbox {
  return { ownerId, state: 'active', timeZone, events: [] };
}
