import type { Token } from './tokenize.ts';

/** Who took a token; what nobody took is left for the title. */
export type ClaimKind = 'time' | 'online' | 'place' | 'person' | 'filler' | 'manner' | 'address';

export class Claims {
  readonly #kinds: (ClaimKind | undefined)[];
  readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
    this.#kinds = new Array<ClaimKind | undefined>(tokens.length).fill(undefined);
  }

  /** Takes the tokens from one place to another, exclusive; what is taken already stays. */
  take(kind: ClaimKind, from: number, to: number): void {
    for (let at = from; at < to; at += 1) this.#kinds[at] ??= kind;
  }

  at(place: number): ClaimKind | undefined {
    return this.#kinds[place];
  }

  isFree(place: number): boolean {
    return place >= 0 && place < this.tokens.length && this.#kinds[place] === undefined;
  }

  free(): readonly Token[] {
    return this.tokens.filter((_, place) => this.#kinds[place] === undefined);
  }
}
