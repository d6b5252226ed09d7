import { ActivityTypes, type TurnContext } from 'botbuilder';
import { tellsFailure } from '../../../triage/tells-failure.ts';
import { speaks } from '../../../triage/when-to-speak.ts';
import { type ActivityText, readActivityText, typedWords } from '../../activity-text.ts';
import { answerActivity } from '../../answer.ts';
import { explainRequest } from '../../commands/explain.ts';
import { LONGEST_PASTE } from '../../commands/unreadable.ts';
import { isAddressed } from '../../conversation-scope.ts';
import { intentOf } from '../../intents.ts';
import { answerMessage } from '../../turn/answer-message.ts';
import { diagnoseMessage, readTogether, secretsOf } from '../../turn/diagnose-message.ts';
import { keepFirstAnswer } from '../../turn/first-answer.ts';
import { dropEvidence } from '../../turn/message-memory.ts';
import { warnPrivately } from '../../turn/private-warning.ts';
import type { ReplyLedger } from '../../turn/reply-ledger.ts';
import type { DeskPlace } from '../desk/desk-place.ts';
import type { TriageParts } from '../triage-parts.ts';
import { type QuotedReport, readQuotedReport } from './quoted-report.ts';
import { authorOf, takeReport } from './take-report.ts';
import { answerInThread } from './words-in-thread.ts';

/**
 * A message in a team channel. Whoever names the bot is answered; without that it speaks only where something sure is to
 * be said. What holds evidence becomes a case.
 */
export async function hearMessage(
  parts: TriageParts,
  ledger: ReplyLedger,
  context: TurnContext,
  place: DeskPlace,
): Promise<void> {
  if (isAddressed(context.activity)) await hearCalled(parts, ledger, context, place);
  else await overhear(parts, context, place);
}

/** What people say to each other: a report where it shows a failure of which the cause is sure, else nothing is said. */
async function overhear(parts: TriageParts, context: TurnContext, place: DeskPlace): Promise<void> {
  const { activity } = context;
  const { turn } = parts;
  const received = readActivityText(activity);
  const { muted, quietThreads } = await parts.records.read(place.desk);
  const quietThread = quietThreads.includes(place.thread);
  const words = typedWords(received);
  // A question about a code is curiosity, and help is asked of the others here.
  const asks = words === '' || intentOf(words) !== null || explainRequest(words) !== null;
  if (asks || muted || quietThread || received.text.length > LONGEST_PASTE) {
    await warnPrivately(turn, context, await secretsOf(turn, received));
    return;
  }
  const read = await readTogether(turn, activity, ownWords(received), 'case');
  const { verdict, cause, readSomething } = read;
  const shown = read.shown || tellsFailure(words);
  const heard = { mentioned: false, muted, quietThread, verdict, cause, readSomething, shown };
  if (speaks(heard) === 'answer') await takeReport(parts, context, place, read, false);
  // What was only talked about is no part of a story that somebody's next message could complete.
  else if (readSomething && !shown) await dropEvidence(turn, activity);
  await warnPrivately(turn, context, read.secrets);
}

/** A message that names the bot: it is answered, and a case is made of it where it holds evidence. */
async function hearCalled(
  parts: TriageParts,
  ledger: ReplyLedger,
  context: TurnContext,
  place: DeskPlace,
): Promise<void> {
  const { activity } = context;
  const { turn } = parts;
  const received = readActivityText(activity);
  let report: Omit<QuotedReport, 'isKnown'> | undefined;
  const answered = await answerMessage(turn, activity, received, async (_, message, words) => {
    const own = await readTogether(turn, message, ownWords(words), 'case');
    if (own.readSomething) report = { read: own, reporter: authorOf(message), quotedId: null };
    else if (words.quoted !== undefined) {
      const quoted = await readQuotedReport(parts, context, place, words);
      // A question about a report that is a case already makes no second one of it.
      if (quoted === undefined || quoted.isKnown) return diagnoseMessage(turn, message, words);
      report = quoted;
    }
    const read = report?.read ?? own;
    return { answer: null, secrets: read.secrets, evidence: read.readSomething };
  });
  if (report !== undefined) await takeReport(parts, context, place, report.read, true, report);
  else {
    const answer = await answerInThread(parts, place, activity.from?.id, answered);
    const sent = await context.sendActivity(answerActivity(answer, activity.channelId));
    if (sent?.id && activity.type === ActivityTypes.Message) await keepFirstAnswer(turn, ledger, context, sent.id);
    else if (sent?.id) await ledger.record(activity, sent.id);
  }
  await warnPrivately(turn, context, answered.secrets);
}

/** What somebody quotes is the report of whoever wrote it. */
export function ownWords({ text, html, pictures, files }: ActivityText): ActivityText {
  return { text, html, pictures, files };
}
