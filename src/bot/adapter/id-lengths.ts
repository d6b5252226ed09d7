import { isObject } from '../is-object.ts';

/**
 * The most bytes that an id may have. Teams' are a tenth of that. Several of them make a key together, and an index of
 * PostgreSQL takes 2,704 bytes: a longer one would fail in the middle of its turn.
 *
 * @see https://www.postgresql.org/docs/current/btree.html
 */
export const LONGEST_IDS = { conversation: 1_000, person: 600, activity: 600 } as const;

/** Whether the ids of an activity can be kept. What is missing is for others to judge. */
export function idsFit({ id, from, conversation }: Readonly<Record<string, unknown>>): boolean {
  return (
    fits(id, LONGEST_IDS.activity) &&
    fits(idOf(from), LONGEST_IDS.person) &&
    fits(idOf(conversation), LONGEST_IDS.conversation)
  );
}

function idOf(party: unknown): unknown {
  return isObject(party) ? party.id : undefined;
}

function fits(id: unknown, bytes: number): boolean {
  // A character takes three bytes at most: most ids need no counting.
  return typeof id !== 'string' || id.length * 3 <= bytes || Buffer.byteLength(id) <= bytes;
}
