/** Chance that is the same in every run. */
export interface Chance {
  /** From 0 up to 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number;
  pick<T>(from: readonly T[]): T;
  /** True so many times of a hundred. */
  percent(of: number): boolean;
  hex(digits: number): string;
  guid(): string;
  shuffled<T>(from: readonly T[]): T[];
}

/** Mulberry32: small, and enough to spread messages over a day. */
export function createChance(seed: number): Chance {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new RangeError('There is nothing to pick from');
    return from[int(0, from.length - 1)]!;
  };
  const hex = (digits: number): string => Array.from({ length: digits }, () => int(0, 15).toString(16)).join('');
  return {
    next,
    int,
    pick,
    percent: (of) => next() * 100 < of,
    hex,
    guid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${pick(['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}`,
    shuffled(from) {
      const cards = [...from];
      for (let last = cards.length - 1; last > 0; last -= 1) {
        const at = int(0, last);
        [cards[last], cards[at]] = [cards[at]!, cards[last]!];
      }
      return cards;
    },
  };
}
