import type { RootCause } from '../../../diagnosis/causes/root-cause.ts';
import type { CodeNote, Fix, FixStep } from '../../../diagnosis/diagnosis.ts';
import { openableUrl, plainData } from '../../plain-data.ts';
import { OWNER_WORDS } from '../../words.ts';
import {
  type AdaptiveCard,
  adaptiveCard,
  type CardElement,
  cardBytes,
  container,
  dataText,
  heading,
  linkText,
  monospace,
  toggle,
} from '../elements.ts';
import { numberedStep } from '../numbered-step.ts';
import { CARD_BYTES } from '../room.ts';
import { codePanel, drawn } from './panels.ts';

const STEP_CHARS = 1500;

/**
 * One root cause explained, without a paste: what happens and why, how it shows, what to do.
 *
 * @param fix the fix for a paste that says nothing of its own: placeholders stand for the reader's values
 * @param code the code that was asked about, where it was one; what it means stands above the page
 */
export function causeCard(cause: RootCause, fix: Fix, code?: CodeNote): AdaptiveCard {
  // As much code as fits; a patch is shown whole or not at all.
  for (let patches = fix.patches.length; patches > 0; patches -= 1) {
    const card = cardWith(cause, fix, patches, code);
    if (cardBytes(card) <= CARD_BYTES) return card;
  }
  return cardWith(cause, fix, 0, code);
}

function cardWith(cause: RootCause, fix: Fix, patches: number, note: CodeNote | undefined): AdaptiveCard {
  const code = drawn(codePanel(fix.patches.slice(0, patches), 'none'));
  return adaptiveCard(cause.title, [
    ...(note === undefined ? [] : noted(note)),
    dataText(cause.title, { size: 'Large', weight: 'Bolder' }),
    dataText(`${cause.id} · for ${OWNER_WORDS[cause.owner].label}`, { isSubtle: true, size: 'Small' }),
    dataText(cause.explanation),
    heading('How it shows'),
    ...cause.symptoms.map((symptom) => dataText(`•  ${symptom}`, {}, { spacing: 'Small' })),
    heading('What to do'),
    ...fix.steps.flatMap(step),
    heading('Check that it worked'),
    dataText(fix.check.text, {}, { spacing: 'Small' }),
    ...(fix.check.command === undefined ? [] : [monospace(plainData(fix.check.command, STEP_CHARS))]),
    ...fix.sources.flatMap(({ title, url }) => (openableUrl(url) === null ? [] : [linkText(title, url)])),
    ...(code === null
      ? []
      : [
          { type: 'ActionSet', spacing: 'Medium', actions: [toggle(code.button, code.id, [])] },
          container(code.items, { id: code.id, isVisible: false }),
        ]),
  ]);
}

function noted({ code, name, note, link }: CodeNote): CardElement[] {
  return [
    container(
      [
        dataText(name === null ? code : `${code} ${name}`, { fontType: 'Monospace', weight: 'Bolder' }),
        dataText(note, {}, { spacing: 'Small' }),
        ...(openableUrl(link) === null ? [] : [linkText(`Microsoft on ${code}`, link)]),
      ],
      { style: 'emphasis' },
    ),
  ];
}

function step({ text, value, link }: FixStep, index: number): CardElement[] {
  const shown = {
    text: plainData(text, STEP_CHARS),
    ...(value === undefined ? {} : { value: plainData(value, STEP_CHARS) }),
    ...(link === undefined || openableUrl(link.url) === null ? {} : { link }),
  };
  return numberedStep(shown, index + 1);
}

/** The same as plain text. */
export function causeText(cause: RootCause, fix: Fix, code?: CodeNote): string {
  return [
    ...(code === undefined
      ? []
      : [`${code.name === null ? code.code : `${code.code} ${code.name}`}: ${code.note} ${code.link}`, '']),
    `${cause.title} (${cause.id}, for ${OWNER_WORDS[cause.owner].label})`,
    '',
    cause.explanation,
    '',
    'How it shows:',
    ...cause.symptoms.map((symptom) => `- ${symptom}`),
    '',
    'What to do:',
    ...fix.steps.map(({ text, value }, index) => `${index + 1}. ${text}${value === undefined ? '' : ` ${value}`}`),
    '',
    `Check that it worked: ${fix.check.text}`,
    ...(fix.check.command === undefined ? [] : [fix.check.command]),
    ...fix.sources.map(({ title, url }) => `${title}: ${url}`),
  ].join('\n');
}
