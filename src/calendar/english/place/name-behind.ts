import type { Claims } from '../../text/claims.ts';
import type { Span } from '../../text/span.ts';
import { wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import { CITIES } from '../people/name-words.ts';
import { ACTIVITY_WORDS } from '../words/activities.ts';

const MOST_WORDS = 5;
const PARTICLES = /^(?:of|the|de|la|le|du|del|and|&|'|-|st)$/;
/** What people have in the names of places. */
const PLACES =
  /^(?:arms|inn|tavern|bar|pub|café|cafe|bistro|brasserie|grill|pizzeria|trattoria|restaurant|brewery|hotel|house|hall|park|garden|gardens|centre|center|square|street|road|avenue|plaza|station|airport|terminal|office|building|tower|church|school|university|college|library|museum|theatre|theater|cinema|stadium|arena|gym|clinic|hospital|studio|market|mall|pier|beach|club|sq|st|rd|ave|lane|bridge)$/;

/**
 * A name that closes the message, or its words, behind the time, «…, 1pm, The Crown», «ramen with Kenji 7pm, Ichiran Shibuya»: a place
 * where it sounds like one, or where the guests have been named already. Any other name may be a guest's.
 */
export function nameBehindTime(claims: Claims): Span | null {
  const { tokens } = claims;
  for (let at = 2; at < tokens.length; at += 1) {
    const mark = wordAt(tokens, at - 1);
    if (!(mark === ',' || (mark === '-' && !tokens[at]!.joined)) || !claims.isFree(at) || claims.at(at - 2) !== 'time')
      continue;
    const to = endOfName(claims, at);
    if (to < 0) continue;
    const words = tokens.slice(at, to);
    const hasGuests = tokens.some((_, place) => claims.at(place) === 'person');
    const capitals = words.filter(isCapital).length;
    const isPlace = wordAt(tokens, at) === 'the' || words.some(({ word }) => PLACES.test(word)) || isCity(words);
    return capitals > 0 && (isPlace || (hasGuests && capitals > 1)) ? { from: at - 1, to } : null;
  }
  return null;
}

/** The place behind the name; -1 where other words follow, or what is named is a thing to do. */
function endOfName(claims: Claims, at: number): number {
  const { tokens } = claims;
  let to = at;
  while (
    to < tokens.length &&
    to - at <= MOST_WORDS &&
    (isCapital(tokens[to]) ||
      (PARTICLES.test(wordAt(tokens, to)) &&
        (wordAt(tokens, to) !== '-' || tokens[to]!.joined) &&
        to < tokens.length - 1))
  )
    to += 1;
  if (ACTIVITY_WORDS.has(wordAt(tokens, at)) || to === at || to - at > MOST_WORDS) return -1;
  // Behind it only what has been taken: «…, The Crown. Add it please».
  const next = /^[.!,-]$/.test(wordAt(tokens, to)) ? to + 1 : to;
  return next >= tokens.length || !claims.isFree(next) || /^[,-]$/.test(wordAt(tokens, to)) ? to : -1;
}

function isCity(words: readonly Token[]): boolean {
  return CITIES.has(words.map(({ word }) => word).join(' '));
}

function isCapital(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.text[0] !== token.word[0];
}
