import { type Literal, placeIn } from '../text/literal-filter.ts';
import type { MappedText } from '../text/mapped-text.ts';

/** How many places of one mark are looked at in one paste: what a hostile paste can cost is bounded by this. */
const MOST_OCCURRENCES = 4000;

/** Most marks are in few pastes: they share this. */
const NOWHERE: readonly number[] = [];

/** Where `needle` stands in `haystack`, in order. A list: a generator costs more than the search in a usual paste. */
export function occurrences(haystack: string, needle: string, most = MOST_OCCURRENCES): readonly number[] {
  let at = haystack.indexOf(needle);
  if (at === -1) return NOWHERE;
  const places: number[] = [];
  for (let seen = 0; at !== -1 && seen < most; seen++) {
    places.push(at);
    at = haystack.indexOf(needle, at + needle.length);
  }
  return places;
}

/**
 * Where a literal stands in the lower case of a text, in order. Most literals stand nowhere, which the text's filter tells
 * without a search.
 */
export function placesOf(source: MappedText, mark: Literal): readonly number[] {
  if (!source.mayHold(mark)) return NOWHERE;
  const { lower } = source;
  let at = placeIn(lower, mark);
  if (at === -1) return NOWHERE;
  const places: number[] = [];
  while (at !== -1 && places.length < MOST_OCCURRENCES) {
    places.push(at);
    at = placeIn(lower, mark, at + mark.text.length);
  }
  return places;
}

/** The most items of one kind that one reader returns. */
export const MOST_ITEMS = 200;
