import { ActivityTypes, type TurnContext } from 'botbuilder';
import { deliveryKey } from '../conversation-key.ts';
import type { TurnParts } from './turn-parts.ts';

/**
 * Runs the turn once for each activity. A channel that got no answer in time delivers again, with the same id.
 * A failed turn gives its claim back. Invokes are left out: each delivery waits for an answer of its own, and
 * theirs may be given twice.
 */
export async function once(parts: TurnParts, context: TurnContext, turn: () => Promise<void>): Promise<void> {
  const { activity } = context;
  const key = activity.type === ActivityTypes.Invoke ? undefined : deliveryKey(activity);
  if (key === undefined) return turn();
  if (!(await parts.store.seen.claim(key, parts.now()))) return;
  try {
    await turn();
  } catch (err) {
    await parts.store.seen.release(key).catch((cause: unknown) => {
      parts.logger.error({ err: cause }, 'claim of a failed turn could not be given back');
    });
    throw err;
  }
}
