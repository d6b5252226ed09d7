/** How many places of one mark are looked at in one paste: what a hostile paste can cost is bounded by this. */
const MOST_OCCURRENCES = 4000;

/** Where `needle` stands in `haystack`, in order. */
export function* occurrences(
  haystack: string,
  needle: string,
  most = MOST_OCCURRENCES,
): Generator<number, void, undefined> {
  let at = haystack.indexOf(needle);
  for (let seen = 0; at !== -1 && seen < most; seen++) {
    yield at;
    at = haystack.indexOf(needle, at + needle.length);
  }
}

/** The most items of one kind that one reader returns. */
export const MOST_ITEMS = 200;
