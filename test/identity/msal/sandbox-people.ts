import { randomUUID } from 'node:crypto';
import type { SandboxPerson, World } from '../../../src/sandbox/world/world.ts';
import type { Participant } from '../../contract/sign-in.contract.ts';

/** As many people of the company as are asked for, each with a mailbox: those of the seed first, then new ones. */
export function participants(world: World): (n: number) => Participant {
  const members = world.people.filter(({ kind }) => kind === 'member');
  return (n) => {
    while (members.length <= n) members.push(addMember(world, members.length));
    const account = members[n]!;
    const person = {
      channelId: 'msteams',
      userId: `29:${n}`,
      aadObjectId: account.oid,
      tenantId: account.tenantId,
      name: account.displayName,
    };
    return { person, account };
  };
}

function addMember(world: World, n: number): SandboxPerson {
  const model = world.people[0]!;
  const [, domain] = model.userPrincipalName.split('@');
  const person: SandboxPerson = {
    ...model,
    oid: randomUUID(),
    userPrincipalName: `person${n}@${domain}`,
    displayName: `Person ${n}`,
    assignedTo: new Set(model.assignedTo),
  };
  world.people.push(person);
  world.mailboxes.push({ ownerId: person.oid, state: 'active', timeZone: 'W. Europe Standard Time', events: [] });
  return person;
}
