import type { DateWords } from '../words.ts';

const MONTH_PARTS = ['month', 'months', 'years', 'year'] as const;

/** Two sayings of one day put together («friday», «next week»); null where both say the same part. */
export function mergeDates(a: DateWords, b: DateWords): DateWords | null {
  const holiday = a.holiday !== undefined ? b : b.holiday !== undefined ? a : null;
  if (holiday !== null && Object.keys(holiday).some((key) => key !== 'year' && key !== 'weekday')) return null;
  // «all week in Brisbane next week».
  if (a.whole === true && b.span === 'week' && b.weeks !== undefined) return { ...b, whole: true };
  const weekdayOfWeek = inWeekOf(a, b) ?? inWeekOf(b, a);
  if (weekdayOfWeek !== null) return weekdayOfWeek;
  if (a.after !== undefined || b.after !== undefined) return mergeDistance(a, b);
  if (a.period !== undefined || b.period !== undefined) return null;
  for (const key of Object.keys(b) as (keyof DateWords)[]) {
    if (key === 'span') continue;
    if (a[key] !== undefined && a[key] !== b[key]) return null;
  }
  // Whole weeks and months lend their place to a day: the span itself is given up.
  const { span: spanA, ...restA } = a;
  const { span: spanB, ...restB } = b;
  const merged = { ...restA, ...restB };
  const day = (words: DateWords) =>
    words.weekday !== undefined || words.day !== undefined || words.numeric !== undefined;
  if ((day(a) && spanB === 'weekend') || (day(b) && spanA === 'weekend')) return null;
  if (spanA !== undefined && spanB !== undefined) return null;
  const inMonth = MONTH_PARTS.some((part) => merged[part] !== undefined);
  if (merged.weeks !== undefined && merged.day !== undefined && inMonth) return merged;
  return merged;
}

/** «fri, w/c 20 july»: the day of the week that another date lies in. */
function inWeekOf(day: DateWords, week: DateWords): DateWords | null {
  const dated = week.day !== undefined || week.numeric !== undefined;
  if (week.span !== 'week' || !dated || day.weekday === undefined || Object.keys(day).length > 1) return null;
  return { after: { length: { minutes: 0, days: day.weekday, months: 0 }, from: week } };
}

/** «tomorrow, friday», «saturday 3 days from now»: the weekday only confirms. */
function mergeDistance(a: DateWords, b: DateWords): DateWords | null {
  const [distance, other] = a.after !== undefined ? [a, b] : [b, a];
  if (other.after !== undefined) return null;
  const keys = Object.keys(other).filter((key) => key !== 'which');
  if (!keys.every((key) => key === 'weekday' || key === 'day' || key === 'month' || key === 'year')) return null;
  if (distance.weekday !== undefined && other.weekday !== undefined) return null;
  return { ...other, ...distance };
}
