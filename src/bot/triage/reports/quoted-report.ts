import type { TurnContext } from 'botbuilder';
import type { Party } from '../../../storage/triage-store.ts';
import type { ActivityText } from '../../activity-text.ts';
import { readTogether } from '../../turn/diagnose-message.ts';
import type { ReadHere } from '../../turn/read-here.ts';
import { memberOf } from '../desk/agents.ts';
import type { DeskPlace } from '../desk/desk-place.ts';
import type { TriageParts } from '../triage-parts.ts';
import { authorOf } from './take-report.ts';

/** A report that somebody else hands in, by naming the bot beside a quote of it. */
export interface QuotedReport {
  readonly read: ReadHere;
  /** Whoever wrote the quoted message, where the channel has them; else whoever handed it in. */
  readonly reporter: Party;
  /** The message that is quoted, where it is one. */
  readonly quotedId: string | null;
  /** Whether this thread holds a case of theirs that says the same: there is nothing to take then, only to answer. */
  readonly isKnown: boolean;
}

/** Reads what a message quotes or forwards. `undefined` where that holds no evidence either. */
export async function readQuotedReport(
  parts: TriageParts,
  context: TurnContext,
  place: DeskPlace,
  received: ActivityText,
): Promise<QuotedReport | undefined> {
  const read = await readTogether(parts.turn, context.activity, received, 'case');
  if (!read.readSomething) return undefined;
  const reporter = await reporterOf(parts, context, place, received.quotedFrom);
  const before =
    reporter.id === '' ? undefined : await parts.turn.store.triage.caseIn(place.desk, place.thread, reporter.id);
  return { read, reporter, quotedId: received.quotedId ?? null, isKnown: before?.cause === read.cause };
}

async function reporterOf(
  parts: TriageParts,
  context: TurnContext,
  { room }: DeskPlace,
  author: string | undefined,
): Promise<Party> {
  const asker = authorOf(context.activity);
  const { from } = context.activity;
  if (author === undefined || author === from?.id || author === from?.aadObjectId) return asker;
  const member = await memberOf(parts, context, room, author);
  return member ? { id: member.id, name: member.name } : asker;
}
