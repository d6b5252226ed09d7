import type { TurnContext } from 'botbuilder';
import { readActivityText } from '../../activity-text.ts';
import { isAddressed } from '../../conversation-scope.ts';
import { readTogether } from '../../turn/diagnose-message.ts';
import { dropEvidence } from '../../turn/message-memory.ts';
import { warnPrivately } from '../../turn/private-warning.ts';
import type { ReplyLedger } from '../../turn/reply-ledger.ts';
import type { DeskPlace } from '../desk/desk-place.ts';
import type { TriageParts } from '../triage-parts.ts';
import { hearMessage, ownWords } from './hear-message.ts';
import { readQuotedReport } from './quoted-report.ts';
import { takeReport } from './take-report.ts';
import { dropWords, withdrawCase } from './withdraw-report.ts';

/**
 * An edited message of a team channel. What its report says now replaces what it said before; where it says nothing of a
 * failure any more the report is withdrawn.
 *
 * @returns false for a message that was answered with something else than a case: that answer is updated elsewhere
 */
export async function hearEdit(
  parts: TriageParts,
  ledger: ReplyLedger,
  context: TurnContext,
  place: DeskPlace,
): Promise<boolean> {
  const { activity } = context;
  const { turn } = parts;
  if ((await ledger.replyTo(activity)) !== undefined) return false;
  const begun = activity.id ? await turn.store.triage.caseOf(place.desk, activity.id) : undefined;
  // Who forwards a message to another thread hands in what it said then.
  if (begun === undefined || begun.thread !== place.thread) {
    await dropWords(parts, context, place);
    await hearMessage(parts, ledger, context, place);
    return true;
  }
  const mentioned = isAddressed(activity);
  const received = readActivityText(activity);
  const own = await readTogether(turn, activity, ownWords(received), 'case');
  const quoted =
    mentioned && !own.readSomething && received.quoted !== undefined
      ? await readQuotedReport(parts, context, place, received)
      : undefined;
  const read = quoted?.read ?? own;
  // Of somebody who is no member here it is the report of whoever handed it in.
  const whose = begun.quotedId === activity.id ? begun : undefined;
  const decided = read.verdict === 'certain' || read.verdict === 'likely';
  if (decided || (mentioned && read.readSomething))
    await takeReport(parts, context, place, read, mentioned, quoted ?? whose);
  else {
    await withdrawCase(parts, place, begun, 'The report that stood here was changed and tells of no failure any more.');
    if (!read.readSomething) await dropEvidence(turn, activity);
  }
  await warnPrivately(turn, context, read.secrets);
  return true;
}
