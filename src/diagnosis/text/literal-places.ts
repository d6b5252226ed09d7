import { type Literal, type LiteralList, placeIn } from './literal-filter.ts';
import type { MappedText } from './mapped-text.ts';

/**
 * Where any of several literals stands in a text, in order. A text holds few of them, and each of these is searched for by
 * itself: half the time of a pattern of all, and a tenth of a pattern tried at every character.
 */
export class LiteralPlaces {
  readonly #lower: string;
  readonly #held: Literal[] = [];
  /** Where each of them stands next; -1 where it does not stand again. */
  readonly #places: number[] = [];
  #length = 0;

  constructor(source: MappedText, list: LiteralList) {
    this.#lower = source.lower;
    for (let index = source.nextHeld(list, 0); index !== -1; index = source.nextHeld(list, index + 1)) {
      const literal = list.literals[index]!;
      this.#held.push(literal);
      this.#places.push(placeIn(this.#lower, literal));
    }
  }

  /** The first place at `from` or behind it, which never goes back; -1 where there is none. */
  next(from: number): number {
    let first = -1;
    for (let index = 0; index < this.#places.length; index += 1) {
      let place = this.#places[index]!;
      if (place === -1) continue;
      if (place < from) {
        place = placeIn(this.#lower, this.#held[index]!, from);
        this.#places[index] = place;
        if (place === -1) continue;
      }
      if (first !== -1 && place > first) continue;
      first = place;
      this.#length = this.#held[index]!.text.length;
    }
    return first;
  }

  /** Of the literal that was found last; of two that begin at one place, the later in the list. */
  get length(): number {
    return this.#length;
  }
}

/** Whether one of the literals stands in the text; most are refused without a search. */
export function holdsOneOf(source: MappedText, list: LiteralList): boolean {
  for (let index = source.nextHeld(list, 0); index !== -1; index = source.nextHeld(list, index + 1))
    if (placeIn(source.lower, list.literals[index]!) !== -1) return true;
  return false;
}

/** False only where none of the literals stands in the text: one row of numbers is looked through, and no text. */
export function mayHoldOneOf(source: MappedText, list: LiteralList): boolean {
  return source.nextHeld(list, 0) !== -1;
}

/** The literals of the list that are not surely absent. */
export function heldIn(source: MappedText, list: LiteralList): string[] {
  const held: string[] = [];
  for (let index = source.nextHeld(list, 0); index !== -1; index = source.nextHeld(list, index + 1))
    held.push(list.literals[index]!.text);
  return held;
}
