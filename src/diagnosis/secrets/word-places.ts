import type { Literal } from '../text/literal-filter.ts';
import type { MappedText } from '../text/mapped-text.ts';

/** Whether one of the words stands in the text; most are refused without a search. */
export function holdsOneOf(source: MappedText, words: readonly Literal[]): boolean {
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]!;
    if (source.mayHold(word) && source.lower.includes(word.text)) return true;
  }
  return false;
}

/**
 * Goes through the places of several words in the order of the text. A text holds few of them: each is searched for by
 * itself, which takes half the time of a pattern of all. No word may begin another one.
 */
export class WordPlaces {
  readonly #lower: string;
  readonly #words: string[] = [];
  /** Where each of the words stands next; -1 where it does not stand again. */
  readonly #places: number[] = [];
  #length = 0;

  constructor(source: MappedText, words: readonly Literal[]) {
    this.#lower = source.lower;
    for (let index = 0; index < words.length; index += 1) {
      const word = words[index]!;
      if (!source.mayHold(word)) continue;
      this.#words.push(word.text);
      this.#places.push(this.#lower.indexOf(word.text));
    }
  }

  /** Where the next word begins, at `from` or behind it; -1 where there is none. Each call asks further on. */
  next(from: number): number {
    let first = -1;
    for (let index = 0; index < this.#places.length; index += 1) {
      let place = this.#places[index]!;
      if (place === -1) continue;
      const word = this.#words[index]!;
      if (place < from) {
        place = this.#lower.indexOf(word, from);
        this.#places[index] = place;
        if (place === -1) continue;
      }
      if (first !== -1 && place > first) continue;
      first = place;
      this.#length = word.length;
    }
    return first;
  }

  /** Of the word that was found last. */
  get length(): number {
    return this.#length;
  }
}
