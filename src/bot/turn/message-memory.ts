import { randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { memoryOwner } from '../conversation-key.ts';
import type { TurnParts } from './turn-parts.ts';

/** Evidence adds up for so long: header first, token two messages later. */
const REMEMBERED_FOR_MS = 30 * 60_000;
/** Parts of one story, and not everything that somebody pasted in half an hour. */
const MOST_MESSAGES = 30;

/** What the newest messages of the same person in the same conversation gave, oldest first: this message left out. */
export async function earlierMessages(
  { store }: Pick<TurnParts, 'store'>,
  activity: Activity,
  now: number,
): Promise<readonly string[]> {
  const owner = memoryOwner(activity);
  if (owner === undefined) return [];
  const entries = await store.memory.recall(owner, now);
  return entries
    .filter((entry) => entry.activityId !== activity.id)
    .slice(-MOST_MESSAGES)
    .map((entry) => entry.remembered);
}

/**
 * Keeps what a message gave for the next ones of its author, before the answer goes out: a turn that fails while sending is
 * delivered again and replaces the entry. Nothing is kept where the channel does not say who wrote.
 *
 * @param at milliseconds since 1970
 */
export async function keepEvidence(
  { store }: Pick<TurnParts, 'store'>,
  activity: Activity,
  at: number,
  remembered: string,
): Promise<void> {
  const owner = memoryOwner(activity);
  if (owner === undefined) return;
  const activityId = activity.id ?? randomUUID();
  await store.memory.keep(owner, { activityId, at, expires: at + REMEMBERED_FOR_MS, remembered });
}

/** Drops what a message gave: its author took it back, or says something else now. */
export async function dropEvidence({ store }: Pick<TurnParts, 'store'>, activity: Activity): Promise<void> {
  const owner = memoryOwner(activity);
  if (owner !== undefined && activity.id) await store.memory.drop(owner, activity.id);
}
