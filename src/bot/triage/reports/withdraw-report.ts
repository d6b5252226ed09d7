import type { TurnContext } from 'botbuilder';
import { withdrawnCard } from '../../../presentation/cards/triage/withdrawn-card.ts';
import { withoutQuotesOf } from '../../../presentation/case-content.ts';
import type { StoredCase } from '../../../storage/triage-store.ts';
import { groupingOf } from '../../../triage/grouping.ts';
import { answerActivity } from '../../answer.ts';
import { updateCase, updateIncident } from '../cards/card-updates.ts';
import { incidentOf, showsIncident } from '../cards/desk-view.ts';
import { isBotRemoved } from '../channel-refusal.ts';
import type { DeskPlace } from '../desk/desk-place.ts';
import { removeDesks } from '../desk/team-desks.ts';
import { inThread, type Thread, updateIn } from '../in-thread.ts';
import type { TriageParts } from '../triage-parts.ts';

/** A mark that a message was deleted: an answer to it that is under way sees it. */
export function goneKey({ desk }: Pick<DeskPlace, 'desk'>, messageId = ''): string {
  return `gone/${desk}/${messageId}`;
}

/** A deleted message: the case that it began is withdrawn, and its card goes; also where somebody else handed it in. */
export async function withdrawDeleted(parts: TriageParts, context: TurnContext, place: DeskPlace): Promise<void> {
  const { id } = context.activity;
  const { store, now } = parts.turn;
  if (!id) return;
  await store.seen.claim(goneKey(place, id), now());
  const one = await store.triage.caseOf(place.desk, id);
  if (one !== undefined) await withdrawCase(parts, place, one, 'The report that stood here was deleted.');
  else await dropWords(parts, context, place);
}

/** What a case quotes of a later message goes with that message; the case itself was begun by another one, and stays. */
export async function dropWords(parts: TriageParts, context: TurnContext, place: DeskPlace): Promise<void> {
  const { id, from } = context.activity;
  const { store, now } = parts.turn;
  // Not every deletion says who did it.
  const one = await store.triage.caseIn(place.desk, place.thread, from?.id || undefined);
  const content = one === undefined || !id ? null : withoutQuotesOf(one.content, id);
  if (one === undefined || content === null) return;
  const rule = { windowMs: parts.windowMs, groups: groupingOf(one.cause, one.app) };
  // By the message that began it, which tells of nothing new.
  await store.triage.report({ ...one, content, at: now() }, rule);
  updateCase(parts, place, one);
}

/** Takes a case back. Its card goes too, unless it shows an incident that others are in. */
export async function withdrawCase(
  parts: TriageParts,
  place: DeskPlace,
  one: StoredCase,
  words: string,
): Promise<void> {
  const { store, now } = parts.turn;
  const incident = await incidentOf(parts, one);
  const shared = showsIncident(one, incident);
  if (!(await store.triage.withdraw(place.desk, one.activityId, now()))) return;
  if (incident !== null) updateIncident(parts, place, incident.number);
  if (one.card !== null && !shared)
    await removeCard(parts, { ...place, thread: one.thread, serviceUrl: one.serviceUrl }, one.card, words);
}

/** Deletes a message of the bot; a channel that cannot shows a line in its place. Never throws. */
export async function removeCard(
  parts: TriageParts,
  thread: Thread & Pick<DeskPlace, 'desk'>,
  id: string,
  words = 'The report that stood here was deleted.',
): Promise<void> {
  const { logger } = parts.turn;
  try {
    await inThread(parts, thread, (context) => context.deleteActivity(id));
    return;
  } catch (err) {
    logger.info({ err, channel: thread.channelId }, 'a card could not be deleted, writing over it');
    if (isBotRemoved(err)) {
      await removeDesks(parts, [thread.desk]);
      return;
    }
  }
  try {
    await updateIn(parts, thread, id, answerActivity({ text: words, card: withdrawnCard(words) }, thread.channelId));
  } catch (err) {
    logger.info({ err, channel: thread.channelId }, 'a card could not be written over');
  }
}
