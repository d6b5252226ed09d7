import { type Person, personKey } from '../../../identity/person.ts';
import { type BotState, StoreConflictError } from '../../../storage/store.ts';

/** Clients of one person send the same id within seconds of each other; a client that wakes up later sends it again. */
const MARKED_FOR_MS = 5 * 60_000;
/** A person has a handful of clients and few cards open. */
const MOST_MARKS = 20;
const WRITE_ATTEMPTS = 5;
/** An eTag that nothing has: it creates the document, and conflicts with one that somebody else created meanwhile. */
const FIRST = 'first';

/** Which token exchanges have succeeded. Failures leave no mark, so that a repetition may succeed. */
export interface ExchangeMarker {
  has(person: Person, exchangeId: string): Promise<boolean>;
  add(person: Person, exchangeId: string): Promise<void>;
}

type Mark = readonly [exchangeId: string, at: number];

/** @param now milliseconds since 1970 */
export function createExchangeMarker(state: BotState, now: () => number): ExchangeMarker {
  const recent = (document: Readonly<Record<string, unknown>> | undefined): readonly Mark[] =>
    marksOf(document).filter(([, at]) => now() - at < MARKED_FOR_MS);
  return {
    async has(person, exchangeId) {
      const key = keyOf(person);
      return recent((await state.read([key]))[key]).some(([id]) => id === exchangeId);
    },
    async add(person, exchangeId) {
      const key = keyOf(person);
      for (let attempt = 1; ; attempt += 1) {
        const found = (await state.read([key]))[key];
        const marks = [...recent(found).slice(1 - MOST_MARKS), [exchangeId, now()] as const];
        try {
          await state.write({ [key]: { marks, eTag: found?.eTag ?? FIRST } });
          return;
        } catch (error) {
          if (!(error instanceof StoreConflictError) || attempt === WRITE_ATTEMPTS) throw error;
        }
      }
    },
  };
}

function keyOf(person: Person): string {
  return `token-exchange/${personKey(person)}`;
}

function marksOf(document: Readonly<Record<string, unknown>> | undefined): readonly Mark[] {
  if (!Array.isArray(document?.marks)) return [];
  return document.marks.filter(
    (mark): mark is Mark => Array.isArray(mark) && typeof mark[0] === 'string' && typeof mark[1] === 'number',
  );
}
