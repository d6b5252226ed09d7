import type { Views } from '../../text/views.ts';
import { lineFrom } from './exception-message.ts';
import type { FoundException } from './found-exception.ts';
import type { KnownWord, Sentence } from './known-words.ts';

const AROUND = 600;
/** The longest lead of a sentence, with room for wrapped lines. */
const LEAD = 200;

/** Exceptions by a sentence that only one library says. */
export function sentenceExceptions(views: Views, word: KnownWord, start: number, end: number): FoundException[] {
  const { text, lower } = views.text;
  const found: FoundException[] = [];
  for (const sentence of word.sentences) {
    if (!sentence.beside.every((other) => views.text.mayHold(other))) continue;
    sentence.pattern.lastIndex = start;
    if (!sentence.pattern.test(lower)) continue;
    const behind = sentence.pattern.lastIndex;
    const lead = sentence.lead.exec(lower.slice(Math.max(0, start - LEAD), start));
    if (lead === null) continue;
    const { library, words } = sentence;
    if (words.when !== undefined && !words.when.test(lower.slice(Math.max(0, start - AROUND), end + AROUND))) continue;
    const from = start - lead[0].length;
    const line = lineFrom(text, from);
    found.push({
      library,
      type: words.type,
      code: codeIn(sentence, text.slice(from, from + 300)),
      message: line.message,
      start: from,
      end: Math.max(behind, line.end),
      bare: true,
    });
  }
  return found;
}

function codeIn({ words }: Sentence, said: string): string | null {
  if (words.code === undefined) return null;
  return typeof words.code === 'string' ? words.code : (words.code.exec(said)?.[1]?.toLowerCase() ?? null);
}
