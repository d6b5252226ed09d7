import { setTimeout as pause } from 'node:timers/promises';
import { ActivityTypes, type TurnContext } from 'botbuilder';
import { conversationKey, deliveryKey } from '../conversation-key.ts';
import type { ReplyLedger } from './reply-ledger.ts';
import type { TurnParts } from './turn-parts.ts';
import type { TurnsUnderWay } from './turns-under-way.ts';

/** As in once.ts: whoever works on an edition says so this often, and after so long without that they are taken for dead. */
const HELD_EVERY_MS = 3_000;
const DEAD_AFTER_MS = 10_000;
const PATIENCE_MS = 12_000;
const FIRST_LOOK_MS = 25;
const LONGEST_PAUSE_MS = 250;

/**
 * Runs the turn of an edited message. Editions are delivered in any order and to any instance: they are worked on one after
 * the other, behind the first answer where that is made here, and one that comes behind a newer one is passed over.
 */
export async function inEditOrder(
  { store: { seen }, now }: Pick<TurnParts, 'store' | 'now'>,
  ledger: ReplyLedger,
  underWay: TurnsUnderWay,
  context: TurnContext,
  turn: () => Promise<void>,
): Promise<void> {
  const { activity } = context;
  const first = deliveryKey({ ...activity, type: ActivityTypes.Message });
  if (first === undefined) return turn();
  if (!(await ledger.enter(activity))) return;
  await underWay.ended(first);
  const key = `editing/${conversationKey(activity)}/${activity.id}`;
  const begun = performance.now();
  for (let wait = FIRST_LOOK_MS; !(await seen.claim(key, now())); wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
    if (await seen.takeOver(key, now(), now() - DEAD_AFTER_MS)) break;
    // Better out of order than not at all.
    if (performance.now() - begun > PATIENCE_MS) break;
    await pause(wait);
  }
  const hold = setInterval(() => void seen.takeOver(key, now(), now()).catch(() => undefined), HELD_EVERY_MS);
  hold.unref();
  try {
    if (await ledger.enter(activity)) await turn();
  } finally {
    clearInterval(hold);
    await seen.release(key);
  }
}
