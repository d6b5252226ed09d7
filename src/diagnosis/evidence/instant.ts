import { literal, literals } from '../text/literal-filter.ts';
import type { Reader, Views } from '../text/views.ts';
import type { InstantEvidence } from './evidence.ts';
import { readHttpDate } from './http/http-date.ts';
import { readIsoInstant } from './http/iso-instant.ts';
import { MOST_ITEMS, occurrences, placesOf } from './occurrences.ts';

const DATE = literal('date');
const TIMESTAMP = literal('timestamp');
/** Of an entry of the sign-in or audit log (Graph's signIn and directoryAudit). */
const ENTRY_DATES = literals('createddatetime', 'activitydatetime');
const BRACKETED_YEAR = literal('[20');
const AFTER_NAME = /["'`\])]{0,2}[ \t]{0,8}(?::|→|=>|=|->|,)[ \t+]{0,4}["'`[]{0,2}/y;

/**
 * Reads what a paste says of the time at which it happened: `Date:` of a response, `date` of an innerError (UTC by
 * definition), `Timestamp:` of Entra ID (UTC), `[2025-09-02 21:27:17Z]` of MSAL, `createdDateTime` of an entry of the
 * sign-in log, and the beginnings of log lines.
 * A log line without an offset is left out: it may be hours away from what it seems to say.
 */
export const readInstants: Reader<InstantEvidence> = (views) => {
  const found: InstantEvidence[] = [];
  readDates(views, found);
  readTimestamps(views, found);
  readEntries(views, found);
  readLogLines(views, found);
  if (found.length < 2) return found;
  return found.sort((a, b) => a.span.start - b.span.start).slice(0, MOST_ITEMS);
};

function readDates(views: Views, found: InstantEvidence[]): void {
  const { text } = views.text;
  let count = 0;
  for (const at of placesOf(views.text, DATE)) {
    if (count >= MOST_ITEMS) return;
    // `update`, `startDate`, `x-ms-date` are other things; a header run together with the one before it is not.
    if (!isOwnWord(text, at)) continue;
    AFTER_NAME.lastIndex = at + 4;
    if (!AFTER_NAME.test(text)) continue;
    const value = AFTER_NAME.lastIndex;
    const http = readHttpDate(text, value);
    const read = http ?? readIsoInstant(text, value);
    if (read === undefined) continue;
    count++;
    const source = http === undefined ? 'inner-error' : 'date-header';
    found.push({ kind: 'instant', span: views.text.spanOf(at, read.end), at: read.ms, source });
  }
}

function isOwnWord(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  if (!/[\w-]/.test(before)) return true;
  return text[at] === 'D' && text[at + 1] === 'a' && /["')\]0-9]/.test(before);
}

function readTimestamps(views: Views, found: InstantEvidence[]): void {
  // Where sentences came plus-encoded, only the decoded view has the space before the time.
  const { text } = views.plain;
  let count = 0;
  for (const at of placesOf(views.plain, TIMESTAMP)) {
    if (count >= MOST_ITEMS) break;
    AFTER_NAME.lastIndex = at + TIMESTAMP.text.length;
    if (!AFTER_NAME.test(text)) continue;
    const read = readIsoInstant(text, AFTER_NAME.lastIndex);
    if (read === undefined) continue;
    count++;
    found.push({ kind: 'instant', span: views.plain.spanOf(at, read.end), at: read.ms, source: 'timestamp' });
  }
  for (const at of placesOf(views.plain, BRACKETED_YEAR)) {
    if (count >= MOST_ITEMS) break;
    const read = readIsoInstant(text, at + 1);
    if (read?.zoned !== true) continue;
    count++;
    found.push({ kind: 'instant', span: views.plain.spanOf(at + 1, read.end), at: read.ms, source: 'timestamp' });
  }
}

function readEntries(views: Views, found: InstantEvidence[]): void {
  const { text } = views.text;
  for (const name of ENTRY_DATES) {
    for (const at of placesOf(views.text, name)) {
      AFTER_NAME.lastIndex = at + name.text.length;
      if (found.length >= MOST_ITEMS || !AFTER_NAME.test(text)) continue;
      const read = readIsoInstant(text, AFTER_NAME.lastIndex);
      if (read?.zoned !== true) continue;
      found.push({ kind: 'instant', span: views.text.spanOf(at, read.end), at: read.ms, source: 'log-line' });
    }
  }
}

/** On the paste itself, since prefixes of log lines are taken away in its views. */
function readLogLines(views: Views, found: InstantEvidence[]): void {
  const { paste } = views;
  let count = 0;
  const read = (at: number): void => {
    const instant = readIsoInstant(paste, at);
    if (instant?.zoned !== true) return;
    count++;
    found.push({ kind: 'instant', span: { start: at, end: instant.end }, at: instant.ms, source: 'log-line' });
  };
  if (paste.startsWith('20')) read(0);
  for (const at of occurrences(paste, '\n20')) {
    if (count >= MOST_ITEMS) return;
    read(at + 1);
  }
}
