import type { Patch, PatchLanguage } from '../../diagnosis/diagnosis.ts';
import type { PatchRecipe } from '../../diagnosis/fix/patch-recipe.ts';
import type { Answer, Other } from '../answer.ts';
import { LANGUAGE_WORDS } from '../words.ts';
import { codeElement } from './code-element.ts';
import {
  type CardElement,
  container,
  dataRuns,
  dataText,
  heading,
  linkText,
  monospace,
  ownText,
  showOne,
} from './elements.ts';
import { REASONS_IN_THE_OPEN, reason } from './reason.ts';
import type { Room } from './room.ts';
import { verbAction } from './verb-action.ts';

/** A part of a card behind a button. */
export interface Panel {
  readonly id: string;
  readonly button: string;
  readonly items: readonly CardElement[];
}

/** Id of the input in which another language is chosen; it comes back beside the button's own data. */
export const LANGUAGE_INPUT = 'language';

/** Further languages, which the bot writes when one is asked for: a card with all of them would be three times as large. */
export interface MoreCode {
  readonly languages: readonly PatchLanguage[];
  readonly recipe: PatchRecipe;
}

/** One language at a time: the paste's own first, a button for each. */
export function codePanel(
  patches: readonly Patch[],
  codeBlocks: Room['codeBlocks'],
  more: MoreCode | null = null,
): Panel | null {
  if (patches.length === 0) return null;
  const ids = patches.map((patch, index) => `code-${index}-${patch.language}`);
  const choices = patches.map((patch, index) => {
    const id = ids[index] as string;
    return showOne(
      LANGUAGE_WORDS[patch.language],
      id,
      ids.filter((other) => other !== id),
    );
  });
  return {
    id: 'code',
    button: 'Show the code',
    items: [
      heading('The code'),
      ...(patches.length < 2 ? [] : actionRows(choices)),
      ...patches.map((patch, index) =>
        container(
          [
            ownText(LANGUAGE_WORDS[patch.language], { isSubtle: true, size: 'Small' }),
            codeElement(patch.code, patch.language, codeBlocks === 'first' && index === 0),
          ],
          { id: ids[index], ...(index === 0 ? {} : { isVisible: false }), spacing: 'Small' },
        ),
      ),
      ...(more === null || more.languages.length === 0 ? [] : [languageChoice(more)]),
    ],
  };
}

function languageChoice({ languages, recipe }: MoreCode): CardElement {
  const choices = languages.map((value) => ({ title: LANGUAGE_WORDS[value], value }));
  return {
    type: 'ColumnSet',
    spacing: 'Medium',
    columns: [
      {
        type: 'Column',
        width: 'auto',
        items: [
          { type: 'Input.ChoiceSet', id: LANGUAGE_INPUT, label: 'In another language', value: languages[0], choices },
        ],
      },
      {
        type: 'Column',
        width: 'auto',
        verticalContentAlignment: 'Bottom',
        items: [{ type: 'ActionSet', actions: [verbAction('Show it', { verb: 'code', recipe })] }],
      },
    ],
  };
}

/** Renderers show at most five or six actions of a set, so more languages need a second row. */
function actionRows(actions: readonly ReturnType<typeof showOne>[]): CardElement[] {
  const rows: CardElement[] = [];
  for (let start = 0; start < actions.length; start += ACTIONS_A_ROW) {
    rows.push({ type: 'ActionSet', spacing: 'Small', actions: actions.slice(start, start + ACTIONS_A_ROW) });
  }
  return rows;
}

const ACTIONS_A_ROW = 4;

/** What would make a likely diagnosis certain. */
export function surePanel(items: readonly CardElement[]): Panel | null {
  return items.length === 0 ? null : { id: 'sure', button: 'Make sure', items };
}

export function othersPanel(others: readonly Other[]): Panel | null {
  if (others.length === 0) return null;
  return {
    id: 'others',
    button: 'What else could it be',
    items: [
      heading('What else could it be'),
      ...others.flatMap((other) => [
        dataRuns([{ text: other.title, style: { weight: 'Bolder' } }, { text: ` · for ${other.owner}` }]),
        dataText(other.headline, {}, { spacing: 'None' }),
        ...(other.because === null ? [] : reason(other.because)),
      ]),
    ],
  };
}

export function explanationPanel(answer: Answer, explanation: string | null): Panel | null {
  const more = answer.because.slice(REASONS_IN_THE_OPEN);
  const items = [
    ...(answer.title === null ? [] : [dataText(answer.title, { weight: 'Bolder' })]),
    ...(explanation === null ? [] : [dataText(explanation)]),
    ...(more.length === 0 ? [] : [heading('What else speaks for it')]),
    ...more.flatMap(reason),
    ...(answer.codes.length === 0 ? [] : [heading('Codes in your text')]),
    ...answer.codes.flatMap((code) => [
      dataRuns([
        { text: code.name === null ? code.code : `${code.code} ${code.name}`, style: { fontType: 'Monospace' } },
        { text: `\n${code.note}` },
      ]),
      ...(code.link === '' ? [] : [linkText(`Microsoft on ${code.code}`, code.link)]),
    ]),
    ...(answer.sources.length === 0 ? [] : [heading('Read more')]),
    ...answer.sources.map((source) => linkText(source.title, source.url)),
  ];
  // A title alone explains nothing.
  if (items.length <= 1) return null;
  return { id: 'explanation', button: 'Full explanation', items };
}

/** A text to copy, and the consent link where there is one. */
export function forwardPanel(forward: string | null, consentLink: string | null): Panel | null {
  if (forward === null && consentLink === null) return null;
  return {
    id: 'forward',
    button: forward === null ? 'Link for the administrator' : 'Message to forward',
    items: [
      ...(forward === null ? [] : [heading('Copy this and send it on'), monospace(forward)]),
      ...(consentLink === null
        ? []
        : [
            {
              type: 'ActionSet',
              spacing: 'Small',
              actions: [{ type: 'Action.OpenUrl', title: 'Open the consent page', url: consentLink }],
            },
          ]),
    ],
  };
}
