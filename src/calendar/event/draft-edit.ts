import { addMonths, partsOf, weekdayOf } from '../local/day.ts';
import { localTime, moment, parseMoment } from '../local/moment.ts';
import { type LocalTime, type Recurrence, WEEKDAYS } from '../understanding.ts';
import { type EventDraft, LONGEST_TITLE, plusMinutes } from './draft.ts';
import { DRAFT_INPUTS, type DraftInputs, guestInput, inputsOf, joined } from './draft-inputs.ts';
import { distinctGuests, type Guest, guestLabel, isAddress, MOST_GUESTS, parseGuest } from './guest.ts';

export interface Edited {
  readonly draft: EventDraft;
  /** What was typed and cannot be, a sentence each; the draft has none of it. */
  readonly problems: readonly string[];
  readonly changed: boolean;
}

/** Calendars are asked for so far ahead and no further: 9999 is a slip of the finger. */
const MOST_YEARS = 10;
const LONGEST_MINUTES = 31 * 1440;

/**
 * Takes over what a card's inputs hold. Cards cannot be trusted: everything is checked, and what is missing from `data`
 * stays as it is.
 *
 * @param now the wall clock in the draft's zone
 */
export function applyEdit(draft: EventDraft, data: Readonly<Record<string, unknown>>, now: LocalTime): Edited {
  const before = inputsOf(draft);
  const given = givenInputs(data, before);
  const problems: string[] = [];
  let next = draft;
  if (given.title !== before.title) {
    const title = given.title.replace(/\s+/g, ' ').trim();
    if (title === '') problems.push('The title is empty.');
    else next = { ...next, title: { value: title.slice(0, LONGEST_TITLE), certainty: 'said' } };
  }
  const timed = given.date !== before.date || given.time !== before.time || given.length !== before.length;
  if (timed) {
    const times = timesFrom(next, given, now);
    if (typeof times === 'string') problems.push(times);
    else next = times;
  }
  if (given.online !== before.online) next = { ...next, online: given.online };
  const guests = guestsFrom(draft, given, before, data);
  problems.push(...guests.problems);
  if (guests.changed) next = { ...next, guests: guests.guests };
  if (problems.length > 0) return { draft, problems, changed: false };
  const changed = next !== draft;
  return { draft: changed ? answered(next, timed) : draft, problems, changed };
}

/** What is filled in no longer has to be asked. */
function answered(draft: EventDraft, timed: boolean): EventDraft {
  const ask = draft.ask.filter((asked) => (asked === 'title' ? draft.title === null : !timed || draft.start === null));
  return { ...draft, ask, question: ask.length === 0 ? null : draft.question };
}

function givenInputs(data: Readonly<Record<string, unknown>>, before: DraftInputs): DraftInputs {
  const text = (name: keyof typeof DRAFT_INPUTS, old: string, longest: number): string => {
    const value = data[DRAFT_INPUTS[name]];
    return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, longest).trim() : old;
  };
  const online = data[DRAFT_INPUTS.online];
  return {
    title: text('title', before.title, 1_000),
    date: text('date', before.date, 20),
    // Some clients give seconds too.
    time: text('time', before.time, 20).replace(/^(\d{2}:\d{2}):\d{2}$/, '$1'),
    length: text('length', before.length, 8),
    people: text('people', before.people, 200_000),
    online: online === undefined ? before.online : online === 'true' || online === true,
  };
}

/** A draft with the times of the inputs, or what is wrong with them. */
function timesFrom(draft: EventDraft, given: DraftInputs, now: LocalTime): EventDraft | string {
  const { date, time } = given;
  if (date === '') return 'The date is missing.';
  const allDay = draft.allDay && time === '';
  if (!allDay && time === '') return 'The time is missing.';
  const start = parseMoment(joined(date, allDay ? '00:00' : time));
  if (start === null) return `${date}${time === '' ? '' : ` ${time}`} is no date and time that exist.`;
  const [today] = [parseMoment(now)];
  if (today !== null) {
    if (start.day > addMonths(today.day, 12 * MOST_YEARS))
      return `That is more than ${MOST_YEARS} years ahead: which year do you mean?`;
    const past = allDay ? start.day < today.day : localTime(start) < now;
    if (past) return 'That is in the past: which day do you mean?';
  }
  const length = Number(given.length);
  const minutes = allDay ? length * 1440 : draft.allDay && !allDay && length < 15 ? 60 : length;
  if (!Number.isInteger(minutes) || minutes <= 0) return 'The length has to be a number of minutes above nothing.';
  if (minutes > LONGEST_MINUTES) return 'An event can last 31 days at most here.';
  const from = localTime(start);
  const moved = date !== draft.start?.value.slice(0, 10);
  return {
    ...draft,
    allDay,
    start: { value: from, certainty: 'said' },
    end: { value: plusMinutes(from, minutes), certainty: 'said' },
    remarks: draft.remarks.filter(({ kind }) => kind === 'not-left-out'),
    recurrence: draft.recurrence === null || !moved ? draft.recurrence : following(draft.recurrence, start.day),
  };
}

/** A series on one day follows the day that its first event is moved to; of several days the first that fits is taken. */
function following(recurrence: Recurrence, day: number): Recurrence {
  const { day: dayOfMonth, month } = partsOf(day);
  switch (recurrence.pattern) {
    case 'weekly':
      return recurrence.daysOfWeek?.length === 1
        ? { ...recurrence, daysOfWeek: [WEEKDAYS[weekdayOf(day)] ?? 'monday'] }
        : recurrence;
    case 'absoluteMonthly':
      return { ...recurrence, dayOfMonth };
    case 'absoluteYearly':
      return { ...recurrence, dayOfMonth, month };
    default:
      return recurrence;
  }
}

interface EditedGuests {
  readonly guests: readonly Guest[];
  readonly problems: readonly string[];
  readonly changed: boolean;
}

function guestsFrom(
  draft: EventDraft,
  given: DraftInputs,
  before: DraftInputs,
  data: Readonly<Record<string, unknown>>,
): EditedGuests {
  const problems: string[] = [];
  let changed = false;
  // The addresses asked for one by one.
  const answeredGuests = draft.guests.map((guest, index): Guest => {
    const value = data[guestInput(index)];
    if (guest.kind === 'known' || typeof value !== 'string' || value.trim() === '') return guest;
    const address = value.trim();
    const candidate = guest.kind === 'several' ? guest.candidates.find((one) => one.address === address) : undefined;
    if (candidate === undefined && !isAddress(address)) {
      problems.push(`“${address.slice(0, 60)}” is no address that can be invited.`);
      return guest;
    }
    changed = true;
    return candidate ?? { kind: 'known', name: guest.name, address };
  });
  if (given.people === before.people) return { guests: distinctGuests(answeredGuests), problems, changed };
  const known = new Map(draft.guests.map((guest, index) => [guestLabel(guest), answeredGuests[index] ?? guest]));
  const listed = listOfPeople(given.people, [...known.keys()]);
  const guests = listed.flatMap((entry): Guest[] => {
    const guest = known.get(entry) ?? parseGuest(entry);
    if (guest === null) problems.push(`“${entry.slice(0, 60)}” is no address that can be invited.`);
    return guest === null ? [] : [guest];
  });
  if (guests.length > MOST_GUESTS)
    problems.push(`These are ${guests.length} people, and Outlook invites ${MOST_GUESTS} to one event at most.`);
  return { guests: distinctGuests(guests), problems, changed: true };
}

/** Split at commas, semicolons and line breaks, but not within the label of somebody who is there already. */
function listOfPeople(text: string, labels: readonly string[]): readonly string[] {
  const marked = labels
    .filter((label) => /[,;]/.test(label))
    .reduce((rest, label, index) => rest.replace(label, `\u0000${index}\u0000`), text);
  const odd = labels.filter((label) => /[,;]/.test(label));
  return marked
    .split(/[,;\n]/)
    .map((entry) => entry.trim().replace(/^\u0000(\d+)\u0000$/, (whole, index: string) => odd[Number(index)] ?? whole))
    .filter((entry) => entry !== '');
}

/** The draft at one of its other readings; the reading of before takes its place among them. */
export function withAlternative(draft: EventDraft, index: number): EventDraft | null {
  const alternatives = draft.remarks.filter((remark) => remark.kind === 'alternative');
  const chosen = alternatives[index];
  if (chosen === undefined) return null;
  const at = parseMoment(chosen.start);
  if (at === null) return null;
  const start = localTime(moment(at.day, at.second));
  const length = draft.start === null || draft.end === null ? 60 : lengthInMinutes(draft.start.value, draft.end.value);
  return {
    ...draft,
    start: { value: start, certainty: 'said' },
    end:
      chosen.end === null
        ? { value: plusMinutes(start, length), certainty: 'assumed' }
        : { value: chosen.end, certainty: 'said' },
    remarks: draft.remarks.filter(({ kind }) => kind === 'not-left-out'),
    ask: draft.ask.filter((asked) => asked === 'title'),
    question: draft.ask.includes('title') ? draft.question : null,
  };
}

function lengthInMinutes(start: LocalTime, end: LocalTime): number {
  const [from, to] = [parseMoment(start), parseMoment(end)];
  return from === null || to === null ? 60 : (to.day - from.day) * 1440 + (to.second - from.second) / 60;
}
