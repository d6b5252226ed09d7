import type { Guest } from '../../../calendar/event/guest.ts';
import type { Person } from '../../../identity/person.ts';
import type { SignInReason } from '../../../identity/sign-in.ts';
import type { Refusal } from '../../../refusals/refusal.ts';
import type { EventParts } from '../event-parts.ts';
import { findPeople, mayFindPeople, PEOPLE_SCOPES, personById } from './find-people.ts';

export interface ResolvedGuests {
  readonly guests: readonly Guest[];
  /** A sign-in with further permissions would help: names still wait to be looked up. */
  readonly signIn?: SignInReason;
  /** Why a look-up failed. */
  readonly refusal?: Refusal;
  /** The way of signing in cannot ask for the permission. */
  readonly cannotAsk?: boolean;
}

/**
 * Looks up who was only named. Nobody is invented: several are left to choose from, and of nobody the address is asked.
 * The permission is asked for now that it is needed first; where the token service keeps the grants it is the
 * connection's alone to ask.
 */
export async function resolveGuests(
  parts: Pick<EventParts, 'signIn' | 'graph'>,
  person: Person,
  guests: readonly Guest[],
  accessToken: string,
): Promise<ResolvedGuests> {
  if (!guests.some(({ kind }) => kind === 'named')) return { guests };
  let token = accessToken;
  if (!mayFindPeople(token)) {
    if (parts.signIn.way === 'token-service') return { guests: guests.map(notLookedUp), cannotAsk: true };
    const answer = await parts.signIn.token(person, { extraScopes: PEOPLE_SCOPES });
    if (answer.kind === 'sign-in-needed') return { guests, signIn: 'more-scopes' };
    if (answer.kind === 'refused') return { guests: guests.map(notLookedUp), refusal: answer.refusal };
    if (!mayFindPeople(answer.token.accessToken)) return { guests, signIn: 'more-scopes' };
    token = answer.token.accessToken;
  }
  let refusal: Refusal | undefined;
  const resolved = await Promise.all(
    guests.map(async (guest): Promise<Guest> => {
      if (guest.kind !== 'named') return guest;
      const byId = guest.objectId === undefined ? null : await personById(parts.graph, token, guest.objectId);
      if (byId !== null) return byId;
      const found = await findPeople(parts.graph, token, guest.name);
      if (found.kind === 'refused') {
        refusal ??= found.refusal;
        return notLookedUp(guest);
      }
      const [first, ...others] = found.people;
      if (first === undefined) return { kind: 'unknown', name: guest.name, why: 'not-found' };
      return others.length === 0 ? first : { kind: 'several', name: guest.name, candidates: found.people };
    }),
  );
  return { guests: resolved, ...(refusal === undefined ? {} : { refusal }) };
}

function notLookedUp(guest: Guest): Guest {
  return guest.kind === 'named' ? { kind: 'unknown', name: guest.name, why: 'cannot-look-up' } : guest;
}
