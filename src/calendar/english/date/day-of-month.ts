import { skip, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import { isUnitAhead } from '../time/not-a-clock.ts';
import { digitsAt, ordinalAt } from '../words/numbers.ts';
import type { DateRead } from './date-read.ts';
import { afterTheMonth, isHour, monthOrShiftAt } from './month-date.ts';

const LEADS: ReadonlySet<string> = new Set([
  'on',
  'by',
  'from',
  'until',
  'till',
  'til',
  'to',
  'through',
  'thru',
  'between',
  'for',
  'at',
  'and',
  'starting',
  'before',
  'after',
  'due',
  '-',
  'week of',
]);

/** Words behind a first, 2nd, third that make it a number of something else. */
const COUNTED: ReadonlySet<string> = new Set([
  'floor',
  'avenue',
  'street',
  'st',
  'ave',
  'round',
  'draft',
  'anniversary',
  'birthday',
  'bday',
  'grade',
  'quarter',
  'place',
  'party',
  'person',
  'time',
  'edition',
  'wave',
  'dose',
  'attempt',
  'meeting',
  'call',
  'interview',
  'review',
  'session',
  'day',
  'week',
  'month',
  'half',
  'class',
  'date',
  'thing',
  'aid',
  'line',
  'year',
  'graders',
  'base',
  'shift',
  'step',
  'one',
  'part',
  'team',
  'trimester',
  'appointment',
  'visit',
  'pass',
  'opinion',
  'option',
  'item',
]); // prettier-ignore

/** «the 5th», «5th», «on 15», «the thirty first», «the 15th of next month». */
export function dayOfMonthAt(tokens: readonly Token[], at: number): DateRead | null {
  const the = skip(tokens, at, 'the');
  const before = wordAt(tokens, at - 1);
  const lead = LEADS.has(before);
  const ordinal = ordinalAt(tokens, the);
  if (ordinal !== null && ordinal.value >= 1 && ordinal.value <= 31) {
    const next = wordAt(tokens, ordinal.to);
    if (COUNTED.has(next) && !(ordinal.value > 4 && /^(?:quarter|half|call|meeting)$/.test(next))) return null;
    if (tokens[ordinal.to]?.kind === 'word' && COUNTED.has(wordAt(tokens, ordinal.to + 1)) && !FOLLOWERS.has(next))
      return null;
    // «second» and «third» alone are too common; they need the article.
    if (!ordinal.digits && the === at && !(lead && ordinal.value > 3)) return null;
    if (!ordinal.digits && ordinal.value < 4 && !lead && next !== 'of') return null;
    return withMonth(tokens, ordinal.to, ordinal.value);
  }
  const digits = digitsAt(tokens, the);
  if (digits === null || digits.width > 2 || digits.value < 1 || digits.value > 31) return null;
  const on = (before === 'on' && tokens[at]?.joined !== true) || (the > at && lead);
  if (!on || isHour(tokens, digits) || isUnitAhead(tokens, digits.to)) return null;
  if (/^[-/.:]$/.test(wordAt(tokens, digits.to)) && tokens[digits.to + 1]?.kind === 'number') return null;
  if (wordAt(tokens, at - 2) === 'put') return null;
  return withMonth(tokens, digits.to, digits.value);
}

const FOLLOWERS: ReadonlySet<string> = new Set([
  'at',
  'from',
  'of',
  'for',
  'to',
  'until',
  'till',
  'in',
  'with',
  'and',
  'or',
  'through',
]);

function withMonth(tokens: readonly Token[], at: number, day: number): DateRead {
  const of = skip(tokens, at, 'of', 'in');
  const open = of > at ? afterTheMonth(tokens, of) : -1;
  if (open > 0) return { date: { day }, to: open };
  const month =
    of > at || wordAt(tokens, at) === 'next' || wordAt(tokens, at) === 'this' ? monthOrShiftAt(tokens, of) : null;
  if (month === null || month.date.years !== undefined) return { date: { day }, to: at };
  return { date: { day, ...month.date }, to: month.to };
}
