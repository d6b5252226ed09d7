import type { Views } from '../../text/views.ts';
import { wordScanner } from '../word-scanner.ts';
import { codedException } from './code-word.ts';
import { sentenceExceptions } from './fixed-sentence.ts';
import type { FoundException } from './found-exception.ts';
import { KNOWN_WORDS, type KnownWord } from './known-words.ts';
import { pasteMarks } from './paste-marks.ts';
import { typedException } from './type-name.ts';

const LIMIT = 300;
/** A log repeats itself: each word is looked at this often, most of a paste's distinct messages come first. */
const LOOKS_EACH = 40;

const scan = wordScanner(KNOWN_WORDS);

/** Exceptions by the names of types, the codes and the sentences of all libraries, in one pass. */
export function namedExceptions(views: Views): FoundException[] {
  const found: FoundException[] = [];
  const looks = new Map<KnownWord, number>();
  const marks = pasteMarks(views.text.lower);
  scan(views.text, (word, start, end) => {
    const times = (looks.get(word) ?? 0) + 1;
    looks.set(word, times);
    if (times > LOOKS_EACH) return true;
    const exception =
      (word.types.length > 0 ? typedException(views, word, start, end, marks) : undefined) ??
      codedException(views, word, start, end, marks);
    if (exception !== undefined) found.push(exception);
    if (word.sentences.length > 0) found.push(...sentenceExceptions(views, word, start, end));
    return found.length < LIMIT;
  });
  return found;
}
