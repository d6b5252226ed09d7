import { addMonths, type Day, partsOf, weekdayOf } from '../local/day.ts';
import { addSeconds, compareMoments, type Moment, moment } from '../local/moment.ts';
import { lastDayOf, workOutRecurrence } from '../recurrence/work-out-recurrence.ts';
import type { Recurrence } from '../understanding.ts';
import { type ClockSettled, settleClock, settleRange } from './clock/settle-clock.ts';
import { type DateContext, type DateProblem, type DateResolved, resolveDate } from './date/resolve-date.ts';
import type { Gathered } from './gather.ts';
import type { ClockWords, DateWords, PartOfDay } from './words.ts';

export interface TimeContext extends DateContext {
  readonly reference: Moment;
  /** What the thing itself says of the hour: breakfast, dinner. */
  readonly meal: 'am' | 'pm' | null;
  /** The hour that stands for a thing without one: lunch at 12. */
  readonly usualHour: number | null;
  /** Days added to a wall-clock moment by the clock on the wall; offsets across a change of clocks are the zone's. */
  readonly later?: (from: Moment, seconds: number) => Moment;
}

export type TimeProblem =
  | DateProblem
  | 'end-before-start'
  | 'time-passed'
  | 'until-before-start'
  | 'which-days'
  | 'two-days-a-month';

export interface Alternative {
  readonly start: Moment;
  readonly end: Moment | null;
}

/** What the time words of a message come to. */
export interface TimeWorkedOut {
  /** The day, also where the hour is not known; null where none was said. */
  readonly day: Day | null;
  readonly start: Moment | null;
  readonly end: Moment | null;
  readonly startSaid: boolean;
  readonly allDay: boolean;
  /** A whole week or month: no day was said. */
  readonly vague: boolean;
  readonly hasClock: boolean;
  readonly durationMinutes: number | null;
  readonly recurrence: Recurrence | null;
  readonly alternatives: readonly Alternative[];
  readonly problem: TimeProblem | null;
}

const PARTS: Readonly<Record<PartOfDay, readonly [number, number]>> = {
  early: [7, 9],
  morning: [9, 12],
  noon: [12, 13],
  afternoon: [14, 17],
  evening: [18, 21],
  night: [20, 22],
};

const NOTHING: TimeWorkedOut = {
  day: null,
  start: null,
  end: null,
  startSaid: false,
  allDay: false,
  vague: false,
  hasClock: false,
  durationMinutes: null,
  recurrence: null,
  alternatives: [],
  problem: null,
};

/** Works out start and end from what was said, against the reference. */
export function workOutTime(said: Gathered, context: TimeContext): TimeWorkedOut {
  const durationMinutes = minutesOf(said);
  const base = { ...NOTHING, durationMinutes };
  if (said.offset !== null && said.clock === null) return fromOffset(said, context, base);
  if (said.range !== null && said.repeat === null) return fromRange(said, context, base);
  const clock = clockOf(said, context);
  if (said.repeat !== null) return fromRepeat(said, context, base, clock);
  return fromDay(said, context, base, clock);
}

function minutesOf({ length }: Gathered): number | null {
  if (length === null) return null;
  const minutes = length.minutes + length.days * 1440 + length.months * 43_200;
  return minutes > 0 ? minutes : null;
}

interface ClockOf {
  readonly from: ClockSettled;
  /** Seconds since the first day's midnight; null where no end was said. */
  readonly to: number | null;
  readonly backwards: boolean;
  readonly assumed: boolean;
  readonly exact: boolean;
}

function clockOf(said: Gathered, context: TimeContext): ClockOf | null {
  const hints = { part: said.part, meal: context.meal };
  if (said.clock !== null) {
    const exact = said.clock.exact || said.clock.half !== null;
    if (said.clockEnd !== null && said.endDate === null) {
      const range = settleRange(said.clock, said.clockEnd, hints);
      return { ...range, assumed: false, exact };
    }
    return { from: settleClock(said.clock, hints), to: null, backwards: false, assumed: false, exact };
  }
  if (said.part !== null && !said.allDay) {
    const [from, to] = PARTS[said.part];
    const end = said.clockEnd === null ? to * 3600 : settleClock(said.clockEnd, hints).second;
    const usual =
      context.usualHour !== null && context.usualHour >= from - 2 && context.usualHour <= to + 1
        ? context.usualHour
        : null;
    return {
      from: { second: (usual ?? from) * 3600, said: false, other: null },
      // «an hour tomorrow morning»: the length counts, not the whole morning.
      to: usual === null && (said.length === null || said.clockEnd !== null) ? end : null,
      backwards: false,
      assumed: true,
      exact: true,
    };
  }
  const usual = context.usualHour;
  if (usual === null || said.clockEnd !== null || said.allDay || said.date === null) return null;
  return {
    from: { second: usual * 3600, said: false, other: null },
    to: null,
    backwards: false,
    assumed: true,
    exact: true,
  };
}

function fromOffset(said: Gathered, context: TimeContext, base: TimeWorkedOut): TimeWorkedOut {
  const { minutes, days, months } = said.offset!;
  const { reference } = context;
  const day = addMonths(reference.day, months) + days;
  const exact = moment(day, reference.second);
  const later = context.later ?? addSeconds;
  const start = later({ ...exact, second: exact.second - (exact.second % 60) }, minutes * 60);
  return { ...base, day: start.day, start, end: endOf(start, null, said), startSaid: true, hasClock: true };
}

/** A range of days: all-day, or from a time on the first to a time on the last. */
function fromRange(said: Gathered, context: TimeContext, base: TimeWorkedOut): TimeWorkedOut {
  const from = resolveDate(openWeekday(said.range!.from, context), context);
  const to = resolveAfter(said.range!.to, from, context);
  const problem = from.problem ?? to.problem ?? (to.day < from.day ? 'end-before-start' : null);
  if (problem !== null) return { ...base, day: from.day, problem };
  if (said.clock !== null) {
    const clock = clockOf(said, context)!;
    const start = moment(from.day, clock.from.second);
    return {
      ...base,
      day: from.day,
      start,
      end: clock.to === null ? null : moment(to.day, clock.to % 86_400),
      startSaid: true,
      hasClock: true,
    };
  }
  return {
    ...base,
    day: from.day,
    start: moment(from.day, 0),
    end: moment(to.day + 1, 0),
    startSaid: true,
    allDay: true,
  };
}

/** «friday to sunday» on a Friday begins today. */
function openWeekday(date: DateWords, context: TimeContext): DateWords {
  const plain = date.weekday !== undefined && Object.keys(date).length === 1;
  return plain && weekdayOf(context.today) === date.weekday
    ? { after: { length: { minutes: 0, days: 0, months: 0 }, from: null } }
    : date;
}

/** The end of a range, counted from its start: «friday to sunday», «28 dec to 3 jan», «april 9th through 17th». */
function resolveAfter(words: DateWords, from: DateResolved, context: TimeContext): DateResolved {
  const relative =
    words.after !== undefined ||
    words.weeks !== undefined ||
    words.months !== undefined ||
    words.which !== undefined ||
    words.year !== undefined;
  if (relative || from.problem !== null) return resolveDate(words, context);
  return resolveDate(words, { ...context, today: from.day });
}

function fromDay(said: Gathered, context: TimeContext, base: TimeWorkedOut, clock: ClockOf | null): TimeWorkedOut {
  if (said.date === null) return clock === null ? base : withoutDate(said, context, base, clock);
  const found = resolveDate(said.date, context);
  // A day gone by is still told: whoever asks for an event is asked for another one.
  if (found.problem !== null && found.problem !== 'past')
    return { ...base, day: found.day, problem: found.problem, hasClock: clock !== null };
  const untilDay =
    said.until === null || said.endDate !== null ? null : lastDayOf(said.until, { ...context, today: found.day });
  if (clock === null || isItsDay(said, found.day)) return wholeDays(said, base, found, untilDay);
  if (found.vague) return { ...base, vague: true, hasClock: true };
  if (clock.backwards)
    return {
      ...base,
      day: found.day,
      start: moment(found.day, clock.from.second),
      problem: 'end-before-start',
      hasClock: true,
    };
  const day = dayOfNight(found.day, clock, said, context);
  const start = aheadOnDay(day, clock, context, said.part);
  const end = endOf(
    start,
    clock.to === null ? null : moment(day, clock.to + (start.second - clock.from.second)),
    said,
    context,
  );
  const passed = compareMoments(start, context.reference) < 0;
  return {
    ...base,
    day,
    start,
    end,
    startSaid: !clock.assumed,
    hasClock: true,
    problem:
      found.problem ??
      (passed && clock.assumed === false
        ? 'time-passed'
        : end !== null && compareMoments(end, start) <= 0
          ? 'end-before-start'
          : null),
    alternatives: alternatives(found, clock, start, end, said, context),
  };
}

/** «friday 17» where that Friday is the 17th: the hour is still to be said. */
function isItsDay({ clock, date }: Gathered, day: Day): boolean {
  return clock?.orDay === true && date?.weekday !== undefined && partsOf(day).day === clock.hour;
}

/** «tonight at midnight», «friday night 1am»: the small hours of a night are the next day's. */
function dayOfNight(day: Day, clock: ClockOf, said: Gathered, { reference, today }: TimeContext): Day {
  const atNight = said.part === 'night' && clock.from.second < SMALL_HOURS;
  if (day === today)
    return (atNight || clock.from.second === 0) && clock.from.second < reference.second ? day + 1 : day;
  return atNight ? day + 1 : day;
}

const SMALL_HOURS = 5 * 3600;

/** Today at a bare hour that has passed means the other half of the day. */
function aheadOnDay(day: Day, clock: ClockOf, context: TimeContext, part: PartOfDay | null): Moment {
  const start = moment(day, clock.from.second);
  if (day !== context.today || compareMoments(start, context.reference) >= 0) return start;
  const isMorning = part === 'morning' || part === 'early';
  if (!clock.exact && !isMorning && clock.from.second < 43_200) return moment(day, clock.from.second + 43_200);
  if (clock.assumed) {
    // The part of the day has begun: the next half hour.
    const next = Math.ceil((context.reference.second + 1) / 1800) * 1800;
    return moment(day, clock.to !== null && next < clock.to ? next : Math.min(next, 84_600));
  }
  return start;
}

function wholeDays(said: Gathered, base: TimeWorkedOut, found: DateResolved, untilDay: Day | null): TimeWorkedOut {
  const first = found.day;
  const days =
    said.length === null || said.length.minutes !== 0 ? null : addMonths(first, said.length.months) + said.length.days;
  const last = untilDay !== null ? untilDay + 1 : (days ?? found.endDay);
  const several = last !== null && last > first;
  const dayAlternatives = found.alternatives.map((day) => ({ start: moment(day, 0), end: moment(day + 1, 0) }));
  return {
    ...base,
    day: first,
    vague: found.vague,
    start: moment(first, 0),
    end: moment(several ? last : first + 1, 0),
    startSaid: true,
    allDay: true,
    alternatives: dayAlternatives,
    problem: found.problem ?? (untilDay !== null && untilDay < first ? 'end-before-start' : null),
  };
}

/** Only a time: today, or tomorrow where it has passed. */
function withoutDate(said: Gathered, context: TimeContext, base: TimeWorkedOut, clock: ClockOf): TimeWorkedOut {
  if (clock.backwards)
    return { ...base, start: moment(context.today, clock.from.second), problem: 'end-before-start', hasClock: true };
  const today = moment(context.today, clock.from.second);
  const start = compareMoments(today, context.reference) >= 0 ? today : moment(context.today + 1, clock.from.second);
  const end = endOf(start, clock.to === null ? null : moment(start.day, clock.to), said, context);
  const other = clock.from.other === null ? null : moment(start.day, clock.from.other);
  const fits = other !== null && clock.to === null && compareMoments(other, context.reference) > 0;
  const evening =
    !clock.exact && start.day !== context.today ? moment(context.today, clock.from.second + 43_200) : null;
  const later =
    evening !== null &&
    clock.to === null &&
    clock.from.second < 43_200 &&
    compareMoments(evening, context.reference) > 0;
  return {
    ...base,
    day: start.day,
    start,
    end,
    startSaid: !clock.assumed,
    hasClock: true,
    alternatives: [...(fits ? [{ start: other, end: null }] : []), ...(later ? [{ start: evening, end: null }] : [])],
    problem: end !== null && compareMoments(end, start) <= 0 ? 'end-before-start' : null,
  };
}

function endOf(start: Moment, clockEnd: Moment | null, said: Gathered, context?: TimeContext): Moment | null {
  if (said.endDate !== null && said.clockEnd !== null && context !== undefined) {
    const day = resolveDate(said.endDate, { ...context, today: start.day }).day;
    return moment(day, endSecond(said.clockEnd, said.clock, start, day));
  }
  if (clockEnd !== null) return clockEnd;
  if (said.offset !== null && said.clockEnd !== null) {
    const end = moment(start.day, settleClock(said.clockEnd, { part: said.part, meal: null }).second);
    return compareMoments(end, start) > 0 ? end : addSeconds(end, 43_200);
  }
  const minutes = minutesOf(said);
  return minutes === null ? null : addSeconds(start, minutes * 60);
}

/** «sat 22:00 to sun 6:00», «fri 10pm to sat 6»: beside an hour of 24, and in the morning after a night, six is six. */
function endSecond(end: ClockWords, from: ClockWords | null, start: Moment, day: Day): number {
  const settled = settleClock(end, { part: null, meal: null }).second;
  if (end.exact || end.half !== null) return settled;
  const of24 = from !== null && from.half === null && from.hour > 12;
  const overnight = day === start.day + 1 && start.second >= EVENING;
  return of24 || overnight ? end.hour * 3600 + end.minute * 60 + end.second : settled;
}

const EVENING = 18 * 3600;

function alternatives(
  found: DateResolved,
  clock: ClockOf,
  start: Moment,
  end: Moment | null,
  said: Gathered,
  context: TimeContext,
): readonly Alternative[] {
  const shift = (day: Day, second: number): Alternative => {
    const other = moment(day, second);
    const by = (other.day - start.day) * 86_400 + (other.second - start.second);
    return { start: other, end: end === null ? null : addSeconds(end, by) };
  };
  const all = found.alternatives.map((day) => shift(day, start.second));
  const other = clock.from.other;
  if (other !== null && !said.isRange && other !== start.second) {
    const half = shift(start.day, other);
    if (compareMoments(half.start, context.reference) > 0) all.push(half);
  }
  // «tuesday» said on a Tuesday before that hour.
  const words = said.date!;
  const plain =
    words.weekday !== undefined &&
    words.which === undefined &&
    words.weeks === undefined &&
    words.day === undefined &&
    words.nth === undefined;
  if (plain && weekdayOf(context.today) === words.weekday && start.second > context.reference.second)
    all.push(shift(context.today, start.second));
  return all;
}

function fromRepeat(said: Gathered, context: TimeContext, base: TimeWorkedOut, clock: ClockOf | null): TimeWorkedOut {
  const rangeDate = said.range === null ? null : said.range.from;
  const rangeUntil = said.range === null ? said.until : { date: said.range.to, inclusive: true };
  const bound = said.length !== null && said.length.minutes === 0 ? said.length : null;
  // «twice a week»: the days have to be said.
  const open =
    said.repeat!.times !== undefined && said.repeat!.weekdays === undefined && said.repeat!.day === undefined;
  const isTwice = open && said.repeat!.unit === 'month' && said.repeat!.times === 2;
  if (isTwice) return { ...base, problem: 'two-days-a-month', hasClock: clock !== null };
  if (open) return { ...base, problem: 'which-days', hasClock: clock !== null };
  const problem = said.date === null ? null : resolveDate(said.date, context).problem;
  const input = {
    repeat: said.repeat!,
    date: said.date ?? rangeDate,
    isStart: said.starting !== null && said.starting === said.date,
    until: said.endDate === null ? rangeUntil : null,
    length: bound,
    count: said.count,
  };
  const hasPassed = (day: Day) =>
    clock === null ? false : compareMoments(moment(day, clock.from.second), context.reference) < 0;
  const startDate = said.starting !== null && said.date !== null && said.starting !== said.date ? said.starting : null;
  const from = startDate === null ? context : { ...context, today: resolveDate(startDate, context).day };
  const worked = workOutRecurrence(input, from, hasPassed);
  const day = worked.firstDay;
  const minutes = bound === null ? base.durationMinutes : null;
  const shared = { ...base, day, recurrence: worked.recurrence, durationMinutes: minutes };
  if (problem !== null && problem !== 'past') return { ...shared, problem };
  if (worked.problem !== null) return { ...shared, problem: 'until-before-start' };
  if (clock === null)
    return { ...shared, start: moment(day, 0), end: moment(day + 1, 0), startSaid: true, allDay: true };
  if (clock.backwards)
    return { ...shared, start: moment(day, clock.from.second), problem: 'end-before-start', hasClock: true };
  const start = moment(day, clock.from.second);
  const end = clock.to !== null ? moment(day, clock.to) : minutes === null ? null : addSeconds(start, minutes * 60);
  const other = clock.from.other === null || said.isRange ? [] : [{ start: moment(day, clock.from.other), end: null }];
  return { ...shared, start, end, startSaid: !clock.assumed, hasClock: true, alternatives: other };
}
