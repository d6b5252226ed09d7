import { CONSUMER_TENANT } from '../consumer-tenant.ts';
import type { SandboxPerson } from '../world/world.ts';

/** A person as Graph's `user` resource, with the properties that come without `$select`. */
export function userResource(person: SandboxPerson, id = person.oid): Record<string, unknown> {
  const [givenName = null, ...rest] = person.displayName.split(' ');
  return {
    businessPhones: [],
    displayName: person.displayName,
    givenName,
    jobTitle: null,
    mail: mailOf(person),
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
    surname: rest.length === 0 ? null : rest.join(' '),
    userPrincipalName: person.userPrincipalName,
    id,
  };
}

/** A guest's address at home; everybody else's user principal name is their address in this company. */
export function mailOf(person: SandboxPerson): string {
  const external = /^(.+)_([^_]+)#EXT#@/.exec(person.userPrincipalName);
  return external === null ? person.userPrincipalName : `${external[1]}@${external[2]}`;
}

/** Whether a path's `{id}` names this person: object id, user principal name or address. */
export function isNamedBy(person: SandboxPerson, id: string): boolean {
  const key = id.toLowerCase();
  return [person.oid, person.userPrincipalName, mailOf(person)].some((name) => name.toLowerCase() === key);
}

/** Whether it is a personal Microsoft account, which has no directory behind it. */
export function isPersonal(person: SandboxPerson): boolean {
  return person.kind === 'personal' || person.tenantId === CONSUMER_TENANT;
}
