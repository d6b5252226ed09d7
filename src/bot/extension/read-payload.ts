import { randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { LONGEST_PASTE } from '../commands/unreadable.ts';
import { textOfHtml } from '../html-paste.ts';
import type { ReadMessage } from '../reading/message-reader.ts';
import { pictureBehindWords } from '../reading/picture-behind-words.ts';
import type { TurnParts } from '../turn/turn-parts.ts';
import type { MessagePayload } from './message-payload.ts';

/** Whether the person who asks wrote the message: only they are told of a live credential in it. */
export function isAuthor(activity: Activity, { author }: MessagePayload): boolean {
  return author !== null && author.toLowerCase() === activity.from.aadObjectId?.toLowerCase();
}

/**
 * Reads somebody's message by itself: nothing that was said before counts, and nothing of it is kept, because it was
 * not sent to the bot.
 */
export async function readPayload(
  parts: TurnParts,
  payload: MessagePayload,
  shown: { readonly showSecrets: boolean; readonly inDialog: boolean; readonly picture: string },
): Promise<ReadMessage> {
  const begun = performance.now();
  const { picture } = shown;
  const { text, pictureFrom } = pictureBehindWords(pasteOf(payload), picture);
  const read = await parts.reader.read({
    text,
    html: null,
    now: parts.now(),
    earlier: [],
    showSecrets: shown.showSecrets,
    diagnosisId: randomUUID(),
    signIn: parts.signsIn,
    form: 'card',
    ...(shown.inDialog ? { inDialog: true } : {}),
    ...(picture === '' ? {} : { readFromPicture: picture, pictureFrom }),
  });
  if (read.readSomething) parts.onDiagnosed?.(read.cause, read.verdict, performance.now() - begun);
  return read;
}

/** Body and attachments belong together: people write a line above the card of an alert. */
export function pasteOf({ html, text, attached }: MessagePayload): string {
  const body = html === null ? text : textOfHtml(html);
  return [body.trim(), attached]
    .filter((part) => part !== '')
    .join('\n\n')
    .slice(0, LONGEST_PASTE);
}
