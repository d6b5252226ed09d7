import type { Claims } from '../../text/claims.ts';
import { afterPhrase, phrases, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import type { PersonFound } from '../people/find-people.ts';

const MARKERS = phrases(
  'titled',
  'called',
  'named',
  'entitled',
  'with the subject',
  'with subject',
  'with the title',
  'with title',
  'with a title of',
  'with the title of',
  'with the name',
  'subject',
  'title',
  'topic',
  'name',
  'with a subject of',
  'title it',
  'call it',
  'name it',
  'labelled',
  'labeled',
  'with the subject line',
  'the title is',
  'the subject is',
  'and call it',
  'with the name of',
  'and title it',
  'and name it',
);

const CALENDAR_TAIL = phrases(
  'on my calendar',
  'to my calendar',
  'in my calendar',
  'into my calendar',
  'on the calendar',
  'to the calendar',
  'in the calendar',
  'on our calendar',
  'to our calendar',
  'in calendar',
  'to calendar',
  'on calendar',
  'my calendar',
  'in outlook',
  'to outlook',
  'on my schedule',
  'to my schedule',
  'in my schedule',
  'in my diary',
  'to my diary',
  'on my agenda',
  'to my agenda',
  'in my agenda',
  'to the schedule',
  'on the schedule',
  'to the diary',
  'in the diary',
  'into the calendar',
  'on my cal',
  'to my cal',
  'for me',
  'please remind me',
  'remind me',
  'preferably',
  'ideally',
  'if that works',
  'block my calendar',
  'till late',
  'until late',
  'sometime',
  'anytime',
  'either',
  'any time',
  'send invite',
  'send an invite',
  'send the invite',
  'send invites',
  'w . e . f .',
  'w . e . f',
  'wef',
  'some time soon',
  'put it on',
  'put it in',
  'add it',
  'i need to be reminded of',
  'i need to remember',
  'please',
  'pls',
  'plz',
  'thanks',
  'thank you',
  'thx',
  'put that in',
  'can you add it',
  'add that',
  'in my outlook calendar',
  'to my outlook calendar',
  "on everyone's calendar",
  'if possible',
  'ok',
  'asap',
  'cheers',
  'add to my calendar',
  'add it to my calendar',
  'add this to my calendar',
  'put this in my calendar',
  'put this on my calendar',
  'put it on my calendar',
  'put it in my calendar',
  'for us',
  "on people's calendars",
  'to outlook calendar',
  'thank you very much',
  'thank you so much',
  'thanks very much',
  'thanks so much',
  'thanks a lot',
  'thanks a million',
  'many thanks',
  'thanks in advance',
  'thank you in advance',
  'much appreciated',
  'ta',
); // prettier-ignore

/** Behind a time, or what was asked for, these belong to it: «21 dec to 1 jan inclusive», «1.5h each», «11am same day». */
const BEHIND_TIME = phrases(
  'inclusive',
  'incl',
  'incl .',
  '( inclusive )',
  'each',
  'each day',
  'each time',
  'both days',
  'same day',
  'the same day',
  'on the same day',
  'onwards',
  'onward',
  'too',
  'as well',
  'max',
  'tops',
);

const ONWARDS = /^onwards?$/;
const PLEASE = /^(?:please|pls|plz|thanks|thx)$/;

/** Alone these are words of a title as well, «subject expert», «name day»; a colon makes them markers. */
const BARE_MARKER = /^(?:subject|title|topic|name)$/;

/** The places right behind a title's marker: what stands there is a title, also where it sounds like a date. */
export function titleStarts(tokens: readonly Token[]): ReadonlySet<number> {
  const starts = new Set<number>();
  for (let at = 0; at < tokens.length; at += 1) {
    const to = afterPhrase(tokens, at, MARKERS);
    if (to < 0) continue;
    if (wordAt(tokens, to) === ':') starts.add(to + 1);
    else if (to > at + 1 || !BARE_MARKER.test(wordAt(tokens, at))) starts.add(to);
  }
  return starts;
}

/** Takes the words that only speak to the bot: «on my calendar», «please». */
export function claimFillers(claims: Claims): void {
  const { tokens } = claims;
  for (let at = 0; at < tokens.length; at += 1) {
    if (!claims.isFree(at)) continue;
    const to = afterPhrase(tokens, at, CALENDAR_TAIL);
    // «for me and Ana» says who comes.
    const isShared = wordAt(tokens, to - 1) === 'me' && /^(?:and|&)$/.test(wordAt(tokens, to));
    if (to > 0 && !isShared && isFreeRun(claims, at, to)) claims.take('filler', at, to);
    const behind = /^(?:time|online)$/.test(claims.at(at - 1) ?? '') ? afterPhrase(tokens, at, BEHIND_TIME) : -1;
    const next = tokens[behind];
    if (
      behind > 0 &&
      (next === undefined ||
        ONWARDS.test(wordAt(tokens, at)) ||
        PLEASE.test(next.word) ||
        next.kind === 'mark' ||
        !claims.isFree(behind))
    )
      claims.take('filler', at, behind);
    const asked = afterAskedAgain(claims, at);
    if (asked > 0) claims.take('filler', at, asked);
  }
}

const ASKED_AGAIN = phrases(
  'can you',
  'can u',
  'could you',
  'would you',
  'please',
  'pls',
  'plz',
  'so',
  'so please',
  'lets',
  "let's",
);
const ENTERED = /^(?:mark|block|book|add|put|schedule|reserve|set|enter|note|arrange|make|create|stick|pencil|find)$/;
const IT = /^(?:that|this|it|them|these|those|calendar|diary|agenda)$/;
const AROUND_IT = /^(?:my|our|the|for|in|on|off|out|up|down|some|time|a|an|slot|please|,|aside|of|me)$/;

/**
 * The place behind words that ask for what has just been said: «… – can you block 2h for that on monday», «…, book it
 * off». Times among them are taken already.
 */
function afterAskedAgain(claims: Claims, at: number): number {
  const { tokens } = claims;
  if (at === 0 || (tokens[at - 1]!.kind !== 'mark' && !tokens[at]!.newLine && claims.isFree(at - 1))) return -1;
  const polite = afterPhrase(tokens, at, ASKED_AGAIN);
  const verb = polite > 0 ? polite : at;
  if (!ENTERED.test(wordAt(tokens, verb))) return -1;
  let to = verb + 1;
  let isSaid = false;
  while (to < verb + LONGEST_ASKED && to < tokens.length) {
    const word = wordAt(tokens, to);
    if (IT.test(word)) isSaid = true;
    else if (claims.isFree(to) && !AROUND_IT.test(word)) break;
    to += 1;
  }
  return isSaid ? to : -1;
}

const LONGEST_ASKED = 14;

/** What is said besides, behind the time: «…, bring tickets», «…, no meetings those days», «…, rsvp by friday». */
const NOTE = /^(?:back|bring|rsvp|byob?|wear|no|parking|dress)$/;
const LONGEST_NOTE = 12;

/** Takes the notes of a message; the time and the place in it are taken already. */
export function claimNotes(claims: Claims): void {
  for (let at = 3; at < claims.tokens.length; at += 1) {
    const note = claims.isFree(at) ? afterNote(claims, at) : -1;
    if (note > 0) claims.take('filler', at, note);
  }
}

function afterNote(claims: Claims, at: number): number {
  const { tokens } = claims;
  if (!NOTE.test(wordAt(tokens, at)) || !/^[,.;(-]$/.test(wordAt(tokens, at - 1)) || at < 3) return -1;
  // Only behind what it is and when: «no, bring the car in tomorrow» is neither.
  if (
    claims.isFree(at - 2) ||
    !tokens.slice(0, at - 1).some(({ kind }, place) => kind === 'word' && claims.isFree(place))
  )
    return -1;
  let to = at + 1;
  while (to < tokens.length && to < at + LONGEST_NOTE && !/^[.;!]$/.test(wordAt(tokens, to)) && !tokens[to]!.newLine)
    to += 1;
  return to > at + 1 && (to === tokens.length || to < at + LONGEST_NOTE) ? to : -1;
}

function isFreeRun(claims: Claims, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!claims.isFree(at)) return false;
  return true;
}

/** A title that is named as one: «called budget sync», «titled "X"», «subject: X»; takes its words. */
export function markedTitle(claims: Claims, times: ReadonlySet<number>): string | null {
  const { tokens } = claims;
  for (let at = 0; at < tokens.length; at += 1) {
    let to = afterPhrase(tokens, at, MARKERS);
    if (to < 0) continue;
    const last = wordAt(tokens, to - 1);
    if (wordAt(tokens, to) === ':') to += 1;
    else if (BARE_MARKER.test(last) && to === at + 1 && !isLooseMarker(tokens, at)) continue;
    if (tokens[to]?.kind === 'quote') {
      claims.take('filler', at, to + 1);
      return tokens[to]!.text;
    }
    const end = endOfTitle(claims, to, times);
    if (end <= to) continue;
    const title = joined(tokens.slice(to, end)).replace(/[\s,;|/–-]+$/, '');
    claims.take('filler', at, end);
    return title;
  }
  return null;
}

/** «… 4pm subject Pricing»: without a colon the title must begin with a capital. */
function isLooseMarker(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const capital = next?.kind === 'word' && next.text[0] !== next.word[0];
  return (
    at > 2 &&
    capital &&
    /^(?:subject|title)$/.test(wordAt(tokens, at)) &&
    !/^(?:the|a|an|my|our|of|with|this|same)$/.test(wordAt(tokens, at - 1))
  );
}

function endOfTitle(claims: Claims, start: number, times: ReadonlySet<number>): number {
  const { tokens } = claims;
  let at = start;
  while (at < Math.min(tokens.length, start + 30)) {
    const word = wordAt(tokens, at);
    if (times.has(at) && at > start) break;
    if (/^(?:with|w|invite|at|@)$/.test(word) && at > start) break;
    if (/^[,;.!?]$/.test(word) && !(tokens[at]!.joined && tokens[at + 1]?.joined)) break;
    if (tokens[at]!.newLine && at > start) break;
    if (claims.at(at) === 'filler' && at > start) break;
    at += 1;
  }
  return at;
}

/** A quoted text that nothing else took. */
export function quotedTitle(claims: Claims): string | null {
  const quote = claims.tokens.find((token, at) => token.kind === 'quote' && claims.isFree(at));
  return quote === undefined ? null : quote.text;
}

/** The words in their own spacing. */
export function joined(tokens: readonly Token[]): string {
  let text = '';
  let end = -1;
  let isMention = false;
  for (const token of tokens) {
    const touches = token.joined && token.start === end;
    // People's mentions stand side by side without a comma.
    const mark = isMention && token.kind === 'mention' ? ',' : '';
    text += text === '' || (touches && mark === '') ? token.text : `${mark} ${token.text}`;
    end = token.end;
    isMention = token.kind === 'mention';
  }
  return text;
}

const EDGE_START =
  /^(?:[,\-–—:;.!?)&+/|*•=→>]+|\d{1,2}\)(?=\s)|(?:(?:two|three|four|several|some|a few|\d) )?(?:things|events|appointments|meetings|dates|entries|items)(?=\s*:)|(?:this|that|(?:the )?following(?: event)?)(?=\s*:)|remember(?=\s*:)|(?:recurring|repeating)(?=\s*:)|(?:heads up|fyi|btw|maybe|perhaps)(?=[\s,:])|(?:i'll|we'll|i will|we will) be (?:on(?! call\b) )?(?=\S)|(?:i've|i have|we've|we have|i|we) (?:just )?(?:booked|scheduled|made|arranged)(?=\s)|(?:for|to|on(?! (?:call|duty|leave|shift)\b)|at|from|by|of|in|about|the|a|an|and|is|that|me|us|some|another|new(?= (?:event|meeting|appointment|entry|call|calendar|reminder))|called|it|as|ok|okay|so|well|hey|then|note|remember|there is|there's|there will be|up|down|put|add|time|regarding|re|due to)(?=\s|$)|(?:a )?(?:reminder|remider|remainder|remindr) (?:in )?(?:for|to|about|that)(?: (?:self|myself)(?=[\s:-]))?(?=\s)|(?:an? )?(?:quick )?(?:invite|invitation|entry|cal(?:endar)? (?:event|entry|invite|hold))(?: (?:for|to|called)(?=\s)|(?=\s*:))|(?:i (?:have|need|want)|we (?:have|need)|i've got|i am|i'm|we're|having)(?=\s)|need (?:an? )(?=\S)|my (?=[a-z]+$)|your (?=(?:appointment|booking|reservation|meeting|visit|flight|table|order|delivery)\b))\s*/i;
const EDGE_END =
  /\s*(?:[,\-–—:;.(!?&+/|]+|(?:^|\s)(?:on|at|for|from|by|in|the|a|an|and|of|to|with|starting|start|until|before|every|is|w\/|i|that|this|or|be|due|as|via|me|please|reminder|repeat|repeating|then|it|will be|set|between|during|around|about|@|happening|held|taking place|which is|next|rsvp|leaves|departs|begins|(?:(?:is|has been|are) (?:now )?)?(?:booked|scheduled|arranged|confirmed)))$/i;
/** «project check in»: the last word belongs to the one before it. */
const PARTICLE_VERB = /\b(?:check|drop|sit|walk|stand|phone|dial|plug|break|sign|fill)[ -](?:in|on)$/i;
const GENERIC =
  /^(?:meeting|mtg|event|appointment|appt|time|slot|block|hold|session|entry|some time|reminder|calendar event|invite)\b/i;

/** The title from the words that nothing else took. */
export function titleFrom(claims: Claims, commandEnd: number, people: readonly PersonFound[]): string | null {
  const { tokens } = claims;
  const runs: Token[][] = [];
  let run: Token[] = [];
  for (let at = commandEnd; at < tokens.length; at += 1) {
    if (claims.isFree(at)) run.push(tokens[at]!);
    else if (run.length > 0 && claims.at(at) !== 'address') {
      runs.push(run);
      run = [];
    }
  }
  if (run.length > 0) runs.push(run);
  const names = people.map(({ name }) => name);
  const parts = runs
    .map((part, index) => trimmed(joined(part.slice(0, 80)), index === 0))
    .filter((part) => part !== '' && !/^(?:and|with|for|on|the|\)|\()$/i.test(part));
  if (parts.length === 0) return null;
  // «new entry friday 16 october parents evening».
  const isBareEntry =
    parts.length > 1 && /^(?:entry|event|reminder)$/i.test(parts[0]!) && !/^(?:with|about|for|re)\b/i.test(parts[1]!);
  const text = polished(
    (isBareEntry ? parts.slice(1) : parts)
      .join(' ')
      .replace(/\s+([,.;:!?)])/g, '$1')
      .replace(/\(\s*\)|\(\s*$/g, ' '),
    names,
  );
  return text === '' ? null : text;
}

function trimmed(text: string, first: boolean): string {
  let now = text.trim();
  for (let step = 0; step < 6; step += 1) {
    const start = first
      ? now.replace(EDGE_START, '')
      : now.replace(/^(?:[,\-–—:;.!?)&+/|]+|(?:on(?! (?:call|duty|leave|shift)\b)|at|by|in|and|is)(?=\s|$))\s*/i, '');
    const next = PARTICLE_VERB.test(start) ? start.trim() : start.replace(EDGE_END, '').trim();
    if (next === now) break;
    now = next;
  }
  return now;
}

function polished(raw: string, names: readonly string[]): string {
  let text = raw
    .replace(/\s{2,}/g, ' ')
    .replace(/\bw\/\s*/gi, 'with ')
    .replace(/(?:^| )w (?=\S)/gi, ' with ')
    .trim()
    .replace(/\bmtg\b/gi, 'meeting')
    .replace(/^appts?\b/i, 'Appointment');
  text = text
    .replace(/^(?:a |the )?time (?:for (?:me|us) )?to /i, '')
    .replace(/^(?:a |an |the )/i, '')
    .replace(/^(?:for|to) /i, '')
    .replace(/^(?:a |an |the |my (?=\w+ (?:appointment|session)))/i, '');
  text = text.replace(/^(?:repeating|recurring) (?=(?:event|meeting|appointment|entry|reminder)\b)/i, '');
  text = text.replace(/^[Ee]vent (?=\p{Lu})/u, '');
  text = withoutGeneric(text.replace(/^calendar (?:event |entry )?(?:for )/i, ''));
  if (/^(?:with|and)\b/i.test(text)) text = `Meeting ${text.replace(/^and\b/i, 'with')}`;
  text = text.replace(/^(quick|short|brief) (?=with\b)/i, '$1 meeting ');
  for (const name of names) {
    if (name !== name.toLowerCase() || name.includes('@')) continue;
    const at = text.toLowerCase().indexOf(name);
    if (at >= 0)
      text =
        text.slice(0, at) +
        name.replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase()) +
        text.slice(at + name.length);
  }
  text = trimmed(text, false)
    .replace(/^["'(]+|["')]+$/g, (edge) =>
      edge.includes('(') || edge.includes(')') ? (text.includes('(') && text.includes(')') ? edge : '') : '',
    )
    .trim();
  const capital =
    /^\p{Ll}/u.test(text) && !text.split(' ', 1)[0]!.includes('@') ? text[0]!.toUpperCase() + text.slice(1) : text;
  return capital.slice(0, 255);
}

/** «meeting for budget review» is the budget review; «appt with Ana for dinner» dinner with Ana. */
function withoutGeneric(text: string): string {
  if (!GENERIC.test(text)) return text;
  const people =
    /^(?:[a-z]+ ?){1,2}?\s?(with [\w@.,;'& -]{1,160}?) (?:for|called|named|:|re|re:) ([\p{L}\d].{1,200})$/iu.exec(text);
  // Addresses stand among the guests.
  if (people !== null) return people[1]!.includes('@') ? people[2]! : `${people[2]} ${people[1]}`;
  const done = /^(?:calendar )?(?:event|entry|reminder|slot|block) to ([\p{L}\d].{1,200})$/iu.exec(text);
  if (done !== null) return done[1]!;
  const thing =
    /^(?:[a-z]+ ?){1,2}?(?: for| called| named|:|\s-) (?!(?:a |an )?(?:hour|minutes|me|us|the team|everyone|all|\d+ (?:people|persons|pax|guests))\b)([\p{L}\d].{1,200})$/iu.exec(
      text,
    );
  return thing === null ? text : thing[1]!.replace(/^(?:the|a|an) /i, '');
}
