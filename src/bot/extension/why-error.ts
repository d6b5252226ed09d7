import { createHash } from 'node:crypto';
import { ActivityTypes, type InvokeResponse, type TurnContext } from 'botbuilder';
import {
  addBotCard,
  nothingInMessageCard,
  withAsker,
  withPostAction,
  wordsCard,
} from '../../presentation/cards/dialog-cards.ts';
import { answerActivity } from '../answer.ts';
import { scopeOf } from '../conversation-scope.ts';
import type { TurnParts } from '../turn/turn-parts.ts';
import { dialogResponse } from './dialog.ts';
import { type MessagePayload, messagePayload } from './message-payload.ts';
import { readPayloadPictures } from './payload-pictures.ts';
import { BotNotThereError, postAsBot } from './post-as-bot.ts';
import { type PostingPlace, postingPlace } from './posting-place.ts';
import { isAuthor, pasteOf, readPayload } from './read-payload.ts';
import { warnAuthor } from './warn-author.ts';

/** «Why this error?»: the diagnosis of the message in a dialog. */
export async function onWhyError(parts: TurnParts, context: TurnContext): Promise<InvokeResponse> {
  const { activity } = context;
  const payload = messagePayload(activity.value);
  if (payload === null) return dialogResponse(wordsCard('Choose a message first', [OPEN_ON_MESSAGE]), 'medium');
  const own = isAuthor(activity, payload);
  const { text: picture, problems } = await readPayloadPictures(parts.attachments, activity, payload);
  const read = await readPayload(parts, payload, { showSecrets: own, inDialog: true, picture });
  const place = postingPlace(activity, payload);
  if (!own) warnAuthor(parts, context, payload, place, read.secrets);
  if (!read.readSomething) {
    return dialogResponse(nothingInMessageCard(wheresTheRest(payload, problems, pasteOf(payload) === '')), 'medium');
  }
  const card = JSON.parse(read.answer) as object;
  return dialogResponse(withPostAction(card, place.kind, wheresTheRest(payload, problems, false)));
}

const OPEN_ON_MESSAGE =
  'Open the menu of a message (“…”), then “More actions” and “Why this error?”: I read that message and say what is wrong.';

/** What of the message could not be read from here, and what to do about it. */
function wheresTheRest(
  { hasPicture, files }: MessagePayload,
  problems: readonly string[],
  empty: boolean,
): readonly string[] {
  return [
    ...(empty && !hasPicture && files.length === 0 ? ['The message holds no words that I could read.'] : []),
    ...problems,
    ...(files.length > 0
      ? [
          `I was not given the file ${files.join(', ')}. Send it to me in our personal chat, or paste the lines around the error.`,
        ]
      : []),
  ];
}

/** The button below it: posts the diagnosis as the bot, or offers to add the bot first. */
export async function onPostDiagnosis(parts: TurnParts, context: TurnContext): Promise<InvokeResponse> {
  const { activity } = context;
  const payload = messagePayload(activity.value);
  if (payload === null) {
    // After Teams added the app its submission may come without the message.
    return dialogResponse(wordsCard('why401 is here now', [`One more step: ${OPEN_ON_MESSAGE}`]), 'medium');
  }
  const { text: picture, problems } = await readPayloadPictures(parts.attachments, activity, payload);
  const read = await readPayload(parts, payload, { showSecrets: false, inDialog: false, picture });
  if (!read.readSomething) {
    return dialogResponse(nothingInMessageCard(wheresTheRest(payload, problems, false)), 'medium');
  }
  const place = postingPlace(activity, payload);
  const key = postedKey(activity.channelId, place, payload);
  if (!(await parts.store.seen.claim(key, parts.now()))) return posted(place, 'already');
  try {
    const card = withAsker(JSON.parse(read.answer) as object, activity.from.name || 'Somebody', payload.authorName);
    const message = answerActivity({ text: read.headline, card, summary: read.headline }, activity.channelId);
    await postAsBot(parts, context, place, { type: ActivityTypes.Message, ...message });
    return posted(place, 'now');
  } catch (error) {
    await parts.store.seen.release(key);
    if (!(error instanceof BotNotThereError)) throw error;
    parts.logger.info({ channel: activity.channelId, scope: scopeOf(activity) }, 'asked to post where the bot is not');
    return dialogResponse(addBotCard(place.kind), 'medium');
  }
}

function posted({ kind }: PostingPlace, when: 'now' | 'already'): InvokeResponse {
  const where = kind === 'thread' ? 'the thread' : 'this chat';
  const words = when === 'now' ? `The diagnosis now stands in ${where}.` : `The diagnosis stands in ${where} already.`;
  return dialogResponse(wordsCard(words, [CLOSE]), 'small');
}

const CLOSE = 'You can close this.';

/** Once for a message as it reads now: a double click and a delivery that is repeated post nothing more. */
function postedKey(channelId: string, { conversation }: PostingPlace, payload: MessagePayload): string {
  const words = createHash('sha256').update(pasteOf(payload)).digest('base64url').slice(0, 22);
  return `posted/${channelId}/${conversation}/${payload.id ?? ''}/${words}`;
}
