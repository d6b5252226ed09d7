import { randomUUID } from 'node:crypto';
import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import { contentOfLater } from '../../../presentation/case-content.ts';
import type { Party, StoredCase, StoredIncident } from '../../../storage/triage-store.ts';
import { groupingOf } from '../../../triage/grouping.ts';
import { type Answer, answerActivity } from '../../answer.ts';
import type { ReadHere } from '../../turn/read-here.ts';
import { createReplyLedger } from '../../turn/reply-ledger.ts';
import { updateCase, updateIncident } from '../cards/card-updates.ts';
import { incidentView, showsIncident, surroundingsOf } from '../cards/desk-view.ts';
import { caseAnswer, contentOf, joinedAnswer, linkTo } from '../cards/stored-views.ts';
import { isBotRemoved, isGone } from '../channel-refusal.ts';
import type { DeskPlace } from '../desk/desk-place.ts';
import { removeDesks } from '../desk/team-desks.ts';
import { sendTo } from '../in-thread.ts';
import { ownerOf } from '../known-ids.ts';
import type { TriageParts } from '../triage-parts.ts';
import { callOutBurst } from './call-out-burst.ts';
import { goneKey, removeCard } from './withdraw-report.ts';

/**
 * Keeps a report and answers it in its thread.
 *
 * @param reporter whoever sent the message, unless it brings the report of somebody else
 */
export async function takeReport(
  parts: TriageParts,
  context: TurnContext,
  place: DeskPlace,
  read: ReadHere,
  mentioned: boolean,
  handedIn?: HandedIn,
): Promise<void> {
  const { activity } = context;
  const { reporter, quotedId } = handedIn ?? { reporter: authorOf(activity), quotedId: null };
  const { triage } = parts.turn.store;
  const before = reporter.id === '' ? undefined : await triage.caseIn(place.desk, place.thread, reporter.id);
  const edits = activity.type === ActivityTypes.MessageUpdate;
  // An edition was delivered to another instance, and was quicker.
  if (!edits && before !== undefined && startedBy(before, activity.id) && (await isOvertaken(parts, activity))) return;
  if (
    before !== undefined &&
    read.verdict === 'undecided' &&
    before.verdict !== 'undecided' &&
    !startedBy(before, activity.id)
  ) {
    // What decides nothing does not take back what was decided.
    if (mentioned) await say(context, stillStands(before, read));
    return;
  }
  const reported = await triage.report(
    {
      desk: place.desk,
      thread: place.thread,
      // The edit of a later message tells of nothing new.
      activityId: before !== undefined && edits ? before.activityId : (activity.id ?? randomUUID()),
      quotedId,
      serviceUrl: place.serviceUrl,
      deskTenant: place.tenant,
      reporter,
      cause: read.cause,
      verdict: read.verdict,
      app: read.about.app,
      tenant: read.about.tenant,
      headline: read.headline,
      owner: ownerOf(read.owner ?? ''),
      diagnosisId: read.diagnosisId,
      content:
        before !== undefined && activity.id && !startedBy(before, activity.id)
          ? contentOfLater(read.answer, activity.id)
          : read.answer,
      at: parts.turn.now(),
    },
    { windowMs: parts.windowMs, groups: groupingOf(read.cause, read.about.app) },
  );
  const { case: one, incident, reopened } = reported;
  const left = before?.incident ?? null;
  const cardIsTheOthers = left !== null && left !== incident?.number && (await ownsCard(parts, place, left, one));
  if (one.card === null || cardIsTheOthers) {
    const answered = await answerFirst(parts, context, place, one, incident, { reopened, mentioned });
    if (answered === null) return;
    const kept = await triage.readCase(place.desk, one.number);
    if (reported.isNew && !edits && (await wentMeanwhile(parts, context, place, one, kept, answered.sent))) return;
    // Somebody else's report, at another instance perhaps, has made an incident of both while this one was answered.
    if (kept !== undefined && kept.incident !== null && kept.incident !== one.incident) {
      updateIncident(parts, place, kept.incident);
      updateCase(parts, place, kept);
    }
  } else await answerAgain(parts, context, place, one, incident, { before, reopened, mentioned, edits });
  if (incident !== null) updateIncident(parts, place, incident.number);
  if (left !== null && left !== incident?.number) updateIncident(parts, place, left);
  await callOutBurst(parts, context, place, one);
}

/** Whose report it is where it is not that of whoever sent the message, and the message of theirs that is quoted. */
export interface HandedIn {
  readonly reporter: Party;
  readonly quotedId: string | null;
}

/** Whoever sent a message, as a helpdesk names people. */
export function authorOf({ from }: Activity): Party {
  return { id: from?.id ?? '', name: from?.name ?? '' };
}

interface Manner {
  readonly mentioned: boolean;
  readonly reopened: boolean;
}

/** @returns the message that answers it; `null` where the thread is gone: nothing of the case is kept then */
async function answerFirst(
  parts: TriageParts,
  context: TurnContext,
  place: DeskPlace,
  one: StoredCase,
  incident: StoredIncident | null,
  manner: Manner,
): Promise<{ readonly sent: string | undefined } | null> {
  const { triage } = parts.turn.store;
  const { desk, thread } = place;
  const shown = incident === null ? null : await shownIncident(parts, place, incident, one);
  const at = parts.turn.now();
  const around = await surroundingsOf(parts, place);
  if (shown !== null && shown.card !== null && shown.thread === thread && !manner.mentioned && !manner.reopened) {
    // In the thread of the incident itself its card says all, and counts one more.
    await triage.answered(desk, one.number, shown.card, at);
    return { sent: undefined };
  }
  const answer = await firstAnswer(parts, place, one, incident, shown, manner, around);
  try {
    const sent = await sendTo(parts, context, { ...place, thread }, answerActivity(answer, place.channelId));
    if (sent === undefined) return { sent };
    await triage.answered(desk, one.number, sent, at);
    if (incident !== null && shown?.card === null) {
      const kept = await triage.shown(desk, incident.number, thread, sent);
      // Another report was a little faster: its message shows the incident, and this one a line about it.
      if (kept.card !== sent) updateCase(parts, place, one);
      else await updateOthers(parts, place, incident.number, one);
    }
    return { sent };
  } catch (err) {
    if (!isGone(err)) throw err;
    parts.turn.logger.info({ err, channel: place.channelId }, 'a report could not be answered, its thread is gone');
    if (isBotRemoved(err)) await removeDesks(parts, [desk]);
    else await triage.withdraw(desk, one.activityId, at);
    return null;
  }
}

async function firstAnswer(
  parts: TriageParts,
  place: DeskPlace,
  one: StoredCase,
  incident: StoredIncident | null,
  shown: StoredIncident | null,
  { reopened }: Manner,
  around: Awaited<ReturnType<typeof surroundingsOf>>,
): Promise<Answer> {
  if (incident === null || shown === null) return caseAnswer(one, null, around);
  if (shown.card === null) return incidentView(parts, place, incident, around);
  return joinedAnswer(one, shown, reopened, around);
}

/** Reports that were answered before anybody knew where their incident would be shown. */
async function updateOthers(parts: TriageParts, place: DeskPlace, incident: number, one: StoredCase): Promise<void> {
  const cases = await parts.turn.store.triage.casesOf(place.desk, incident, FIRST_CASES);
  for (const other of cases) if (other.number !== one.number && other.card !== null) updateCase(parts, place, other);
}

const FIRST_CASES = 20;

/** The incident with the thread that shows it: that of its first case, whose card it takes over. */
async function shownIncident(
  parts: TriageParts,
  { desk }: DeskPlace,
  incident: StoredIncident,
  one: StoredCase,
): Promise<StoredIncident> {
  if (incident.card !== null) return incident;
  const { triage } = parts.turn.store;
  const cases = await triage.casesOf(desk, incident.number, FIRST_CASES);
  const first = cases.find(({ card, number }) => card !== null && number !== one.number);
  if (first === undefined || first.card === null) return incident;
  return { ...incident, ...(await triage.shown(desk, incident.number, first.thread, first.card)) };
}

interface Again extends Manner {
  readonly before: StoredCase | undefined;
  readonly edits: boolean;
}

/** A later message or an edit: the card is redrawn, and a line is said where that is news or was asked for. */
async function answerAgain(
  parts: TriageParts,
  context: TurnContext,
  place: DeskPlace,
  one: StoredCase,
  incident: StoredIncident | null,
  { before, reopened, mentioned, edits }: Again,
): Promise<void> {
  const shown = incident === null ? null : await shownIncident(parts, place, incident, one);
  if (!showsIncident(one, shown)) updateCase(parts, place, one);
  const changed = before !== undefined && before.cause !== one.cause;
  const back = one.state === 'reopened' && before?.state === 'resolved';
  if (!mentioned && !changed && !back && !reopened) return;
  if (edits && !changed) return;
  const { headline } = contentOf(one);
  const words = [
    changed
      ? `With this, case ${one.number} is another: ${headline}`
      : `I added this to case ${one.number}: ${headline}`,
    ...(back ? [`Case ${one.number} is open again.`] : []),
  ].join(' ');
  const link = shown === null || one.incident === before?.incident ? null : linkTo(shown, place.thread, { place });
  await say(context, {
    text: link === null ? words : `${words}\nThe same is reported in incident ${shown?.number}: ${link}`,
  });
}

function stillStands(before: StoredCase, read: ReadHere): Answer {
  const { next } = contentOf({ ...before, content: read.answer });
  const ask = next === null ? '' : ` To make sure: ${next.ask}`;
  return { text: `This alone decides nothing more. Case ${before.number} stands: ${before.headline}${ask}` };
}

async function say(context: TurnContext, answer: Answer): Promise<void> {
  await context.sendActivity(answerActivity(answer, context.activity.channelId));
}

function isOvertaken({ turn }: TriageParts, activity: Activity): Promise<boolean> {
  return createReplyLedger(turn.store.state).isOvertaken(activity);
}

function startedBy(one: StoredCase, activityId: string | undefined): boolean {
  return one.activityId === activityId || one.quotedId === (activityId ?? '');
}

/** Whether the message that answered a case stays with the incident that the case has left. */
async function ownsCard(parts: TriageParts, { desk }: DeskPlace, number: number, one: StoredCase): Promise<boolean> {
  const incident = await parts.turn.store.triage.readIncident(desk, number);
  return incident !== undefined && incident.cases > 0 && incident.card !== null && incident.card === one.card;
}

/**
 * Whether the message, or the one that it quotes, was deleted while it was read and answered: then nothing of it stays. The deletion leaves a mark
 * before it looks for a case, and here it is looked for after the case is kept, so one of the two sees the other.
 */
async function wentMeanwhile(
  parts: TriageParts,
  context: TurnContext,
  place: DeskPlace,
  one: StoredCase,
  kept: StoredCase | undefined,
  sent: string | undefined,
): Promise<boolean> {
  const { store, now } = parts.turn;
  const { quotedId } = one;
  const isThere =
    (await store.seen.claim(goneKey(place, context.activity.id), now())) &&
    (quotedId === null || !(await store.seen.isClaimed(goneKey(place, quotedId))));
  if (kept !== undefined && isThere) return false;
  if (kept !== undefined) await store.triage.withdraw(place.desk, one.activityId, now());
  if (sent !== undefined) await removeCard(parts, { ...place, thread: one.thread }, sent);
  if (one.incident !== null) updateIncident(parts, place, one.incident);
  return true;
}
