import type { Activity } from 'botbuilder';
import { memoryOwner } from '../conversation-key.ts';
import type { TurnParts } from './turn-parts.ts';

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
