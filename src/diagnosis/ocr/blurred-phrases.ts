import type { PhraseEvidence } from '../evidence/evidence.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { indexPhrases, type PhraseIndex } from '../text/phrase-index.ts';
import { Rewriter } from '../text/rewriter.ts';
import { shapeOf } from './lookalikes.ts';

/** A sentence of three words is like no other even where letters are taken for one another; a single word may be. */
const SENTENCE = /\S \S+ \S/;
const SHORTEST = 16;
/** What is lost, doubled or made up between letters. */
const BETWEEN = /[^a-z0-9|!@$]/;

interface Blurred {
  readonly index: PhraseIndex;
  readonly phraseOf: ReadonlyMap<string, string>;
}
const indexes = new WeakMap<PhraseIndex, Blurred>();

/**
 * The sentences of services and libraries that stand in what was read from a picture, but for letters taken for one
 * another, and spaces and marks lost or made up.
 *
 * @param from - offset in `text` from which on it was read in a picture
 */
export function blurredPhrases(text: MappedText, from: number, phrases: PhraseIndex): PhraseEvidence[] {
  const { index, phraseOf } = blurredIndex(phrases);
  const blurred = blurredText(text, from);
  const found: PhraseEvidence[] = [];
  for (const [shape, [start, end]] of index.find(blurred)) {
    found.push({ kind: 'phrase', phrase: phraseOf.get(shape)!, span: blurred.spanOf(start, end) });
  }
  return found;
}

function blurredIndex(phrases: PhraseIndex): Blurred {
  let blurred = indexes.get(phrases);
  if (blurred === undefined) {
    const phraseOf = new Map<string, string>();
    for (const phrase of phrases.phrases) {
      if (phrase.length < SHORTEST || !SENTENCE.test(phrase)) continue;
      const shape = shapeOf([...phrase].filter((character) => !BETWEEN.test(character)).join('')).replaceAll('rn', 'm');
      phraseOf.set(shape, phrase);
    }
    blurred = { index: indexPhrases(phraseOf.keys()), phraseOf };
    indexes.set(phrases, blurred);
  }
  return blurred;
}

function blurredText(source: MappedText, from: number): MappedText {
  const { lower } = source;
  const rewriter = new Rewriter(source);
  rewriter.remove(0, from);
  let last = '';
  for (let at = from; at < lower.length; at += 1) {
    const character = lower[at]!;
    const shape = BETWEEN.test(character) ? '' : shapeOf(character);
    if (shape === '' || shape === last) {
      rewriter.remove(at, at + 1);
    } else if (shape === 'r' && lower[at + 1] === 'n') {
      rewriter.put(at, at + 2, 'm'.charCodeAt(0));
      at += 1;
      last = 'm';
    } else {
      if (shape !== character) rewriter.exchange(at, shape.charCodeAt(0));
      last = shape;
    }
  }
  return rewriter.finish();
}
