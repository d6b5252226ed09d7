import { isJoined, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import type { BareFamily, Beside, Read } from '../../time/phrase-family.ts';
import type { PhraseMeaning } from '../../time/words.ts';
import { type ClockRead, clockAt, halfAt } from './clock.ts';
import { isWordClockAt, namedClockAt } from './named-clock.ts';
import { isStreetNumber, isUnitAhead } from './not-a-clock.ts';

const LEADS: ReadonlySet<string> = new Set([
  'at',
  '@',
  'from',
  'around',
  'about',
  'approx',
  'circa',
  '~',
  'by',
  'for',
  'starting',
  'start',
  'starts',
  'beginning',
  'begins',
  'after',
  'before',
  'is',
  'until',
  'till',
  'til',
  'to',
  'time',
  'ends',
  'ending',
  'end',
  'kl',
  'of',
  'be',
  'say',
  'finish',
  'finishing',
  'finishes',
]);
/** Words before a lone number that make a clock of it. */
const MAKES_CLOCK: ReadonlySet<string> = new Set([
  'at',
  '@',
  'around',
  'about',
  'by',
  '~',
  'from',
  'starting',
  'starts',
  'circa',
  'kl',
  'until',
  'till',
  'til',
]);
const ENDS: ReadonlySet<string> = new Set([
  'until',
  'till',
  'til',
  'ending',
  'ends',
  'finish',
  'finishing',
  'finishes',
  'thru',
]);

/** Where the words before a clock begin: «at», «at about», «starting at». */
function leadEnd(tokens: readonly Token[], at: number): number {
  let next = at;
  // In «end of day» and «start of business» the words that lead elsewhere are its own.
  while (next < at + 3 && LEADS.has(wordAt(tokens, next)) && !isWordClockAt(tokens, next)) next += 1;
  if (wordAt(tokens, next) === ':' && next > at) next += 1;
  return next;
}

/** Any clock; a lone hour only where `bare` is allowed. */
export function anyClockAt(tokens: readonly Token[], at: number, bare: boolean): ClockRead | null {
  const named = namedClockAt(tokens, at);
  const figures = clockAt(tokens, at);
  const read = named !== null && (figures === null || named.to >= figures.to) ? named : figures;
  if (read === null) return null;
  if (read.form === 'said') return read;
  if (isUnitAhead(tokens, read.to)) return null;
  if (read.form === 'paired') return read;
  if (!bare) return null;
  return isStreetNumber(tokens, read.to) ? null : read;
}

/** «at 3», «around noon», «9:30», «5pm»; «until 5pm» is an end. */
export function clockPhrase(tokens: readonly Token[], at: number): Read | null {
  const start = leadEnd(tokens, at);
  const lead = start > at;
  // «monday morning, say 10».
  const isSaid = wordAt(tokens, at) === 'say' && /^[,-]$/.test(wordAt(tokens, at - 1));
  if (wordAt(tokens, at) === 'say' && !isSaid) return null;
  const makesClock = isSaid || (lead && hasWord(tokens, at, start, MAKES_CLOCK));
  const read = anyClockAt(tokens, start, makesClock);
  if (read === null) return null;
  if (read.form === 'compact' && isYearLike(tokens, start)) {
    if (!(makesClock && wordAt(tokens, at) !== 'from' && wordAt(tokens, at) !== 'by')) return null;
  }
  // «before noon» leaves the hour open.
  if (wordAt(tokens, start - 1) === 'before' && lead) return { to: read.to, meaning: { kind: 'bound', hour: true } };
  if (lead && hasWord(tokens, at, start, ENDS))
    return { to: read.to, meaning: { kind: 'clock-end', clock: read.clock } };
  return { to: read.to, meaning: { kind: 'clock', clock: read.clock } };
}

function isYearLike(tokens: readonly Token[], at: number): boolean {
  return /^20[2-5]\d$/.test(wordAt(tokens, at));
}

function hasWord(tokens: readonly Token[], from: number, to: number, words: ReadonlySet<string>): boolean {
  for (let at = from; at < to; at += 1) if (words.has(wordAt(tokens, at))) return true;
  return false;
}

const DAY_LIKE: ReadonlySet<PhraseMeaning['kind']> = new Set(['date', 'part', 'repeat']);

/** A lone number right beside a day or a part of one: «8 tomorrow», «monday 3 30», «exam 31/03 0900». */
export const bareClock: BareFamily = (tokens: readonly Token[], at: number, beside: Beside) => {
  const start = leadEnd(tokens, at);
  const lead = start > at;
  const read = anyClockAt(tokens, start, true);
  if (read === null || (read.form === 'compact' && isYearLike(tokens, start))) return null;
  if (isRatio(tokens, start)) return null;
  // «flight BA 117 may 2»: the number of a flight.
  const digits = wordAt(tokens, start).length;
  const code = /^[A-Z]{2}$/.test(tokens[start - 1]?.text ?? '');
  const behindDay = beside.before?.meaning.kind === 'date' && beside.before.to === at;
  const isShort = digits === 3 && !(behindDay && read.clock.minute % 5 === 0);
  if (read.form === 'compact' && !lead && wordAt(tokens, start + 1) !== '.' && (isShort || (code && digits === 4)))
    return null;
  const spelled = tokens[start]?.kind === 'word' && read.to === start + 1;
  const before = beside.before !== null && DAY_LIKE.has(beside.before.meaning.kind) && !(spelled && !lead);
  const comma = wordAt(tokens, read.to) === ',' || wordAt(tokens, read.to) === 'on' ? read.to + 1 : read.to;
  const after = beside.startingAt(read.to) ?? beside.startingAt(comma);
  // «4.30 eastern»: only an hour has a zone.
  const zoneAfter = beside.startingAt(read.to)?.meaning.kind === 'zone' && wordAt(tokens, read.to) !== '(';
  const dayAfter = zoneAfter || (after !== null && DAY_LIKE.has(after.meaning.kind));
  // «12.30 lunch»: an hour with a dot at the very start.
  const dotted =
    at === 0 &&
    read.form === 'compact' &&
    wordAt(tokens, 1) === '.' &&
    read.clock.minute % 15 === 0 &&
    read.clock.hour >= 7;
  // «car service thurs, drop 7.30»: the only number that can be the hour.
  const only =
    beside.lacksClock && read.form === 'compact' && wordAt(tokens, start + 1) === '.' && read.to === tokens.length;
  // «dinner sun 6:30 for 7».
  const arrival = beside.before?.meaning.kind === 'clock' && wordAt(tokens, at) === 'for';
  // «visit to plant 2, wed 8am-2pm»: the hour is said, and the number belongs to the word before it.
  if (beside.hasClock && !before && !lead) return null;
  // «reservation for 6 on the 29th at 7:30pm»: so many people.
  if (beside.hasClock && !arrival && !before && wordAt(tokens, start - 1) === 'for') return null;
  if (!before && !dayAfter && !dotted && !only && !arrival) return null;
  if (isNumbered(tokens, at) && !before) return null;
  if (lead && wordAt(tokens, start - 1) === 'before') return { to: read.to, meaning: { kind: 'bound', hour: true } };
  const end = lead && hasWord(tokens, at, start, ENDS);
  // «friday 17»: an hour or a day of the month.
  const orDay =
    !lead && read.to === start + 1 && Number(wordAt(tokens, start)) > 12 && beside.before?.meaning.kind === 'date';
  const clock = orDay ? { ...read.clock, orDay } : read.clock;
  return { to: read.to, meaning: { kind: end ? 'clock-end' : 'clock', clock } };
};

/** «friday 17 10am»: behind a weekday a lone number is the day of the month where the hour is said elsewhere. */
export const bareDayOfMonth: BareFamily = (tokens: readonly Token[], at: number, beside: Beside) => {
  const { before } = beside;
  if (beside.lacksClock || before?.to !== at || before.meaning.kind !== 'date') return null;
  const { date } = before.meaning;
  if (date.weekday === undefined || Object.keys(date).length > 1) return null;
  const token = tokens[at];
  if (token?.kind !== 'number' || token.word.length > 2 || isRatio(tokens, at) || isUnitAhead(tokens, at + 1))
    return null;
  const day = Number(token.word);
  const next = wordAt(tokens, at + 1);
  if (
    day < 1 ||
    day > 31 ||
    /^(?:for|-|to|til|till|until|and|&|or|o'clock|oclock|ish|:|\.)$/.test(next) ||
    halfAt(tokens, at + 1) !== null
  )
    return null;
  return { to: at + 1, meaning: { kind: 'date', date: { day, loose: true } } };
};

/** 1:1, 4-3, 2/3: two numbers that belong together. */
function isRatio(tokens: readonly Token[], at: number): boolean {
  const mark = (place: number) => /^[:/-]$/.test(wordAt(tokens, place));
  const ahead =
    mark(at + 1) && isJoined(tokens, at + 1) && isJoined(tokens, at + 2) && tokens[at + 2]?.kind === 'number';
  const form = clockAt(tokens, at)?.form;
  if (ahead && form === 'bare') return true;
  return isJoined(tokens, at) && mark(at - 1) && isJoined(tokens, at - 1) && tokens[at - 2]?.kind === 'number';
}

/** «room 4 tomorrow», «phase 2 friday»: the number belongs to the word before it. */
export function isNumbered(tokens: readonly Token[], at: number): boolean {
  const word = wordAt(tokens, at - 1);
  if (NUMBERED.has(word) || word === '#' || word === '$') return true;
  // «v1.2», «1/2»; the dot of «1.10. 16-17» belongs to the date before.
  return /^[/.+]$/.test(word) && isJoined(tokens, at);
}

const NUMBERED: ReadonlySet<string> = new Set([
  'room',
  'rm',
  'phase',
  'sprint',
  'chapter',
  'part',
  'version',
  'v',
  'q',
  'floor',
  'gate',
  'building',
  'bldg',
  'unit',
  'level',
  'week',
  'wk',
  'step',
  'round',
  'line',
  'tier',
  'grade',
  'team',
  'table',
  'terminal',
  'platform',
  'lesson',
  'module',
  'episode',
  'season',
  'no',
  'number',
  'nr',
  'bay',
  'dock',
  'pier',
  'lab',
  'studio',
  'hall',
  'suite',
  'wave',
  'iteration',
  'milestone',
  'release',
  'batch',
  'cohort',
  'track',
  'group',
  'year',
  'office',
  'desk',
  'ticket',
  'issue',
  'pr',
  'bug',
  'error',
  'code',
  'status',
  'http',
  'highway',
  'route',
  'bus',
  'flight',
  'train',
  'section',
  'iphone',
  'ps',
  'windows',
  'formula',
  'port',
]);
