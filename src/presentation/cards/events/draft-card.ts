import { type EventDraft, isComplete } from '../../../calendar/event/draft.ts';
import { parseMoment } from '../../../calendar/local/moment.ts';
import type { LocalTime } from '../../../calendar/understanding.ts';
import { dateWords, whenWords } from '../../event-words.ts';
import { plainLine } from '../../plain-data.ts';
import {
  type AdaptiveCard,
  adaptiveCard,
  type CardAction,
  type CardElement,
  container,
  dataText,
  ownText,
  toggle,
} from '../elements.ts';
import { verbAction } from '../verb-action.ts';
import { draftForm, guestQuestions } from './draft-form.ts';
import { eventLines, lineElement, readingNotes, titleWords } from './event-lines.ts';

/** What a draft card shows beside the draft. */
export interface DraftView {
  readonly id: string;
  readonly version: number;
  readonly draft: EventDraft;
  /** The wall clock in the draft's zone. */
  readonly now: LocalTime;
  /** What was typed and cannot be, or why it did not go on. */
  readonly problems?: readonly string[];
  /** What is in the calendar at that time. `null` where the calendar was not looked at. */
  readonly conflicts: readonly { readonly title: string; readonly start: LocalTime; readonly end: LocalTime }[] | null;
  /** Guests who are busy then. */
  readonly busyGuests?: readonly string[];
  /** The next time that is free, where the one wanted is not. */
  readonly freeAt: LocalTime | null;
  /** Why people or the calendar were not looked up. */
  readonly note?: string | undefined;
}

const EDIT = 'event-edit';
const MOST_CONFLICTS = 3;
const MOST_ALTERNATIVES = 3;
/** Guests who are asked for at a time, in words. */
const MOST_ASKED = 5;

/** The event as understood, to be changed and confirmed. Nothing is made and nobody invited before that. */
export function draftCard(view: DraftView): AdaptiveCard {
  const { draft, now } = view;
  const complete = isComplete(draft);
  const questions = guestQuestions(draft);
  const asks = view.problems ?? [];
  return adaptiveCard(
    draftText(view),
    [
      ownText('New event', { isSubtle: true, size: 'Small' }),
      dataText(titleWords(draft.title?.value ?? 'Event'), { size: 'Large', weight: 'Bolder' }),
      ...eventLines(draft, now).map(lineElement),
      ...readingNotes(draft).map((note) => dataText(note, { isSubtle: true, size: 'Small' }, { spacing: 'Small' })),
      ...(draft.question === null ? [] : [banner(draft.question, 'accent')]),
      ...asks.map((problem) => banner(problem, 'attention')),
      ...conflictLines(view).map((line) => banner(line, 'warning')),
      ...(view.note === undefined ? [] : [dataText(view.note, { isSubtle: true }, { spacing: 'Small' })]),
      ...readings(view),
      ...(questions.length === 0 ? [] : [container(questions, { spacing: 'Medium' })]),
      container([...draftForm(draft), actions([verbAction('Save', dataOf(view, 'draft-save'))])], {
        id: EDIT,
        isVisible: !complete,
        spacing: 'Medium',
      }),
    ],
    [
      ...(complete ? [verbAction('Create', dataOf(view, 'draft-create'))] : []),
      toggle('Change', EDIT, []),
      verbAction('Cancel', dataOf(view, 'draft-cancel')),
    ],
  );
}

function dataOf({ id, version }: DraftView, verb: string, more: Readonly<Record<string, unknown>> = {}) {
  return { verb, draft: id, version, ...more };
}

function banner(text: string, style: 'accent' | 'attention' | 'warning'): CardElement {
  return container([dataText(plainLine(text, 400))], { style, spacing: 'Small' });
}

function actions(list: readonly CardAction[]): CardElement {
  return { type: 'ActionSet', spacing: 'Small', actions: list };
}

/** Other readings, and the next free time, a button each. */
function readings(view: DraftView): readonly CardElement[] {
  const { draft, freeAt, now } = view;
  const today = parseMoment(now)?.day;
  const buttons = draft.remarks
    .filter((remark) => remark.kind === 'alternative')
    .slice(0, MOST_ALTERNATIVES)
    .map(({ words, start }, index) =>
      verbAction(`I meant ${readingWords(words, start, draft, today)}`, dataOf(view, 'draft-alternative', { index })),
    );
  const free = freeAt === null ? null : parseMoment(freeAt);
  if (freeAt !== null && free !== null)
    buttons.push(
      verbAction(
        `Take ${dateWords(free.day, today)}, ${freeAt.slice(11, 16)} (free)`,
        dataOf(view, 'draft-free', { start: freeAt }),
      ),
    );
  return buttons.length === 0 ? [] : [actions(buttons)];
}

/** Words of our own where the reading has none that a person would use. */
function readingWords(
  words: string,
  start: LocalTime,
  { start: taken }: EventDraft,
  today: number | undefined,
): string {
  const at = parseMoment(start);
  if (!/^\d{4}-\d{2}-\d{2}/.test(words) || at === null) return plainLine(words, 60);
  const clock = start.slice(11, 16);
  const sameDay = taken?.value.slice(0, 10) === start.slice(0, 10);
  if (sameDay) return clock;
  const day = dateWords(at.day, today);
  return taken !== null && taken.value.slice(11) !== start.slice(11) ? `${day}, ${clock}` : day;
}

function conflictLines(view: DraftView): readonly string[] {
  const guests = (view.busyGuests ?? []).map((name) => plainLine(name, 60));
  const others = guests.length > MOST_CONFLICTS ? ` and ${guests.length - MOST_CONFLICTS} more` : '';
  const busy = guests.length === 0 ? [] : [`Busy then: ${guests.slice(0, MOST_CONFLICTS).join(', ')}${others}.`];
  return [...ownConflicts(view), ...busy];
}

function ownConflicts({ conflicts, draft, now }: DraftView): readonly string[] {
  if (conflicts === null || conflicts.length === 0) return [];
  const shown = conflicts
    .slice(0, MOST_CONFLICTS)
    .map(({ title, start, end }) => `“${titleWords(title)}” (${conflictTime(start, end, draft, now)})`);
  const more = conflicts.length > MOST_CONFLICTS ? ` and ${conflicts.length - MOST_CONFLICTS} more` : '';
  return [`You are busy then: ${shown.join(', ')}${more}.`];
}

function conflictTime(start: LocalTime, end: LocalTime, draft: EventDraft, now: LocalTime): string {
  const clock = `${start.slice(11, 16)}–${end.slice(11, 16)}`;
  if (start.slice(0, 10) === end.slice(0, 10)) {
    // Of a series a later day.
    const at = start.slice(0, 10) === draft.start?.value.slice(0, 10) ? null : parseMoment(start);
    return at === null ? clock : `${dateWords(at.day, parseMoment(now)?.day)}, ${clock}`;
  }
  return whenWords({ start, end, allDay: false, timeZone: draft.timeZone }, now).split(', ').slice(0, 2).join(', ');
}

/** The same for clients without cards. */
export function draftText(view: DraftView): string {
  const { draft, now } = view;
  const complete = isComplete(draft);
  const several = draft.guests.flatMap((guest) =>
    guest.kind === 'several'
      ? [
          `Which ${plainLine(guest.name, 80)}? ${guest.candidates.map(({ address }) => address).join(', ')}: write it anew with the address.`,
        ]
      : guest.kind === 'unknown'
        ? [`I need the address of ${plainLine(guest.name, 80)}: write it anew with the address.`]
        : [],
  );
  return [
    `New event: ${titleWords(draft.title?.value ?? 'Event')}`,
    ...eventLines(draft, now).map(({ label, value }) => `${label}: ${value}`),
    ...readingNotes(draft),
    ...(draft.question === null ? [] : [draft.question]),
    ...(view.problems ?? []),
    ...conflictLines(view),
    ...(view.note === undefined ? [] : [view.note]),
    ...several.slice(0, MOST_ASKED),
    complete && several.length === 0
      ? 'Reply yes to create it, no to drop it.'
      : 'Reply with what is missing, or no to drop it.',
  ].join('\n');
}
