import type { Claims } from '../../text/claims.ts';
import { wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import { togetherBehind } from '../intent/create-command.ts';
import { ACTIVITY_WORDS } from '../words/activities.ts';
import { CITIES, DETERMINERS, GROUPS, STOPS } from './name-words.ts';

export interface PersonFound {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const AND: ReadonlySet<string> = new Set([',', 'and', '&', '+', 'plus', ';']);

/** People who are named as guests: mentions, addresses, and names behind «with», «invite», «meet», «1:1». */
export function findPeople(claims: Claims, known: readonly string[]): readonly PersonFound[] {
  const { tokens } = claims;
  const found: PersonFound[] = [];
  const names = new Set(known.map((name) => name.toLowerCase()));
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at]!;
    if (!claims.isFree(at)) {
      at += 1;
    } else if (token.kind === 'address' || (token.kind === 'mention' && !isBot(tokens, at))) {
      found.push({ name: token.text, from: at, to: at + 1 });
      at += 1;
    } else {
      const start = afterTrigger(tokens, at);
      const list = start < 0 ? [] : namesFrom(claims, start, names);
      for (const person of list) found.push(person);
      at = list.length > 0 ? list.at(-1)!.to : at + 1;
    }
  }
  return withoutRepeats(found);
}

function withoutRepeats(found: readonly PersonFound[]): readonly PersonFound[] {
  const seen = new Set<string>();
  return found.filter(({ name }) => {
    const key = name.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The mention that calls the bot: at the very start, by its name or before a command. */
export function isBot(tokens: readonly Token[], at: number): boolean {
  if (/\b(?:why401|bot|assistant|cortana|copilot)\b|bot$/i.test(tokens[at]!.text)) return true;
  const greeting = at === 1 && /^(?:hey|hi|hello|ok|@)$/.test(wordAt(tokens, 0));
  if (at !== 0 && !greeting) return false;
  return /^(?:schedule|book|add|create|set|put|please|can|could|block|make|,|:|new|plan|arrange|remind|what|cancel|delete|move)$/.test(
    wordAt(tokens, at + 1),
  );
}

function afterTrigger(tokens: readonly Token[], at: number): number {
  const word = wordAt(tokens, at);
  const next = wordAt(tokens, at + 1);
  // «let's go with option 2», «I agree with Bo».
  if (word === 'with' && /^(?:go|going|stick|deal|dealing|agree|help|fine|happy)$/.test(wordAt(tokens, at - 1)))
    return -1;
  if (word === 'with' || word === 'wiht' || word === 'wth')
    return next === 'me' && AND.has(wordAt(tokens, at + 2)) ? at + 3 : at + 1;
  if (togetherBehind(tokens, at) > 0) return wordAt(tokens, at + 1) === 'me' ? at + 3 : at + 1;
  // «between me, Hamish and Lee», «between Ana and Bo».
  if (word === 'between' && /^(?:me|us|myself)$/.test(next) && AND.has(wordAt(tokens, at + 2))) return at + 3;
  if (word === 'between' && isCapital(tokens[at + 1]) && AND.has(wordAt(tokens, at + 2)) && isCapital(tokens[at + 3]))
    return at + 1;
  if (word === 'for' && next === 'me' && AND.has(wordAt(tokens, at + 2)) && isCapital(tokens[at + 3])) return at + 3;
  // «Priya and I are having coffee».
  if (at === 0 && isCapital(tokens[at]) && /^(?:and|&)$/.test(next) && wordAt(tokens, at + 2) === 'i') return at;
  if (word === 'w') return next === '/' ? at + 2 : at + 1;
  // «cal invite please»: the thing, and nobody is named.
  if (word === 'invite' && /^(?:cal|calendar|meeting|teams|outlook|an|the)$/.test(wordAt(tokens, at - 1))) return -1;
  if (
    word === 'invite' ||
    word === 'inviting' ||
    word === 'invitees' ||
    word === 'cc' ||
    word === 'attendees' ||
    word === 'including'
  )
    return next === ':' ? at + 2 : at + 1;
  if (next === ':' && /^(?:participants|guests|required|optional)$/.test(word)) return at + 2;
  if (word === 'meet' || word === 'meeting')
    return isCapital(tokens[at + 1]) && word === 'meet'
      ? at + 1
      : word === 'meet' && !/^(?:with|w|at|for|on|up|in|to|the|my|and|about|me|us|up)$/.test(next)
        ? at + 1
        : -1;
  if ((word === 'talk' || word === 'speak' || word === 'chat') && next === 'to') return at + 2;
  if (word === 'call' && isCapital(tokens[at + 1]) && tokens[at + 1]!.text !== tokens[at + 1]!.text.toUpperCase())
    return at + 1;
  // «…, and add Kim».
  if (word === 'add' && at > 2 && isCapital(tokens[at + 1]) && /^(?:and|also|[,.;])$/.test(wordAt(tokens, at - 1)))
    return at + 1;
  // «send an invite for the sync to Ana + Luis».
  if (word === 'to' && isCapital(tokens[at + 1]) && isInvitation(tokens, at)) return at + 1;
  if (word === 'interview' && isCapital(tokens[at + 1])) return at + 1;
  if (word === '1' && /^[:-]$/.test(next) && wordAt(tokens, at + 2) === '1' && isCapital(tokens[at + 3])) return at + 3;
  return -1;
}

function isInvitation(tokens: readonly Token[], before: number): boolean {
  return tokens.slice(0, Math.min(before, 7)).some(({ word }) => /^(?:invites?|invitations?)$/.test(word));
}

function isCapital(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.text[0] !== token.word[0];
}

function namesFrom(claims: Claims, start: number, known: ReadonlySet<string>): readonly PersonFound[] {
  const { tokens } = claims;
  const found: PersonFound[] = [];
  let at = start;
  for (let count = 0; count < 600; count += 1) {
    const person = personAt(claims, at, known);
    if (person === null) {
      const group = afterGroup(tokens, at);
      if (group < 0) break;
      at = group;
    } else {
      const address = addressBehind(tokens, person.to);
      found.push(address === null ? person : { ...person, name: address });
      at = person.to;
      // «Ana (ana@contoso.com)»: one guest, whose address is known.
      if (address !== null) {
        claims.take('address', at, at + 3);
        at += 3;
      }
    }
    if (!AND.has(wordAt(tokens, at)) || !claims.isFree(at)) break;
    at += 1;
    while (AND.has(wordAt(tokens, at))) at += 1;
    if (/^(?:with|cc)$/.test(wordAt(tokens, at))) at += 1;
  }
  return found;
}

function addressBehind(tokens: readonly Token[], at: number): string | null {
  const [open, address, close] = [wordAt(tokens, at), tokens[at + 1], wordAt(tokens, at + 2)];
  return /^[(<[]$/.test(open) && address?.kind === 'address' && /^[)>\]]$/.test(close) ? address.text : null;
}

/** «my sister and Bo», «the boston team & Lee»: a group is passed over, the names behind it are not. */
function afterGroup(tokens: readonly Token[], at: number): number {
  let next = at;
  while (next < at + 4 && tokens[next]?.kind === 'word' && !STOPS.has(wordAt(tokens, next))) next += 1;
  return next > at && AND.has(wordAt(tokens, next)) && wordAt(tokens, next) !== ',' ? next : -1;
}

function personAt(claims: Claims, at: number, known: ReadonlySet<string>): PersonFound | null {
  const { tokens } = claims;
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.kind === 'mention' && isBot(tokens, at)) return null;
  if (token.kind === 'address' || token.kind === 'mention') return { name: token.text, from: at, to: at + 1 };
  if (wordAt(tokens, at) === '@' && tokens[at + 1]?.kind === 'word') return personAt(claims, at + 1, known);
  for (let width = 3; width >= 1 && known.size > 0; width -= 1) {
    const name = tokens
      .slice(at, at + width)
      .map((it) => it.word)
      .join(' ');
    if (known.has(name))
      return {
        name: tokens
          .slice(at, at + width)
          .map((it) => it.text)
          .join(' '),
        from: at,
        to: at + width,
      };
  }
  if (DETERMINERS.has(token.word)) return null;
  let to = at;
  while (
    to < at + 6 &&
    (isInner(tokens, at, to) ||
      (partsBetween(tokens, at, to) < 3 &&
        isNamePart(claims, to) &&
        !(
          to > at &&
          wordAt(tokens, to - 1) !== '-' &&
          isCapital(tokens[at]) &&
          !isCapital(tokens[to]) &&
          !PARTICLES.has(tokens[to]!.word)
        )))
  )
    to += 1;
  if (to === at) return null;
  const words = tokens.slice(at, to);
  if (words.some(({ word }) => GROUPS.has(word))) return null;
  // «the London team» said short, «call with Tokyo»: whoever sits there, and nobody by that name.
  if (BEHIND_A_GROUP.test(wordAt(tokens, to)) || CITIES.has(words.map(({ word }) => word).join(' '))) return null;
  if (words.length > 1 && !isCapital(words[0]) && words.slice(1).some(({ word }) => ACTIVITY_WORDS.has(word)))
    return null;
  // An initial with its dot: «Sam R.».
  const dot = wordAt(tokens, to) === '.' && words.at(-1)!.word.length === 1 && words.length > 1 ? 1 : 0;
  let name = '';
  for (const part of tokens.slice(at, to + dot)) name += part.joined || name === '' ? part.text : ` ${part.text}`;
  return { name, from: at, to: to + dot };
}

/** The dash of «Mei-Ling» and the dot of «Dr. Weber» stand inside a name. */
function isInner(tokens: readonly Token[], from: number, at: number): boolean {
  if (at === from || !tokens[at]?.joined) return false;
  const word = wordAt(tokens, at);
  if (word === '-') return tokens[at + 1]?.kind === 'word' && tokens[at + 1]!.joined;
  return word === '.' && /^(?:dr|mr|mrs|ms|prof|st)$/.test(wordAt(tokens, at - 1)) && tokens[at + 1]?.kind === 'word';
}

function partsBetween(tokens: readonly Token[], from: number, to: number): number {
  let parts = 0;
  for (let at = from; at < to; at += 1)
    if (tokens[at]?.kind === 'word' && !tokens[at]!.joined && !PARTICLES.has(tokens[at]!.word)) parts += 1;
  return parts;
}

const BEHIND_A_GROUP =
  /^(?:team|crew|folks|guys|lot|squad|group|department|dept|committee|board|branch|club|office|people|side|colleagues|family)$/;

const PARTICLES: ReadonlySet<string> = new Set([
  'van',
  'von',
  'de',
  'der',
  'den',
  'da',
  'di',
  'del',
  'la',
  'bin',
  'al',
  'el',
  'dos',
]);

function isNamePart(claims: Claims, at: number): boolean {
  const token = claims.tokens[at];
  return (
    token?.kind === 'word' &&
    claims.isFree(at) &&
    (!STOPS.has(token.word) || token.text === 'Will') &&
    !token.newLine &&
    !token.word.endsWith("'s")
  );
}
