import { given } from './environment.ts';
import type { SettingsProblem } from './settings-error.ts';

interface Range {
  readonly name: string;
  /** «a port number». */
  readonly what: string;
  readonly from: number;
  readonly to: number;
  /** What is taken where it is left out; said in the fix. */
  readonly otherwise: number;
  /** More words on the lower bound: «(any free port)». */
  readonly fromWords?: string;
}

/** A whole number in decimal digits, within bounds; the default where it is absent or wrong. */
export function readWholeNumber(value: string | undefined, range: Range, problems: SettingsProblem[]): number {
  const { name, what, from, to, otherwise, fromWords } = range;
  const digits = given(value);
  if (digits === undefined) return otherwise;
  const number = Number(digits);
  if (/^\d{1,9}$/.test(digits) && number >= from && number <= to) return number;
  problems.push({
    name,
    problem: `is not ${what}`,
    fix: `Set it to a whole number from ${from}${fromWords === undefined ? '' : ` ${fromWords}`} to ${to}, or leave it out for ${otherwise}`,
  });
  return otherwise;
}
