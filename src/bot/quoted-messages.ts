import type { Activity } from 'botbuilder';
import { attachmentWords } from './extension/attachment-words.ts';
import { textOfHtml } from './html-paste.ts';
import { isObject } from './is-object.ts';

/** How Teams writes a message that is replied to with a quote, in front of the reply itself. */
const REPLY = 'schema.skype.com/Reply';
const OPEN = '<blockquote';
const CLOSE = '</blockquote>';
const AUTHOR = /<strong\b[^<>]{0,200}itemprop="mri"[^<>]{0,200}>[^<>]{0,200}<\/strong>/iu;
const AUTHOR_ID = /\bitemid="([^"<>]{1,200})"/iu;
const PASSED_ON: ReadonlySet<string> = new Set(['messagereference', 'forwardedmessagereference']);

/** What somebody wrote themselves, and what they quote of others. */
export interface OwnAndQuoted {
  /** The HTML without the quotes. */
  readonly own: string;
  /** The words of others, a quote each. Without the bot's: it knows what it said, and that is nobody's evidence. */
  readonly quoted: readonly string[];
}

/** Takes the quotes of a reply out of its HTML. `undefined` where there is none. In one pass. */
export function withoutQuotes(html: string, bot: string | undefined): OwnAndQuoted | undefined {
  if (!html.includes(REPLY)) return undefined;
  const quoted: string[] = [];
  let own = '';
  let at = 0;
  for (let open = html.indexOf(OPEN); open !== -1; open = html.indexOf(OPEN, at)) {
    const tagEnd = html.indexOf('>', open);
    const close = tagEnd === -1 ? -1 : html.indexOf(CLOSE, tagEnd);
    if (close === -1) break;
    const end = close + CLOSE.length;
    const isReply = html.slice(open, tagEnd).includes(REPLY);
    own += html.slice(at, isReply ? open : end);
    at = end;
    if (!isReply) continue;
    const inside = html.slice(tagEnd + 1, close);
    const author = AUTHOR.exec(inside)?.[0] ?? '';
    if (bot === undefined || AUTHOR_ID.exec(author)?.[1] !== bot) quoted.push(textOfHtml(inside.replace(author, '')));
  }
  return { own: own + html.slice(at), quoted };
}

/** The words of messages that a message refers to or forwards, where it brings them. */
export function passedOnWords({ attachments, recipient }: Activity): string {
  const passedOn = (Array.isArray(attachments) ? (attachments as readonly unknown[]) : []).filter(
    (attachment) =>
      isObject(attachment) &&
      typeof attachment.contentType === 'string' &&
      PASSED_ON.has(attachment.contentType.toLowerCase()) &&
      !isFrom(attachment.content, recipient?.id),
  );
  return passedOn.length === 0 ? '' : attachmentWords(passedOn);
}

/** Whether a reference is to a message of this bot, whose id is that of its app behind `28:`. */
function isFrom(content: unknown, bot: string | undefined): boolean {
  if (bot === undefined) return false;
  const { messageSender } = objectIn(content);
  const { application } = objectIn(messageSender);
  const { id } = objectIn(application);
  return typeof id === 'string' && id !== '' && (id === bot || `28:${id}` === bot);
}

function objectIn(value: unknown): Record<string, unknown> {
  try {
    const found: unknown = typeof value === 'string' ? JSON.parse(value) : value;
    return isObject(found) ? found : {};
  } catch {
    return {};
  }
}
