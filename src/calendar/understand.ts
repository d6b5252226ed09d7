import { withoutCorrected } from './english/correction.ts';
import { ENGLISH_TIME } from './english/english-time.ts';
import { type EventParts, eventParts } from './english/event-parts.ts';
import { firstEvent } from './english/first-event.ts';
import { type ForwardedMail, forwardedMail } from './english/forwarded-mail.ts';
import { classifyWish } from './english/intent/classify-intent.ts';
import { commandOf } from './english/intent/create-command.ts';
import { AUTH_WORDS, holdsMachineText } from './english/intent/paste.ts';
import { withoutJoinLines } from './english/join-lines.ts';
import { withoutLetterForm } from './english/letter.ts';
import { type Manner, readManner } from './english/manner.ts';
import { questionFor } from './english/questions.ts';
import { type StructuredFields, structuredFields } from './english/structured.ts';
import { joined, titleStarts } from './english/title/find-title.ts';
import { ACTIVITY_WORDS, ALL_DAY_WORDS, halfOfActivity, usualHourOf } from './english/words/activities.ts';
import { spelledRight } from './english/words/misspellings.ts';
import { foreignLanguage } from './language/foreign-language.ts';
import { isoDate } from './local/day.ts';
import { compareMoments, localTime, type Moment, parseMoment } from './local/moment.ts';
import { withoutBullets } from './text/bullets.ts';
import { Claims } from './text/claims.ts';
import { plainText } from './text/plain-text.ts';
import { type Token, tokenize } from './text/tokenize.ts';
import { type Gathered, gather } from './time/gather.ts';
import { scanPhrases } from './time/scan.ts';
import type { Phrase } from './time/words.ts';
import { type TimeContext, type TimeWorkedOut, workOutTime } from './time/work-out-time.ts';
import type { Asked, EventUnderstood, MoreSaid, Remark, Understanding, UnderstandOptions } from './understanding.ts';
import { isZone, laterIn, onTheWall, toZone, writesMonthFirst } from './zone/zones.ts';

/** A zone or a reference that is none: the caller's mistake, not the person's. */
export class UnderstandOptionsError extends Error {
  override readonly name = 'UnderstandOptionsError';
  readonly code: 'unknown-time-zone' | 'bad-reference';

  constructor(code: UnderstandOptionsError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** More than this is no message for a calendar; what lies behind it is not read. */
const MOST_CHARACTERS = 20_000;

const NOT_CREATE = { intent: 'not-create-event', language: null } as const satisfies Understanding;

/**
 * What a message asks of the calendar, with each part marked said or assumed.
 *
 * @throws UnderstandOptionsError for a zone that does not exist or a reference that is no local time
 * @example understand('lunch with Sam tomorrow noon', { reference: '2026-03-10T09:15:00', timeZone: 'Europe/Berlin' })
 */
export function understand(message: string, options: UnderstandOptions): Understanding {
  const reference = parseMoment(options.reference);
  if (reference === null) {
    throw new UnderstandOptionsError('bad-reference', 'The reference is no local time such as 2026-03-10T09:15:00');
  }
  if (!isZone(options.timeZone)) {
    throw new UnderstandOptionsError(
      'unknown-time-zone',
      `There is no time zone ${JSON.stringify(options.timeZone.slice(0, 60))}`,
    );
  }
  const text = withoutLetterForm(withoutJoinLines(message.slice(0, MOST_CHARACTERS)));
  const mail = forwardedMail(text);
  if (mail !== null) return ofMail(mail, options, reference);
  const fields = structuredFields(text);
  const named = fields === null ? null : ofFields(fields, text, options, reference);
  if (named !== null) return named;
  const read = readParts(text, options, reference, null);
  if (read.wish === 'none') return { ...NOT_CREATE, language: foreignLanguage(text) };
  const language = foreignLanguage(text);
  if (language !== null) return { ...NOT_CREATE, language };
  const understanding = decide(read, eventOf(read, options, eventParts(read, options.people ?? [])), options);
  if (understanding.intent === 'not-create-event') return understanding;
  if (read.otherwise !== null) return withOtherwise(understanding, read.otherwise, options);
  return read.more === null ? understanding : { ...understanding, more: read.more };
}

/** The other time that is offered becomes another reading, for the person to choose. */
function withOtherwise(
  understanding: Exclude<Understanding, { intent: 'not-create-event' }>,
  otherwise: string,
  options: UnderstandOptions,
): Understanding {
  if (understanding.intent === 'unclear') return understanding;
  const other = understand(otherwise, options);
  const start = other.intent === 'create-event' ? (other.event.start?.value ?? null) : null;
  if (other.intent !== 'create-event' || start === null || start === understanding.event.start?.value)
    return understanding;
  const { event } = understanding;
  const end = other.event.end?.value ?? null;
  const alternative: Remark = { kind: 'alternative', words: start, start, end };
  return { ...understanding, event: { ...event, remarks: [...event.remarks, alternative] } };
}

/** A message in fields; `null` where they name no event. */
function ofFields(
  fields: StructuredFields,
  text: string,
  options: UnderstandOptions,
  reference: Moment,
): Understanding | null {
  const title = fields.title ?? fields.heading;
  if (title === null) return null;
  const read = readParts(`${title}\n${fields.time}`, options, reference, fields.time);
  // A line over a date and an hour may be anything that a program wrote.
  const isSure =
    fields.title !== null || (read.worked.start !== null && read.said.clock !== null && isForCalendar(tokenize(title)));
  if (!isSure || (fields.title === null && isOfMachine(text))) return null;
  const event = eventOf(read, options, {
    title: { value: title, certainty: 'said' },
    attendees: fields.people,
    location: fields.location === null ? null : { value: fields.location, certainty: 'said' },
  });
  const isOnline = TEAMS.test(fields.location ?? '');
  return decide(read, isOnline ? { ...event, online: true } : event, options);
}

/** «Date:» is a field of an invitation as well as of an answer over HTTP. */
function isOfMachine(text: string): boolean {
  return AUTH_WORDS.test(text) || holdsMachineText(text.replace(/^date:/gim, 'when:'));
}

const TEAMS = /^(?:(?:microsoft |ms )?teams(?: meeting)?|online)[.;]?$/i;

/** What is to be put into the calendar out of a mail: its subject is the title, its text says when. */
function ofMail(mail: ForwardedMail, options: UnderstandOptions, reference: Moment): Understanding {
  if (!mail.isAskedFor || holdsMachineText(mail.rest)) return NOT_CREATE;
  const title = { value: mail.subject.slice(0, 255), certainty: 'said' } as const;
  const fields = structuredFields(mail.rest);
  if (fields !== null && fields.time !== '') {
    const read = readParts(fields.time, options, reference, fields.time);
    const location = fields.location === null ? null : ({ value: fields.location, certainty: 'said' } as const);
    return decide(read, eventOf(read, options, { title, attendees: fields.people, location }), options);
  }
  const read: Reading = { ...readParts(mail.rest, options, reference, null), wish: 'commanded' };
  return decide(read, eventOf(read, options, { ...eventParts(read, options.people ?? []), title }), options);
}

interface Reading {
  readonly tokens: readonly Token[];
  readonly claims: Claims;
  readonly said: Gathered;
  readonly worked: TimeWorkedOut;
  readonly wish: 'commanded' | 'noted' | 'none';
  readonly commandEnd: number;
  readonly manner: Manner;
  readonly more: MoreSaid | null;
  /** The same at another time that is offered: «monday 10 or tuesday 11». */
  readonly otherwise: string | null;
}

function readParts(text: string, options: UnderstandOptions, reference: Moment, timeText: string | null): Reading {
  const readTimes = (tokens: readonly Token[]) => timesOf(tokens, options.people ?? []);
  const all = withoutCorrected(spelledRight(withoutBullets(tokenize(timeText ?? text))), readTimes);
  const { tokens, phrases, more, otherwise } =
    timeText === null
      ? firstEvent(text, all, readTimes)
      : { tokens: all, phrases: readTimes(all), more: null, otherwise: null };
  const said = gather(tokens, phrases);
  const words = (timeText === null ? tokens : tokenize(text)).map((token) => token.word);
  const context: TimeContext = {
    reference,
    today: reference.day,
    dayFirst: !writesMonthFirst(options.timeZone),
    meal: halfOfActivity(words),
    usualHour: usualHourOf(words),
    later: laterIn(options.timeZone),
  };
  const worked = workOutTime(said, context);
  const timed = new Claims(tokens);
  for (const phrase of said.taken) if (!isKindOfThing(phrase, tokens)) timed.take('time', phrase.from, phrase.to);
  const command = commandOf(tokens, (place) => timed.at(place) === 'time');
  const wish =
    timeText !== null
      ? 'commanded'
      : classifyWish({
          message: plainText(text),
          tokens,
          rest: timed.free(),
          hasTime: said.taken.length > 0,
          hasClockOrDate:
            worked.start !== null ||
            worked.day !== null ||
            said.date !== null ||
            said.range !== null ||
            said.clock !== null ||
            said.repeat?.times !== undefined,
          hasDay: said.date !== null || said.range !== null || said.repeat !== null,
          hasClock: said.clock !== null,
          command,
          past: said.past,
        });
  const manner = readManner(timed);
  return { tokens, claims: timed, said, worked, wish, commandEnd: command.to, manner, more, otherwise };
}

/** The phrases of time that are neither somebody's name nor a title. */
function timesOf(tokens: readonly Token[], people: readonly string[]): readonly Phrase[] {
  const known = new Claims(tokens);
  claimKnownNames(known, people);
  const titled = titleStarts(tokens);
  return scanPhrases(tokens, ENGLISH_TIME).filter(({ from }) => known.at(from) !== 'person' && !titled.has(from));
}

/** «Thanksgiving dinner», «christmas party»: the holiday is the day, and a part of the name. */
function isKindOfThing({ from, to, meaning }: Phrase, tokens: readonly Token[]): boolean {
  if (meaning.kind !== 'date' || meaning.date.holiday === undefined) return false;
  return ACTIVITY_WORDS.has(tokens[to]?.word ?? '') && !/^(?:on|for|at|over|in)$/.test(tokens[from]?.word ?? '');
}

/** The names of people who are known are no dates: April, May. */
function claimKnownNames(claims: Claims, people: readonly string[]): void {
  for (const name of people.slice(0, 1_000)) {
    const words = name.toLowerCase().split(/\s+/);
    for (let at = 0; at + words.length <= claims.tokens.length; at += 1) {
      if (words.length > 1 && words.every((word, index) => claims.tokens[at + index]!.word === word))
        claims.take('person', at, at + words.length);
    }
  }
}

function eventOf(read: Reading, options: UnderstandOptions, parts: EventParts): EventUnderstood {
  const { worked, said } = read;
  const { manner } = read;
  const { title } = parts;
  const zone = said.zone !== null && isZone(said.zone) ? said.zone : null;
  const convert = (moment: Moment | null) =>
    moment === null || zone === null || worked.allDay ? moment : toZone(moment, zone, options.timeZone);
  const start = convert(worked.start);
  const end = convert(worked.end);
  const wall = start === null || worked.allDay ? null : onTheWall(start, options.timeZone);
  const remarks: Remark[] = wall?.remark ? [wall.remark] : [];
  if (said.exceptDays !== null && worked.recurrence !== null)
    remarks.push({ kind: 'not-left-out', words: exceptWords(read.tokens, said.exceptDays) });
  for (const alternative of worked.alternatives.slice(0, 3)) {
    const otherStart = localTime(convert(alternative.start)!);
    const otherEnd = convert(alternative.end);
    remarks.push({
      kind: 'alternative',
      words: otherStart,
      start: otherStart,
      end: otherEnd === null ? null : localTime(otherEnd),
    });
  }
  const certainty = worked.startSaid ? 'said' : 'assumed';
  return {
    title,
    start: start === null ? null : { value: localTime(wall?.moment ?? start), certainty },
    end:
      end === null
        ? null
        : {
            value: localTime(end),
            certainty: said.part !== null && said.clockEnd === null && said.length === null ? 'assumed' : 'said',
          },
    allDay: worked.allDay,
    attendees: parts.attendees,
    location: parts.location,
    online: manner.online,
    recurrence: worked.recurrence,
    reminderMinutes: said.reminderMinutes,
    statedTimeZone: said.zone,
    sensitivity: manner.sensitivity,
    showAs: manner.showAs,
    remarks,
    date: worked.day === null || worked.vague ? null : isoDate(worked.day),
    durationMinutes: worked.durationMinutes,
  };
}

/** «Mum's 70th». */
const ROUND_BIRTHDAY = /['’]s \d{1,3}(?:st|nd|rd|th)$/i;

/** What was said of the days to be left out, without the marks around it. */
function exceptWords(tokens: readonly Token[], { from, to }: Phrase): string {
  const words = tokens.slice(from, to);
  return joined(words[0]?.kind === 'mark' ? words.slice(1) : words).slice(0, 120);
}

const WITHOUT_HOUR = /\b(?:all[- ]day|whole day)\b/i;

/** Whether there is an event, or one question first. */
function decide(read: Reading, event: EventUnderstood, options: UnderstandOptions): Understanding {
  const { worked, said } = read;
  const ask = asked(read, event);
  if (said.zone !== null && !isZone(said.zone)) {
    const question = `There is no time zone “${said.zone.slice(0, 60)}”. Which city's time is meant?`;
    return {
      intent: 'unclear',
      event: { ...event, start: null, end: null, statedTimeZone: null },
      ask: ['time'],
      question,
    };
  }
  if (ask.length === 0 && event.start !== null) {
    const reference = parseMoment(options.reference)!;
    const start = parseMoment(event.start.value)!;
    if (!event.allDay && compareMoments(start, reference) < 0 && event.recurrence === null) {
      return unclear(read, event, ['time']);
    }
    return { intent: 'create-event', event };
  }
  // «create a ticket», «add a user»: no day, no hour, nobody, and nothing that goes into calendars.
  if (said.taken.length === 0 && event.attendees.length === 0 && !isForCalendar(read.tokens)) return NOT_CREATE;
  // «merged yesterday at 3»: a report. A past date with its year is a slip that is asked about.
  const year = said.date?.year ?? said.date?.numeric?.year ?? null;
  const isThing = ACTIVITY_WORDS.has(read.claims.free()[0]?.word ?? '');
  if (read.wish === 'noted' && worked.problem === 'past' && year === null && !isThing) return NOT_CREATE;
  if (
    read.wish === 'noted' &&
    worked.problem === null &&
    ask.includes('date') &&
    ask.includes('time') &&
    said.taken.length === 0
  ) {
    return event.attendees.length > 0 ? unclear(read, event, ask) : NOT_CREATE;
  }
  return unclear(read, event, ask.length === 0 ? ['date', 'time'] : ask);
}

const CALENDAR_WORDS = /^(?:schedule|book|block|plan|arrange|reserve|pencil|calendar|diary|agenda)$/;

function isForCalendar(tokens: readonly Token[]): boolean {
  return tokens.some(({ word }) => ACTIVITY_WORDS.has(word) || CALENDAR_WORDS.test(word));
}

function unclear(read: Reading, event: EventUnderstood, ask: readonly Asked[]): Understanding {
  const open = { ...event, start: null, end: null, allDay: false, remarks: [] };
  return { intent: 'unclear', event: open, ask, question: questionFor(ask, read.worked, event.title?.value ?? null) };
}

function asked({ worked, said, tokens }: Reading, event: EventUnderstood): readonly Asked[] {
  switch (worked.problem) {
    case 'no-such-date':
    case 'weekday-differs':
    case 'past':
    case 'far':
    case 'which-days':
    case 'two-days-a-month':
      return ['date'];
    case 'end-before-start':
    case 'until-before-start':
      return ['end'];
    case 'time-passed':
      return ['time'];
    case null:
      break;
  }
  const title: readonly Asked[] = event.title === null ? ['title'] : [];
  if (worked.start === null) return [...(worked.hasClock ? (['date'] as const) : (['date', 'time'] as const))];
  if (worked.vague) {
    const spans = event.recurrence === null && said.allDay;
    return spans || (fillsDays(read(event, tokens), said, worked) && !isLoose(event, worked, tokens))
      ? title
      : worked.hasClock
        ? ['date']
        : ['date', 'time'];
  }
  if (worked.allDay && !isAllDay(event, tokens, said, worked)) return [...title, 'time'];
  return title;
}

/** «spa day sometime in november»: nobody means the whole month, but for who is away. */
function isLoose(event: EventUnderstood, { start, end }: TimeWorkedOut, tokens: readonly Token[]): boolean {
  const days = start === null || end === null ? 0 : end.day - start.day;
  if (tokens.some(({ word }) => word === 'sometime')) return true;
  return days > 7 && event.showAs !== 'oof' && !tokens.some(({ word }) => AWAY_WORDS.test(word));
}

const AWAY_WORDS =
  /^(?:leave|vacation|holidays?|sabbatical|honeymoon|away|off|out|pto|ooo|travel|travelling|traveling)$/;

function read(event: EventUnderstood, tokens: readonly Token[]): readonly string[] {
  return [...tokens.map((token) => token.word), ...(event.title?.value.toLowerCase().split(/\W+/) ?? [])];
}

/** A day without an hour is the whole day where that was said, for several days, and for things that fill days. */
function isAllDay(event: EventUnderstood, tokens: readonly Token[], said: Gathered, worked: TimeWorkedOut): boolean {
  if (said.allDay || said.range !== null || (said.until !== null && said.repeat === null)) return true;
  // Half a day, or some hours, leave open which.
  if ((said.length !== null && said.length.days + said.length.months === 0) || isHalfADay(tokens)) return false;
  if (worked.recurrence?.pattern === 'absoluteYearly') return true;
  if (event.title !== null && (WITHOUT_HOUR.test(event.title.value) || ROUND_BIRTHDAY.test(event.title.value)))
    return true;
  const days = worked.start !== null && worked.end !== null ? worked.end.day - worked.start.day : 0;
  if (days > 1 || (said.length !== null && said.length.minutes === 0 && said.repeat === null)) return true;
  if (said.date?.span === 'weekend') return true;
  return fillsDays(read(event, tokens), said, worked) || event.showAs === 'oof';
}

function isHalfADay(tokens: readonly Token[]): boolean {
  const half = tokens.findIndex(({ word }) => word === 'half');
  return half >= 0 && tokens.slice(half + 1, half + 3).some(({ word }) => word === 'day');
}

function fillsDays(words: readonly string[], said: Gathered, _worked: TimeWorkedOut): boolean {
  if (/\b(?:home office|from home|on ?-? ?call|half term|bank holiday|day off)\b/.test(words.join(' '))) return true;
  if (said.date?.holiday !== undefined && said.clock === null && words.length < 3) return true;
  return words.some((word) => ALL_DAY_WORDS.has(word));
}
