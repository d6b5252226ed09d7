import { plainLine } from '../../presentation/plain-data.ts';
import { picturesIn } from '../attachments/received-attachments.ts';
import { showsPicture } from '../html-picture.ts';
import { isObject } from '../is-object.ts';
import { attachmentWords } from './attachment-words.ts';

/**
 * The message that an action command was chosen on, as Teams hands it over: in the form of Graph's chatMessage.
 *
 * @see https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module
 */
export interface MessagePayload {
  readonly id: string | null;
  /** In a team channel: the message that began the thread; `null` where this one did. */
  readonly root: string | null;
  /** HTML, or text where it says so; `null` where there is none. */
  readonly html: string | null;
  readonly text: string;
  /** The words of cards, quoted and forwarded messages in it. */
  readonly attached: string;
  /** Object id of its author; `null` for messages of apps. */
  readonly author: string | null;
  /** As it may be shown. */
  readonly authorName: string | null;
  readonly hasPicture: boolean;
  /** Where its pictures are: never shown. */
  readonly pictures: readonly string[];
  /** Names of files, as they may be shown. */
  readonly files: readonly string[];
}

/** Teams takes messages of 100 KB; a message of a bot may be longer as JSON. */
const LONGEST_BODY = 1_048_576;
const MOST_FILES = 5;

/** Reads the payload; `null` where the command came without a message. */
export function messagePayload(value: unknown): MessagePayload | null {
  const payload = isObject(value) ? value.messagePayload : undefined;
  if (!isObject(payload)) return null;
  const body = isObject(payload.body) ? payload.body : {};
  const content = typeof body.content === 'string' ? body.content.slice(0, LONGEST_BODY) : '';
  const isHtml = body.contentType !== 'text' && content !== '';
  const attachments = Array.isArray(payload.attachments) ? (payload.attachments as readonly unknown[]) : [];
  const user = isObject(payload.from) && isObject(payload.from.user) ? payload.from.user : {};
  const name = text(user.displayName);
  return {
    id: idOf(payload.id),
    root: idOf(payload.replyToId),
    html: isHtml ? content : null,
    text: isHtml ? '' : content,
    attached: attachmentWords(attachments),
    author: idOf(user.id),
    authorName: name === '' ? null : plainLine(name, 80),
    hasPicture: showsPicture(content) || attachments.some(isPicture),
    pictures: picturesIn(content).map(({ address }) => address),
    files: attachments.flatMap(fileName).slice(0, MOST_FILES),
  };
}

function isPicture(attachment: unknown): boolean {
  return isObject(attachment) && /^image\//i.test(text(attachment.contentType));
}

/** Files of chats and channels come as references to SharePoint. */
function fileName(attachment: unknown): string[] {
  if (!isObject(attachment) || attachment.contentType !== 'reference') return [];
  const name = plainLine(text(attachment.name), 80);
  return name === '' ? [] : [name];
}

function idOf(value: unknown): string | null {
  const id = text(value);
  return id === '' || id === '0' || id.length > 200 ? null : id;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
