import type { Activity } from 'botbuilder';
import type { FoundSecret } from '../../diagnosis/diagnosis.ts';
import { NOT_SET_UP_TEXT, NOTHING_TO_CANCEL_TEXT } from '../../presentation/cards/sign-in/sign-in-words.ts';
import { type ActivityText, typedWords } from '../activity-text.ts';
import { type Answer, showsCards } from '../answer.ts';
import { deleteDataAnswer, deleteDataQuestion } from '../commands/delete-data.ts';
import { explainAnswer, explainRequest } from '../commands/explain.ts';
import { forgetAnswer } from '../commands/forget.ts';
import { helpAnswer } from '../commands/help.ts';
import { nothingFoundAnswer } from '../commands/nothing-found.ts';
import {
  greetingAnswer,
  howSureAnswer,
  humanAnswer,
  showCodeAnswer,
  stillFailingAnswer,
  thanksAnswer,
  whatNowAnswer,
} from '../commands/small-talk.ts';
import { LONGEST_PASTE, tooLongAnswer, type WhereSaid, wordlessAnswer } from '../commands/unreadable.ts';
import { whatToPasteAnswer } from '../commands/what-to-paste.ts';
import { memoryOwner } from '../conversation-key.ts';
import { scopeOf } from '../conversation-scope.ts';
import { type Intent, intentOf } from '../intents.ts';
import { diagnoseMessage, type MessageDiagnosis, secretsOf } from './diagnose-message.ts';
import type { TurnParts } from './turn-parts.ts';

export interface MessageAnswer {
  readonly answer: Answer;
  /** What the message gives away. */
  readonly secrets: readonly FoundSecret[];
  /** Whether it gave evidence, which is now kept. */
  readonly evidence: boolean;
  /** What a short message asks for; `nothing` where no error stands in a message either. */
  readonly about?: Intent | 'nothing';
}

/**
 * The one place that decides what a message is answered with, whether it is new or edited.
 *
 * @param diagnose what is done with a message that may hold evidence; a helpdesk makes a case of it
 */
export async function answerMessage(
  parts: TurnParts,
  activity: Activity,
  received: ActivityText,
  diagnose: typeof diagnoseMessage = diagnoseMessage,
): Promise<MessageAnswer> {
  const words = typedWords(received);
  const request = explainRequest(words);
  /** «Explain this». */
  const points = request?.kind === 'unknown' && request.name === '' && words.includes(' ');
  const asksOfOthers =
    received.quoted !== undefined && (words === '' || points || ASKS_ABOUT.has(intentOf(words) ?? 'thanks'));
  if (asksOfOthers) return ofEvidence(parts, activity, await diagnose(parts, activity, received), received);
  if (words === '' && received.html === null) return plainly(wordlessAnswer(received, whereSaid(activity)));
  const intent = intentOf(words);
  if (intent !== null && received.pictures > 0 && ASKS_ABOUT.has(intent))
    return plainly(wordlessAnswer(received, whereSaid(activity)));
  if (intent !== null) return { ...plainly(await commandAnswer(parts, activity, intent)), about: intent };
  if (points && scopeOf(activity) !== 'personal') return plainly(wordlessAnswer(received, whereSaid(activity)));
  if (request !== null) return plainly(explainAnswer(request));
  if (isTooLong(received)) {
    return { answer: tooLongAnswer(words.length), secrets: await secretsOf(parts, received), evidence: false };
  }
  return ofEvidence(parts, activity, await diagnose(parts, activity, received), received);
}

function ofEvidence(
  { signsIn }: TurnParts,
  activity: Activity,
  { answer, secrets, evidence }: MessageDiagnosis,
  received: ActivityText,
): MessageAnswer {
  if (answer !== null) return { answer, secrets, evidence };
  return { answer: nothingFoundAnswer(received, whereSaid(activity), signsIn), secrets, evidence, about: 'nothing' };
}

function whereSaid(activity: Activity): WhereSaid {
  return { shared: scopeOf(activity) !== 'personal', teams: activity.channelId === 'msteams' };
}

/** «What is this?» asks about what stands beside it: a picture, or a message that is quoted. */
const ASKS_ABOUT: ReadonlySet<Intent> = new Set(['help', 'what-to-paste', 'greeting', 'what-now']);

function plainly(answer: Answer): MessageAnswer {
  return { answer, secrets: [], evidence: false };
}

/** Only where neither form fits: HTML may be several times as long as its text. */
function isTooLong({ text, html }: ActivityText): boolean {
  return text.length > LONGEST_PASTE || (text === '' && html !== null && html.length > LONGEST_PASTE);
}

async function commandAnswer(parts: TurnParts, activity: Activity, intent: Intent): Promise<Answer> {
  switch (intent) {
    case 'help':
      return helpAnswer({
        signIn: parts.signsIn,
        sandbox: parts.hasSandbox,
        desk: parts.hasDesk === true && scopeOf(activity) === 'team-channel',
        files: activity.channelId === 'msteams',
      });
    case 'what-to-paste':
    case 'me-too':
      return whatToPasteAnswer();
    case 'greeting':
      return greetingAnswer();
    case 'thanks':
      return thanksAnswer();
    case 'still-failing':
      return (await answeredBefore(parts, activity)) ? stillFailingAnswer() : whatToPasteAnswer();
    case 'what-now':
      return (await answeredBefore(parts, activity)) ? whatNowAnswer() : whatToPasteAnswer();
    case 'human':
      return humanAnswer();
    case 'how-sure':
      return (await answeredBefore(parts, activity)) ? howSureAnswer() : whatToPasteAnswer();
    case 'show-code':
      return (await answeredBefore(parts, activity))
        ? showCodeAnswer(showsCards(activity.channelId))
        : whatToPasteAnswer();
    case 'forget':
      return forgetAnswer(parts.store.memory, memoryOwner(activity));
    case 'cancel':
      return { text: NOTHING_TO_CANCEL_TEXT };
    // Where people can sign in, these are answered before (command-message.ts).
    case 'sign-in':
    case 'sign-out':
    case 'who-am-i':
    case 'check-sign-in':
      return { text: NOT_SET_UP_TEXT };
    case 'delete-my-data':
      return deleteDataQuestion();
    case 'delete-my-data-now':
      return deleteDataAnswer(parts.store, activity);
  }
}

/** Whether anything of this person is remembered here: «it does not work» may be the first thing that somebody says. */
async function answeredBefore({ store, now }: TurnParts, activity: Activity): Promise<boolean> {
  const owner = memoryOwner(activity);
  return owner !== undefined && (await store.memory.recall(owner, now())).length > 0;
}
