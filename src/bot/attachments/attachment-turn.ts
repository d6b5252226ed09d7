import { randomUUID } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import { logFailure } from '../../logging/log-failure.ts';
import { type ActivityText, readActivityText } from '../activity-text.ts';
import { type Trouble, troubleOf } from '../adapter/trouble.ts';
import { LONGEST_PASTE } from '../commands/unreadable.ts';
import { conversationKey } from '../conversation-key.ts';
import { isAddressed, scopeOf } from '../conversation-scope.ts';
import { textOfHtml } from '../html-paste.ts';
import type { ReplyLedger } from '../turn/reply-ledger.ts';
import type { TurnParts } from '../turn/turn-parts.ts';
import { attachmentHost } from './allowed-hosts.ts';
import { answerFile } from './answer-file.ts';
import { answerPictures } from './answer-pictures.ts';
import type { AnswerLater, AttachmentOrder } from './attachment-order.ts';
import { type LaterAnswer, laterAnswer } from './later-answer.ts';
import { BUSY_WORDS, STOPPED_WORDS } from './problem-words.ts';
import { isInMessage } from './read-pictures.ts';
import { type ReceivedAttachment, receivedAttachments } from './received-attachments.ts';

/** So many files of a message are read. */
const FILES_READ = 3;

/**
 * A message that brought files or pictures, new or edited: it is answered at once with what is being read, and that
 * answer becomes the diagnosis.
 *
 * @returns false where it brought nothing that is read here, or the bot is not spoken to; nothing was said then
 */
export async function onAttachments(parts: TurnParts, ledger: ReplyLedger, context: TurnContext): Promise<boolean> {
  const { activity } = context;
  const reading = parts.attachments;
  if (reading === undefined || !isAddressed(activity)) return false;
  const received = receivedAttachments(activity);
  const rules = { serviceUrl: activity.serviceUrl, local: reading.local };
  // Other channels keep them with hosts of their own, from where nothing is fetched; in Teams whoever sent it is told so.
  const isFetched = ({ address }: ReceivedAttachment): boolean =>
    activity.channelId === 'msteams' || isInMessage(address) || attachmentHost(address, rules) !== null;
  const files = received.files.filter(isFetched);
  const pictures = received.pictures.filter(isFetched);
  const reader = reading.pictures;
  const shown = reader === undefined ? [] : pictures;
  // Teams gives files to bots in the personal chat only; whatever comes elsewhere is somebody else's.
  const opened = scopeOf(activity) === 'personal' ? files.slice(0, FILES_READ) : [];
  if (shown.length === 0 && opened.length === 0) return false;
  const order: AttachmentOrder = {
    parts,
    reading,
    ledger,
    activity,
    rules,
    words: wordsOf(readActivityText(activity)),
  };
  const tasks = [
    ...(reader === undefined || shown.length === 0
      ? []
      : [{ name: picturesName(shown), answer: answerPictures(shown, reader) }]),
    ...opened.map((file) => ({ name: file.name, answer: answerFile(file) })),
  ];
  const replyId = await ledger.replyTo(activity);
  for (const [index, { name, answer }] of tasks.entries()) {
    // What stands beside several belongs to the first, and so does the reply to an earlier edition.
    const own = index === 0 ? order : { ...order, words: '' };
    // An edition that was read sooner than the one before it must not be written over by that one.
    const key = `${conversationKey(activity)}/${activity.id ?? randomUUID()}/${index}`;
    await begun(own, context, name, answer, { replyId: index === 0 ? replyId : undefined, key });
  }
  return true;
}

async function begun(
  order: AttachmentOrder,
  context: TurnContext,
  name: string,
  answer: AnswerLater,
  { replyId, key }: { readonly replyId: string | undefined; readonly key: string },
): Promise<void> {
  const later = await laterAnswer(order.parts, order.ledger, context, `I am reading ${name}…`, replyId);
  const task = (): Promise<void> => answered(order, later, answer);
  const onStopped = (): Promise<void> => later.finish({ text: STOPPED_WORDS });
  if (!later.later) await task();
  else if (!order.reading.background.run({ task, key, onStopped })) await later.finish({ text: BUSY_WORDS });
}

/** Nobody waits for it any more, so a failure is told where the answer would have stood. */
async function answered(order: AttachmentOrder, later: LaterAnswer, answer: AnswerLater): Promise<void> {
  const { logger, now } = order.parts;
  const channel = order.activity.channelId;
  try {
    await answer(order, later);
  } catch (error) {
    const id = logFailure(logger, error, 'an attachment could not be read', { channel });
    await later.finish({ text: failedWords(id, troubleOf(error, now())) }).catch((err: unknown) => {
      logger.error({ err, channel }, 'the answer to an attachment could not be delivered');
    });
  }
}

function failedWords(id: string, { what }: Trouble): string {
  return `I could not finish reading that: ${what} Nothing of it was kept. Please paste the lines around the error as text. The operator of this bot finds the reason under the id ${id}.`;
}

function wordsOf({ text, html }: ActivityText): string {
  if (html === null || html.length > LONGEST_PASTE) return text;
  return textOfHtml(html).trim();
}

function picturesName(pictures: readonly ReceivedAttachment[]): string {
  return pictures.length === 1 ? 'your picture' : `your ${pictures.length} pictures`;
}
