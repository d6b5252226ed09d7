import { isJsonObject, type JsonObject } from '../json-object.ts';

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
const INDEXES = ['first', 'second', 'third', 'fourth', 'last'] as const;
const DAY = 86_400_000;
/** Far more than a view shows; an endless daily series over two years ends here. */
const MOST_OCCURRENCES = 1000;

export type PatternType =
  | 'daily'
  | 'weekly'
  | 'absoluteMonthly'
  | 'relativeMonthly'
  | 'absoluteYearly'
  | 'relativeYearly';

export interface Recurrence {
  readonly type: PatternType;
  readonly interval: number;
  /** 0 is Sunday. */
  readonly daysOfWeek: readonly number[];
  readonly firstDayOfWeek: number;
  readonly dayOfMonth: number;
  readonly month: number;
  readonly index: (typeof INDEXES)[number];
  /** Dates as milliseconds of their midnight, read as UTC. */
  readonly startDate: number;
  /** Inclusive; `null` for none. */
  readonly endDate: number | null;
  readonly count: number | null;
}

/** Reads a `patternedRecurrence`. A string is what is wrong with it. */
export function readRecurrence(value: unknown): Recurrence | string {
  if (!isJsonObject(value) || !isJsonObject(value.pattern) || !isJsonObject(value.range))
    return 'recurrence needs a pattern and a range';
  const { pattern, range } = value;
  const type = patternType(pattern.type);
  if (type === undefined) return 'the pattern has no known type';
  const interval = pattern.interval ?? 1;
  if (!isWhole(interval, 1, 999)) return 'the interval must be a positive whole number';
  const daysOfWeek = daysOf(pattern.daysOfWeek);
  if (daysOfWeek === undefined) return 'daysOfWeek must be names of days';
  if (daysOfWeek.length === 0 && (type === 'weekly' || type.startsWith('relative')))
    return `a ${type} pattern needs daysOfWeek`;
  const dayOfMonth = pattern.dayOfMonth ?? 0;
  const month = pattern.month ?? 0;
  if (type.startsWith('absolute') && !isWhole(dayOfMonth, 1, 31)) return `a ${type} pattern needs dayOfMonth`;
  if (type.endsWith('Yearly') && !isWhole(month, 1, 12)) return `a ${type} pattern needs month`;
  const ends = rangeOf(range);
  if (typeof ends === 'string') return ends;
  const index = INDEXES.find((it) => it === pattern.index) ?? 'first';
  const firstDayOfWeek = (DAYS as readonly unknown[]).indexOf(pattern.firstDayOfWeek);
  return {
    type,
    interval,
    daysOfWeek,
    firstDayOfWeek: Math.max(0, firstDayOfWeek),
    dayOfMonth: Number(dayOfMonth),
    month: Number(month),
    index,
    ...ends,
  };
}

function patternType(value: unknown): PatternType | undefined {
  const types = ['daily', 'weekly', 'absoluteMonthly', 'relativeMonthly', 'absoluteYearly', 'relativeYearly'] as const;
  return types.find((type) => type === value);
}

function daysOf(value: unknown): number[] | undefined {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return undefined;
  const days = value.map((name) => (DAYS as readonly unknown[]).indexOf(name));
  return days.includes(-1) ? undefined : days;
}

function rangeOf(range: JsonObject): Pick<Recurrence, 'startDate' | 'endDate' | 'count'> | string {
  const startDate = dateOf(range.startDate);
  if (startDate === undefined) return 'the range needs startDate, as 2026-03-12';
  if (range.type === 'noEnd') return { startDate, endDate: null, count: null };
  if (range.type === 'numbered') {
    const count = range.numberOfOccurrences;
    return isWhole(count, 1, 999) ? { startDate, endDate: null, count } : 'a numbered range needs numberOfOccurrences';
  }
  if (range.type !== 'endDate') return 'the range has no known type';
  const endDate = dateOf(range.endDate);
  if (endDate === undefined) return 'the range needs endDate, as 2026-03-12';
  return endDate < startDate ? 'the range ends before it starts' : { startDate, endDate, count: null };
}

function dateOf(value: unknown): number | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return undefined;
  const at = Date.parse(`${value}T00:00:00Z`);
  return Number.isNaN(at) ? undefined : at;
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

/** The dates of a series, in order, until one lies after `until`. */
export function* datesOf(recurrence: Recurrence, until: number): Generator<number> {
  const last = Math.min(until, recurrence.endDate ?? Number.POSITIVE_INFINITY);
  let given = 0;
  for (const date of candidates(recurrence)) {
    if (date > last || given >= (recurrence.count ?? MOST_OCCURRENCES)) return;
    if (date < recurrence.startDate) continue;
    given += 1;
    yield date;
  }
}

/** Dates that fit the pattern; the first period's may lie before the start. */
function* candidates(recurrence: Recurrence): Generator<number> {
  const { type, interval, startDate } = recurrence;
  const start = new Date(startDate);
  for (let step = 0; step < MOST_OCCURRENCES * 2; step += 1) {
    if (type === 'daily') yield startDate + step * interval * DAY;
    else if (type === 'weekly') yield* weekOf(recurrence, step);
    else {
      const yearly = type === 'absoluteYearly' || type === 'relativeYearly';
      const months = yearly ? step * interval * 12 : step * interval;
      const base = yearly ? recurrence.month - 1 : start.getUTCMonth();
      const month = new Date(Date.UTC(start.getUTCFullYear(), base + months, 1));
      const date = type.startsWith('absolute') ? dayIn(month, recurrence.dayOfMonth) : relativeDay(month, recurrence);
      if (date !== undefined) yield date;
    }
  }
}

function* weekOf(recurrence: Recurrence, step: number): Generator<number> {
  const { startDate, firstDayOfWeek, interval, daysOfWeek } = recurrence;
  const weekday = (new Date(startDate).getUTCDay() - firstDayOfWeek + 7) % 7;
  const week = startDate - weekday * DAY + step * interval * 7 * DAY;
  const offsets = daysOfWeek.map((day) => (day - firstDayOfWeek + 7) % 7).sort((one, other) => one - other);
  for (const offset of offsets) yield week + offset * DAY;
}

/** The 31st of a shorter month is its last day, as Outlook has it. */
function dayIn(month: Date, day: number): number {
  const last = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate();
  return month.getTime() + (Math.min(day, last) - 1) * DAY;
}

function relativeDay(month: Date, { daysOfWeek, index }: Recurrence): number | undefined {
  const fitting: number[] = [];
  for (let at = month.getTime(); new Date(at).getUTCMonth() === month.getUTCMonth(); at += DAY) {
    if (daysOfWeek.includes(new Date(at).getUTCDay())) fitting.push(at);
  }
  return index === 'last' ? fitting.at(-1) : fitting[INDEXES.indexOf(index)];
}
