import type { Token } from '../text/tokenize.ts';
import { mergeDates } from './date/merge-dates.ts';
import type { ClockWords, DateWords, LengthWords, PartOfDay, Phrase, RepeatWords } from './words.ts';

/** All that a message says of time, brought together. */
export interface Gathered {
  readonly date: DateWords | null;
  readonly range: { readonly from: DateWords; readonly to: DateWords; readonly listed?: boolean } | null;
  readonly starting: DateWords | null;
  readonly until: { readonly date: DateWords; readonly inclusive: boolean } | null;
  readonly clock: ClockWords | null;
  readonly clockEnd: ClockWords | null;
  /** The day on which a time at the end falls, where that is another one. */
  readonly endDate: DateWords | null;
  readonly isRange: boolean;
  /** The range is a window: «between 2 and 4». */
  readonly isWindow: boolean;
  readonly part: PartOfDay | null;
  readonly length: LengthWords | null;
  readonly lengthIsLed: boolean;
  /** «next 3 days»: whole days from tomorrow on, where nothing else says when. */
  readonly lengthIsAhead: boolean;
  readonly offset: LengthWords | null;
  readonly repeat: RepeatWords | null;
  /** Weekdays on which the repetition does not fall. */
  readonly except: readonly number[] | null;
  /** Other days on which it does not fall: «except 25 december», «skip the holidays». */
  readonly exceptDays: Phrase | null;
  readonly count: number | null;
  readonly reminderMinutes: number | null;
  readonly zone: string | null;
  readonly allDay: boolean;
  readonly past: boolean;
  /** What «two weeks ago» and «last week» come to: no day for an event. */
  readonly pastDate: DateWords | null;
  readonly pastOffset: LengthWords | null;
  /** The phrases that were taken; a repetition that belongs to the title is not among them. */
  readonly taken: readonly Phrase[];
}

type Draft = { -readonly [Key in keyof Gathered]: Gathered[Key] } & {
  given: DateWords | null;
  /** The place behind the hour at which it ends, where that was said apart from its start. */
  behindEnd: number;
  /** «before 6 tonight»: the evening is no answer to when. */
  hourIsOpen: boolean;
  /** The same behind «til 4pm», where a day may still belong to the whole: «friday 3 til 4pm, the 12th». */
  behindUntil: number;
};

/** Puts the phrases of one message together: parts of one date complete each other, the first saying of a thing wins. */
export function gather(tokens: readonly Token[], phrases: readonly Phrase[]): Gathered {
  const draft: Draft = {
    date: null,
    range: null,
    starting: null,
    until: null,
    clock: null,
    clockEnd: null,
    endDate: null,
    isRange: false,
    isWindow: false,
    part: null,
    length: null,
    lengthIsLed: false,
    lengthIsAhead: false,
    offset: null,
    repeat: null,
    except: null,
    exceptDays: null,
    count: null,
    reminderMinutes: null,
    zone: null,
    allDay: false,
    past: false,
    pastDate: null,
    pastOffset: null,
    taken: [],
    given: null,
    behindEnd: -1,
    behindUntil: -1,
    hourIsOpen: false,
  };
  const kept = withoutTitleRepeats(phrases);
  const taken: Phrase[] = [];
  let second: Phrase | null = null;
  for (const [index, phrase] of kept.entries()) {
    const before = kept[index - 1];
    // «at 5 tomorrow and at 10 on friday»: the day of an hour that was left out goes with it.
    const goesWith =
      second !== null && second === before && before.to === phrase.from && phrase.meaning.kind === 'date';
    if (goesWith || isSameMoment(draft, kept, index, tokens) || take(draft, phrase, tokens)) taken.push(phrase);
    else if (isSecondMoment(kept, index, tokens)) {
      taken.push(phrase);
      if (phrase.meaning.kind === 'clock') second = phrase;
    }
  }
  // A holiday that gave way to a written date is a part of the title.
  const { given } = draft;
  draft.taken = taken.filter(({ meaning }) => !(meaning.kind === 'date' && meaning.date === given));
  return completed(draft);
}

/** «1 Oct 9:00, 2 Oct 9:00»: a day and an hour together are a time also where the first one counts, never a title. */
function isSecondMoment(phrases: readonly Phrase[], index: number, tokens: readonly Token[]): boolean {
  const [before, phrase, after] = [phrases[index - 1], phrases[index]!, phrases[index + 1]];
  // «from 9 to 12 and 13 to 16».
  if (phrase.meaning.kind === 'clock-range') return /^(?:and|,|&|\+)$/.test(tokens[phrase.from - 1]?.word ?? '');
  const beside = (other: Phrase | undefined, kind: Phrase['meaning']['kind'], touches: boolean) =>
    other?.meaning.kind === kind && touches;
  const other = phrase.meaning.kind === 'date' ? 'clock' : 'date';
  if (index < 2 || (phrase.meaning.kind !== 'date' && phrase.meaning.kind !== 'clock')) return false;
  return beside(after, other, after?.from === phrase.to) || beside(before, other, before?.to === phrase.from);
}

/** «10am PT / 1pm ET», «8.30 pm IST (10 am EST)»: one moment on two clocks. */
function isSameMoment(draft: Draft, phrases: readonly Phrase[], index: number, tokens: readonly Token[]): boolean {
  const [phrase, zone] = [phrases[index]!, phrases[index + 1]];
  const { kind } = phrase.meaning;
  if (draft.clock === null || draft.zone === null || (kind !== 'clock' && kind !== 'clock-range')) return false;
  const mark = tokens[phrase.from - 1]?.word ?? '';
  return zone?.meaning.kind === 'zone' && zone.from === phrase.to && /^(?:\/|\(|=|\||or|aka|;)$/.test(mark);
}

/** «yearly check up friday the 20th»: an adjective beside a written date, or beside «every …», is a part of the title. */
function withoutTitleRepeats(phrases: readonly Phrase[]): readonly Phrase[] {
  const repeats = phrases.flatMap(({ meaning }) => (meaning.kind === 'repeat' ? [meaning.repeat] : []));
  const plain = repeats.find((repeat) => repeat.adjective !== true);
  const dated = phrases.some(({ meaning }) => meaning.kind === 'date' && isWritten(meaning.date));
  // «monthly ops meeting second wednesday», «monthly report last day of the month»: together they are the pattern.
  const nth = phrases.some(
    ({ meaning }) => meaning.kind === 'date' && (isPlainNth(meaning.date) || isEndOfAnyMonth(meaning.date)),
  );
  const bounded = phrases.some(
    ({ meaning }) => meaning.kind === 'until' || meaning.kind === 'starting' || meaning.kind === 'count',
  );
  return phrases.filter(({ meaning }) => {
    if (meaning.kind !== 'repeat' || meaning.repeat.adjective !== true) return true;
    if (plain !== undefined)
      return meaning.repeat.interval > 1 && plain.unit === meaning.repeat.unit && plain.interval === 1;
    if (bounded) return true;
    if (nth && meaning.repeat.unit === 'month') return true;
    return !dated && meaning.repeat.unit !== 'year';
  });
}

function isPlainNth(date: DateWords): boolean {
  return date.nth !== undefined && date.weekday !== undefined && date.month === undefined && date.months === undefined;
}

function isEndOfAnyMonth({ span, edge, months }: DateWords): boolean {
  return span === 'month' && months === 0 && (edge === 'end' || edge === 'last-workday' || edge === 'first-workday');
}

function isWritten(date: DateWords): boolean {
  return (
    date.day !== undefined ||
    date.numeric !== undefined ||
    date.after !== undefined ||
    date.weeks !== undefined ||
    date.which !== undefined ||
    date.edge !== undefined ||
    date.nth !== undefined ||
    date.holiday !== undefined
  );
}

function take(draft: Draft, phrase: Phrase, tokens: readonly Token[]): boolean {
  const { meaning } = phrase;
  switch (meaning.kind) {
    case 'clock':
      return takeClock(draft, meaning.clock, phrase, tokens);
    case 'clock-end':
      if (draft.clock === null && draft.offset === null && draft.part === null) {
        if (draft.clockEnd !== null) return false;
        draft.clockEnd = meaning.clock;
        return true;
      }
      if (draft.clockEnd !== null) return false;
      draft.clockEnd = meaning.clock;
      draft.behindUntil = phrase.to;
      if (draft.until !== null && draft.endDate === null) draft.endDate = draft.until.date;
      return true;
    case 'clock-range':
      if ((draft.clock !== null && draft.clock.byWord !== true) || draft.isRange) return false;
      draft.clock = meaning.from;
      draft.clockEnd = meaning.to;
      draft.behindUntil = phrase.to;
      draft.isRange = true;
      draft.isWindow = meaning.between === true;
      return true;
    case 'bound':
      draft.hourIsOpen ||= meaning.hour === true;
      return true;
    case 'date':
      return takeDate(draft, meaning.date, phrase, tokens);
    case 'date-range':
      if (draft.range !== null) return false;
      draft.range = { from: meaning.from, to: meaning.to, listed: meaning.listed === true };
      return true;
    case 'part':
      return takePart(draft, meaning);
    case 'length':
      if (draft.length !== null) return false;
      draft.length = meaning.length;
      draft.lengthIsLed = meaning.lead !== null;
      draft.lengthIsAhead = meaning.ahead === true;
      return true;
    case 'all-day':
      draft.allDay = true;
      return true;
    case 'offset':
      if (draft.offset !== null) return false;
      draft.offset = meaning.length;
      return true;
    case 'repeat':
      return takeRepeat(draft, meaning.repeat);
    case 'until':
      if (draft.until !== null) return false;
      draft.until = { date: meaning.date, inclusive: meaning.inclusive === true };
      return true;
    case 'except':
      if (draft.repeat === null) return false;
      if (meaning.days === true) draft.exceptDays ??= phrase;
      if (meaning.weekdays.length === 0) return true;
      if (draft.except !== null) return false;
      draft.except = meaning.weekdays;
      return true;
    case 'starting':
      if (draft.starting !== null) return false;
      draft.starting = meaning.date;
      return true;
    case 'count':
      draft.count ??= meaning.count;
      return true;
    case 'reminder':
      draft.reminderMinutes ??= meaning.minutes;
      return true;
    case 'zone':
      draft.zone ??= meaning.zone;
      return true;
    case 'past':
      draft.past = true;
      draft.pastDate ??= meaning.date;
      draft.pastOffset ??= meaning.offset;
      return false;
  }
}

function takeClock(draft: Draft, clock: ClockWords, phrase: Phrase, tokens: readonly Token[]): boolean {
  if (draft.clock === null) {
    draft.clock = clock;
    return true;
  }
  if (draft.clockEnd !== null || draft.isRange) return false;
  const lead = tokens[phrase.from]?.word;
  const before = tokens[phrase.from - 1]?.word;
  // «first thing monday, 8:30».
  if (draft.clock.byWord === true && clock.rough !== true && draft.until === null && lead !== 'to' && before !== 'to') {
    draft.clock = clock;
    return true;
  }
  // «7 for 7:30»: come at seven, it begins at half past.
  if (lead === 'for' && !clock.rough && draft.until === null && isSoonAfter(draft.clock, clock)) {
    const isOpen = !draft.clock.exact && draft.clock.half === null && draft.clock.hour < 12;
    if (isOpen && clock.half === 'pm')
      draft.clock = { ...draft.clock, hour: draft.clock.hour + 12, half: 'pm', exact: true };
    return true;
  }
  // «at 5 today and at 10 tomorrow» are two events.
  const joined = before === 'and' && lead !== 'at' && lead !== '@';
  const connected = lead === 'to' || before === 'to' || before === '-' || joined;
  // «tomorrow 10pm until thursday 2am»: the day before this clock is the end's.
  const endDay = draft.until !== null && draft.endDate === null;
  if (!connected && !endDay) return false;
  draft.clockEnd = clock;
  draft.behindEnd = phrase.to;
  if (endDay) draft.endDate = draft.until!.date;
  return true;
}

function isSoonAfter(first: ClockWords, second: ClockWords): boolean {
  const by = (second.hour * 60 + second.minute - (first.hour * 60 + first.minute) + 1440) % 720;
  return by > 0 && by <= 60;
}

function takeDate(draft: Draft, date: DateWords, phrase: Phrase, tokens: readonly Token[]): boolean {
  if (draft.date === null && draft.starting !== null && draft.clock !== null && tokens[phrase.from]?.word === 'to') {
    draft.until = { date, inclusive: true };
    return true;
  }
  if (draft.date === null) {
    draft.date = date;
    if (date.whole === true) draft.allDay = true;
    return true;
  }
  const before = tokens[phrase.from - 1]?.word;
  const lead = tokens[phrase.from]?.word;
  // The solidus of an ISO 8601 interval.
  const interval = before === '/' && date.year !== undefined && tokens[phrase.from]?.joined === true;
  if (
    draft.clock !== null &&
    (before === '-' || before === 'to' || lead === 'to' || interval) &&
    draft.until === null
  ) {
    draft.until = { date, inclusive: true };
    return true;
  }
  // «8 am tomorrow to 6 pm on thursday»: a day right behind the end is the end's.
  if (draft.behindEnd === phrase.from && draft.endDate === null && draft.repeat === null) {
    draft.endDate = date;
    return true;
  }
  const merged = mergeDates(draft.date, date);
  if (merged !== null) {
    draft.date = merged;
    return true;
  }
  // «from 10am on the 12th til 4pm on the 14th».
  if (draft.behindUntil === phrase.from && draft.endDate === null && draft.repeat === null && isPointDate(date)) {
    draft.endDate = date;
    return true;
  }
  // A written date is worth more than a holiday, a week or a month beside it.
  const loose = (words: DateWords) =>
    words.holiday !== undefined || words.span !== undefined || words.period !== undefined;
  if (loose(draft.date) && !loose(date)) {
    if (draft.date.holiday !== undefined) draft.given = draft.date;
    draft.date = date;
    return true;
  }
  return false;
}

function isPointDate({ span, period, holiday, loose }: DateWords): boolean {
  return span === undefined && period === undefined && holiday === undefined && loose !== true;
}

function takePart(draft: Draft, meaning: Extract<Phrase['meaning'], { kind: 'part' }>): boolean {
  draft.part ??= meaning.part;
  if (meaning.daily === true) return takeRepeat(draft, { unit: 'day', interval: 1 });
  if (meaning.date === null) return true;
  if (draft.date === null) draft.date = meaning.date;
  return true;
}

function takeRepeat(draft: Draft, repeat: RepeatWords): boolean {
  if (repeat.part !== undefined) draft.part ??= repeat.part;
  if (draft.repeat === null) {
    draft.repeat = repeat;
    return true;
  }
  const [a, b] = [draft.repeat, repeat];
  if (a.unit !== b.unit && !(a.unit === 'month' && b.unit === 'week')) return false;
  draft.repeat = {
    ...b,
    ...a,
    interval: Math.max(a.interval, b.interval),
    ...(b.weekdays ? { weekdays: b.weekdays } : {}),
  };
  return true;
}

/** «sat and sun» without an hour are one stretch of days; «thursday and friday 9-5» comes twice. */
function settleListed(draft: Draft): void {
  const { repeat } = draft;
  if (repeat?.listed === undefined || repeat.weekdays === undefined) return;
  const bounded = draft.until !== null || draft.count !== null || draft.starting !== null || draft.length !== null;
  const first = firstOfRun(repeat.weekdays);
  const weeks = draft.date?.span === 'week' ? (draft.date.weeks ?? null) : null;
  if (draft.clock === null && draft.part === null && !bounded && first !== null) {
    if (draft.date !== null && weeks === null) return;
    const inWeek = weeks === null ? {} : { weeks };
    const last = (first + repeat.weekdays.length - 1) % 7;
    draft.range = { from: { weekday: first, ...inWeek }, to: { weekday: last, ...inWeek } };
    draft.repeat = null;
    draft.date = null;
  } else if (repeat.listed === 'coming' && !bounded) draft.count = repeat.weekdays.length;
}

function isUndated({ date, range, starting }: Draft): boolean {
  return date === null && range === null && starting === null;
}

/** The day from which weekdays follow one another; null where there is a gap. */
function firstOfRun(weekdays: readonly number[]): number | null {
  const starts = weekdays.filter((day) => !weekdays.includes((day + 6) % 7));
  return starts.length === 1 ? starts[0]! : null;
}

function withoutExcepted(repeat: RepeatWords, except: readonly number[]): RepeatWords {
  const days = repeat.weekdays ?? (repeat.unit === 'day' && repeat.interval === 1 ? [0, 1, 2, 3, 4, 5, 6] : null);
  const left = days?.filter((day) => !except.includes(day)) ?? [];
  return left.length === 0 || repeat.unit === 'month' || repeat.unit === 'year'
    ? repeat
    : { unit: 'week', interval: repeat.interval, weekdays: left };
}

/** What only makes sense together: a start for an end, the day of a repetition. */
function completed(draft: Draft): Gathered {
  if (draft.hourIsOpen && draft.clock === null) draft.part = null;
  settleListed(draft);
  // «swimming lessons sat 9:30 x 8»: eight Saturdays.
  const weekday = draft.date?.weekday;
  if (draft.count !== null && draft.repeat === null && weekday !== undefined && Object.keys(draft.date!).length === 1)
    draft.repeat = { unit: 'week', interval: 1, weekdays: [weekday] };
  // «30 minutes between 2 and 4»: the first of them.
  if (draft.isWindow && draft.length !== null && draft.length.minutes > 0) {
    draft.clockEnd = null;
    draft.isRange = false;
  }
  if (draft.lengthIsAhead && draft.repeat === null && draft.clock === null && draft.offset === null && isUndated(draft))
    draft.date = { after: { length: { minutes: 0, days: 1, months: 0 }, from: null } };
  // «enrollment ends nov 13 5pm»: the end of something is an event of its own.
  if (draft.until?.inclusive === true && draft.clock !== null && draft.repeat === null && isUndated(draft)) {
    draft.date = draft.until.date;
    draft.until = null;
  }
  // «training 18-20 jan 10am to 5pm»: these hours on each of the days.
  if (draft.range !== null && (draft.isRange || (draft.range.listed && draft.clock !== null)) && draft.repeat === null)
    draft.repeat = { unit: 'day', interval: 1 };
  if (draft.repeat !== null && draft.except !== null) draft.repeat = withoutExcepted(draft.repeat, draft.except);
  const range = draft.range;
  const plain = (date: DateWords, weekday: number) => date.weekday === weekday && Object.keys(date).length === 1;
  // «standup mon-fri 9:15»: five days with an hour are every working day.
  const [first, last] = [range?.from.weekday, range?.to.weekday];
  if (
    range !== null &&
    first !== undefined &&
    last !== undefined &&
    draft.repeat !== null &&
    draft.repeat.unit !== 'year' &&
    plain(range.from, first) &&
    plain(range.to, last)
  ) {
    const weekdays = Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, index) => (first + index) % 7).sort(
      (a, b) => a - b,
    );
    draft.repeat = { unit: 'week', interval: 1, weekdays };
    draft.range = null;
  }
  if (range !== null && draft.repeat === null && draft.clock !== null && plain(range.from, 0) && plain(range.to, 4)) {
    draft.repeat = { unit: 'week', interval: 1, weekdays: [0, 1, 2, 3, 4] };
    draft.range = null;
  }
  if (draft.starting !== null && draft.date === null && draft.range === null) {
    draft.date = draft.starting;
    if (draft.repeat === null) draft.starting = null;
  } else if (draft.starting !== null && draft.date !== null && draft.repeat === null) {
    const merged = mergeDates(draft.date, draft.starting);
    if (merged !== null) draft.date = merged;
  }
  return draft;
}
