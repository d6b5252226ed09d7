import { type LiteralList, literalList } from '../text/literal-filter.ts';
import { mayHoldOneOf } from '../text/literal-places.ts';
import type { Span } from '../text/span.ts';
import type { Views } from '../text/views.ts';
import { replacedLines } from './replaced-lines.ts';
import { TOLD_OVER, TOLD_OVER_MARKS } from './told-over.ts';

/** People lead from part to part in a few pages; what is longer is a log. */
const LOOKED_AT = 48_000;
const LONGEST_LINE = 120;

/** Words of a line that leads to something that did not happen here and now, as parts of a pattern. */
const ASIDE_WORDS = [
  ...TOLD_OVER,
  'an? example',
  'example (?:from|in|of|response|error)',
  'this example',
  'documentation',
  'docs',
  'before (?:then|the)',
  'yesterday',
  'last time',
  'earlier',
  'the (?:old|previous) (?:error|one)',
  '(?:is|was|were|has been) (?:fixed|solved|resolved)',
  '(?:an)?other app',
  '(?:somebody|someone) else',
  'for comparison',
  'zum vergleich',
  'beispiel',
  'dokumentation',
  'gestern',
  'exemple',
  'ejemplo',
];
const ASIDE = new RegExp(String.raw`\b(?:${ASIDE_WORDS.join('|')})(?![\w-])`);
/** What a line holds in which one of them stands. */
const LEADS = literalList([
  ...TOLD_OVER_MARKS,
  'example',
  'documentation',
  'docs',
  'before th',
  'yesterday',
  'last time',
  'earlier',
  'the old ',
  'the previous ',
  'fixed',
  'solved',
  'other app',
  'body else',
  'someone else',
  'for comparison',
  'vergleich',
  'beispiel',
  'dokumentation',
  'gestern',
  'exemple',
  'ejemplo',
]);
/** Where such a line begins with it, it leads to what stands now, whatever else it tells. */
const BEGINS_OWN =
  /^(?:(?:and|but|so|und|aber|et|mais|y) )?(?:now|today|currently|since then|after|instead|what (?:we|i)|our|ours|my|jetzt|heute|inzwischen|seitdem|unsere?|meine?|maintenant|aujourd'hui|notre|mon|ahora|mi)\b/;
const END_OF_LINE = /[ \t\r]{0,4}\n/y;
const OWN =
  /\b(?:now|today|we|our|ours|i|my|mine|actual|actually|errors?|exception|fails?|failing|wir|unsere?|ich|meine?|jetzt|heute|fehler|nous|notre|mon|erreur|maintenant|ahora)(?![\w-])/;
/** The head of an older mail below: «On Monday Lena wrote:», or Outlook's lines. */
const OLDER_MAIL =
  /\n[^\n]{0,100}(?:\b(?:wrote|schrieb|escribió)|a écrit) ?:[ \t\r]{0,4}\n|\n[> ]{0,4}(?:from|von|de|da) ?: [^\n]{2,120}\n[> ]{0,4}(?:sent|gesendet|envoyé|enviado|inviato|date) ?: /g;
const MAIL_MARKS = literalList([
  'wrote',
  'schrieb',
  'escribió',
  'a écrit',
  'from: ',
  'from : ',
  'von: ',
  'von : ',
  ...['\n', '>', ' '].flatMap((before) => [`${before}de: `, `${before}de : `, `${before}da: `, `${before}da : `]),
]);
const SHORTEST_MAIL = 20;
/** «---------- Forwarded message ---------»: drawn by the program above a mail that follows. */
const RULED_LINE = /^[ \t]{0,4}[-_]{3,}[^\n]{0,60}$/gm;
/** «It used to be …, now it is …», in one sentence or two. */
const USED_TO =
  /\b(?:used to (?:be|get|say|see|have)|at first (?:it was|we got|i got|we had)|initially|previously|früher (?:kam|war)|vorher (?:kam|war)|zuerst (?:kam|war))\b[^\n]{5,800}?\b(?:now|today|jetzt|heute)\b/g;
const USED_TO_MARKS = literalList([
  'used to ',
  'at first ',
  'initially',
  'previously',
  'früher ',
  'vorher ',
  'zuerst ',
]);
/** «It is not this one: …», «I read about …», «// TODO: handle …»: a sentence, at most to the end of its line. */
const DISMISSED = new RegExp(
  String.raw`(?:^|[\n.!?(] {0,4})(?:(?:but|and|also|aber|und),? )?(?:${[
    String.raw`(?:(?:it|this|that)(?:'s not| is not| was not| isn't| wasn't)|das ist nicht|es ist nicht) (?:this one|because|due to|caused by|related to|dieser|wegen|["'«\x60]|aadsts)`,
    '(?:it|this) has nothing to do with',
    "(?:i|we)(?:'ve| have)? (?:already )?(?:read (?:about|of)|searched for|googled|(?:checked|made sure) that it (?:is not|isn't)|ruled out)",
    '(?:similar to|unlike) ',
    String.raw`(?://|#) ?(?:todo|fixme)\b`,
  ].join('|')})[^\n]{0,400}?(?=\. |[.!?]?\n|,? but |,? sondern |$)`,
  'g',
);
const DISMISSED_MARKS = literalList([
  "it's not ",
  "that's not ",
  "this's not ",
  'it is not ',
  'this is not ',
  'that is not ',
  'it was not ',
  'this was not ',
  'that was not ',
  "it isn't ",
  "this isn't ",
  "that isn't ",
  "it wasn't ",
  "this wasn't ",
  "that wasn't ",
  'das ist nicht ',
  'es ist nicht ',
  'nothing to do with',
  'read about',
  'read of',
  'searched for',
  'googled',
  'that it is not',
  "that it isn't",
  'ruled out',
  'similar to ',
  'unlike ',
  'todo',
  'fixme',
]);
/** «Last month we had this, since fixed: …». */
const FIXED_SINCE = /\b(?:since|already|inzwischen|bereits) (?:fixed|solved|resolved|behoben|gelöst):[^\n]{0,400}/g;
const FIXED_MARKS = literalList(['fixed:', 'solved:', 'behoben:', 'gelöst:']);
/** «AADSTS50011 is fixed», «AADSTS65001 ist behoben», to the end of the clause. */
const CODE_IS_OVER =
  /\baadsts\d{4,8}["')\]]{0,2}(?: error)?,? (?:(?:which|that) )?(?:is|was|has been|went|are|were|ist|war|wurde|est) (?:now |already |finally |jetzt |nun |schon |bereits )?(?:fixed|solved|resolved|gone|behoben|gelöst|weg|erledigt|résolu|corrigé)\b[^\n.;,]{0,80}/g;
const OVER_MARKS = literalList([
  ' fixed',
  ' solved',
  ' resolved',
  ' gone',
  ' behoben',
  ' gelöst',
  ' weg',
  ' erledigt',
  ' résolu',
  ' corrigé',
]);
/** A key of some configuration is no sentence. */
const KEY = /^[\w."'-]{1,40}$/;

/**
 * Parts of the paste that are told to be over, an example or somebody else's, where another part is told to be what fails
 * now: from one line that leads on with a colon to the next such line. Without both nothing is an aside, as an example or
 * an old error may be all there is. So is what a diff takes away.
 *
 * @param mails how many mails of a thread belong to the person's own words: the newest says what fails, or forwards one
 *   that does
 */
export function asidesOf({ text }: Views, mails = 1): readonly Span[] {
  if (text.text.length > LOOKED_AT) return [];
  const asides: Part[] = [];
  const { lower } = text;
  const mail = (mayHoldOneOf(text, MAIL_MARKS) ? olderMail(lower, mails) : undefined) ?? lower.length;
  if (mayHoldOneOf(text, LEADS)) asides.push(...partsLedTo(lower.slice(0, mail)));
  if (mail < lower.length) asides.push([mail, lower.length]);
  asides.push(...replacedLines(lower.slice(0, mail)));
  for (const [marks, pattern] of SENTENCES) {
    if (!mayHoldOneOf(text, marks)) continue;
    for (const match of lower.matchAll(pattern)) asides.push([match.index, match.index + match[0].length]);
  }
  return asides.map(([start, end]) => text.spanOf(start, end));
}

/** Where the mail begins that stands below so many others; what is hardly more than a heading is none. */
function olderMail(lower: string, mails: number): number | undefined {
  let left = mails;
  for (const { index } of lower.matchAll(OLDER_MAIL)) {
    const above = lower.slice(0, index).replace(RULED_LINE, '').trim();
    if (above.length >= SHORTEST_MAIL) left -= 1;
    if (left === 0) return index;
  }
  return undefined;
}

const SENTENCES: readonly (readonly [marks: LiteralList, pattern: RegExp])[] = [
  [USED_TO_MARKS, USED_TO],
  [DISMISSED_MARKS, DISMISSED],
  [FIXED_MARKS, FIXED_SINCE],
  [OVER_MARKS, CODE_IS_OVER],
];

type Part = readonly [start: number, end: number];

function partsLedTo(lower: string): Part[] {
  const asides: number[] = [];
  const own: number[] = [];
  for (let colon = lower.indexOf(':'); colon !== -1; colon = lower.indexOf(':', colon + 1)) {
    END_OF_LINE.lastIndex = colon + 1;
    if (!END_OF_LINE.test(lower)) continue;
    const start = Math.max(lower.lastIndexOf('\n', colon) + 1, colon - LONGEST_LINE);
    const line = lastSentence(lower.slice(start, colon));
    const key = KEY.test(line);
    if (BEGINS_OWN.test(line)) own.push(start);
    else if (ASIDE.test(line)) {
      if (!key || line === 'yesterday') asides.push(start);
    } else if (OWN.test(line) && !key) own.push(start);
  }
  if (own.length === 0) return [];
  return asides.map((start) => [start, own.find((place) => place > start) ?? lower.length]);
}

/** «That is fixed. Now we get» leads to what we get. */
function lastSentence(line: string): string {
  return line.slice(Math.max(line.lastIndexOf('. '), line.lastIndexOf('! '), line.lastIndexOf('? ')) + 1).trim();
}

/** The paste with its asides made blank: every offset stays. */
export function withoutAsides(paste: string, asides: readonly Span[]): string {
  let left = paste;
  for (const { start, end } of asides)
    left = left.slice(0, start) + left.slice(start, end).replace(/[^\n]/g, ' ') + left.slice(end);
  return left;
}
