import type { EventDraft } from '../../../calendar/event/draft.ts';
import type { Guest } from '../../../calendar/event/guest.ts';
import { parseMoment } from '../../../calendar/local/moment.ts';
import type { LocalTime } from '../../../calendar/understanding.ts';
import { assumedWords, dateWords, lengthWords, recurrenceWords, whenWords } from '../../event-words.ts';
import { plainLine } from '../../plain-data.ts';
import { type CardElement, dataRuns } from '../elements.ts';

/** One line on an event: a label, and what a person wrote or Outlook holds. */
export interface EventLine {
  readonly label: string;
  readonly value: string;
}

/** A card has room for so many; of the others their number is told. */
const MOST_SHOWN = 12;

/** Everything that was understood, in words. */
export function eventLines(draft: EventDraft, now: LocalTime): readonly EventLine[] {
  const lines: EventLine[] = [];
  if (draft.start !== null)
    lines.push({
      label: 'When',
      value: whenWords({ ...draft, start: draft.start.value, end: draft.end?.value ?? null }, now),
    });
  else if (draft.date !== null) {
    const [day, today] = [parseMoment(draft.date), parseMoment(now)];
    if (day !== null) lines.push({ label: 'When', value: dateWords(day.day, today?.day) });
  }
  if (draft.recurrence !== null) lines.push({ label: 'Repeats', value: recurrenceWords(draft.recurrence) });
  if (draft.location !== null) lines.push({ label: 'Where', value: plainLine(draft.location, 200) });
  if (draft.online) lines.push({ label: 'Online', value: 'Teams meeting' });
  if (draft.guests.length > 0) lines.push({ label: 'With', value: guestsWords(draft.guests) });
  if (draft.reminderMinutes !== null)
    lines.push({
      label: 'Reminder',
      value: draft.reminderMinutes === 0 ? 'at the start' : `${lengthWords(draft.reminderMinutes)} before`,
    });
  if (draft.sensitivity === 'private') lines.push({ label: 'Private', value: 'others see only that you are busy' });
  if (draft.showAs !== null) lines.push({ label: 'Shown as', value: SHOWN_AS[draft.showAs] });
  return lines;
}

const SHOWN_AS = { free: 'free', tentative: 'tentative', oof: 'out of office' } as const;

function guestsWords(guests: readonly Guest[]): string {
  const shown = guests.slice(0, MOST_SHOWN).map(guestWords);
  const others = guests.length - shown.length;
  return others > 0 ? `${shown.join(', ')} and ${others} more` : shown.join(', ');
}

function guestWords(guest: Guest): string {
  const name = guest.name === null ? '' : plainLine(guest.name, 80);
  switch (guest.kind) {
    case 'known':
      return name === '' ? plainLine(guest.address, 120) : `${name} (${plainLine(guest.address, 120)})`;
    case 'named':
      return name;
    case 'several':
      return `${name} (which one?)`;
    case 'unknown':
      return `${name} (address?)`;
  }
}

/** What the person should know of the reading, a sentence each. */
export function readingNotes(draft: EventDraft): readonly string[] {
  const notes: string[] = [];
  const assumed = assumedWords(draft);
  if (assumed !== null) notes.push(assumed);
  for (const remark of draft.remarks) {
    if (remark.kind === 'dst-gap')
      notes.push(`The clocks change that night and that time does not exist: I took ${remark.taken.slice(11, 16)}.`);
    if (remark.kind === 'dst-overlap')
      notes.push(
        `The clocks change that night and that time comes twice: I took the first ${remark.taken.slice(11, 16)}.`,
      );
    if (remark.kind === 'not-left-out' && draft.recurrence !== null)
      notes.push(
        `“${plainLine(remark.words, 120)}”: a new series in Outlook leaves no single days out. Delete those from the series once it is made.`,
      );
  }
  if (draft.statedTimeZone !== null)
    notes.push(`You named the zone ${draft.statedTimeZone}; the times are shown in your own.`);
  return notes;
}

/** A label in a soft colour, and what stands for it. */
export function lineElement({ label, value }: EventLine): CardElement {
  return dataRuns([{ text: `${label}: `, style: { isSubtle: true } }, { text: value }], { spacing: 'Small' });
}

/** An event's title as data, never empty. */
export function titleWords(title: string | null | undefined): string {
  const words = plainLine(title ?? '', 255);
  return words === '' ? '(no title)' : words;
}
