import { literalList } from '../text/literal-filter.ts';
import { holdsOneOf, LiteralPlaces } from '../text/literal-places.ts';
import type { MappedText } from '../text/mapped-text.ts';
import type { Span } from '../text/span.ts';
import type { Views } from '../text/views.ts';

/** Who reports several failures at once does so in a message; what is longer is a log. */
const LOOKED_AT = 6_000;
const MOST_REPORTS = 8;

/** What stands where a second report begins. */
const SECOND_NUMBER = literalList(['\n2) ', '\n2. ', '\n(2) ', '\n#2 ', '\nb) ']);
const SECOND_NAME = literalList([
  ...['ticket', 'case', 'problem', 'issue', 'failure', 'fehler', 'fall', 'user', 'app', 'job', 'tenant'].flatMap(
    (name) => [`${name} 2`, `${name} b`],
  ),
  ...['colleague b', 'kollege b', 'kollegin b', 'problème 2', 'problema 2'],
  ...['problem', 'issue', 'one', 'thing', 'failure', 'error', 'app', 'case', 'ticket'].map((name) => `second ${name}`),
  ...[
    'other problem',
    'other issue',
    'another problem',
    'another issue',
    'another failure',
    'another app',
    'separately',
  ],
  ...['zweitens', 'zweite problem', 'zweites problem', 'andere problem', 'anderes problem'],
  ...['deuxième problème', 'autre problème', 'segundo problema', 'otro problema'],
]);
const NUMBERED = /(?:^|\n)[ \t]{0,4}(?:\(?\d{1,2}[.)]|#\d{1,2}|[a-h]\))[ \t]/g;
/** «Ticket 2: …», «Second problem: …», «Colleague B: …». */
const NAMED =
  /(?:^|\n|[.!?;][ \t])[ \t]{0,4}(?:(?:ticket|case|problem|issue|failure|fehler|fall|problème|problema|colleague|user|kolleg(?:e|in)|app|job|tenant) (?:\d{1,2}|[a-z])|(?:and )?(?:the )?(?:first|second|third|other) (?:problem|issue|one|thing|failure|error|app|case|ticket)|another (?:problem|issue|failure|app)|separately|(?:erstens|zweitens|drittens)|(?:das|ein) (?:erste|zweite|andere)s? problem|(?:premier|deuxième|autre) problème|(?:primer|segundo|otro) problema)(?=[:,. )])/g;

/**
 * The reports of a message that tells of several, by its own numbers or words: of each what is to be blanked, so that the
 * report and what stands before all of them is left. None where one is told.
 */
export function reportsIn({ text }: Views): readonly (readonly Span[])[] {
  if (text.text.length > LOOKED_AT) return [];
  const starts =
    (holdsOneOf(text, SECOND_NUMBER) ? startsOf(text.lower, NUMBERED) : undefined) ??
    (beginsAgain(text) ? startsOf(text.lower, NAMED) : undefined);
  if (starts === undefined) return [];
  const end = text.lower.length;
  return starts.map((start, index) => {
    const next = starts[index + 1] ?? end;
    const before: Span[] = index === 0 ? [] : [text.spanOf(starts[0]!, start)];
    return next === end ? before : [...before, text.spanOf(next, end)];
  });
}

/** What may stand between the beginning of a sentence and the name of a second report: «And the second problem». */
const MOST_BEFORE_NAME = 12;
const ENDS_SENTENCE: ReadonlySet<number> = new Set([...'\n.!?;'].map((character) => character.charCodeAt(0)));

/** Whether a second report is named near the beginning of a line or sentence; «app b…» and its like stand in many a text. */
function beginsAgain(text: MappedText): boolean {
  const places = new LiteralPlaces(text, SECOND_NAME);
  for (let at = places.next(0); at !== -1; at = places.next(at + 1)) {
    for (let before = at - 1; before >= at - MOST_BEFORE_NAME; before -= 1) {
      if (before < 0 || ENDS_SENTENCE.has(text.lower.charCodeAt(before))) return true;
    }
  }
  return false;
}

function startsOf(lower: string, pattern: RegExp): readonly number[] | undefined {
  const starts: number[] = [];
  for (const { index, 0: match } of lower.matchAll(pattern)) {
    if (starts.length === MOST_REPORTS) return undefined;
    starts.push(index === 0 ? 0 : index + (/^[.!?;]/.test(match) ? 2 : 1));
  }
  return starts.length > 1 ? starts : undefined;
}
