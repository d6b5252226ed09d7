import type { MappedText } from './mapped-text.ts';
import { Rewriter } from './rewriter.ts';
import type { Span } from './span.ts';

/** Narrower than any terminal; base64 of certificates has 64 columns, and needs no joining. */
const NARROWEST = 72;
/** A longer line was not cut, so that nothing was. */
const WIDEST = 320;
/** After so many lines that are so short on average nothing of it was cut. */
const LOOKED_AT = 256;
const SHORT_ON_AVERAGE = 16;
/** One line may be as long as the terminal is wide by chance, and end with a word. */
const FEWEST_CUTS = 2;

/** What begins a line of its own: an instant, a number, a level, a request, a header, a list item, JSON, markup, a prompt. */
const BEGINS_A_LINE =
  /^(?:[\s\d]{0,4}\d{2,4}[-/:.]\d{2}|\s{0,6}\d{1,5}(?:[:|]|\s{2})|[[{<>(|#$*+-]|at |in |(?:trace|debug|info|warn(?:ing)?|error|fatal)\b|(?:GET|POST|PUT|PATCH|DELETE|HTTP)\b|[A-Za-z][\w-]{1,40}: )/i;
const SPACE = 0x20;
const RETURN = 0x0d;

/**
 * Joins the lines that a terminal cut at its width, in the middle of words: `…/v1.0/us` and `ers/…`. A text is believed to
 * be cut where its longest lines are equally long, and end and go on within a word.
 */
export function hardWrapsJoined(source: MappedText): MappedText {
  const width = widthOf(source.text);
  const cuts = width === null ? null : cutsAt(source.text, width);
  if (cuts === null) return source;
  const rewriter = new Rewriter(source);
  for (const { start, end } of cuts) rewriter.remove(start, end);
  return rewriter.finish();
}

/** The line breaks behind the lines of this width, where these are cut lines. */
function cutsAt(text: string, width: number): readonly Span[] | null {
  const cuts: Span[] = [];
  /** Cuts in the middle of a word, line breaks between two words, and how many cut lines differ from the one before. */
  let within = 0;
  let between = 0;
  let different = 0;
  let last = '';
  let start = 0;
  for (let newline = text.indexOf('\n'); newline !== -1; newline = text.indexOf('\n', start)) {
    const length = lengthOf(text, start, newline);
    const next = newline + 1;
    if (length === width && next < text.length) {
      if (beginsALine(text, next)) return null;
      if (text.charCodeAt(next) > SPACE && text.charCodeAt(start + length - 1) !== SPACE) within += 1;
      const line = text.slice(start, start + length);
      // The same line again, as in a log, is no further sign.
      if (line !== last) different += 1;
      last = line;
      cuts.push({ start: start + length, end: next });
    } else if (length > 0 && length + 1 + wordLength(text, next) > width && !beginsALine(text, next)) {
      between += 1;
    }
    start = next;
  }
  return different < FEWEST_CUTS || within * 2 < cuts.length || between * 4 > cuts.length ? null : cuts;
}

/** The length of the longest line, where it may be a terminal's width. */
function widthOf(text: string): number | null {
  let longest = 0;
  let start = 0;
  let lines = 0;
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
    lines += 1;
    if (end - start > WIDEST || (lines > LOOKED_AT && end < lines * SHORT_ON_AVERAGE)) return null;
    const length = lengthOf(text, start, end);
    if (length > longest) longest = length;
    start = end + 1;
  }
  return text.length - start > longest || longest < NARROWEST ? null : longest;
}

function beginsALine(text: string, at: number): boolean {
  return BEGINS_A_LINE.test(text.slice(at, at + 47));
}

/** Of the word that begins there: where it had no more room in the line before, that was broken between words. */
function wordLength(text: string, start: number): number {
  let end = start;
  while (end < text.length && end - start < WIDEST && text.charCodeAt(end) > SPACE) end += 1;
  return end - start;
}

function lengthOf(text: string, start: number, end: number): number {
  return text.charCodeAt(end - 1) === RETURN && end > start ? end - start - 1 : end - start;
}
