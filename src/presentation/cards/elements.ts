import type { Tone } from '../words.ts';
import { jsonBytes } from './json/json-bytes.ts';

/**
 * The few elements of Adaptive Cards 1.5 that the cards are made of.
 *
 * Everything that may hold a person's text is a RichTextBlock: a TextRun knows no markdown and keeps line breaks and
 * indentation, so nothing pasted can turn into a link, an emphasis or a mention. TextBlocks hold our own words only.
 */
export type CardElement = { readonly type: string } & Readonly<Record<string, unknown>>;
export type CardAction = { readonly type: `Action.${string}`; readonly title: string } & Readonly<
  Record<string, unknown>
>;

export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  readonly fallbackText: string;
  /** Full width in Teams; clients that do not know it may warn. */
  readonly msteams?: { readonly width: 'Full' };
  readonly body: readonly CardElement[];
  readonly actions?: readonly CardAction[];
}

/** `fallbackText` is what a client without Adaptive Cards shows and what is read aloud. */
export function adaptiveCard(
  fallbackText: string,
  body: readonly CardElement[],
  actions: readonly CardAction[] = [],
): AdaptiveCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText,
    body,
    ...(actions.length === 0 ? {} : { actions }),
  };
}

type RunStyle = Readonly<Record<string, unknown>>;

/** A person's or a service's text, in one style. */
export function dataText(text: string, style: RunStyle = {}, block: RunStyle = {}): CardElement {
  return { type: 'RichTextBlock', ...block, inlines: [{ type: 'TextRun', text, ...style }] };
}

/** Several styles in one paragraph. */
export function dataRuns(
  runs: readonly { readonly text: string; readonly style?: RunStyle }[],
  block: RunStyle = {},
): CardElement {
  return {
    type: 'RichTextBlock',
    ...block,
    inlines: runs.map(({ text, style }) => ({ type: 'TextRun', text, ...style })),
  };
}

/** Our own words. */
export function ownText(text: string, style: RunStyle = {}): CardElement {
  return { type: 'TextBlock', text, wrap: true, ...style };
}

/** A heading of a section, read as one by screen readers. */
export function heading(text: string): CardElement {
  return ownText(text, { weight: 'Bolder', style: 'heading', spacing: 'Medium' });
}

/** Text to copy or to compare: monospace, on a shaded ground. */
export function monospace(text: string): CardElement {
  return container([dataText(text, { fontType: 'Monospace' })], { style: 'emphasis', spacing: 'Small' });
}

/** Elements that stand together. */
export function container(items: readonly CardElement[], style: RunStyle = {}): CardElement {
  return { type: 'Container', ...style, items };
}

const TONE_STYLE: Readonly<Record<Tone, string>> = {
  good: 'good',
  accent: 'accent',
  warning: 'warning',
  attention: 'attention',
  neutral: 'emphasis',
};

/** A short word on coloured ground, with words beside it. The word says the same as the colour. */
export function badge(word: string, tone: Tone, beside: string): CardElement {
  const text = { text: word, weight: 'Bolder', size: 'Small', wrap: false };
  return {
    type: 'ColumnSet',
    columns: [
      { type: 'Column', width: 'auto', style: TONE_STYLE[tone], items: [{ type: 'TextBlock', ...text }] },
      {
        type: 'Column',
        width: 'stretch',
        verticalContentAlignment: 'Center',
        items: [ownText(beside, { size: 'Small', isSubtle: true })],
      },
    ],
  };
}

/** A link in a line of its own. The address must have passed `openableUrl`. */
export function linkText(title: string, url: string): CardElement {
  return ownText(linkWords(title, url), { spacing: 'Small' });
}

/** The link in markdown. Most titles and addresses have nothing in them that has to be replaced. */
export function linkWords(title: string, url: string): string {
  const words = FORMATTING.test(title)
    ? title
        .replace(/[[\]()*_`\\<>]/g, ' ')
        .replace(/ {2,}/g, ' ')
        .trim()
    : title;
  // Parentheses would end a markdown link; their percent-encoding means the same (RFC 3986 section 2.2 keeps the rest).
  const address = /[()*]/.test(url) ? url.replace(/\(/g, '%28').replace(/\)/g, '%29').replace(/\*/g, '%2A') : url;
  return `[${words === '' ? 'Open' : words}](${address})`;
}

/** What markdown would read, and the white space that goes with it. */
const FORMATTING = /[[\]()*_`\\<>]| {2}|^\s|\s$/;

/** Opens or closes one element, and closes its neighbours. */
export function toggle(title: string, element: string, neighbours: readonly string[]): CardAction {
  return {
    type: 'Action.ToggleVisibility',
    title,
    targetElements: [element, ...neighbours.map((elementId) => ({ elementId, isVisible: false }))],
  };
}

/** Bytes of the card on the wire. */
export function cardBytes(card: AdaptiveCard): number {
  return jsonBytes(card);
}
