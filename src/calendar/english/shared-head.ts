import type { Span } from '../text/span.ts';
import { wordAt } from '../text/token-at.ts';
import type { Token } from '../text/tokenize.ts';
import { ACTIVITY_WORDS } from './words/activities.ts';

const MOST_WORDS_OF_NAME = 3;
/** What is said before the name of whom one meets. */
const BEFORE_NAME = /^(?:with|w|for|\/|meet|see|visit|call|ring|phone|interview|1|:)$/;
/** Words that only ask, and articles: they are no part of what is done. */
const ASKING =
  /^(?:please|pls|plz|add|put|schedule|book|create|enter|note|block|set|up|new|hi|hey|hello|can|could|you|a|an|the|my|,|!|-)$/;

/** «Ben», «Mary Ann Lee»: a name and nothing else. */
export function isNameOnly(tokens: readonly Token[], { from, to }: Span): boolean {
  if (to <= from || to - from > MOST_WORDS_OF_NAME) return false;
  for (let at = from; at < to; at += 1) if (!isNamePart(tokens[at])) return false;
  return true;
}

function isNamePart(token: Token | undefined): boolean {
  if (token?.kind === 'mention') return true;
  return token?.kind === 'word' && token.text[0] !== token.word[0] && !ACTIVITY_WORDS.has(token.word);
}

/**
 * What stands before the name that ends at a place, so that it holds for another name too: «1:1 with» of «1:1 with Anna
 * …, Ben …»; an empty span where the name is all; `null` where no name ends there.
 */
export function headBeforeName(tokens: readonly Token[], to: number): Span | null {
  let name = to;
  while (name > 0 && to - name < MOST_WORDS_OF_NAME && isNamePart(tokens[name - 1])) name -= 1;
  if (name === to) return null;
  let from = 0;
  while (from < name && ASKING.test(wordAt(tokens, from))) from += 1;
  if (from === name) return { from, to: name };
  return BEFORE_NAME.test(wordAt(tokens, name - 1)) ? { from, to: name } : null;
}
