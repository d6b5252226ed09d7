/**
 * What several readers or rules need of one subject: made when it is first asked for, and kept with the subject.
 *
 * A `WeakMap` beside the subject would do the same, but V8 keeps what it holds through collections of the young
 * generation: a tenth of all that a diagnosis allocates grew old by it, and the subject with it.
 */
export interface MadeOnce<S, T> {
  readonly slot: number;
  readonly make: (subject: S) => T;
}

let slots = 0;

/** Declares it, once for the module that makes it. */
export function madeOnce<S, T>(make: (subject: S) => T): MadeOnce<S, T> {
  return { slot: slots++, make };
}

/** What is kept of one subject: a part of it. */
export class Kept<S> {
  readonly #subject: S;
  readonly #made: unknown[] = [];

  constructor(subject: S) {
    this.#subject = subject;
  }

  get<T>({ slot, make }: MadeOnce<S, T>): T {
    const made = this.#made;
    while (made.length <= slot) made.push(undefined);
    // Only `make` of the same declaration ever filled the slot.
    const known = made[slot] as T | undefined;
    if (known !== undefined) return known;
    const fresh = make(this.#subject);
    made[slot] = fresh;
    return fresh;
  }
}
