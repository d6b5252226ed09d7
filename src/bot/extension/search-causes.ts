import type { InvokeResponse } from 'botbuilder';
import { ROOT_CAUSES } from '../../diagnosis/causes/index.ts';
import { codeNote } from '../../diagnosis/codes/code-note.ts';
import { maskSecrets } from '../../diagnosis/secrets/mask-secrets.ts';
import { plainLine } from '../../presentation/plain-data.ts';
import { OWNER_WORDS } from '../../presentation/words.ts';
import { explainAnswer } from '../commands/explain.ts';
import { isObject } from '../is-object.ts';
import { type FoundCause, findCauses } from './find-causes.ts';

/** Longer than any token that somebody pastes where a word belongs. */
const LONGEST_QUERY = 20_000;

/** The search command: results with a preview, each inserting the page of its cause. */
export function onSearchCauses(value: unknown): InvokeResponse {
  const query = queryOf(value);
  const found = findCauses(query).flatMap(resultOf);
  if (found.length === 0) return messageResult(nothingFound(query));
  return {
    status: 200,
    body: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments: found } },
  };
}

/** What was typed; empty at the first run, which Teams marks by a parameter of its own. */
function queryOf(value: unknown): string {
  const parameters = isObject(value) && Array.isArray(value.parameters) ? (value.parameters as readonly unknown[]) : [];
  for (const parameter of parameters) {
    if (isObject(parameter) && parameter.name !== 'initialRun' && typeof parameter.value === 'string')
      return parameter.value;
  }
  return '';
}

/** A code that decides nothing has no page to insert: its note is told by the preview, and by a card of its own. */
function resultOf(found: FoundCause): object[] {
  const { card, summary, text } = explainAnswer(found);
  const { title, about } = previewOf(found);
  const preview = { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title, text: about } };
  if (card !== undefined) {
    return [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card, preview }];
  }
  const words = typeof text === 'string' ? text : text();
  return [
    {
      contentType: 'application/vnd.microsoft.card.hero',
      content: { title: summary ?? title, text: plainLine(words, 1000) },
      preview,
    },
  ];
}

function previewOf(found: FoundCause): { readonly title: string; readonly about: string } {
  if (found.kind === 'cause') {
    const { title, owner, id } = ROOT_CAUSES[found.id];
    return { title, about: `${id} · for ${OWNER_WORDS[owner].label}` };
  }
  const { code, name, note } = codeNote(found.family, found.code);
  return { title: name === null ? code : `${code} ${name}`, about: plainLine(note, 160) };
}

function nothingFound(query: string): string {
  const asked = plainLine(maskSecrets(query.trim().slice(0, LONGEST_QUERY)), 60);
  return /^(?:AADSTS|AADB2C)?[ :-]?\d+$/i.test(asked)
    ? `My table has no code ${asked}. Microsoft's own page may: https://login.microsoftonline.com/error?code=${asked.replace(/\D/g, '')}`
    : `I know no root cause or code like “${asked}”. Try a code (50011), an id (wrong-audience), or a word of the error (consent, secret, redirect).`;
}

/** Teams shows the words in the place of results. */
export function messageResult(text: string): InvokeResponse {
  return { status: 200, body: { composeExtension: { type: 'message', text } } };
}
