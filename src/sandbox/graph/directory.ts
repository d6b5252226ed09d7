import type { GraphCall, GraphReply, Operation } from './graph-call.ts';
import { badRequest } from './graph-error.ts';
import { contextOf, pageSize, selected } from './odata.ts';
import { mailOf, userResource } from './user-resource.ts';

const READ_OWN = ['User.Read', 'User.ReadWrite', 'User.ReadBasic.All', 'User.Read.All', 'User.ReadWrite.All'];
const READ_ANY = ['User.ReadBasic.All', 'User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All'];

/** Everybody of the caller's tenant, as `GET /users` finds them. */
export function listUsers(call: Pick<GraphCall, 'parts' | 'caller' | 'query'>): GraphReply {
  const { world } = call.parts;
  const people = world.people.filter((person) => person.tenantId === call.caller.tenantId && person.exists);
  const filter = filterOf(call.query.get('$filter'));
  const search = searchOf(call.query.get('$search'));
  const found = people
    .map((person) => userResource(person))
    .filter((user) => filter(user) && search(user))
    .slice(0, pageSize(call.query, 100, 999));
  return {
    status: 200,
    body: {
      '@odata.context': contextOf('users', call.query),
      value: found.map((user) => selected(user, call.query)),
    },
  };
}

type UserTest = (user: Record<string, unknown>) => boolean;

/** `startswith(p,'x')`, `p eq 'x'`, joined by `or`: what a look-up by name uses. */
function filterOf(text: string | null): UserTest {
  if (text === null || text.trim() === '') return () => true;
  const tests = text.split(/\s+or\s+/i).map(clauseOf);
  return (user) => tests.some((test) => test(user));
}

function clauseOf(clause: string): UserTest {
  const starts = /^\(?\s*startswith\(\s*(\w+)\s*,\s*'((?:[^']|'')*)'\s*\)\s*\)?$/i.exec(clause.trim());
  const equals = /^\(?\s*(\w+)\s+eq\s+'((?:[^']|'')*)'\s*\)?$/i.exec(clause.trim());
  const match = starts ?? equals;
  if (match === null) throw badRequest('BadRequest', `Invalid filter clause: ${clause.slice(0, 80)}`);
  const [, property = '', quoted = ''] = match;
  const wanted = quoted.replaceAll("''", "'").toLowerCase();
  return (user) => {
    const value = String(user[property] ?? '').toLowerCase();
    return starts === null ? value === wanted : value.startsWith(wanted);
  };
}

/** `"displayName:sam" OR "mail:sam"`. */
function searchOf(text: string | null): UserTest {
  if (text === null || text.trim() === '') return () => true;
  const terms = [...text.matchAll(/"(?:(\w+):)?([^"]{1,200})"/g)];
  if (terms.length === 0)
    throw badRequest('BadRequest', 'Unrecognized syntax in $search. Expected "property:value" in quotation marks.');
  return (user) =>
    terms.some(([, property, value = '']) =>
      (property === undefined ? ['displayName', 'mail', 'userPrincipalName'] : [property]).some((name) =>
        String(user[name] ?? '')
          .toLowerCase()
          .split(/[\s@._-]+/)
          .some((word) => word.startsWith(value.toLowerCase())),
      ),
    );
}

function oneUser(call: GraphCall): GraphReply {
  const id = call.caller.kind === 'person' && call.caller.person === call.owner ? call.caller.oid : call.owner.oid;
  const user = selected(userResource(call.owner, id), call.query);
  return { status: 200, body: { '@odata.context': `${contextOf('users', call.query)}/$entity`, ...user } };
}

/** People who matter to the caller: their colleagues, in the order of their names. */
function people(call: GraphCall): GraphReply {
  const words = (call.query.get('$search') ?? '').replaceAll('"', '').toLowerCase().trim();
  const found = call.parts.world.people
    .filter((person) => person.exists && person !== call.owner && person.tenantId === call.owner.tenantId)
    .filter((person) => `${person.displayName} ${mailOf(person)}`.toLowerCase().includes(words))
    .sort((one, other) => one.displayName.localeCompare(other.displayName))
    .slice(0, pageSize(call.query, 10, 1000))
    .map((person) => ({
      id: person.oid,
      displayName: person.displayName,
      givenName: person.displayName.split(' ')[0] ?? null,
      surname: person.displayName.split(' ').slice(1).join(' ') || null,
      userPrincipalName: person.userPrincipalName,
      scoredEmailAddresses: [{ address: mailOf(person), relevanceScore: 30, selectionLikelihood: 'notSpecified' }],
      personType: { class: 'Person', subclass: person.kind === 'guest' ? 'PersonalContact' : 'OrganizationUser' },
    }));
  return {
    status: 200,
    body: {
      '@odata.context': contextOf("users('me')/people", call.query),
      value: found.map((it) => selected(it, call.query)),
    },
  };
}

export const DIRECTORY_OPERATIONS: readonly Operation[] = [
  {
    method: 'GET',
    path: '',
    delegated: READ_OWN,
    application: READ_ANY,
    personal: true,
    workload: 'directory',
    answer: oneUser,
  },
  {
    method: 'GET',
    path: 'people',
    delegated: ['People.Read', 'People.Read.All'],
    application: ['People.Read.All'],
    personal: true,
    workload: 'directory',
    answer: people,
  },
];

/** What `GET /users` needs; it has no owner, so it stands beside the table. */
export const LIST_USERS = { delegated: READ_ANY, application: READ_ANY, personal: false } as const;
/** Another person's entry needs more than one's own. */
export const OTHER_USER = READ_ANY;
