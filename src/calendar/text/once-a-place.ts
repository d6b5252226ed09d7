import type { Token } from './tokenize.ts';

/**
 * A reader that looks at each place of a text once, however many phrases ask it: what it finds depends on the tokens
 * alone. What it found goes with the tokens.
 */
export function onceAPlace<T>(read: (tokens: readonly Token[], at: number) => T): typeof read {
  const found = new WeakMap<readonly Token[], T[]>();
  return (tokens, at) => {
    let places = found.get(tokens);
    if (places === undefined) {
      places = [];
      found.set(tokens, places);
    }
    const before = places[at];
    if (before !== undefined) return before;
    const now = read(tokens, at);
    places[at] = now;
    return now;
  };
}
