import type { Activity } from 'botbuilder';
import { plainLine } from '../../presentation/plain-data.ts';
import { isObject } from '../is-object.ts';

/** A file or picture that a message brought. */
export interface ReceivedAttachment {
  /** As it may be shown. */
  readonly name: string;
  /** Grants access to the file: never shown, never logged. */
  readonly address: string;
  readonly kind: 'text' | 'picture' | 'other';
}

export interface ReceivedAttachments {
  readonly files: readonly ReceivedAttachment[];
  readonly pictures: readonly ReceivedAttachment[];
}

const FILE_TYPE = 'application/vnd.microsoft.teams.file.download.info';
const PICTURE_NAME = /\.(?:png|jpe?g|gif|bmp|webp)$/i;
/** Names of what is surely no text: it is not even fetched. */
const OTHER_NAME =
  /\.(?:docx?|xlsx?|pptx?|pdf|rtf|odt|msg|eml|zip|7z|rar|gz|tgz|zst|cab|exe|dll|msi|evtx|etl|dmp|pcapng?|mp4|mov|mp3|wav|avi|webm|tiff?|heic|svgz?|ico|pfx|p12|jks|kdbx|sqlite|db)$/i;
const LONGEST_ADDRESS = 8_192;
/** Pictures of the client itself. */
const EMOJI = /schema\.skype\.com\/(?:Emoji|Giphy|Sticker)/i;
const IMG = /<img\b[^<>]{0,4000}>/giu;
const SRC = /\bsrc="([^"]{1,4000})"/iu;

/**
 * The files and pictures of a message, without looking at any of them.
 *
 * Files come with an address that works for some minutes, in personal chats only. Pasted pictures come as `image/*`;
 * the address in the HTML beside it is another one, for the client.
 */
export function receivedAttachments(activity: Activity): ReceivedAttachments {
  const files: ReceivedAttachment[] = [];
  const pictures: ReceivedAttachment[] = [];
  let html = '';
  for (const attachment of (Array.isArray(activity.attachments) ? activity.attachments : []) as readonly unknown[]) {
    if (!isObject(attachment) || typeof attachment.contentType !== 'string') continue;
    const type = attachment.contentType.toLowerCase();
    if (type === FILE_TYPE) {
      const file = fileOf(attachment);
      if (file !== undefined) (file.kind === 'picture' ? pictures : files).push(file);
    } else if (type.startsWith('image/')) {
      const address = pictureAddress(attachment);
      if (address !== undefined) pictures.push({ name: nameOf(attachment.name, 'picture'), address, kind: 'picture' });
    } else if (type === 'text/html' && typeof attachment.content === 'string') html = attachment.content;
  }
  return { files, pictures: pictures.length > 0 ? pictures : picturesIn(html) };
}

function fileOf({ content, name }: Record<string, unknown>): ReceivedAttachment | undefined {
  if (!isObject(content) || !isAddress(content.downloadUrl)) return undefined;
  const type = typeof content.fileType === 'string' ? content.fileType : '';
  const shown = nameOf(name, type === '' ? 'the file' : `file.${type}`);
  const told = type === '' ? shown : `x.${type}`;
  const is = (form: RegExp): boolean => form.test(told) || form.test(shown);
  const kind = is(PICTURE_NAME) ? 'picture' : is(OTHER_NAME) ? 'other' : 'text';
  return { name: shown, address: content.downloadUrl, kind };
}

/** Most clients name the address beside the type, some among the content. */
function pictureAddress({ contentUrl, content }: Record<string, unknown>): string | undefined {
  if (isAddress(contentUrl)) return contentUrl;
  return isObject(content) && isAddress(content.downloadUrl) ? content.downloadUrl : undefined;
}

/** The pictures that stand in the HTML of a message. */
export function picturesIn(html: string): readonly ReceivedAttachment[] {
  if (!html.includes('<img')) return [];
  const found: ReceivedAttachment[] = [];
  for (const [tag] of html.matchAll(IMG)) {
    const address = SRC.exec(tag)?.[1]?.replaceAll('&amp;', '&');
    if (address !== undefined && !EMOJI.test(tag)) found.push({ name: 'picture', address, kind: 'picture' });
  }
  return found;
}

function isAddress(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && (value.length <= LONGEST_ADDRESS || value.startsWith('data:'));
}

function nameOf(name: unknown, otherwise: string): string {
  const shown = typeof name === 'string' ? plainLine(name, 80) : '';
  return shown === '' ? plainLine(otherwise, 80) : shown;
}
