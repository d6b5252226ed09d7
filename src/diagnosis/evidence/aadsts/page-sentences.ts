import { literalList, literals } from '../../text/literal-filter.ts';
import type { Views } from '../../text/views.ts';
import type { FoundCode } from './found-code.ts';
import { TRANSLATED_PAGES } from './translated-pages.ts';

interface Page {
  readonly code: number;
  readonly within: number;
  /** Of each group one must stand near the first word. */
  readonly others: readonly (readonly string[])[];
}

/** A page's sentence and its title stand together. */
const AROUND = 260;

/** The first words of all pages, and the page of each beside it: two flat lists, as nearly all of them are in no paste. */
const words: string[] = [];
const PAGES: Page[] = [];
for (const { code, lines, within = AROUND } of TRANSLATED_PAGES) {
  for (const line of lines) {
    const [first, ...others] = line.split(' + ').map((group) => group.split('|'));
    for (const word of first!) {
      words.push(word);
      PAGES.push({ code, within, others });
    }
  }
}

const FIRST = literalList(words);

const LOOKED_AT = 1 << 15;
/** A program's output says what it has to say in its own words. */
const OF_A_PROGRAM = literals('":"', '": "', 'http/1', 'exception');

/**
 * The code of a sign-in page in another language, shown without its number. A conclusion, so it counts like a repaired
 * number.
 */
export function pageSentences(views: Views): FoundCode[] {
  const source = views.plain;
  for (const mark of OF_A_PROGRAM) if (source.mayHold(mark)) return [];
  const beginning = source.lower.slice(0, LOOKED_AT);
  for (let index = source.nextHeld(FIRST, 0); index !== -1; index = source.nextHeld(FIRST, index + 1)) {
    const word = FIRST.literals[index]!;
    const at = beginning.indexOf(word.text);
    if (at === -1) continue;
    const { code, within, others } = PAGES[index]!;
    const around = source.lower.slice(Math.max(0, at - within), at + word.text.length + within);
    if (!others.every((group) => group.some((other) => around.includes(other)))) continue;
    return [
      {
        family: 'AADSTS',
        code,
        message: '',
        where: 'words',
        repaired: true,
        span: source.spanOf(at, at + word.text.length),
      },
    ];
  }
  return [];
}
