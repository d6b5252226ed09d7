import type { MappedText } from './mapped-text.ts';

/**
 * Finds all declared phrases in one pass over a text, however many there are (Aho and Corasick, 1975).
 *
 * Phrases are lower case ASCII; a run of white space in the text counts as one space, since terminals and mail wrap lines
 * inside sentences.
 */
export interface PhraseIndex {
  readonly phrases: readonly string[];
  has(phrase: string): boolean;
  /** The first place of each phrase that stands in the text, as offsets in `text`. */
  find(source: MappedText): Map<string, readonly [start: number, end: number]>;
}

export class PhraseError extends Error {
  readonly code = 'WHY401_PHRASE';
  readonly phrase: string;
  constructor(phrase: string, problem: string) {
    super(`The phrase «${phrase}» ${problem}`);
    this.name = 'PhraseError';
    this.phrase = phrase;
  }
}

const SPACE = 0x20;

/** @throws PhraseError for a phrase that could never match: upper case, double spaces, or outside ASCII */
export function indexPhrases(phrases: Iterable<string>): PhraseIndex {
  const list = [...new Set(phrases)];
  for (const phrase of list) {
    if (phrase.length < 4) throw new PhraseError(phrase, 'is too short to stand for anything');
    if (phrase !== phrase.toLowerCase()) throw new PhraseError(phrase, 'must be in lower case');
    if (/ {2}|^ | $|[^\x20-\x7e]/.test(phrase)) throw new PhraseError(phrase, 'must have single spaces and be ASCII');
  }
  const known: ReadonlySet<string> = new Set(list);

  // Only characters that occur in phrases have a class of their own; class 0 falls back to the root.
  const classOf = new Uint8Array(128);
  let classes = 1;
  for (const phrase of list) {
    for (let index = 0; index < phrase.length; index += 1) {
      const code = phrase.charCodeAt(index);
      if (classOf[code] === 0) classOf[code] = classes++;
    }
  }
  let capacity = 1;
  for (const phrase of list) capacity += phrase.length;
  const next = new Uint32Array(capacity * classes);
  const fail = new Uint32Array(capacity);
  /** The phrase that ends at a state, plus one. */
  const ends = new Uint32Array(capacity);
  /** The nearest shorter state, along fail links, at which a phrase ends. */
  const alsoEnds = new Uint32Array(capacity);
  let states = 1;
  list.forEach((phrase, which) => {
    let state = 0;
    for (let index = 0; index < phrase.length; index += 1) {
      const slot = state * classes + classOf[phrase.charCodeAt(index)]!;
      if (next[slot] === 0) next[slot] = states++;
      state = next[slot]!;
    }
    ends[state] = which + 1;
  });
  const queue: number[] = [];
  for (let symbol = 1; symbol < classes; symbol += 1) if (next[symbol] !== 0) queue.push(next[symbol]!);
  for (let head = 0; head < queue.length; head += 1) {
    const state = queue[head]!;
    const back = fail[state]!;
    alsoEnds[state] = ends[back] !== 0 ? back : alsoEnds[back]!;
    for (let symbol = 1; symbol < classes; symbol += 1) {
      const slot = state * classes + symbol;
      const onward = next[back * classes + symbol]!;
      const child = next[slot]!;
      if (child === 0) {
        next[slot] = onward;
      } else {
        fail[child] = onward;
        queue.push(child);
      }
    }
  }

  return {
    phrases: list,
    has: (phrase) => known.has(phrase),
    find(source) {
      const text = source.lower;
      const found = new Map<string, readonly [number, number]>();
      let state = 0;
      let spaced = true;
      for (let index = 0; index < text.length; index += 1) {
        let code = text.charCodeAt(index);
        if (code === 0x09 || code === 0x0a || code === 0x0d) code = SPACE;
        if (code === SPACE) {
          if (spaced) continue;
          spaced = true;
        } else {
          spaced = false;
        }
        state = code < 128 ? next[state * classes + classOf[code]!]! : 0;
        if (state === 0) continue;
        for (let at = ends[state] !== 0 ? state : alsoEnds[state]!; at !== 0; at = alsoEnds[at]!) {
          const phrase = list[ends[at]! - 1]!;
          if (!found.has(phrase)) found.set(phrase, [startOf(text, index, phrase), index + 1]);
        }
      }
      return found;
    },
  };
}

/** Walks back over a phrase whose spaces may stand for longer runs of white space. */
function startOf(text: string, last: number, phrase: string): number {
  let at = last;
  for (let index = phrase.length - 1; index > 0; index -= 1) {
    at -= 1;
    if (phrase.charCodeAt(index - 1) === SPACE) {
      while (at > 0 && text.charCodeAt(at - 1) <= SPACE) at -= 1;
    }
  }
  return Math.max(0, at);
}
