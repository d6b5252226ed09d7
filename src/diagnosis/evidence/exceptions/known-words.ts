import { type Literal, literal } from '../../text/literal-filter.ts';
import type { ExceptionLibrary } from '../evidence.ts';
import { LIBRARIES } from './all-libraries.ts';
import type { FixedWords, TypeWithNeed } from './library-words.ts';

/** A sentence, found by its longest word. */
export interface Sentence {
  readonly library: ExceptionLibrary;
  readonly words: FixedWords;
  /** Sticky at the word; white space may be wrapped. */
  readonly pattern: RegExp;
  /** Matches what stands before the word, up to it. */
  readonly lead: RegExp;
  /** Its other words, the longest first: without one of them in the text, neither pattern needs a try. */
  readonly beside: readonly Literal[];
}

/** All that one word may begin. */
export interface KnownWord {
  readonly types: { readonly library: ExceptionLibrary; readonly need: TypeWithNeed }[];
  readonly sentences: Sentence[];
  code: { readonly library: ExceptionLibrary; readonly type: string } | null;
}

/** Every type, code and sentence of every library, by the word that is looked for. Lower case. */
export const KNOWN_WORDS: ReadonlyMap<string, KnownWord> = (() => {
  const words = new Map<string, KnownWord>();
  const known = (word: string): KnownWord => {
    let entry = words.get(word);
    if (entry === undefined) {
      entry = { types: [], sentences: [], code: null };
      words.set(word, entry);
    }
    return entry;
  };
  for (const { library, types, codes, codeType, phrases } of LIBRARIES) {
    for (const type of types) {
      const need = typeof type === 'string' ? { type } : type;
      known(need.type.toLowerCase()).types.push({ library, need });
    }
    for (const code of codes) known(code.toLowerCase()).code ??= { library, type: codeType };
    for (const fixed of phrases) {
      const { word, ...sentence } = sentenceOf(library, fixed);
      known(word).sentences.push(sentence);
    }
  }
  return words;
})();

function sentenceOf(library: ExceptionLibrary, words: FixedWords): Sentence & { word: string } {
  let word = '';
  let at = 0;
  for (const match of words.phrase.matchAll(/[a-z0-9_]+/g)) {
    if (match[0].length <= word.length) continue;
    word = match[0];
    at = match.index;
  }
  const others = (words.phrase.match(/[a-z0-9_]{3,}/g) ?? []).filter((other) => other !== word);
  others.sort((a, b) => b.length - a.length);
  return {
    word,
    library,
    words,
    beside: others.map(literal),
    pattern: new RegExp(wrapped(words.phrase.slice(at)), 'y'),
    lead: new RegExp(`${wrapped(words.phrase.slice(0, at))}$`),
  };
}

/** A terminal or a mail may wrap a line at any space. */
function wrapped(phrase: string): string {
  return phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s{1,40}');
}
