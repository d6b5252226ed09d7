import type { Token } from '../../text/tokenize.ts';
import { ACTIVITY_WORDS } from './activities.ts';

/** Verbs of creating that people mistype as often as the things themselves. */
const VERBS = ['schedule', 'create', 'arrange', 'organize', 'organise', 'reserve'] as const;
/** Shorter ones are a slip away from too many other words: «tent» is no test. */
const SHORTEST = 6;
/** From here on a word that lacks one letter is nothing else any more. */
const LONG = 9;

/** What people write for these words and no slip of one letter explains. */
const BY_HAND: Readonly<Record<string, string>> = {
  metting: 'meeting',
  meetting: 'meeting',
  meetign: 'meeting',
  meting: 'meeting',
  wensday: 'wednesday',
  wendsday: 'wednesday',
  wednsday: 'wednesday',
  wendesday: 'wednesday',
  wenesday: 'wednesday',
  calender: 'calendar',
  plese: 'please',
  pleas: 'please',
  plaese: 'please',
  pleae: 'please',
  appointmnet: 'appointment',
};

/** Words of their own that a slip leads to as well. */
const REAL: ReadonlySet<string> = new Set(['planing', 'diner', 'super', 'cerate']);

function isLetterTwice(word: string, at: number): boolean {
  return word[at] === word[at - 1];
}

/** Two letters swapped, a double letter written once, and in long words any inner letter left out. */
function slipsOf(word: string): readonly string[] {
  const slips: string[] = [];
  for (let at = 1; at < word.length; at += 1) {
    const next = word[at + 1];
    if (next !== undefined) slips.push(word.slice(0, at) + next + word[at]! + word.slice(at + 2));
    if (isLetterTwice(word, at) || (word.length >= LONG && at < word.length - 1))
      slips.push(word.slice(0, at) + word.slice(at + 1));
  }
  return slips;
}

const MEANT: ReadonlyMap<string, string> = new Map([
  ...[...ACTIVITY_WORDS, ...VERBS]
    .filter((word) => word.length >= SHORTEST && !word.includes('-'))
    .flatMap((word) => slipsOf(word).map((slip) => [slip, word] as const))
    .filter(([slip, word]) => slip !== word && !ACTIVITY_WORDS.has(slip) && !REAL.has(slip)),
  ...Object.entries(BY_HAND),
]);

function cased(word: string, like: string): string {
  return like[0] === like[0]!.toLowerCase() ? word : word[0]!.toUpperCase() + word.slice(1);
}

/** «interveiw», «apointment», «shcedule»: read, and shown, as they were meant. */
export function spelledRight(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, at) => {
    const meant = token.kind === 'word' ? MEANT.get(token.word) : undefined;
    // A capital inside a message begins a name.
    if (meant === undefined || (at > 0 && token.text[0] !== token.word[0])) return token;
    return { ...token, word: meant, text: cased(meant, token.text) };
  });
}
