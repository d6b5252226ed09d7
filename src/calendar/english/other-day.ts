import type { Token } from '../text/tokenize.ts';
import type { DateWords, Phrase } from '../time/words.ts';

/** Two days of one thing that are no stretch: «training 12 may and 19 may, 9am». */
export interface OtherDay {
  /** The first token behind the first of the two days. */
  readonly from: number;
  /** The first token of the second one. */
  readonly second: number;
  /** The first token behind it. */
  readonly to: number;
  readonly first: number;
}

/** The second of two days that are listed; null where there is one day, or what both say goes together. */
export function otherDayAt(tokens: readonly Token[], phrases: readonly Phrase[]): OtherDay | null {
  for (const [index, next] of phrases.entries()) {
    const before = phrases[index - 1];
    if (before === undefined || before.meaning.kind !== 'date' || next.meaning.kind !== 'date') continue;
    const [left, right] = [before.meaning.date, next.meaning.date];
    if (!isDayOfMonth(left) || !isDayOfMonth(right) || mayBeSameDay(left, right)) continue;
    const between = tokens.slice(before.to, next.from).map(({ word }) => word);
    if (between.length === 0 || between.length > 2 || !between.every((word) => /^(?:,|and|&|\+)$/.test(word))) continue;
    return { first: before.from, from: before.to, second: next.from, to: next.to };
  }
  return null;
}

/** «5 May, 05/05/2026» is one day in two forms. */
function mayBeSameDay(left: DateWords, right: DateWords): boolean {
  const daysOf = ({ day, numeric }: DateWords) => (numeric === undefined ? [day] : [numeric.first, numeric.second]);
  const isOneForm = (left.numeric === undefined) === (right.numeric === undefined);
  if (isOneForm && left.numeric === undefined) return left.day === right.day && left.month === right.month;
  if (isOneForm) return left.numeric!.first === right.numeric!.first && left.numeric!.second === right.numeric!.second;
  return daysOf(left).some((day) => daysOf(right).includes(day));
}

function isDayOfMonth({ day, numeric, loose }: DateWords): boolean {
  return (day !== undefined && loose !== true) || numeric !== undefined;
}
