import { isJoined, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';

const UNITS: ReadonlySet<string> = new Set([
  '%',
  'min',
  'mins',
  'minute',
  'minutes',
  'hour',
  'hours',
  'hr',
  'hrs',
  'h',
  'd',
  'm',
  'day',
  'days',
  'week',
  'weeks',
  'wk',
  'wks',
  'month',
  'months',
  'year',
  'years',
  'yrs',
  'people',
  'persons',
  'pax',
  'guests',
  'peeps',
  'person',
  'times',
  'x',
  'km',
  'k',
  'miles',
  'mb',
  'gb',
  'ms',
  's',
  'sec',
  'secs',
  'seconds',
  'st',
  'nd',
  'rd',
  'th',
  'items',
  'points',
  'usd',
  'eur',
  'euros',
  'dollars',
  'occurrences',
  'sessions',
  'seats',
  'attendees',
  'participants',
  'of',
  'kids',
  'adults',
  'friends',
  'colleagues',
  'meetings',
  'calls',
  'events',
  'things',
  'tickets',
  'other',
  'others',
  'more',
  'new',
  'candidates',
  'interviews',
  'fortnights',
  'weekends',
  'wks',
  'mos',
]); // prettier-ignore

/** 30 minutes, 4 people, 5th, 10 %: the number counts something. */
export function isUnitAhead(tokens: readonly Token[], at: number): boolean {
  const hyphen =
    wordAt(tokens, at) === '-' && isJoined(tokens, at) && isJoined(tokens, at + 1) && tokens[at + 1]?.kind === 'word'
      ? at + 1
      : at;
  const word = wordAt(tokens, hyphen);
  // «9:30 x 8»: so many times.
  if (word === 'x' && tokens[hyphen + 1]?.kind === 'number') return false;
  return UNITS.has(word) || (word === '/' && isJoined(tokens, hyphen) && !isIsoDate(tokens, hyphen + 1));
}

/** The second end of «2028-03-06T10:00/2028-03-06T11:15». */
function isIsoDate(tokens: readonly Token[], at: number): boolean {
  if (!isJoined(tokens, at)) return false;
  const word = wordAt(tokens, at);
  return /^(?:19|20)\d\d$/.test(word) ? wordAt(tokens, at + 1) === '-' : /^20\d{6}$/.test(word);
}

const STREETS: ReadonlySet<string> = new Set([
  'st',
  'street',
  'ave',
  'avenue',
  'road',
  'rd',
  'lane',
  'ln',
  'drive',
  'dr',
  'blvd',
  'boulevard',
  'way',
  'square',
  'sq',
  'place',
  'pl',
  'court',
  'ct',
  'terrace',
  'parkway',
  'quay',
  'strasse',
  'straße',
  'room',
  'broadway',
  'row',
  'hill',
]);

/** 140 Elm St, 12 Baker Street, «2107 room». */
export function isStreetNumber(tokens: readonly Token[], at: number): boolean {
  if (STREETS.has(wordAt(tokens, at))) return true;
  for (let ahead = 1; ahead <= 2; ahead += 1) {
    if (tokens[at + ahead - 1]?.kind !== 'word') return false;
    if (
      STREETS.has(wordAt(tokens, at + ahead)) &&
      wordAt(tokens, at + ahead) !== 'room' &&
      wordAt(tokens, at + ahead) !== 'place'
    )
      return true;
  }
  return false;
}
