import { type CodeNote, PATCH_LANGUAGES, type Patch, type PatchLanguage } from '../../../diagnosis/diagnosis.ts';
import type { PatchRecipe } from '../../../diagnosis/fix/patch-recipe.ts';
import type { Answer, Other } from '../../answer.ts';
import { LANGUAGE_WORDS } from '../../words.ts';
import { type CardAction, type CardElement, container, dataRuns, dataText, ownText } from '../elements.ts';
import { quoted } from '../json/ascii-json.ts';
import {
  writtenHeading,
  writtenLink,
  writtenMonospace,
  writtenReason,
  writtenShowOne,
  writtenText,
} from '../json/written-elements.ts';
import { form, listed, textForm, type Written, written } from '../json/written-form.ts';
import { REASONS_IN_THE_OPEN } from '../reason.ts';
import type { Room } from '../room.ts';
import { verbAction } from '../verb-action.ts';
import { codeElement } from './code-element.ts';

/** A part of a card behind a button. */
export interface Panel<Item = Written> {
  readonly id: string;
  readonly button: string;
  readonly items: readonly Item[];
}

/** A written panel for a card that is an object. */
export function drawn(panel: Panel | null): Panel<CardElement> | null {
  return panel === null ? null : { ...panel, items: JSON.parse(listed(panel.items)) as CardElement[] };
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
  const items = [THE_CODE];
  if (patches.length > 1) items.push(...languageButtons(patches, ids));
  patches.forEach(({ language, code }, index) => {
    const { label, twice } = IN_LANGUAGE[language];
    const shown = codeBlocks === 'first' && index === 0 ? twice(code) : writtenMonospace(code);
    const part = index === 0 ? FIRST_CODE : FURTHER_CODE;
    items.push(part(`"${ids[index]}"`, `[${label},${shown}]`));
  });
  if (more !== null && more.languages.length > 0) items.push(languageChoice(more));
  return { id: 'code', button: 'Show the code', items };
}

const THE_CODE = writtenHeading('The code');
const FIRST_CODE = form((id: string, items: CardElement[]) => container(items, { id, spacing: 'Small' }));
const FURTHER_CODE = form((id: string, items: CardElement[]) =>
  container(items, { id, isVisible: false, spacing: 'Small' }),
);

interface InLanguage {
  readonly label: Written;
  /** Code as a CodeBlock, and as text for clients without it. */
  readonly twice: (code: string) => Written;
  /** The language among those that can be asked for. */
  readonly choice: Written;
}

const IN_LANGUAGE = Object.fromEntries(
  PATCH_LANGUAGES.map((language): [PatchLanguage, InLanguage] => [
    language,
    {
      label: written(ownText(LANGUAGE_WORDS[language], { isSubtle: true, size: 'Small' })),
      twice: textForm((code: string) => codeElement(code, language)),
      choice: written({ title: LANGUAGE_WORDS[language], value: language }),
    },
  ]),
) as Readonly<Record<PatchLanguage, InLanguage>>;

/** Renderers show at most five or six actions of a set, so more languages need a second row. */
function languageButtons(patches: readonly Patch[], ids: readonly string[]): Written[] {
  const buttons = patches.map(({ language }, index) => writtenShowOne(LANGUAGE_WORDS[language], index, ids));
  const rows: Written[] = [];
  for (let start = 0; start < buttons.length; start += ACTIONS_A_ROW) {
    rows.push(BUTTON_ROW(listed(buttons.slice(start, start + ACTIONS_A_ROW))));
  }
  return rows;
}

const ACTIONS_A_ROW = 4;
const BUTTON_ROW = form((actions: CardAction[]) => ({ type: 'ActionSet', spacing: 'Small', actions }));

function languageChoice({ languages, recipe }: MoreCode): Written {
  const choices = languages.map((language) => IN_LANGUAGE[language].choice);
  return LANGUAGE_CHOICE(`"${languages[0]}"`, listed(choices), written(recipe));
}

const LANGUAGE_CHOICE = form((value: PatchLanguage, choices: object[], recipe: PatchRecipe) => ({
  type: 'ColumnSet',
  spacing: 'Medium',
  columns: [
    {
      type: 'Column',
      width: 'auto',
      items: [{ type: 'Input.ChoiceSet', id: LANGUAGE_INPUT, label: 'In another language', value, choices }],
    },
    {
      type: 'Column',
      width: 'auto',
      verticalContentAlignment: 'Bottom',
      items: [{ type: 'ActionSet', actions: [verbAction('Show it', { verb: 'code', recipe })] }],
    },
  ],
}));

/** What would make a likely diagnosis certain. */
export function surePanel(items: readonly Written[]): Panel | null {
  return items.length === 0 ? null : { id: 'sure', button: 'Make sure', items };
}

/** The causes behind the first one, each with its best reason. */
export function othersPanel(others: readonly Other[]): Panel | null {
  if (others.length === 0) return null;
  const items = [WHAT_ELSE];
  for (const { title, owner, headline, because } of others) {
    items.push(OTHER(quoted(title), quoted(` · for ${owner}`), quoted(headline)));
    if (because !== null) items.push(writtenReason(because));
  }
  return { id: 'others', button: 'What else could it be', items };
}

const WHAT_ELSE = writtenHeading('What else could it be');
const OTHER = form((title: string, owner: string, headline: string) => [
  dataRuns([{ text: title, style: { weight: 'Bolder' } }, { text: owner }]),
  dataText(headline, {}, { spacing: 'None' }),
]);

/** What the cause is, the reasons that did not fit in the open, the codes and the sources. */
export function explanationPanel(answer: Answer, explanation: string | null): Panel | null {
  const { title, because, codes, sources } = answer;
  const items: Written[] = [];
  if (title !== null) items.push(TITLE(title));
  if (explanation !== null) items.push(writtenText(explanation));
  if (because.length > REASONS_IN_THE_OPEN) {
    items.push(MORE_REASONS, ...because.slice(REASONS_IN_THE_OPEN).map(writtenReason));
  }
  if (codes.length > 0) items.push(CODES, ...codes.map(codeNote));
  if (sources.length > 0) items.push(READ_MORE, ...sources.map((source) => writtenLink(source.title, source.url)));
  // A title alone explains nothing.
  if (items.length <= 1) return null;
  return { id: 'explanation', button: 'Full explanation', items };
}

const TITLE = textForm((title: string) => dataText(title, { weight: 'Bolder' }));
const MORE_REASONS = writtenHeading('What else speaks for it');
const CODES = writtenHeading('Codes in your text');
const READ_MORE = writtenHeading('Read more');
const CODE_NOTE = form((code: string, note: string) =>
  dataRuns([{ text: code, style: { fontType: 'Monospace' } }, { text: note }]),
);

function codeNote({ code, name, note, link }: CodeNote): Written {
  const about = CODE_NOTE(quoted(name === null ? code : `${code} ${name}`), quoted(`\n${note}`));
  return link === '' ? about : `${about},${writtenLink(`Microsoft on ${code}`, link)}`;
}

/** A text to copy, and the consent link where there is one. */
export function forwardPanel(forward: string | null, consentLink: string | null): Panel | null {
  if (forward === null && consentLink === null) return null;
  const items: Written[] = [];
  if (forward !== null) items.push(COPY_THIS, writtenMonospace(forward));
  if (consentLink !== null) items.push(CONSENT(consentLink));
  return {
    id: 'forward',
    button: forward === null ? 'Link for the administrator' : 'Message to forward',
    items,
  };
}

const COPY_THIS = writtenHeading('Copy this and send it on');
const CONSENT = textForm((url: string) => ({
  type: 'ActionSet',
  spacing: 'Small',
  actions: [{ type: 'Action.OpenUrl', title: 'Open the consent page', url }],
}));
