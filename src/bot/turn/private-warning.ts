import { setTimeout as pause } from 'node:timers/promises';
import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import type { FoundSecret } from '../../diagnosis/diagnosis.ts';
import { secretWarningCard, secretWarningText } from '../../presentation/cards/diagnosis/secret-warning-card.ts';
import { readActivityText } from '../activity-text.ts';
import { type Answer, answerActivity } from '../answer.ts';
import { channelDataField } from '../channel-data.ts';
import { conversationKey } from '../conversation-key.ts';
import { scopeOf } from '../conversation-scope.ts';
import { secretsOf } from './diagnose-message.ts';
import { inPersonalChat } from './personal-chat.ts';
import type { TurnParts } from './turn-parts.ts';

/** A store that takes no note in this time is not waited for. */
const NOTED_WITHIN_MS = 2_000;

/**
 * Tells the poster of a live credential, in their personal chat, what they gave away. Never in the thread: a warning
 * there would point the others to it. Where it cannot be delivered it is logged and nothing is said.
 * Never throws. One warning for a message, however often it is delivered or edited; where the store does not take a note
 * of it, as far as this instance knows: twice is better than never.
 */
export async function warnPrivately(
  parts: TurnParts,
  context: TurnContext,
  secrets: readonly FoundSecret[],
): Promise<void> {
  const live = secrets.filter((secret) => secret.expired !== true);
  if (live.length === 0) return;
  const { activity } = context;
  const kinds = [...new Set(live.map((secret) => secret.kind))].sort();
  const key = activity.id ? `warned/${conversationKey(activity)}/${activity.id}/${kinds.join(',')}` : undefined;
  if (key !== undefined && (parts.warned.has(key) || !(await isFirst(parts, key)))) return;
  if (key !== undefined) parts.warned.add(key);
  const message = answerActivity(warning(activity, live), activity.channelId);
  try {
    if (scopeOf(activity) === 'personal') await context.sendActivity(message);
    else await inPersonalChat(parts, context, async (personal) => void (await personal.sendActivity(message)));
  } catch (err) {
    parts.logger.error({ err, kinds, channel: activity.channelId }, 'private warning could not be delivered');
    if (key === undefined) return;
    parts.warned.delete(key);
    await parts.store.seen.release(key).catch(() => undefined);
  }
}

/**
 * The same for a message whose turn failed, whatever failed: somebody who gave a live credential away has to know it now.
 * In a personal chat the answer tells it, unless there was none. Never throws.
 */
export async function warnAfterFailure(parts: TurnParts, context: TurnContext): Promise<void> {
  const { activity } = context;
  if (activity.type !== ActivityTypes.Message && activity.type !== ActivityTypes.MessageUpdate) return;
  if (scopeOf(activity) === 'personal' && context.responded) return;
  try {
    await warnPrivately(parts, context, await secretsOf(parts, readActivityText(activity)));
  } catch (err) {
    parts.logger.error({ err, channel: activity.channelId }, 'credentials of a failed turn could not be looked for');
  }
}

/** Notes that a warning is given. @returns false where it was given before, as far as the store says so soon enough */
export async function isFirst(
  { store, now, logger }: Pick<TurnParts, 'store' | 'now' | 'logger'>,
  key: string,
): Promise<boolean> {
  const late = new AbortController();
  try {
    return await Promise.race([
      store.seen.claim(key, now()),
      pause(NOTED_WITHIN_MS, true, { signal: late.signal, ref: false }),
    ]);
  } catch (err) {
    logger.info({ err }, 'a private warning is given without a note of it');
    return true;
  } finally {
    late.abort();
  }
}

function warning(activity: Activity, live: readonly FoundSecret[]): Answer {
  const where = placeOf(activity);
  return { text: secretWarningText(live, where), card: secretWarningCard(live, where) };
}

/** Where the message stands, as its author knows the place; `null` in the chat of the warning itself. */
function placeOf(activity: Activity): string | null {
  const scope = scopeOf(activity);
  if (scope === 'personal') return null;
  if (scope !== 'team-channel') return 'a group chat';
  const name = channelDataField(activity.channelData, 'channel', 'name');
  return name === undefined ? 'a team channel' : `the channel ${name}`;
}
