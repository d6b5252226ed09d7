import { afterPhrase, phrases, wordAt } from '../text/token-at.ts';
import type { Token } from '../text/tokenize.ts';
import type { Phrase } from '../time/words.ts';

/** What people say between the time that was wrong and the right one: «at 3, no make it 4». */
const UNITS = phrases(
  'no',
  'nope',
  'wait',
  'hold on',
  'sorry',
  'actually',
  'oops',
  'hmm',
  'rather',
  'or rather',
  'i mean',
  'i meant',
  'scratch that',
  'strike that',
  'correction',
  'my bad',
  'my mistake',
  'make it',
  'make that',
  "let's make it",
  "let's make that",
  'lets make it',
  "let's say",
  'better make it',
  'better',
); // prettier-ignore
/** Alone they say too little: «friday, no meetings on monday», «room 4 better at 5». */
const WEAK = /^(?:no|better|hmm|hold)$/;
/** Between the two and among the words of the correction. */
const PAUSE = /^(?:[,.;:!-]|\u2026)$/;
const MOST_UNITS = 4;
const LONGEST_TIME = 12;
/** Who corrects themselves writes as they talk; a longer text would be read twice. */
const LONGEST_MESSAGE = 300;

interface Correction {
  /** The pause before it. */
  readonly from: number;
  readonly to: number;
}

/**
 * Leaves out what is taken back: «tomorrow at 3, no make it 4» is «tomorrow at 4», «not thursday, friday» is «friday».
 * The same tokens where nothing is.
 */
export function withoutCorrected(
  tokens: readonly Token[],
  scan: (tokens: readonly Token[]) => readonly Phrase[],
): readonly Token[] {
  if (tokens.length > LONGEST_MESSAGE || !tokens.some(({ word }) => word === 'not' || UNITS.has(word))) return tokens;
  const said = scan(tokens);
  if (said.length === 0) return tokens;
  return withoutNegated(tokens, said) ?? withoutTakenBack(tokens, said, scan) ?? tokens;
}

/** «not thursday, friday», «friday not thursday»: a day or an hour beside another one of its kind. */
function withoutNegated(tokens: readonly Token[], said: readonly Phrase[]): readonly Token[] | null {
  for (const [index, phrase] of said.entries()) {
    if (wordAt(tokens, phrase.from - 1) !== 'not' || !isPoint(phrase)) continue;
    const next = said[index + 1];
    const gap = next === undefined ? [] : tokens.slice(phrase.to, next.from);
    const isNext = next !== undefined && isSameKind(phrase, next) && gap.length > 0 && gap.every(isButOrPause);
    if (isNext) return [...tokens.slice(0, phrase.from - 1), ...tokens.slice(next.from)];
    const isToldBefore = said.slice(0, index).some((before) => isSameKind(phrase, before));
    if (!isToldBefore || said.some(({ meaning }) => meaning.kind === 'repeat')) continue;
    const from = phrase.from - 1;
    return [...tokens.slice(0, PAUSE.test(wordAt(tokens, from - 1)) ? from - 1 : from), ...tokens.slice(phrase.to)];
  }
  return null;
}

function isButOrPause({ word }: Token): boolean {
  return word === 'but' || PAUSE.test(word);
}

function withoutTakenBack(
  tokens: readonly Token[],
  said: readonly Phrase[],
  scan: (tokens: readonly Token[]) => readonly Phrase[],
): readonly Token[] | null {
  const first = said[0]!;
  const starts = new Map(said.map((phrase) => [phrase.from, phrase]));
  for (let at = first.to; at < tokens.length; at += 1) {
    if (!UNITS.has(wordAt(tokens, at))) continue;
    const isBetween = said.some(({ to }) => to === at) && starts.has(at + 1);
    const correction = correctionAt(tokens, at, isBetween);
    if (correction === null) continue;
    const right = rightTimeAt(tokens, said, starts.get(correction.to), correction.to, scan);
    if (right === null) continue;
    const told = said.filter((phrase) => phrase.to <= correction.from && right.phrases.some(isReplacing(phrase)));
    // In «friday 12, sorry 1pm» the number sounds like the day.
    const wrong = told.length > 0 ? told : said.filter((phrase) => isLoose(phrase) && phrase.to === correction.from);
    if (wrong.length === 0 && !said.some(isLoose)) continue;
    const isLeft = (_: Token, place: number) => !wrong.some(({ from, to }) => place >= from && place < to);
    return [...tokens.slice(0, correction.from).filter(isLeft), ...right.tokens];
  }
  return null;
}

/** The words of a correction, with the pauses around and among them. */
function correctionAt(tokens: readonly Token[], at: number, isBetween: boolean): Correction | null {
  let from = at;
  while (PAUSE.test(wordAt(tokens, from - 1))) from -= 1;
  // «if you can make it by 8», «has to make it».
  if (/^(?:can|could|you|to|we|they|will|would|i|not|you'll|i'll)$/.test(wordAt(tokens, at - 1))) return null;
  let to = at;
  let isPlain = false;
  for (let unit = 0; unit < MOST_UNITS; unit += 1) {
    const after = afterPhrase(tokens, to, UNITS);
    if (after < 0) break;
    isPlain ||= !WEAK.test(wordAt(tokens, to)) || wordAt(tokens, to + 1) === 'make';
    to = after;
    while (PAUSE.test(wordAt(tokens, to)) || /^(?:it's|its)$/.test(wordAt(tokens, to))) to += 1;
  }
  // «tuesday, no, wednesday».
  const paused = from < at && PAUSE.test(wordAt(tokens, to - 1));
  // «thursday 7 no 7:30».
  return isPlain || paused || isBetween ? { from, to } : null;
}

interface RightTime {
  /** From the right time on, so that it reads as one. */
  readonly tokens: readonly Token[];
  readonly phrases: readonly Phrase[];
}

/** The times right behind a correction; a bare number is an hour: «make it 4». */
function rightTimeAt(
  tokens: readonly Token[],
  said: readonly Phrase[],
  there: Phrase | undefined,
  at: number,
  scan: (tokens: readonly Token[]) => readonly Phrase[],
): RightTime | null {
  if (there !== undefined) return { tokens: tokens.slice(at), phrases: runFrom(said, there) };
  const token = tokens[at];
  if (token?.kind !== 'number' || Number(token.word) > 24) return null;
  const lead = { ...token, kind: 'word', text: 'at', word: 'at', joined: false } as const;
  // So much as one time is long: the rest is looked at when all is read.
  const read = scan([lead, ...tokens.slice(at, at + LONGEST_TIME)]);
  return read[0]?.from === 0 ? { tokens: [lead, ...tokens.slice(at)], phrases: runFrom(read, read[0]) } : null;
}

function runFrom(said: readonly Phrase[], first: Phrase): readonly Phrase[] {
  const run: Phrase[] = [];
  for (const phrase of said.slice(said.indexOf(first))) {
    if (run.length > 0 && phrase.from !== run.at(-1)!.to) break;
    run.push(phrase);
  }
  return run;
}

const KINDS: Readonly<Record<string, 'day' | 'hour' | 'length'>> = {
  date: 'day',
  'date-range': 'day',
  clock: 'hour',
  'clock-range': 'hour',
  part: 'hour',
  length: 'length',
};

function isLoose({ meaning }: Phrase): boolean {
  return meaning.kind === 'date' && meaning.date.loose === true;
}

function isPoint({ meaning }: Phrase): boolean {
  return meaning.kind === 'date' || meaning.kind === 'clock';
}

function isSameKind(left: Phrase, right: Phrase): boolean {
  const kind = KINDS[left.meaning.kind];
  return kind !== undefined && kind === KINDS[right.meaning.kind];
}

function isReplacing(old: Phrase): (phrase: Phrase) => boolean {
  return (phrase) => isSameKind(old, phrase);
}
