/** A length of time up to now, as people type it. */
export interface Period {
  readonly ms: number;
  /** «7 days». */
  readonly words: string;
}

const HOUR_MS = 60 * 60_000;
const UNITS: Readonly<Record<'h' | 'd' | 'w', { readonly ms: number; readonly word: string }>> = {
  h: { ms: HOUR_MS, word: 'hour' },
  d: { ms: 24 * HOUR_MS, word: 'day' },
  w: { ms: 7 * 24 * HOUR_MS, word: 'week' },
};
/** As long as anything can be kept (WHY401_KEEP_DAYS). */
const LONGEST_MS = 3650 * 24 * HOUR_MS;

/** For words to whoever typed something else. */
export const PERIOD_FORMS = '24h, 7d or 4w';

const NAMED: ReadonlyMap<string, string> = new Map([
  ['day', '24h'],
  ['today', '24h'],
  ['24 hours', '24h'],
  ['week', '7d'],
  ['7 days', '7d'],
  ['month', '30d'],
  ['30 days', '30d'],
]);

/** Reads `7d`, `24h`, `2w` and «last week»; `undefined` where it is something else, nothing, or longer than ten years. */
export function parsePeriod(text: string): Period | undefined {
  const named = NAMED.get(
    text
      .trim()
      .toLowerCase()
      .replace(/^(?:the |this |last |past )+/, ''),
  );
  if (named !== undefined) return parsePeriod(named);
  const [, digits, unit] = /^(\d{1,5}) ?([hdw])$/i.exec(text.trim()) ?? [];
  if (digits === undefined || unit === undefined) return undefined;
  const { ms, word } = UNITS[unit.toLowerCase() as keyof typeof UNITS];
  const count = Number(digits);
  if (count === 0 || count * ms > LONGEST_MS) return undefined;
  return { ms: count * ms, words: `${count} ${word}${count === 1 ? '' : 's'}` };
}
