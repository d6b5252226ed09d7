import { randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import type { FoundSecret } from '../../diagnosis/diagnosis.ts';
import type { ActivityText } from '../activity-text.ts';
import type { Answer } from '../answer.ts';
import { scopeOf } from '../conversation-scope.ts';
import { textOfHtml } from '../html-paste.ts';
import type { MessageToRead } from '../reading/message-reader.ts';
import { answerForm, writtenAnswer } from '../reading/written-answer.ts';
import { earlierMessages, keepEvidence } from './message-memory.ts';
import type { ReadHere } from './read-here.ts';
import type { TurnParts } from './turn-parts.ts';

export interface MessageDiagnosis {
  /** `null` where there is nothing to diagnose. */
  readonly answer: Answer | null;
  readonly secrets: readonly FoundSecret[];
  /** Whether the message gave evidence of its own, which is now kept. */
  readonly evidence: boolean;
}

/** Reads a message together with what its author sent here before, and keeps what it gave for the next. */
export async function diagnoseMessage(
  parts: TurnParts,
  activity: Activity,
  received: ActivityText,
): Promise<MessageDiagnosis> {
  const personal = scopeOf(activity) === 'personal';
  const form = answerForm(activity.channelId);
  const read = await readTogether(parts, activity, received, form);
  const { secrets } = read;
  if (!read.readSomething) {
    return { answer: personal && secrets.length > 0 ? writtenAnswer(read, form) : null, secrets, evidence: false };
  }
  return { answer: writtenAnswer(read, form), secrets, evidence: true };
}

/** Reads a message together with what its author sent here before; where it gave evidence, that is kept for the next. */
export async function readTogether(
  parts: TurnParts,
  activity: Activity,
  { text, html, quoted }: ActivityText,
  form: MessageToRead['form'],
  more: Pick<MessageToRead, 'readFromPicture' | 'pictureFrom'> = {},
): Promise<ReadHere> {
  const now = parts.now();
  const earlier = await earlierMessages(parts, activity, now);
  const begun = performance.now();
  const diagnosisId = randomUUID();
  const read = await parts.reader.read({
    text,
    html,
    ...(quoted === undefined ? {} : { quoted }),
    now,
    earlier,
    showSecrets: scopeOf(activity) === 'personal',
    diagnosisId,
    signIn: parts.signsIn,
    form,
    ...more,
  });
  if (!read.readSomething) return { ...read, diagnosisId };
  await keepEvidence(parts, activity, now, read.remembered);
  const { cause, verdict } = read;
  parts.onDiagnosed?.(cause, verdict, performance.now() - begun);
  parts.logger.debug({ cause, verdict, earlier: earlier.length }, 'diagnosed');
  return { ...read, diagnosisId };
}

/** Only what a message gives away, for messages that the bot is not asked to answer. Nothing is kept. */
export function secretsOf(parts: TurnParts, { text, html, quoted }: ActivityText): Promise<readonly FoundSecret[]> {
  const now = parts.now();
  if (quoted === undefined) return parts.reader.secretsOf({ text, html, now });
  // Who quotes a credential shows it once more.
  const own = html === null ? text : textOfHtml(html);
  return parts.reader.secretsOf({ text: `${own}\n\n${quoted}`, html: null, now });
}
