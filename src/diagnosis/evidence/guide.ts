import { literalList } from '../text/literal-filter.ts';
import { mayHoldOneOf } from '../text/literal-places.ts';
import type { Views } from '../text/views.ts';
import type { Evidence } from './evidence.ts';

/** A message about a failure of one's own may have a heading or two; a page has its whole outline. */
const FEWEST_HEADINGS = 4;
const SHORTEST = 1200;
/** Headings that pages on how to mend a failure have, and messages about one hardly ever. */
const HEADING =
  /(?:^|\n)[ \t#*>]{0,6}(quick fix|symptoms|why [^\n]{2,40} happens|(?:common |possible |root )?causes|checklist|[a-z-]{2,20} (?:[a-z]{2,20} )?checklist|special cases|faq|frequently asked questions|troubleshooting|prerequisites|how to fix|what [^\n]{2,40} means|validate your|read more|see also|related articles|conclusion|overview|introduction)(?![\w-])/g;
const MARKS = literalList([
  'quick fix',
  'special cases',
  'faq',
  'frequently asked',
  'checklist',
  'how to fix',
  'read more',
]);

/**
 * Whether the paste is a page that tells how such failures are mended, copied whole, with nothing in it that a program or
 * service said to the person: its examples and possibilities are nobody's failure.
 */
export function isGuide({ plain }: Views, evidence: readonly Evidence[]): boolean {
  // What has an answer of its own is most of what is sent: the pattern goes over all of the text.
  if (plain.lower.length < SHORTEST || !mayHoldOneOf(plain, MARKS) || evidence.some(isOwn)) return false;
  const headings = new Set(Array.from(plain.lower.matchAll(HEADING), (match) => match[1]!));
  return headings.size >= FEWEST_HEADINGS;
}

/** What somebody was answered, and no page makes up: a sentence of a service, a header, a body, an exception, a token. */
function isOwn(item: Evidence): boolean {
  switch (item.kind) {
    case 'aadsts':
      return item.mention === undefined;
    case 'api-error':
      return item.message !== '' || item.date !== null || item.requestId !== null;
    case 'oauth-error':
      return item.where !== 'text' || item.description !== '';
    case 'exception':
      return item.message !== '';
    case 'token':
      return item.format !== 'claims';
    case 'challenge':
    case 'diagnostics':
      return true;
    default:
      return false;
  }
}
