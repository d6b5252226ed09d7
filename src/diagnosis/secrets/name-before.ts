import { isNameCharacter } from './name-character.ts';

const SCHEME = /bearer(?:\s|%20|\+){0,4}$/i;
const FARTHEST = 96;

/**
 * The name a value stands under, lower case: `access_token` of `"access_token":"…`, `authorization` of
 * `Authorization: Bearer …`; `bearer` where only the scheme stands there; `null` where there is none.
 * Looks at no more than 96 characters before it.
 */
export function nameBefore(text: string, start: number): string | null {
  const floor = Math.max(0, start - FARTHEST);
  const scheme = SCHEME.exec(text.slice(Math.max(floor, start - 24), start))?.[0] ?? '';
  const bare = separated(text, start - scheme.length, floor);
  if (bare === null) return scheme === '' ? null : 'bearer';
  let index = bare;
  while (index > floor && isNameCharacter(text.charCodeAt(index - 1))) index -= 1;
  const name = text.slice(index, bare).replace(/^[^A-Za-z]+/, '');
  if (name !== '') return name.toLowerCase();
  return scheme === '' ? null : 'bearer';
}

/** Goes back over the value's opening quote, the separator and the name's closing quote; `null` without a separator. */
function separated(text: string, from: number, floor: number): number | null {
  let index = backOverQuote(text, from, floor);
  index = backOverSpace(text, index, floor);
  const before = text.slice(Math.max(floor, index - 3), index);
  const separator = /(?:=>|[=:→]|%3[dDaA])$/.exec(before)?.[0];
  if (separator === undefined) return null;
  index = backOverSpace(text, index - separator.length, floor);
  return backOverQuote(text, text[index - 1] === ']' ? index - 1 : index, floor);
}

function backOverQuote(text: string, from: number, floor: number): number {
  let index = from;
  if (text.slice(Math.max(floor, index - 3), index) === '%22') return index - 3;
  if (index > floor && /["'`]/.test(text[index - 1]!)) {
    index -= 1;
    while (index > floor && text[index - 1] === '\\') index -= 1;
    if (index > floor && text[index - 1] === 'b' && /[\s:=(,]/.test(text[index - 2] ?? ' ')) index -= 1;
  }
  return index;
}

function backOverSpace(text: string, from: number, floor: number): number {
  let index = from;
  while (index > floor && (text[index - 1] === ' ' || text[index - 1] === '\t' || text[index - 1] === '\n')) index -= 1;
  return index;
}
