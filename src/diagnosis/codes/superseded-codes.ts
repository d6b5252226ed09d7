/**
 * Numbers under which Entra ID once put several failures that have numbers of their own today. Old texts, cached
 * pages and some wrappers still carry them; where a newer one stands beside them, the newer one decides.
 */
const UMBRELLAS: ReadonlyMap<number, readonly number[]> = new Map([
  [50001, [500011]],
  [50012, [7000215, 7000222, 700024]],
  [50013, [500131, 500133, 500136, 500137]],
  [65005, [650057, 650053]],
  [70001, [700016, 7000112]],
  // A wrapper: the code that it wraps follows in the same text.
  [70002, [7000215, 7000218, 54005, 50126]],
  [70005, [700051, 700054]],
  [70011, [1002012, 28000]],
  [70021, [700211, 700213, 7002138]],
  [700022, [28000]],
  [90023, [9002326, 9002319, 900023]],
]);

/** Numbers that have another meaning today, or a sibling that old texts did not tell apart. */
const RENUMBERED: ReadonlyMap<number, readonly number[]> = new Map([
  [50105, [501051]],
  [90010, [9001023]],
  [700020, [26000]],
  [700023, [28002]],
]);

/** Whether the code stands for several failures, so that any other code in the same text says more. */
export function isUmbrella(code: number): boolean {
  return UMBRELLAS.has(code);
}

/** The numbers that say today what this older one said; empty where it is not an older one. */
export function modernCodes(code: number): readonly number[] {
  return UMBRELLAS.get(code) ?? RENUMBERED.get(code) ?? [];
}
