import type { Literal } from '../text/literal-filter.ts';
import type { MappedText } from '../text/mapped-text.ts';

/**
 * Where any of several literals stands in a text, in order. For patterns that begin with one of them: a pattern tried at
 * every character costs ten times what the search for the few literals does that a usual paste holds.
 */
export class LiteralPlaces {
  readonly #lower: string;
  readonly #held: string[] = [];
  /** The next place of each, -1 where there is none any more. */
  readonly #next: number[] = [];

  constructor(text: MappedText, literals: readonly Literal[]) {
    this.#lower = text.lower;
    for (const literal of literals) {
      if (!text.mayHold(literal)) continue;
      this.#held.push(literal.text);
      this.#next.push(this.#lower.indexOf(literal.text));
    }
  }

  /** The first place at or behind `from`, which never goes back, or -1. */
  from(from: number): number {
    let first = -1;
    for (let index = 0; index < this.#held.length; index += 1) {
      let at = this.#next[index]!;
      if (at !== -1 && at < from) {
        at = this.#lower.indexOf(this.#held[index]!, from);
        this.#next[index] = at;
      }
      if (at !== -1 && (first === -1 || at < first)) first = at;
    }
    return first;
  }
}
