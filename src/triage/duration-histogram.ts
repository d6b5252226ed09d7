/** How far a median may be off, as a share of itself. */
export const DURATION_PRECISION = 0.01;

/** Each bucket is so much longer than the one before; its middle is at most `DURATION_PRECISION` off either end. */
const GROWTH = Math.log((1 + DURATION_PRECISION) / (1 - DURATION_PRECISION));
const SHORTEST_MS = 1;
/** Ten years; longer ones count as that. */
const LONGEST_MS = 3650 * 24 * 60 * 60_000;
const BUCKETS = Math.ceil(Math.log(LONGEST_MS / SHORTEST_MS) / GROWTH) + 1;

/** Durations counted in buckets that grow with them: some 11 KB, however many are added. */
export interface DurationHistogram {
  /** Milliseconds; what is negative (clocks of two machines) counts as nothing. */
  add(ms: number): void;
  /** Within `DURATION_PRECISION`; the lower of the two middle ones where their count is even. `null` without any. */
  median(): number | null;
  readonly count: number;
}

export function durationHistogram(): DurationHistogram {
  const buckets = new Float64Array(BUCKETS);
  let count = 0;
  return {
    add(ms) {
      const bounded = Math.min(Math.max(ms, SHORTEST_MS), LONGEST_MS);
      buckets[Math.floor(Math.log(bounded / SHORTEST_MS) / GROWTH)]! += 1;
      count += 1;
    },
    median() {
      let before = 0;
      for (const [index, inBucket] of buckets.entries()) {
        before += inBucket;
        if (before > 0 && before * 2 >= count) return index === 0 ? 0 : middleOf(index);
      }
      return null;
    },
    get count() {
      return count;
    },
  };
}

/** The one point from which neither end of the bucket is further than the precision. */
function middleOf(index: number): number {
  const low = SHORTEST_MS * Math.exp(index * GROWTH);
  return Math.round(low * (1 + DURATION_PRECISION));
}
