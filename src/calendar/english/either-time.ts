import type { Token } from '../text/tokenize.ts';
import type { Phrase } from '../time/words.ts';
import type { OtherDay } from './other-day.ts';

/** Who offers times writes a sentence; a longer text would be read once for each of them. */
const LONGEST_MESSAGE = 60;

/** A time that is offered beside another one: «monday 10 or tuesday 11», «tomorrow or thursday at 3», «at 4 or 5 pm». */
export function eitherTimeAt(tokens: readonly Token[], phrases: readonly Phrase[]): OtherDay | null {
  if (tokens.length > LONGEST_MESSAGE || !tokens.some(({ word }) => word === 'or')) return null;
  for (const [index, next] of phrases.entries()) {
    const before = phrases[index - 1];
    if (before === undefined || !isOr(tokens, before.to, next.from)) continue;
    if (isPoint(before) && before.meaning.kind === next.meaning.kind) {
      const [first, last] = [phrases[index - 2], phrases[index + 1]];
      // «… on monday at 10 or tuesday at 11» has its hours apart.
      const hasOwnDay = before.meaning.kind === 'clock' && first !== undefined && first.to === before.from;
      if (!(hasOwnDay && last?.meaning.kind === 'date'))
        return { first: before.from, from: before.to, second: next.from, to: next.to };
    }
    const [day, hour] = [phrases[index - 2], phrases[index + 1]];
    const isPair =
      day?.meaning.kind === 'date' && day.to === before.from && next.meaning.kind === 'date' && hour?.from === next.to;
    if (isPair && isHour(before) && isHour(hour))
      return { first: day.from, from: before.to, second: next.from, to: hour.to };
  }
  return null;
}

function isOr(tokens: readonly Token[], from: number, to: number): boolean {
  const between = tokens.slice(from, to).map(({ word }) => word);
  return between.at(-1) === 'or' && between.length <= 2 && (between.length === 1 || between[0] === ',');
}

function isPoint({ meaning }: Phrase): boolean {
  return meaning.kind === 'date' || isHour({ meaning });
}

function isHour({ meaning }: Pick<Phrase, 'meaning'>): boolean {
  return meaning.kind === 'clock' || meaning.kind === 'clock-range';
}
