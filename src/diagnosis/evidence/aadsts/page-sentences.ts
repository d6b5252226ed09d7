import { type Literal, literal } from '../../text/literal-filter.ts';
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
const FIRST: Literal[] = [];
const PAGES: Page[] = [];
for (const { code, lines, within = AROUND } of TRANSLATED_PAGES) {
  for (const line of lines) {
    const [first, ...others] = line.split(' + ').map((group) => group.split('|'));
    for (const word of first!) {
      FIRST.push(literal(word));
      PAGES.push({ code, within, others });
    }
  }
}

const LOOKED_AT = 1 << 15;

/**
 * The code of a sign-in page in another language, shown without its number. A conclusion, so it counts like a repaired
 * number.
 */
export function pageSentences(views: Views): FoundCode[] {
  const source = views.plain;
  for (let index = 0; index < FIRST.length; index += 1) {
    const word = FIRST[index]!;
    if (!source.mayHold(word)) continue;
    const at = source.lower.indexOf(word.text);
    if (at === -1 || at > LOOKED_AT) continue;
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
