import type { EventDraft } from '../../../calendar/event/draft.ts';
import { DRAFT_INPUTS, guestInput, inputsOf } from '../../../calendar/event/draft-inputs.ts';
import { lengthWords } from '../../event-words.ts';
import { plainLine } from '../../plain-data.ts';
import type { CardElement } from '../elements.ts';

const LENGTHS = [15, 30, 45, 60, 90, 120, 180, 240, 480] as const;
/** Longer lists of people are changed in Outlook: the card has to stay small. */
const LONGEST_PEOPLE = 3_000;
/** Of more people than these the next are asked for once these are known. */
const MOST_QUESTIONS = 5;

/** The inputs by which a draft is changed in place. */
export function draftForm(draft: EventDraft): readonly CardElement[] {
  const inputs = inputsOf(draft);
  return [
    { type: 'Input.Text', id: DRAFT_INPUTS.title, label: 'Title', value: inputs.title, maxLength: 255 },
    columns([
      { type: 'Input.Date', id: DRAFT_INPUTS.date, label: 'Date', value: inputs.date },
      { type: 'Input.Time', id: DRAFT_INPUTS.time, label: 'Start', value: inputs.time },
      lengthInput(draft, inputs.length),
    ]),
    ...(inputs.people.length > LONGEST_PEOPLE
      ? []
      : [
          {
            type: 'Input.Text',
            id: DRAFT_INPUTS.people,
            label: 'People (addresses or names, with commas between)',
            value: inputs.people,
          },
        ]),
    {
      type: 'Input.Toggle',
      id: DRAFT_INPUTS.online,
      title: 'Teams meeting',
      value: String(inputs.online),
      valueOn: 'true',
      valueOff: 'false',
    },
  ];
}

function lengthInput({ allDay }: EventDraft, value: string): CardElement {
  if (allDay)
    return { type: 'Input.Number', id: DRAFT_INPUTS.length, label: 'Days', value: Number(value), min: 1, max: 31 };
  const minutes = Number(value);
  const choices = [...new Set([...LENGTHS, minutes])].filter((length) => length > 0).sort((one, other) => one - other);
  return {
    type: 'Input.ChoiceSet',
    id: DRAFT_INPUTS.length,
    label: 'Length',
    style: 'compact',
    value,
    choices: choices.map((length) => ({ title: lengthWords(length), value: String(length) })),
  };
}

/** One question for each guest who cannot be invited yet: which one, or what address. */
export function guestQuestions(draft: EventDraft): readonly CardElement[] {
  const questions = draft.guests.flatMap((guest, index): CardElement[] => {
    const name = guest.name === null ? '' : plainLine(guest.name, 80);
    if (guest.kind === 'several')
      return [
        {
          type: 'Input.ChoiceSet',
          id: guestInput(index),
          label: `Which ${name}?`,
          style: 'expanded',
          choices: guest.candidates.map((one) => ({
            title: plainLine(`${one.name ?? ''} (${one.address})`.trim(), 160),
            value: one.address,
          })),
        },
      ];
    if (guest.kind !== 'unknown') return [];
    return [
      {
        type: 'Input.Text',
        id: guestInput(index),
        style: 'email',
        label: guest.why === 'not-found' ? `I found nobody called ${name}. Their address?` : `The address of ${name}?`,
        placeholder: 'name@example.com',
      },
    ];
  });
  return questions.slice(0, MOST_QUESTIONS);
}

function columns(items: readonly CardElement[]): CardElement {
  return {
    type: 'ColumnSet',
    columns: items.map((item) => ({ type: 'Column', width: 'stretch', items: [item] })),
  };
}
