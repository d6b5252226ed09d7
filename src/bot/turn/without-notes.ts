import { randomUUID } from 'node:crypto';
import { ActivityTypes, type TurnContext } from 'botbuilder';
import { logFailure } from '../../logging/log-failure.ts';
import { isStoreUnavailable } from '../../storage/store-unavailable-error.ts';
import { readActivityText, typedWords } from '../activity-text.ts';
import { answerActivity } from '../answer.ts';
import { explainRequest } from '../commands/explain.ts';
import { LONGEST_PASTE } from '../commands/unreadable.ts';
import { isAddressed, scopeOf } from '../conversation-scope.ts';
import { type Intent, intentOf } from '../intents.ts';
import { answerForm, writtenAnswer } from '../reading/written-answer.ts';
import { say } from '../say.ts';
import { answerMessage } from './answer-message.ts';
import { warnPrivately } from './private-warning.ts';
import type { TurnParts } from './turn-parts.ts';

const NO_NOTES =
  'The database in which I keep my notes takes nothing just now, so I read this message by itself, without what you sent before. Buttons and sign-in may fail until it is back.';

const NEEDS_NO_NOTES: ReadonlySet<Intent> = new Set(['help', 'what-to-paste', 'greeting', 'thanks', 'human']);

/**
 * Answers a paste whose turn failed because the store takes nothing: what is wrong with it can be told from it alone. A
 * helpdesk makes cases, which need the store, and is told of the failure.
 *
 * @returns false where the message is none that can be answered so, or where anything was said already
 */
export async function answeredWithoutNotes(parts: TurnParts, context: TurnContext, failure: unknown): Promise<boolean> {
  const { activity } = context;
  if (!isStoreUnavailable(failure) || context.responded || activity.type !== ActivityTypes.Message) return false;
  if (!isAddressed(activity) || scopeOf(activity) === 'team-channel') return false;
  const received = readActivityText(activity);
  const words = typedWords(received);
  if (words === '' || received.text.length > LONGEST_PASTE || received.pictures + received.files > 0) return false;
  const intent = intentOf(words);
  if (intent === null ? explainRequest(words) !== null : NEEDS_NO_NOTES.has(intent)) {
    await say(context, (await answerMessage(parts, activity, received)).answer);
    return true;
  }
  if (intent !== null) return false;
  const form = answerForm(activity.channelId);
  const isPersonal = scopeOf(activity) === 'personal';
  const { text, html, quoted } = received;
  const read = await parts.reader.read({
    text,
    html,
    ...(quoted === undefined ? {} : { quoted }),
    now: parts.now(),
    earlier: [],
    showSecrets: isPersonal,
    diagnosisId: randomUUID(),
    signIn: false,
    form,
  });
  if (!read.readSomething || read.verdict === 'undecided') return false;
  const channel = activity.channelId;
  logFailure(parts.logger, failure, 'answered without the store', { channel });
  if (!isPersonal) await warnPrivately(parts, context, read.secrets);
  try {
    await context.sendActivity(answerActivity(writtenAnswer(read, form), channel));
    await say(context, NO_NOTES);
  } catch (err) {
    parts.logger.error({ err, channel }, 'an answer without the store could not be sent');
  }
  return context.responded;
}
