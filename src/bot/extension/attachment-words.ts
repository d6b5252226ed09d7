import { textOfHtml } from '../html-paste.ts';
import { isObject } from '../is-object.ts';

/** Where words that people read stand in cards: Adaptive, hero, thumbnail, connector, code, quoted messages. */
const READ: ReadonlySet<string> = new Set([
  'text',
  'title',
  'subtitle',
  'summary',
  'value',
  'codeSnippet',
  'code',
  'altText',
  'fallbackText',
  'activityTitle',
  'activitySubtitle',
  'activityText',
  'messagePreview',
]);
/** What buttons hold is for programs. */
const UNREAD: ReadonlySet<string> = new Set(['actions', 'buttons', 'potentialAction', 'tap', 'selectAction', 'data']);
const HTML_FIELDS: ReadonlySet<string> = new Set(['originalMessageContent', 'content']);
const LONGEST = 200_000;
const DEEPEST = 40;
const MOST_ATTACHMENTS = 20;

/** The words in the attachments of a message, a line each, in their order; secrets are found in them like in any paste. */
export function attachmentWords(attachments: readonly unknown[]): string {
  const words: string[] = [];
  let length = 0;
  const add = (found: string): void => {
    const line = found.trim();
    if (line === '' || length > LONGEST || words.at(-1) === line) return;
    words.push(line.slice(0, LONGEST));
    length += line.length;
  };
  const walk = (node: unknown, depth: number): void => {
    if (depth > DEEPEST || length > LONGEST) return;
    if (Array.isArray(node)) {
      for (const item of node as readonly unknown[]) walk(item, depth + 1);
    } else if (isObject(node)) {
      for (const [name, value] of Object.entries(node)) {
        if (UNREAD.has(name)) continue;
        if (typeof value === 'object') walk(value, depth + 1);
        else if (typeof value !== 'string') continue;
        else if (READ.has(name)) add(value);
        else if (HTML_FIELDS.has(name)) add(textOfHtml(value.slice(0, LONGEST)));
      }
    }
  };
  for (const attachment of attachments.slice(0, MOST_ATTACHMENTS)) {
    if (!isObject(attachment)) continue;
    // Teams writes the content of cards as JSON in a string.
    walk(contentOf(attachment.content), 0);
  }
  return words.join('\n');
}

function contentOf(content: unknown): unknown {
  if (typeof content !== 'string') return content;
  try {
    const parsed: unknown = JSON.parse(content);
    if (typeof parsed === 'object') return parsed;
  } catch {
    // Some attachments are words.
  }
  return { content };
}
