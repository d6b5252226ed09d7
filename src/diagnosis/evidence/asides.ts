import { literals } from '../text/literal-filter.ts';
import type { Span } from '../text/span.ts';
import type { Views } from '../text/views.ts';
import type { Evidence } from './evidence.ts';

const MARKS = literals('example', 'documentation', 'the docs', 'beispiel', 'dokumentation', 'exemple');
/** «The documentation shows this example:», on a line of its own. */
const LEADS_TO_EXAMPLE =
  /^[^\n]{0,80}\b(?:examples?|documentation|docs|beispiel|dokumentation|exemple)\b[^\n:]{0,60}:[ \t\r]{0,4}$/gim;
/** «What we get:», «Our error:», on a line of its own. */
const LEADS_TO_OWN =
  /^[^\n:]{0,60}\b(?:we|ours?|i|mine|my|actual|actually|wir|unsere?r?|ich|meine?|nous|notre|mon)\b[^\n:]{0,40}:[ \t\r]{0,4}$/gim;
/** Kinds of which each item stands in one place: others are united with their repetitions before they come here. */
const OF_ONE_PLACE: ReadonlySet<Evidence['kind']> = new Set<Evidence['kind']>([
  'challenge',
  'diagnostics',
  'request',
  'response',
]);

/**
 * Parts of the paste that are told to be examples, where another part is told to be the person's own: from one line that
 * leads on with a colon to the next. Without both of them nothing is an aside, as an example may be all there is.
 */
export function asidesOf({ paste, text }: Views): readonly Span[] {
  if (!MARKS.some((mark) => text.mayHold(mark))) return [];
  const examples = placesOf(LEADS_TO_EXAMPLE, paste);
  if (examples.length === 0) return [];
  const own = placesOf(LEADS_TO_OWN, paste).filter((place) => !examples.includes(place));
  if (own.length === 0) return [];
  return examples.map((start) => ({ start, end: own.find((place) => place > start) ?? paste.length }));
}

function placesOf(pattern: RegExp, paste: string): readonly number[] {
  return Array.from(paste.matchAll(pattern), (match) => match.index);
}

export function isWithin(spans: readonly Span[], at: number): boolean {
  return spans.some(({ start, end }) => start <= at && at < end);
}

/** Whether the item happened to the person, as far as this tells. */
export function isOwn(item: Evidence, asides: readonly Span[]): boolean {
  return !OF_ONE_PLACE.has(item.kind) || !isWithin(asides, item.span.start);
}
