import type { Activity } from 'botbuilder';
import { attachmentWords } from './extension/attachment-words.ts';
import { textOfHtml } from './html-paste.ts';
import { isObject } from './is-object.ts';

/** How Teams writes a message that is replied to with a quote, in front of the reply itself. */
const REPLY = 'schema.skype.com/Reply';
const TAG = 'blockquote';
const AUTHOR = /<strong\b[^<>]{0,200}itemprop="mri"[^<>]{0,200}>[^<>]{0,200}<\/strong>/iu;
const ITEM_ID = /\bitemid="([^"<>]{1,200})"/iu;
const PASSED_ON: ReadonlySet<string> = new Set(['messagereference', 'forwardedmessagereference']);
/** Somebody of an organisation, as Teams names them in a quote; behind it stands their id in the directory. */
const ORGANISATION = '8:orgid:';

const MOST_ATTACHMENTS = 20;
const LONGEST_ID = 200;

/** What somebody else said, in a message that quotes or forwards it. */
export interface Quote {
  readonly words: string;
  /** Who said it: the id in the directory, else the channel's own; `undefined` where that is not told. */
  readonly author: string | undefined;
  /** The id of the message; `undefined` where that is not told. */
  readonly message: string | undefined;
}

/** What somebody wrote themselves, and what they quote of others. */
export interface OwnAndQuoted {
  /** The HTML without the quotes. */
  readonly own: string;
  /** Without the bot's words, also in a quote of a quote: it knows what it said, and that is nobody's evidence. */
  readonly quoted: readonly Quote[];
}

/** A message, or a quote in it, up to where it is read. */
interface Level {
  html: string;
  readonly open: string;
}

/** Takes the quotes of a reply out of its HTML. `undefined` where there is none. In one pass. */
export function withoutQuotes(html: string, bot: string | undefined): OwnAndQuoted | undefined {
  if (!html.includes(REPLY)) return undefined;
  const quoted: Quote[] = [];
  let level: Level = { html: '', open: '' };
  const outer: Level[] = [];
  const opened: boolean[] = [];
  let at = 0;
  for (let name = html.indexOf(TAG); name !== -1; name = html.indexOf(TAG, Math.max(at, name + 1))) {
    const closes = html.startsWith('</', name - 2);
    if (!closes && html[name - 1] !== '<') continue;
    const end = html.indexOf('>', name) + 1;
    if (end === 0) break;
    const begin = name - (closes ? 2 : 1);
    const tag = html.slice(begin, end);
    level.html += html.slice(at, begin);
    at = end;
    const isReply = closes ? opened.pop() === true : tag.includes(REPLY);
    if (!closes) opened.push(isReply);
    if (!isReply) level.html += tag;
    else if (closes) {
      quoted.push(...quoteIn(level, bot));
      level = outer.pop() ?? { html: '', open: '' };
    } else {
      outer.push(level);
      level = { html: '', open: tag };
    }
  }
  let own = level.html + html.slice(at);
  // What is never closed is no quote.
  for (let open = level.open; outer.length > 0; ) {
    const around: Level | undefined = outer.pop();
    own = `${around?.html ?? ''}${open}${own}`;
    open = around?.open ?? '';
  }
  return { own, quoted };
}

function quoteIn({ html, open }: Level, bot: string | undefined): readonly Quote[] {
  const author = AUTHOR.exec(html)?.[0] ?? '';
  const id = ITEM_ID.exec(author)?.[1];
  if (bot !== undefined && id === bot) return [];
  const words = textOfHtml(html.replace(author, ''));
  if (words === '') return [];
  return [
    {
      words,
      author: id?.startsWith(ORGANISATION) === true ? id.slice(ORGANISATION.length) : id,
      message: ITEM_ID.exec(open)?.[1],
    },
  ];
}

/** The messages that a message refers to or forwards, where it brings their words. */
export function passedOn({ attachments, recipient }: Activity): readonly Quote[] {
  const quotes: Quote[] = [];
  const brought: readonly unknown[] = Array.isArray(attachments) ? attachments : [];
  for (const attachment of brought.slice(0, MOST_ATTACHMENTS)) {
    if (!isObject(attachment) || typeof attachment.contentType !== 'string') continue;
    if (!PASSED_ON.has(attachment.contentType.toLowerCase())) continue;
    const content = objectIn(attachment.content);
    const { application, user } = senderIn(content);
    if (isBot(application, recipient?.id)) continue;
    const words = attachmentWords([attachment]);
    const { id } = objectIn(user);
    if (words !== '')
      quotes.push({ words, author: idIn(id), message: idIn(content.messageId ?? content.originalMessageId) });
  }
  return quotes;
}

/** A reference and a forwarded message name their sender differently. */
function senderIn({ messageSender, originalMessageSender }: Record<string, unknown>): Record<string, unknown> {
  return objectIn(messageSender ?? originalMessageSender);
}

/** No longer than the id of a message can be that is kept (adapter/id-lengths.ts). */
function idIn(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_ID ? value : undefined;
}

/** Whether it is this bot, whose id is that of its app behind `28:`. */
function isBot(application: unknown, bot: string | undefined): boolean {
  const { id } = objectIn(application);
  return bot !== undefined && typeof id === 'string' && id !== '' && (id === bot || `28:${id}` === bot);
}

function objectIn(value: unknown): Record<string, unknown> {
  try {
    const found: unknown = typeof value === 'string' ? JSON.parse(value) : value;
    return isObject(found) ? found : {};
  } catch {
    return {};
  }
}
