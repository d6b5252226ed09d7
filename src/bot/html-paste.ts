import { htmlResolved } from '../diagnosis/text/html-text.ts';
import { original } from '../diagnosis/text/mapped-text.ts';

/** Tags that begin or end a line or a cell of a table. */
const BREAKING =
  /<(\/?)(br|p|div|pre|ul|ol|li|blockquote|table|tbody|thead|tr|td|th|h[1-6]|hr|codeblock)(?:\s[^<>]{0,2000})?\/?>/gi;
const TAG = /<[^<>]{0,2000}>/g;

/**
 * The HTML of a chat client as the text that its author sees: tags become line breaks or nothing, entities their
 * characters. Read so, the lines that an answer quotes are the person's own and hold no markup.
 */
export function textOfHtml(html: string): string {
  return htmlResolved(original(inLines(html))).text.trim();
}

/**
 * The lines as a browser shows them: one paragraph behind the other makes two lines and no third one between them, white
 * space between tags is none, and what stands in the cells of a row stands in one line. Teams puts each line that is
 * pasted into a paragraph of its own. Tags within a line stay. In one pass.
 */
function inLines(html: string): string {
  if (!html.includes('<')) return html;
  const lines = new Lines();
  let at = 0;
  for (const { 0: tag, 1: slash, 2: name, index } of html.matchAll(BREAKING)) {
    lines.text(html.slice(at, index));
    lines.tag(name!.toLowerCase(), slash === '/');
    at = index + tag.length;
  }
  if (at === 0) return html;
  lines.text(html.slice(at));
  // Of those that were written there is none left, and by one of them the rest is known as HTML.
  return `<p>${lines.written}`;
}

class Lines {
  written = '';
  /** A line ends here as soon as something else comes. */
  #ends = false;
  /** Nothing stands in this line, or cell, yet. */
  #fresh = true;
  #preformatted = 0;

  text(words: string): void {
    const shown = this.#preformatted > 0 ? words : withoutLineEnds(words);
    if (shown === '' || (this.#preformatted === 0 && shown.replace(TAG, '').trim() === '')) return;
    this.#begin();
    this.written += shown;
    this.#fresh = shown.endsWith('\n');
  }

  tag(name: string, closes: boolean): void {
    switch (name) {
      case 'br':
        this.#begin();
        this.written += '\n';
        this.#fresh = true;
        return;
      case 'td':
      case 'th':
        if (closes) {
          this.#ends = false;
          this.written += '\t';
        }
        this.#fresh = true;
        return;
      case 'tr':
        this.#ends = this.written !== '';
        this.#fresh = true;
        return;
      case 'pre':
        this.#preformatted = Math.max(0, this.#preformatted + (closes ? -1 : 1));
    }
    if (!this.#fresh) this.#ends = true;
    this.#fresh = true;
  }

  #begin(): void {
    if (this.#ends) this.written += '\n';
    this.#ends = false;
  }
}

/** Those beside a tag: the HTML was wrapped there, and its author sees none. */
function withoutLineEnds(words: string): string {
  let [from, to] = [0, words.length];
  while (from < to && isLineEnd(words.charCodeAt(from))) from += 1;
  while (to > from && isLineEnd(words.charCodeAt(to - 1))) to -= 1;
  return words.slice(from, to);
}

function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}
