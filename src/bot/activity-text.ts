import type { Activity } from 'botbuilder';
import { ownMentions } from './conversation-scope.ts';
import { textOfHtml } from './html-paste.ts';
import { showsPicture } from './html-picture.ts';
import { isObject } from './is-object.ts';
import { passedOn, type Quote, withoutQuotes } from './quoted-messages.ts';
import { typedInSlack } from './slack-text.ts';

/** What a message brought, before anything is understood. */
export interface ActivityText {
  /** The plain text, without the mention of the bot. */
  readonly text: string;
  /** The content of the `text/html` attachment, where it holds visible words; `null` otherwise. */
  readonly html: string | null;
  readonly pictures: number;
  readonly files: number;
  /**
   * What others wrote, where this message quotes or forwards it. It is no report of whoever quotes it, and it is read only
   * where they ask about it.
   */
  readonly quoted?: string;
  /** Who wrote all of that, where one person did: their id in the directory, or the channel's own. */
  readonly quotedFrom?: string;
  /** The id of the quoted message, where it is one. */
  readonly quotedId?: string;
}

const MENTION_TYPE = 'schema.skype.com/Mention';
/** Teams writes a mention in HTML as a span of this type, or as an `at` element. Both are short and hold plain text. */
const MENTION_SPAN = /<span\b[^<>]{0,300}schema\.skype\.com\/Mention[^<>]{0,300}>([^<>]{0,200})<\/span>/giu;
const AT_ELEMENT = /<at\b[^<>]{0,100}>([^<>]{0,200})<\/at>/giu;

/** Reads what the person wrote. Nothing is fetched: pictures and files are only counted. */
export function readActivityText(activity: Activity): ActivityText {
  const mentions = ownMentions(activity);
  const attachments: readonly unknown[] = Array.isArray(activity.attachments) ? activity.attachments : [];
  let html: string | null = null;
  let pictures = 0;
  let files = 0;
  let others = 0;
  for (const attachment of attachments) {
    if (!isObject(attachment) || typeof attachment.contentType !== 'string') continue;
    const type = attachment.contentType.toLowerCase();
    if (type === 'text/html') {
      if (html === null && typeof attachment.content === 'string')
        html = withoutHtmlMentions(attachment.content, mentions);
    } else if (type.startsWith('image/')) pictures += 1;
    else if (type.startsWith('application/vnd.microsoft.card.') || type.endsWith('messagereference')) others += 1;
    else files += 1;
  }
  // In groups and channels the HTML alone tells of a file.
  if (html !== null && files === 0 && others === 0 && html.includes('<attachment ')) files = 1;
  if (html !== null && pictures === 0 && showsPicture(html)) pictures = 1;
  let text = withoutMentions(activity.text ?? '', mentions).trim();
  if (activity.channelId === 'slack') text = typedInSlack(text);
  const reply = html === null ? undefined : withoutQuotes(html, activity.recipient?.id);
  const quotes = [...(reply?.quoted ?? []), ...(others > 0 ? passedOn(activity) : [])];
  if (reply !== undefined) {
    html = reply.own;
    // Some clients repeat the quote in the plain text.
    text = textOfHtml(reply.own);
  }
  if (html !== null && visibleText(html, 1) === '') html = null;
  return { text, html, pictures, files, ...ofOthers(quotes) };
}

function ofOthers(quotes: readonly Quote[]): Pick<ActivityText, 'quoted' | 'quotedFrom' | 'quotedId'> {
  if (quotes.length === 0) return {};
  const quoted = quotes.map(({ words }) => words).join('\n\n');
  const author = quotes[0]?.author;
  const sameAuthor = author !== undefined && quotes.every((quote) => quote.author === author);
  const message = quotes.length === 1 ? quotes[0]?.message : undefined;
  return {
    quoted,
    ...(sameAuthor ? { quotedFrom: author } : {}),
    ...(message === undefined ? {} : { quotedId: message }),
  };
}

function withoutMentions(text: string, mentions: readonly string[]): string {
  let rest = text;
  for (const mention of mentions) if (mention !== '') rest = rest.replaceAll(mention, ' ');
  return rest;
}

function withoutHtmlMentions(html: string, mentions: readonly string[]): string {
  if (mentions.length === 0) return html;
  const names = new Set(mentions.map((mention) => visibleText(mention, 200)));
  const dropOwn = (whole: string, name: string): string => (names.has(name.trim()) ? ' ' : whole);
  let rest = html;
  if (rest.includes(MENTION_TYPE)) rest = rest.replace(MENTION_SPAN, dropOwn);
  if (rest.includes('<at')) rest = rest.replace(AT_ELEMENT, dropOwn);
  return rest;
}

/** Enough to tell a command from a paste. */
const WORDS_LOOKED_AT = 200;

/**
 * What somebody typed, for questions about its beginning: whether it is a command, or anything at all. Of a message that
 * brought HTML alone its visible words, as many as a command has.
 */
export function typedWords({ text, html }: Pick<ActivityText, 'text' | 'html'>): string {
  return text === '' && html !== null ? visibleText(html, WORDS_LOOKED_AT) : text;
}

/**
 * The words of a piece of HTML without its tags, white space trimmed, in one pass.
 * Only for short questions about a message («is there any text?», «is it a command?»): the engine unwraps pastes itself.
 *
 * @param atLeast stops once so many characters were seen
 */
export function visibleText(html: string, atLeast: number): string {
  let seen = '';
  let at = 0;
  while (at < html.length && seen.length < atLeast) {
    const open = html.indexOf('<', at);
    const end = open === -1 ? html.length : open;
    seen += html
      .slice(at, Math.min(end, at + 4096))
      .replaceAll('&nbsp;', ' ')
      .trimStart();
    const close = open === -1 ? -1 : html.indexOf('>', open);
    if (close === -1) break;
    at = close + 1;
  }
  return seen.trim();
}
