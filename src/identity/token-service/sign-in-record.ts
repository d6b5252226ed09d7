import { createHash } from 'node:crypto';
import { type BotState, StoreConflictError } from '../../storage/store.ts';
import { type Person, personKey } from '../person.ts';

/** A challenge that was answered with a fresh sign-in is not answered so again for this long. */
const SAME_CHALLENGE_MS = 15 * 60_000;
/** Challenges that differ (each revocation carries another instant) may each be answered, but not without end. */
const MOST_CHALLENGES = 3;
const WRITE_ATTEMPTS = 5;
/** An eTag that nothing has: it creates the document, and conflicts with one that somebody else created meanwhile. */
const FIRST = 'first';

export type KnownState = 'never' | 'signed-in' | 'signed-out';

/**
 * What the token service does not tell: whether somebody was signed in before, and which challenges they have answered.
 * One small document for each person; it holds no token and no claim.
 */
export interface SignInRecord {
  stateOf(person: Person): Promise<KnownState>;
  setState(person: Person, state: KnownState): Promise<void>;
  /** True where a fresh sign-in may answer this challenge; false where one was already spent on it. */
  mayAnswer(person: Person, claims: string): Promise<boolean>;
}

interface Challenge {
  readonly hash: string;
  readonly at: number;
}
interface Entry {
  readonly state: KnownState;
  readonly challenges: readonly Challenge[];
}

/** @param now milliseconds since 1970 */
export function createSignInRecord(state: BotState, now: () => number): SignInRecord {
  const read = async (person: Person): Promise<{ entry: Entry; eTag: string | undefined }> => {
    const key = keyOf(person);
    const found = (await state.read([key]))[key];
    return { entry: entryOf(found), eTag: found?.eTag };
  };
  const change = async (person: Person, next: (entry: Entry) => Entry): Promise<void> => {
    for (let attempt = 1; ; attempt += 1) {
      const { entry, eTag } = await read(person);
      const changed = next(entry);
      if (changed === entry) return;
      try {
        await state.write({ [keyOf(person)]: { ...changed, eTag: eTag ?? FIRST } });
        return;
      } catch (error) {
        if (!(error instanceof StoreConflictError) || attempt === WRITE_ATTEMPTS) throw error;
      }
    }
  };
  return {
    stateOf: async (person) => (await read(person)).entry.state,
    setState: (person, to) => change(person, (entry) => (entry.state === to ? entry : { ...entry, state: to })),
    async mayAnswer(person, claims) {
      const hash = createHash('sha256').update(claims).digest('base64url').slice(0, 22);
      let may = false;
      await change(person, (entry) => {
        const recent = entry.challenges.filter(({ at }) => now() - at < SAME_CHALLENGE_MS);
        may = recent.length < MOST_CHALLENGES && recent.every((challenge) => challenge.hash !== hash);
        return may ? { ...entry, challenges: [...recent, { hash, at: now() }] } : entry;
      });
      return may;
    },
  };
}

function keyOf(person: Person): string {
  return `sign-in/${personKey(person)}`;
}

function entryOf(document: Readonly<Record<string, unknown>> | undefined): Entry {
  const state = document?.state;
  const challenges: unknown[] = Array.isArray(document?.challenges) ? document.challenges : [];
  return {
    state: state === 'signed-in' || state === 'signed-out' ? state : 'never',
    challenges: challenges.filter(isChallenge),
  };
}

function isChallenge(value: unknown): value is Challenge {
  if (typeof value !== 'object' || value === null) return false;
  const { hash, at } = value as Record<string, unknown>;
  return typeof hash === 'string' && typeof at === 'number';
}
