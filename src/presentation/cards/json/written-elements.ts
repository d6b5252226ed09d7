import type { FixStep, NextQuestion } from '../../../diagnosis/diagnosis.ts';
import type { Reason } from '../../answer.ts';
import { dataRuns, dataText, heading, linkWords, monospace, ownText } from '../elements.ts';
import { quoted } from './ascii-json.ts';
import { form, textForm, type Written } from './written-form.ts';

/** Elements that answers consist of, as JSON: see elements.ts for what they are. */

export const writtenHeading = textForm(heading);
export const writtenMonospace = textForm(monospace);
export const writtenText = textForm((text: string) => dataText(text));
export const writtenSentence = textForm((text) => dataText(text, {}, { spacing: 'Small' }));

const LINK = textForm((words: string) => ownText(words, { spacing: 'Small' }));

/** A link on a line of its own. */
export function writtenLink(title: string, url: string): Written {
  return LINK(linkWords(title, url));
}

/** A quote in monospace and what it tells. */
export function writtenReason({ quote, says }: Reason): Written {
  return quote === null ? writtenSentence(says) : `${writtenMonospace(quote)},${writtenSentence(says)}`;
}

const STEP = form((number: string, text: string) =>
  dataRuns([{ text: number, style: { weight: 'Bolder' } }, { text }], { spacing: 'Small' }),
);

/** A numbered step, with the value to copy and the page to open where it has them. */
export function writtenStep({ text, value, link }: FixStep, index: number): Written {
  let step = STEP(`"${index + 1}.  "`, quoted(text));
  if (value !== undefined) step += `,${writtenMonospace(value)}`;
  if (link !== undefined) step += `,${writtenLink(link.title, link.url)}`;
  return step;
}

const LABEL = textForm((text) => dataText(text, { isSubtle: true, size: 'Small' }, { spacing: 'Small' }));

/** What to send next, and the commands that show it. */
export function writtenQuestion({ ask, commands }: NextQuestion, title: string): Written[] {
  return [
    writtenHeading(title),
    writtenSentence(ask),
    ...commands.map(({ label, command }) => `${LABEL(label)},${writtenMonospace(command)}`),
  ];
}

const TOGGLE = form((title: string, targetElements: unknown[]) => ({
  type: 'Action.ToggleVisibility',
  title,
  targetElements,
}));

/** Shows one of several elements and hides the others. */
export function writtenShowOne(title: string, shown: number, ids: readonly string[]): Written {
  const hidden = hide(ids, ids[shown]);
  return TOGGLE(quoted(title), `[{"elementId":"${ids[shown]}","isVisible":true}${hidden}]`);
}

/** Opens or closes one of several elements, and closes the others. */
export function writtenToggle(title: string, shown: number, ids: readonly string[]): Written {
  return TOGGLE(quoted(title), `["${ids[shown]}"${hide(ids, ids[shown])}]`);
}

function hide(ids: readonly string[], shown: string | undefined): Written {
  let targets = '';
  for (const id of ids) if (id !== shown) targets += `,{"elementId":"${id}","isVisible":false}`;
  return targets;
}
