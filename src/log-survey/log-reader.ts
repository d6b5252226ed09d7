import type { FailureBlock } from './failure-block.ts';
import { FailureSplitter } from './failure-splitter.ts';
import { failureKinds, nextMarkWord } from './marks.ts';

/** Lines before a mark that are read with it: a stack trace begins far above the line that names the failure. */
const LINES_BACK = 40;
/** A line longer than this is read in pieces. */
const LONGEST_LINE = 1024 * 1024;

/**
 * Reads a log in pieces of any size and gives its failures. Where no failure is open, the text is only searched for
 * marks, so quiet gigabytes pass quickly; memory stays at one piece and one block.
 */
export class LogReader {
  readonly #splitter = new FailureSplitter();
  /** Text that was not handed to the splitter: the beginning of a line, and the lines before it while idle. */
  #carry = '';
  /** Number of the line that `#carry` begins with. */
  #line = 1;
  #ended = false;

  get isLog(): boolean {
    return this.#splitter.isLog;
  }

  /** Lines read so far. */
  get lines(): number {
    return this.#line - (this.#ended ? 1 : 0);
  }

  /** Hands in the next piece of the text. */
  push(piece: string): FailureBlock[] {
    const text = this.#carry + piece;
    const lastBreak = text.lastIndexOf('\n');
    if (lastBreak < 0 && text.length < LONGEST_LINE) {
      this.#carry = text;
      return [];
    }
    const whole = lastBreak < 0 ? text.length : lastBreak + 1;
    return this.#read(text.slice(0, whole), text.slice(whole));
  }

  /** Ends the text. */
  end(): FailureBlock[] {
    const rest = this.#carry;
    this.#carry = '';
    const blocks = rest === '' ? [] : this.#read(rest.endsWith('\n') ? rest : `${rest}\n`, '');
    // What is still carried are quiet lines, read already.
    this.#line += newlines(this.#carry, 0, this.#carry.length);
    this.#carry = '';
    this.#ended = true;
    return [...blocks, ...this.#splitter.end()];
  }

  /** `text` is whole lines (or one piece of an endless line); `rest` is the beginning of the next. */
  #read(text: string, rest: string): FailureBlock[] {
    const blocks: FailureBlock[] = [];
    let at = 0;
    while (at < text.length) {
      if (this.#splitter.idle) {
        const mark = nextMark(text, at);
        if (mark < 0) break;
        const from = linesBack(text, mark, at, LINES_BACK);
        if (from > at) {
          this.#line += newlines(text, at, from);
          this.#splitter.skipped();
          at = from;
        }
        // Up to the mark nothing is open; feed until the splitter has seen it.
        while (at < text.length && at <= mark) at = this.#feed(text, at, blocks);
        continue;
      }
      at = this.#feed(text, at, blocks);
    }
    // Quiet lines at the end are carried: the next piece may begin with the failure they belong to.
    const keep = at < text.length ? linesBack(text, text.length, at, LINES_BACK) : text.length;
    if (keep > at) {
      this.#line += newlines(text, at, keep);
      if (at < keep) this.#splitter.skipped();
    }
    const quiet = text.slice(keep);
    this.#carry = quiet.length > LONGEST_LINE / 4 ? rest : quiet + rest;
    if (this.#carry === rest && quiet !== '') this.#line += newlines(quiet, 0, quiet.length);
    return blocks;
  }

  #feed(text: string, at: number, blocks: FailureBlock[]): number {
    const end = text.indexOf('\n', at);
    const stop = end < 0 ? text.length : end;
    const line = text.slice(at, stop > at && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop);
    for (const block of this.#splitter.push(window(line), this.#line)) blocks.push(block);
    if (end >= 0) this.#line += 1;
    return stop + 1;
  }
}

/** Offset of the next line with a mark, or -1. */
function nextMark(text: string, from: number): number {
  for (let found = nextMarkWord(text, from); found >= 0; ) {
    const start = Math.max(from, text.lastIndexOf('\n', found) + 1);
    const end = text.indexOf('\n', found);
    const stop = end < 0 ? text.length : end;
    if (failureKinds(window(text.slice(start, stop))).size > 0) return start;
    found = nextMarkWord(text, stop);
  }
  return -1;
}

/** A line of more than 64 KiB is cut to what stands around its first marks. */
function window(line: string): string {
  if (line.length <= LONG_LINE) return line;
  const pieces: string[] = [];
  let found = nextMarkWord(line, 0);
  while (found >= 0 && pieces.length < 4) {
    pieces.push(line.slice(Math.max(0, found - 1500), found + 2500));
    found = nextMarkWord(line, found + 2500);
  }
  return pieces.length === 0 ? line.slice(0, 500) : pieces.join(' … ');
}

const LONG_LINE = 64 * 1024;

/** Start of the line `count` lines before the one at `index`, not before `least`. */
function linesBack(text: string, index: number, least: number, count: number): number {
  let start = index;
  for (let step = 0; step < count && start > least; step++) {
    const before = start < 2 ? -1 : text.lastIndexOf('\n', start - 2);
    start = before + 1;
  }
  return Math.max(start, least);
}

function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
