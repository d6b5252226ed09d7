import type { Claims } from '../../text/claims.ts';
import { wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import { monthWord } from '../words/months.ts';
import { nameBehindTime } from './name-behind.ts';

const STOPS: ReadonlySet<string> = new Set([
  'with',
  'w',
  'about',
  'for',
  'to',
  're',
  'regarding',
  'from',
  'every',
  'until',
  'and',
  'please',
  'called',
  'named',
  'titled',
  'via',
  'so',
  'because',
  'then',
  'remind',
  'invite',
  'by',
  'as',
  'if',
  'when',
  'at',
  'who',
  'thanks',
  'subject',
  'title',
]);
/** What stands behind «in» and is no place. */
const NOT_IN: ReadonlySet<string> = new Set([
  'person',
  'progress',
  'prep',
  'preparation',
  'advance',
  'english',
  'case',
  'charge',
  'total',
  'order',
  'private',
  'my',
  'our',
  'time',
  'general',
  'addition',
  'short',
  'touch',
  'case',
  'detail',
  'full',
  'which',
  'between',
  'law',
  'a',
  'an',
  'outlook',
  'calendar',
  'german',
  'french',
  'spanish',
  'python',
  'excel',
  'half',
  'town',
  'for',
  'it',
  'there',
  'teams',
]);
const NOT_AT: ReadonlySet<string> = new Set([
  'least',
  'most',
  'all',
  'once',
  'that',
  'this',
  'some',
  'a',
  'which',
  'what',
  'your',
  'risk',
  'scale',
  'first',
  'last',
  'it',
  'any',
  'time',
]);
const IN_PLACES =
  /^(?:office|kitchen|room|garage|garden|building|lobby|boardroom|studio|lab|hall|canteen|cafeteria|auditorium|park|house|library|basement)$/;

export interface LocationFound {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** «at luigis», «in room 4», «@ the office», «room 2107», «location: HQ». */
export function findLocation(claims: Claims): LocationFound | null {
  return placeBehind(claims, afterLabel) ?? placeBehind(claims, afterTrigger) ?? roomAlone(claims) ?? nameAlone(claims);
}

function nameAlone(claims: Claims): LocationFound | null {
  const span = nameBehindTime(claims);
  return span === null ? null : { ...span, name: nameOf(claims.tokens, span.from + 1, span.to) };
}

function placeBehind(claims: Claims, begins: (tokens: readonly Token[], at: number) => number): LocationFound | null {
  const { tokens } = claims;
  for (let at = 0; at < tokens.length; at += 1) {
    if (!claims.isFree(at)) continue;
    const start = begins(tokens, at);
    if (start < 0 || !claims.isFree(start)) continue;
    const to = endOfPlace(claims, start);
    if (to > start) return { name: nameOf(tokens, start, to), from: at, to };
  }
  return null;
}

/** What is named as the place comes before any «at»: «haircut at Rossi's, where: 88 Pine Ave». */
function afterLabel(tokens: readonly Token[], at: number): number {
  return tokens[at + 1]?.word === ':' && /^(?:location|venue|where|place|address)$/.test(wordAt(tokens, at))
    ? at + 2
    : -1;
}

function afterTrigger(tokens: readonly Token[], at: number): number {
  const word = wordAt(tokens, at);
  const next = wordAt(tokens, at + 1);
  if (word === 'at' || word === '@')
    return NOT_AT.has(next) || !isPlaceStart(tokens[at + 1], tokens[at + 2]) ? -1 : at + 1;
  // «move-in day».
  if (word !== 'in' || (tokens[at]!.joined && wordAt(tokens, at - 1) === '-')) return -1;
  if (next === 'the' || next === 'my' || next === 'our') {
    for (let ahead = at + 2; ahead < at + 5; ahead += 1) if (IN_PLACES.test(wordAt(tokens, ahead))) return at + 1;
    return next === 'the' && isCapital(tokens[at + 2]) ? at + 1 : -1;
  }
  return NOT_IN.has(next) || monthWord(next) > 0 || !isPlaceStart(tokens[at + 1]) ? -1 : at + 1;
}

function isCapital(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.text[0] !== token.word[0];
}

function isPlaceStart(token: Token | undefined, after?: Token): boolean {
  if (token?.kind === 'number') return token.word.length !== 2 || /^[a-z]/i.test(after?.word ?? '');
  return token?.kind === 'word' || token?.kind === 'quote' || token?.kind === 'link';
}

function endOfPlace(claims: Claims, start: number): number {
  const { tokens } = claims;
  let at = start;
  while (at < Math.min(tokens.length, start + 9)) {
    const token = tokens[at]!;
    if (!claims.isFree(at) || (token.newLine && at > start)) break;
    if (token.kind === 'mark') {
      const inside =
        /^[-&/#+']$/.test(token.word) || (token.word === '.' && token.joined && tokens[at + 1]?.joined === true);
      const abbreviation = token.word === '.' && /^(?:st|rd|ave|dr)$/.test(wordAt(tokens, at - 1));
      const address =
        token.word === ',' &&
        /^(?:room|floor|building|level|suite|ste|apt|unit|gate|entrance|wing|\d+)$/.test(wordAt(tokens, at + 1));
      if (!inside && !abbreviation && !address) break;
    } else if (token.kind === 'address' || token.kind === 'mention') break;
    else if (STOPS.has(token.word) && !(token.word === 'and' && isCapital(tokens[at - 1]) && isCapital(tokens[at + 1])))
      break;
    else if (
      token.word === 'on' &&
      !STREET.test(wordAt(tokens, at + 2)) &&
      !isCapital(tokens[at + 1]) &&
      !isFloorAhead(tokens, at + 1)
    )
      break;
    at += 1;
    if (token.kind === 'quote') break;
  }
  while (at > start && /^[-&/#+'.,]$/.test(wordAt(tokens, at - 1))) at -= 1;
  return at;
}

/** «room B on the 3rd floor», «on level 2». */
function isFloorAhead(tokens: readonly Token[], at: number): boolean {
  for (let place = at; place < at + 4; place += 1) if (/^(?:floor|level)$/.test(wordAt(tokens, place))) return true;
  return false;
}

const STREET = /^(?:st|street|ave|avenue|road|rd|lane|drive|blvd|way|square|floor)$/;

const NAMED_PLACE = /^(?:auditorium|boardroom|cafeteria|canteen|lobby|library|kitchen|reception|atrium)$/;

/** «sprint review thu 2pm room Baltic»: a room by its name or number, without a word before it. */
function roomAlone(claims: Claims): LocationFound | null {
  const { tokens } = claims;
  for (let at = 1; at < tokens.length; at += 1) {
    if (!claims.isFree(at)) continue;
    if (
      NAMED_PLACE.test(wordAt(tokens, at)) &&
      wordAt(tokens, at - 1) === ',' &&
      !claims.isFree(at + 1) === at + 1 < tokens.length
    ) {
      return { name: nameOf(tokens, at, at + 1), from: at - 1, to: at + 1 };
    }
    const ends = at > 1 && wordAt(tokens, at - 1) === ',' ? roomBehindComma(claims, at) : -1;
    if (ends > 0) return { name: nameOf(tokens, at, ends), from: at - 1, to: ends };
    const place =
      /^(?:room|rm|conf|raum|saal|salle|sala|aula|courtroom|classroom|ballroom|ward)$/.test(wordAt(tokens, at)) ||
      (/^(?:studio|hall|suite|lab|building|café|cafe|bar|restaurant|hotel|pub|park|ristorante|trattoria|pizzeria)$/.test(
        wordAt(tokens, at),
      ) &&
        wordAt(tokens, at - 1) === ',');
    if (!place) continue;
    const next = tokens[at + 1];
    if (next === undefined || !claims.isFree(at + 1)) continue;
    const from =
      /^(?:meeting|mtg|conference|conf|,|-|\()$/.test(wordAt(tokens, at - 1)) && wordAt(tokens, at - 1) !== ','
        ? at - 1
        : at;
    if (next.kind !== 'number' && !isCapital(next)) continue;
    const to = endOfPlace(claims, at);
    return { name: nameOf(tokens, /^[-(]$/.test(wordAt(tokens, from)) ? from + 1 : from, to), from, to };
  }
  return null;
}

/** «…, big conf room»: at the end of the message or of its words, behind the thing itself. */
function roomBehindComma(claims: Claims, at: number): number {
  const { tokens } = claims;
  if (!tokens.slice(0, at - 1).some((token, place) => token.kind === 'word' && claims.isFree(place))) return -1;
  for (let to = at; to < at + 4; to += 1) {
    if (tokens[to]?.kind !== 'word' || !claims.isFree(to)) return -1;
    const last = tokens[to + 1];
    if (to > at && ROOMS.test(wordAt(tokens, to)) && (last === undefined || !claims.isFree(to + 1))) return to + 1;
  }
  return -1;
}

const ROOMS = /^(?:room|office|boardroom|canteen|cafeteria|lobby|auditorium)$/;

function nameOf(tokens: readonly Token[], from: number, to: number): string {
  let name = '';
  for (const token of tokens.slice(from, to)) name += token.joined || name === '' ? token.text : ` ${token.text}`;
  return name;
}
