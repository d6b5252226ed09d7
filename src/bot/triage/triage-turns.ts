import type { Activity, CloudAdapter, TurnContext } from 'botbuilder';
import { logFailure } from '../../logging/log-failure.ts';
import { readActivityText, typedWords } from '../activity-text.ts';
import { type Answer, answerActivity } from '../answer.ts';
import { conversationKey } from '../conversation-key.ts';
import { isAddressed } from '../conversation-scope.ts';
import { createReplyLedger } from '../turn/reply-ledger.ts';
import type { ReportTaker } from '../turn/report-taker.ts';
import type { TurnParts } from '../turn/turn-parts.ts';
import { createPacedUpdates } from './cards/paced-updates.ts';
import { isPassing } from './channel-refusal.ts';
import { answerCommand } from './commands/answer-command.ts';
import { deskCommandOf } from './commands/desk-command.ts';
import { type DeskPlace, deskPlaceOf } from './desk/desk-place.ts';
import { createDeskRecords } from './desk/desk-record.ts';
import { isFromElsewhere } from './desk/from-elsewhere.ts';
import { releasePeople } from './desk/person-left.ts';
import { createTeamDesks, deskOfChannel, removeDesks } from './desk/team-desks.ts';
import { hearEdit } from './reports/hear-edit.ts';
import { hearMessage } from './reports/hear-message.ts';
import { takeReport } from './reports/take-report.ts';
import { withdrawDeleted } from './reports/withdraw-report.ts';
import { pressed } from './status/pressed.ts';
import type { TriagePress } from './status/triage-press.ts';
import { DEFAULT_WINDOW_MS, type TriageOptions, type TriageParts } from './triage-parts.ts';

/** The turns of a helpdesk. Each answers false where the activity is none of its business: then nothing was said. */
export interface TriageTurns {
  /** «take 17», «board». */
  onCommand(context: TurnContext): Promise<boolean>;
  /** Everything else that is said in a team channel. */
  onMessage(context: TurnContext): Promise<boolean>;
  onEdited(context: TurnContext): Promise<boolean>;
  /** For reports that are read after the turn of their message. */
  readonly reports: ReportTaker;
  onDeleted(context: TurnContext): Promise<void>;
  onPress(context: TurnContext, press: TriagePress): Promise<Answer>;
  /** Whether whoever speaks belongs to another organisation: they are offered no sign-in. */
  isFromElsewhere(context: TurnContext): Promise<boolean>;
  /** The bot was removed from a team, or a channel or a team was deleted. */
  onGone(context: TurnContext): Promise<void>;
  onPeopleLeft(context: TurnContext, people: readonly { readonly id: string }[]): Promise<void>;
  /** Fulfilled once every card stands as it should. */
  settle(): Promise<void>;
}

export function createTriageTurns(
  turn: TurnParts,
  adapter: CloudAdapter,
  { agents = [], windowMs = DEFAULT_WINDOW_MS }: TriageOptions,
): TriageTurns {
  const parts: TriageParts = {
    turn,
    adapter,
    installed: new Set(agents),
    windowMs,
    records: createDeskRecords(turn.store.state, turn.now),
    updates: createPacedUpdates(
      (error) => void logFailure(turn.logger, error, 'a card of the helpdesk could not be updated'),
      isPassing,
    ),
  };
  const teams = createTeamDesks(parts);
  const ledger = createReplyLedger(turn.store.state);

  const meet = async (activity: Activity, place: DeskPlace): Promise<void> => {
    await teams.remember(activity, place);
    const zone = activity.localTimezone;
    if (zone && (await parts.records.read(place.desk)).timeZone === null)
      await parts.records.change(place.desk, (record) =>
        record.timeZone === null ? { ...record, timeZone: zone } : record,
      );
  };

  return {
    async onCommand(context) {
      const { activity } = context;
      const place = deskPlaceOf(activity);
      if (place === undefined || !isAddressed(activity)) return false;
      const received = readActivityText(activity);
      if (received.pictures > 0) return false;
      const words = typedWords(received);
      const command = deskCommandOf(words);
      if (command === null) return false;
      // The edit of a command that was done already changes nothing; one that was mistyped is done now.
      const key = `command/${conversationKey(activity)}/${activity.id}`;
      if (activity.id && !(await turn.store.seen.claim(key, turn.now()))) return true;
      try {
        await meet(activity, place);
        const answer = await answerCommand(parts, context, place, command);
        if (answer !== null) await context.sendActivity(answerActivity(answer, activity.channelId));
      } catch (err) {
        if (activity.id) await turn.store.seen.release(key);
        throw err;
      }
      return true;
    },
    async onMessage(context) {
      const place = deskPlaceOf(context.activity);
      if (place === undefined) return false;
      await meet(context.activity, place);
      await hearMessage(parts, ledger, context, place);
      return true;
    },
    reports: {
      takes: (activity) => deskPlaceOf(activity) !== undefined,
      async take(context, read) {
        const place = deskPlaceOf(context.activity);
        if (place === undefined) return;
        await meet(context.activity, place);
        await takeReport(parts, context, place, read, true);
      },
    },
    async onEdited(context) {
      const place = deskPlaceOf(context.activity);
      return place === undefined ? false : hearEdit(parts, ledger, context, place);
    },
    async onDeleted(context) {
      const place = deskPlaceOf(context.activity);
      if (place !== undefined) await withdrawDeleted(parts, context, place);
    },
    async onPress(context, press) {
      const place = deskPlaceOf(context.activity);
      if (place === undefined) return { text: 'This button works in the channel where its report stands.' };
      return pressed(parts, context, place, press);
    },
    async isFromElsewhere(context) {
      const place = deskPlaceOf(context.activity);
      return place !== undefined && isFromElsewhere(parts, context, place);
    },
    async onGone(context) {
      const { activity } = context;
      const place = deskPlaceOf(activity);
      if (place === undefined) return;
      if (eventTypeOf(activity) === 'channelDeleted') {
        const desk = deskOfChannel(activity);
        if (desk !== undefined) await removeDesks(parts, [desk]);
        return;
      }
      await removeDesks(parts, await teams.of(activity, place));
      await teams.forget(activity);
    },
    async onPeopleLeft(context, people) {
      const place = deskPlaceOf(context.activity);
      if (place === undefined) return;
      const desks = await teams.of(context.activity, place);
      await releasePeople(parts, context, place, desks, people);
    },
    settle: () => parts.updates.settle(),
  };
}

function eventTypeOf({ channelData }: Activity): string | undefined {
  const eventType: unknown = (channelData as { eventType?: unknown } | undefined)?.eventType;
  return typeof eventType === 'string' ? eventType : undefined;
}
