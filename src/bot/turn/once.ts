import { setTimeout as pause } from 'node:timers/promises';
import { ActivityTypes, DeliveryModes, type SendActivitiesHandler, type TurnContext } from 'botbuilder';
import { deliveryKey } from '../conversation-key.ts';
import { RecentKeys } from './recent-keys.ts';
import type { TurnParts } from './turn-parts.ts';

/** Whoever runs a turn holds its claim anew this often, and after so long without that they are taken for dead. */
const HELD_EVERY_MS = 3_000;
const DEAD_AFTER_MS = 10_000;
/** How long a repeated delivery waits to see what becomes of the first: Teams gives up after fifteen seconds. */
const PATIENCE_MS = 12_000;
const FIRST_LOOK_MS = 50;
const LONGEST_PAUSE_MS = 500;
/** Far more than a channel repeats at any time. */
const KNOWN_HERE = 5_000;

/** Runs the turn of an activity, unless that was done. */
export type Once = (context: TurnContext, turn: () => Promise<void>) => Promise<void>;

/**
 * A channel that got no answer in time delivers again, with the same id, and to any instance. Whoever claims the activity
 * runs its turn; a failed turn gives its claim back, and one whose instance ended in the middle is taken over by the
 * instance that gets the repeated delivery. So that nothing is answered twice then, an answer is marked before it goes
 * out: where the mark stands nobody answers again, even if the one who set it ended before they could note the rest.
 *
 * Invokes are left out: each delivery waits for an answer of its own, and theirs may be given twice.
 */
export function createOnce({ store: { seen }, now, logger }: Pick<TurnParts, 'store' | 'now' | 'logger'>): Once {
  const here = new RecentKeys(KNOWN_HERE);
  const giveBack = async (key: string): Promise<void> => {
    try {
      await seen.release(key);
    } catch (err) {
      logger.error({ err }, 'claim of a failed turn could not be given back');
    }
  };

  /** Waits for what becomes of a turn that another instance claimed. True where it is left to this one. */
  const inherited = async (key: string): Promise<boolean> => {
    const begun = performance.now();
    for (let wait = FIRST_LOOK_MS; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
      if (await seen.isClaimed(answeredKey(key))) return false;
      if (await seen.takeOver(key, now(), now() - DEAD_AFTER_MS)) return true;
      // It failed there, and was given back.
      if (await seen.claim(key, now())) return true;
      if (performance.now() - begun > PATIENCE_MS) return false;
      await pause(wait);
    }
  };

  return async (context, turn) => {
    const { activity } = context;
    const key = activity.type === ActivityTypes.Invoke ? undefined : deliveryKey(activity);
    if (key === undefined) return turn();
    if (here.has(key)) return;
    here.add(key);
    try {
      if (!(await seen.claim(key, now())) && !(await inherited(key))) return here.delete(key);
    } catch (err) {
      here.delete(key);
      throw err;
    }
    const hold = setInterval(() => void seen.takeOver(key, now(), now()).catch(() => undefined), HELD_EVERY_MS);
    hold.unref();
    let marked = false;
    let over = false;
    const markBeforeSending: SendActivitiesHandler = async (_, activities, send) => {
      const answers = activities.some(({ type }) => type !== ActivityTypes.Typing);
      if (over || marked || !answers) return send();
      // Another instance took this one for dead, and answered.
      if (!(await seen.claim(answeredKey(key), now()))) return [];
      marked = true;
      try {
        return await send();
      } catch (err) {
        marked = false;
        await giveBack(answeredKey(key));
        throw err;
      }
    };
    // What comes in the answer to the delivery itself is lost with it, and may be given again.
    if (activity.deliveryMode !== DeliveryModes.ExpectReplies) context.onSendActivities(markBeforeSending);
    try {
      await turn();
    } catch (err) {
      here.delete(key);
      await giveBack(key);
      if (marked) await giveBack(answeredKey(key));
      throw err;
    } finally {
      over = true;
      clearInterval(hold);
    }
  };
}

function answeredKey(key: string): string {
  return `answered/${key}`;
}
