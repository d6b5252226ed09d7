import type { Token } from '../text/tokenize.ts';
import type { DateWords, Phrase } from '../time/words.ts';

/** Two times of one thing that are no stretch: «training 12 may and 19 may, 9am», «7 oct 14:00, 14 oct 14:00». */
export interface OtherDay {
  /** The first token behind the first of the two. */
  readonly from: number;
  /** The first token of the second one. */
  readonly second: number;
  /** The first token behind all that are listed. */
  readonly to: number;
  readonly first: number;
}

/** The second of the days that are listed; null where there is one day, or what they say goes together. */
export function otherDayAt(tokens: readonly Token[], phrases: readonly Phrase[]): OtherDay | null {
  return otherDay(tokens, phrases) ?? otherMoment(tokens, phrases) ?? otherHour(tokens, phrases);
}

function otherDay(tokens: readonly Token[], phrases: readonly Phrase[]): OtherDay | null {
  for (const [index, next] of phrases.entries()) {
    const before = phrases[index - 1];
    if (before === undefined || !areTwoDays(tokens, before, next)) continue;
    let last = index;
    while (phrases[last + 1] !== undefined && areTwoDays(tokens, phrases[last]!, phrases[last + 1]!)) last += 1;
    return { first: before.from, from: before.to, second: next.from, to: phrases[last]!.to };
  }
  return null;
}

function areTwoDays(tokens: readonly Token[], before: Phrase, next: Phrase): boolean {
  if (before.meaning.kind !== 'date' || next.meaning.kind !== 'date') return false;
  const [left, right] = [before.meaning.date, next.meaning.date];
  if (!isDayOfMonth(left) || !isDayOfMonth(right) || mayBeSameDay(left, right)) return false;
  return isListed(tokens, before.to, next.from);
}

function isListed(tokens: readonly Token[], from: number, to: number): boolean {
  const between = tokens.slice(from, to).map(({ word }) => word);
  return between.length > 0 && between.length <= 2 && between.every((word) => /^(?:,|;|and|&|\+)$/.test(word));
}

/** A day and an hour that follow another day and hour, with nothing said between them. */
function otherMoment(tokens: readonly Token[], phrases: readonly Phrase[]): OtherDay | null {
  let found: OtherDay | null = null;
  for (let index = 0; index + 3 < phrases.length; index += 2) {
    const [day, next] = [phrases[index]!, phrases[index + 2]!];
    const [hour, nextHour] = [phrases[index + 1]!, phrases[index + 3]!];
    const isPair = isDayAndHour(day, hour) && isDayAndHour(next, nextHour) && isListed(tokens, hour.to, next.from);
    if (!isPair) {
      if (found !== null) break;
      index -= 1;
      continue;
    }
    found ??= { first: day.from, from: hour.to, second: next.from, to: nextHour.to };
    found = { ...found, to: nextHour.to };
  }
  return found;
}

/** «meds at 8am and 8pm every day»: two hours that are both said in full, and no stretch. */
function otherHour(tokens: readonly Token[], phrases: readonly Phrase[]): OtherDay | null {
  for (const [index, next] of phrases.entries()) {
    const before = phrases[index - 1];
    if (before?.meaning.kind !== 'clock' || next.meaning.kind !== 'clock') continue;
    if (before.meaning.clock.half === null || next.meaning.clock.half === null) continue;
    if (/^(?:from|between)$/.test(tokens[before.from]?.word ?? '') || !isListed(tokens, before.to, next.from)) continue;
    if (/^(?:between|from)$/.test(tokens[before.from - 1]?.word ?? '')) continue;
    return { first: before.from, from: before.to, second: next.from, to: next.to };
  }
  return null;
}

function isDayAndHour(day: Phrase, hour: Phrase): boolean {
  if (day.meaning.kind !== 'date' || day.to !== hour.from) return false;
  const { date } = day.meaning;
  const isDay = isDayOfMonth(date) || date.weekday !== undefined || date.after !== undefined;
  return isDay && (hour.meaning.kind === 'clock' || hour.meaning.kind === 'clock-range');
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
