import type { Token } from '../text/tokenize.ts';
import type { BareFamily, Beside, PhraseFamily, Read } from './phrase-family.ts';
import type { TimeLanguage } from './time-language.ts';
import type { Phrase } from './words.ts';

/** Reads the phrases of a message from left to right, the longest at each place. */
export function scanPhrases(tokens: readonly Token[], language: TimeLanguage): readonly Phrase[] {
  const { families, bareFamilies, beginsWith } = language;
  const phrases: Phrase[] = [];
  let at = 0;
  while (at < tokens.length) {
    const { kind, word } = tokens[at]!;
    const read = kind === 'mark' && !beginsWith(word) ? null : longest(tokens, at, families);
    if (read === null) {
      at += 1;
      continue;
    }
    phrases.push({ from: read.from ?? at, to: read.to, meaning: read.meaning });
    at = read.to;
  }
  return withBare(tokens, phrases, bareFamilies, beginsWith);
}

function longest(tokens: readonly Token[], at: number, families: readonly PhraseFamily[]): Read | null {
  let best: Read | null = null;
  for (const family of families) {
    const read = family(tokens, at);
    if (read !== null && (best === null || read.to > best.to)) best = read;
  }
  return best;
}

function withBare(
  tokens: readonly Token[],
  phrases: readonly Phrase[],
  families: readonly BareFamily[],
  beginsWith: TimeLanguage['beginsWith'],
): readonly Phrase[] {
  const starts = new Map(phrases.map((phrase) => [phrase.from, phrase]));
  const all: Phrase[] = [];
  const kinds = new Set(phrases.map(({ meaning }) => meaning.kind));
  const hasClock = kinds.has('clock') || kinds.has('clock-range');
  const lacksClock =
    kinds.has('date') && !kinds.has('clock') && !kinds.has('clock-range') && !kinds.has('part') && !kinds.has('offset');
  let index = 0;
  let at = 0;
  while (at < tokens.length) {
    const phrase = phrases[index];
    if (phrase !== undefined && at >= phrase.from) {
      all.push(phrase);
      at = phrase.to;
      index += 1;
      continue;
    }
    const { kind, word } = tokens[at]!;
    if (kind === 'mark' && !beginsWith(word)) {
      at += 1;
      continue;
    }
    const last = all.at(-1);
    const gap = last === undefined ? -1 : at - last.to;
    const before = gap === 0 || (gap === 1 && isLink(tokens[at - 1])) ? last! : null;
    const beside: Beside = { before, startingAt: (place) => starts.get(place) ?? null, hasClock, lacksClock };
    const limit = phrase?.from ?? tokens.length;
    const read = families.map((family) => family(tokens, at, beside)).find((it) => it !== null && it.to <= limit);
    if (read === undefined || read === null) {
      at += 1;
      continue;
    }
    all.push({ from: at, to: read.to, meaning: read.meaning });
    at = read.to;
  }
  return all;
}

function isLink(token: Token | undefined): boolean {
  return token !== undefined && /^(?:,|-|:|;|\(|@|at|for|around|about|from)$/.test(token.word);
}
