import type { Views } from '../../text/views.ts';
import type { ResponseEvidence } from '../evidence.ts';
import { readHeaderBlock, secondsOf } from './header-block.ts';
import { isStatusNumber, saysStatus } from './status-words.ts';

/** Numbers whose surroundings are looked at in one paste. */
const MOST_NUMBERS = 4000;
const NUMBER = /\b[2-5]\d\d\b/g;
/** `"id":"2","status":403`, an answer within a $batch. */
const BATCH_ID = /["']id["']\s{0,3}:\s{0,3}["']?([\w-]{1,60})["']?\s{0,3},\s{0,40}["']status["']\s{0,3}:\s{0,3}$/;
const LONGEST_LINE = 4096;
const NO_HEADERS = { names: [], date: null, retryAfter: null };
/** Two mentions of one status this near, in one line, are one response. */
const SAME_RESPONSE = 100;

/**
 * Reads responses: status lines, and every other way in which a status is written down beside words for it.
 *
 * @param requestEnds where addresses of requests end: a number behind one is its status
 */
export function readResponses(views: Views, requestEnds: readonly number[], most: number): ResponseEvidence[] {
  const { text } = views.text;
  const found: ResponseEvidence[] = [];
  let looked = 0;
  let last = { status: 0, at: -1000 };
  NUMBER.lastIndex = 0;
  for (let number = NUMBER.exec(text); number !== null; number = NUMBER.exec(text)) {
    if (found.length >= most || looked >= MOST_NUMBERS) break;
    const at = number.index;
    const status = Number(number[0]);
    if (!isStatusNumber(text, at, status)) continue;
    looked++;
    const repeated = last.status === status && at - last.at < SAME_RESPONSE && !text.slice(last.at, at).includes('\n');
    if (!repeated && !saysStatus(text, at, status, requestEnds.includes(beforeSpaces(text, at)))) continue;
    last = { status, at };
    if (repeated) continue;
    const start = statusStart(text, at);
    const part = inJson(text, at) ? BATCH_ID.exec(text.slice(Math.max(0, at - 120), at)) : null;
    const lineEnd = nextLine(text, at);
    const block = text[lineEnd - 1] === '\n' ? readHeaderBlock(text, lineEnd) : NO_HEADERS;
    found.push({
      kind: 'response',
      span: views.text.spanOf(start, Math.min(text[lineEnd - 1] === '\n' ? lineEnd - 1 : lineEnd, at + 60)),
      status,
      date: block.date,
      retryAfter: block.retryAfter ?? (status === 429 || status === 503 ? retryAfterNear(views, at) : null),
      headers: block.names,
      ...(part !== null && { partOfBatch: part[1] }),
    });
  }
  return found;
}

/** A colon before the number, with a space at most. */
function inJson(text: string, at: number): boolean {
  return text.charCodeAt(at - 1) === 0x3a || (text.charCodeAt(at - 1) === 0x20 && text.charCodeAt(at - 2) === 0x3a);
}

/** Where `HTTP/1.1` before a status begins, or the status itself. */
function statusStart(text: string, at: number): number {
  const version = /(?:HTTP\/[0-9.]{1,3}"?|HTTP|Status(?:[ _]?Code)?["']?\s?[:=])[ \t"']{0,3}$/i.exec(
    text.slice(Math.max(0, at - 24), at),
  );
  return version === null ? at : at - version[0].length;
}

/** The beginning of the next line; where the line is longer than any status line, no headers follow it. */
function nextLine(text: string, at: number): number {
  const newline = text.slice(at, at + LONGEST_LINE).indexOf('\n');
  return newline === -1 ? Math.min(text.length, at + LONGEST_LINE) : at + newline + 1;
}

function beforeSpaces(text: string, at: number): number {
  let end = at;
  while (at - end < 8 && (text.charCodeAt(end - 1) === 0x20 || text.charCodeAt(end - 1) === 9)) end--;
  return end;
}

/** As API Management and the connectors of Power Automate word it. */
const WAIT = /\b(?:try again|retry) (?:in|after) (\d{1,6}) ?(?:seconds?|secs?|s)\b/;

/** Retry-After where it does not stand in a block under the status: in a dictionary, an error object, a line of a log. */
function retryAfterNear(views: Views, at: number): number | null {
  const { lower, text } = views.text;
  const from = Math.max(0, at - 2000);
  const around = lower.slice(from, at + 4000);
  const near = around.indexOf('retry-after');
  if (near === -1) {
    const seconds = WAIT.exec(around)?.[1];
    return seconds === undefined ? null : Number(seconds);
  }
  const value = from + near + 'retry-after'.length;
  return secondsOf(text.slice(value, value + 24).replace(/^["'\]]/, ''));
}
