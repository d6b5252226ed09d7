import type { Mailbox, SandboxPerson } from '../world/world.ts';
import type { Caller } from './caller.ts';
import { LIST_USERS, OTHER_USER } from './directory.ts';
import type { Target } from './find-operation.ts';
import type { Operation } from './graph-call.ts';
import { badRequest, forbidden, GraphError, itemNotFound, mailboxNotEnabled, userNotFound } from './graph-error.ts';
import type { GraphParts } from './graph-parts.ts';
import { isNamedBy, isPersonal } from './user-resource.ts';

/** @throws GraphError 403 where the token holds none of the permissions */
export function authorizeListing(caller: Caller): void {
  const needed = caller.kind === 'person' ? LIST_USERS.delegated : LIST_USERS.application;
  if (caller.kind === 'person' && isPersonal(caller.person)) throw forbidden('directory');
  if (!holdsOne(caller.permissions, needed)) throw forbidden('directory');
}

/**
 * Whose resource is called.
 *
 * @throws GraphError 400 for an app without a person on /me, 404 for an unknown person
 */
export function ownerOf(
  target: Extract<Target, { kind: 'owned' }>,
  caller: Caller,
  parts: GraphParts,
  operation: Operation,
): SandboxPerson {
  if (target.owner === 'me') {
    if (caller.kind === 'app')
      throw badRequest('BadRequest', '/me request is only valid with delegated authentication flow.');
    return caller.person;
  }
  const { id } = target.owner;
  if (caller.kind === 'person' && (id === caller.oid || isNamedBy(caller.person, id))) return caller.person;
  const found = parts.world.people.find(
    (person) => person.exists && person.tenantId === caller.tenantId && isNamedBy(person, id),
  );
  if (found !== undefined) return found;
  throw operation.workload === 'directory'
    ? userNotFound(id.slice(0, 100))
    : new GraphError(404, 'ErrorInvalidUser', `The requested user '${id.slice(0, 100)}' is invalid.`);
}

/**
 * Whether the token's permissions are enough for the operation on this owner.
 *
 * @throws GraphError 403; 404 for a calendar that nobody shared with the caller, as Exchange hides it
 */
export function authorize(operation: Operation, caller: Caller, owner: SandboxPerson, parts: GraphParts): void {
  if (caller.kind === 'app') {
    if (!holdsOne(caller.permissions, operation.application)) throw forbidden(operation.workload);
    if (operation.workload === 'outlook' && isFencedIn(caller, parts)) {
      throw new GraphError(
        403,
        'ErrorAccessDenied',
        'Access to OData is disabled: [RAOP] : Blocked by tenant configured AppOnly AccessPolicy settings.',
      );
    }
    return;
  }
  if (isPersonal(caller.person) && !operation.personal)
    throw new GraphError(403, 'ErrorAccessDenied', 'The API is not supported for MSA accounts.');
  const own = caller.person === owner;
  const needed = own || operation.workload === 'outlook' ? operation.delegated : OTHER_USER;
  if (!holdsOne(caller.permissions, needed)) throw forbidden(operation.workload);
  if (own || operation.workload === 'directory' || operation.path === 'calendar/getschedule') return;
  // Nobody of the sandbox's company has shared a calendar: with .Shared in the token Exchange finds no folder.
  throw caller.permissions.some((permission) => permission.endsWith('.Shared')) ? itemNotFound() : forbidden('outlook');
}

function holdsOne(held: readonly string[], needed: readonly string[]): boolean {
  return needed.some((permission) => held.includes(permission));
}

function isFencedIn(caller: Caller, parts: GraphParts): boolean {
  return parts.world.policies.some(
    (policy) =>
      policy.kind === 'app-access-policy' && policy.tenantId === caller.tenantId && policy.clientId === caller.clientId,
  );
}

/** @throws GraphError 404 where Exchange Online has no usable mailbox */
export function mailboxOf(owner: SandboxPerson, caller: Caller, parts: GraphParts): Mailbox {
  // A guest has no mailbox where they are a guest: the object id of the token's tenant decides.
  const id = caller.kind === 'person' && caller.person === owner ? caller.oid : owner.oid;
  const mailbox = parts.world.mailboxes.find((it) => it.ownerId === id);
  if (mailbox === undefined || mailbox.state !== 'active') throw mailboxNotEnabled();
  return mailbox;
}
