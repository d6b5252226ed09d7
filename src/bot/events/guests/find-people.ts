import { isAddress, type KnownGuest } from '../../../calendar/event/guest.ts';
import type { Graph } from '../../../graph/graph.ts';
import type { Refusal } from '../../../refusals/refusal.ts';
import { isObject } from '../../is-object.ts';
import { grants } from '../granted-scopes.ts';

export const PEOPLE_SCOPES: readonly string[] = [
  'https://graph.microsoft.com/People.Read',
  'https://graph.microsoft.com/User.ReadBasic.All',
];
const WITHIN_MS = 4_000;
/** More than anybody picks from. */
const MOST_CANDIDATES = 8;

export type FoundPeople =
  | { readonly kind: 'found'; readonly people: readonly KnownGuest[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Whether a token lets people be looked up by name at all. */
export function mayFindPeople(accessToken: string): boolean {
  return grants(accessToken, 'People.Read') || grants(accessToken, 'User.ReadBasic.All');
}

/**
 * People who answer to a name: first those whom the person works with, ranked by Graph, then the directory.
 *
 * @see https://learn.microsoft.com/graph/people-example
 */
export async function findPeople(graph: Graph, accessToken: string, name: string): Promise<FoundPeople> {
  const ask = (path: string) => graph.send(accessToken, { method: 'GET', path, withinMs: WITHIN_MS });
  if (grants(accessToken, 'People.Read')) {
    const search = encodeURIComponent(`"${name.replace(/["\\]/g, ' ').trim()}"`);
    const reply = await ask(`/me/people?$search=${search}&$top=20&$select=displayName,scoredEmailAddresses,personType`);
    if (reply.kind === 'refused') return { kind: 'refused', refusal: reply.refusal };
    const people = matching(peopleIn(reply.body), name);
    if (people.length > 0) return { kind: 'found', people };
  }
  if (!grants(accessToken, 'User.ReadBasic.All')) return { kind: 'found', people: [] };
  const quoted = `'${name.replaceAll("'", "''")}'`;
  const filter = ['displayName', 'givenName', 'surname']
    .map((property) => `startswith(${property},${quoted})`)
    .join(' or ');
  const reply = await ask(
    `/users?$filter=${encodeURIComponent(filter)}&$top=20&$select=displayName,mail,userPrincipalName`,
  );
  if (reply.kind === 'refused') return { kind: 'refused', refusal: reply.refusal };
  return { kind: 'found', people: matching(usersIn(reply.body), name) };
}

/** Somebody by their object id in Entra ID. */
export async function personById(graph: Graph, accessToken: string, objectId: string): Promise<KnownGuest | null> {
  if (!grants(accessToken, 'User.ReadBasic.All')) return null;
  const path = `/users/${encodeURIComponent(objectId)}?$select=displayName,mail,userPrincipalName`;
  const reply = await graph.send(accessToken, { method: 'GET', path, withinMs: WITHIN_MS });
  return reply.kind === 'ok' ? userOf(reply.body) : null;
}

/** Each word of the name begins a word of theirs; where somebody has exactly that name, the others are not meant. */
function matching(people: readonly KnownGuest[], name: string): readonly KnownGuest[] {
  const wanted = wordsOf(name);
  const fitting = people.filter((one) => {
    const has = wordsOf(one.name ?? '');
    return wanted.length > 0 && wanted.every((word) => has.some((other) => other.startsWith(word)));
  });
  const distinct = fitting.filter(
    (one, index) => fitting.findIndex(({ address }) => address.toLowerCase() === one.address.toLowerCase()) === index,
  );
  const exact = distinct.filter((one) => wordsOf(one.name ?? '').join(' ') === wanted.join(' '));
  return (exact.length > 0 ? exact : distinct).slice(0, MOST_CANDIDATES);
}

function wordsOf(name: string): readonly string[] {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function listIn(body: unknown): readonly unknown[] {
  return isObject(body) && Array.isArray(body.value) ? body.value : [];
}

function peopleIn(body: unknown): readonly KnownGuest[] {
  return listIn(body).flatMap((person): KnownGuest[] => {
    if (!isObject(person) || !Array.isArray(person.scoredEmailAddresses)) return [];
    const [first] = person.scoredEmailAddresses as readonly unknown[];
    const kind = isObject(person.personType) ? person.personType.class : 'Person';
    // Groups and rooms come too.
    if (kind !== 'Person' || !isObject(first)) return [];
    return guestOf(person.displayName, first.address);
  });
}

function usersIn(body: unknown): readonly KnownGuest[] {
  return listIn(body).flatMap((user) => userOf(user) ?? []);
}

function userOf(user: unknown): KnownGuest | null {
  if (!isObject(user)) return null;
  const [guest] = guestOf(user.displayName, user.mail ?? user.userPrincipalName);
  return guest ?? null;
}

function guestOf(name: unknown, address: unknown): KnownGuest[] {
  if (typeof address !== 'string' || !isAddress(address)) return [];
  return [{ kind: 'known', name: typeof name === 'string' && name !== '' ? name : null, address }];
}
