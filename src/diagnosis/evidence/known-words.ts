import { type Literal, literal } from '../text/literal-filter.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { LiteralPlaces } from './literal-places.ts';
import { type VisitWord, wordScanner } from './word-scanner.ts';

/** With more of them the one pass over all characters is faster than a search for each. */
const FEW = 6;

/**
 * Like `wordScanner`, for words of which a usual paste holds none or a few: the text's filter names those, and only they
 * are searched.
 *
 * @param words - lower case, `[a-z0-9_]`, three characters or more; the value is handed to the visitor
 */
export function knownWordScanner<T>(words: ReadonlyMap<string, T>): (text: MappedText, visit: VisitWord<T>) => void {
  const literals = [...words.keys()].map(literal);
  const scanAll = wordScanner(words);
  return (text, visit) => {
    const held: Literal[] = [];
    for (const each of literals) if (text.mayHold(each)) held.push(each);
    if (held.length > FEW) scanAll(text, visit);
    else if (held.length > 0) scanFew(text, held, words, visit);
  };
}

function scanFew<T>(
  text: MappedText,
  held: readonly Literal[],
  words: ReadonlyMap<string, T>,
  visit: VisitWord<T>,
): void {
  const { lower, codes } = text;
  const places = new LiteralPlaces(text, held);
  for (let start = places.from(0); start !== -1; ) {
    let end = start;
    while (end < codes.length && isWordCharacter(codes[end]!)) end += 1;
    if (start === 0 || !isWordCharacter(codes[start - 1]!)) {
      const value = words.get(lower.slice(start, end));
      if (value !== undefined && visit(value, start, end) === false) return;
    }
    start = places.from(end + 1);
  }
}

function isWordCharacter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x5f;
}
