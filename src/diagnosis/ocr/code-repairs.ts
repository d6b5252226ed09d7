import { aadb2cEntry } from '../codes/aadb2c.ts';
import { aadstsEntry } from '../codes/aadsts.ts';
import { asDigits, LIKE_A_DIGIT } from './lookalikes.ts';
import type { FindRepairs, Repair } from './repair.ts';

/** `AADST` or what looks like it; the last S of the prefix is told apart from a 5 by the table. */
const STS = new RegExp(`[A4][Aa4][DO0][Ss5$][T7]([${LIKE_A_DIGIT}]{4,11})(?![0-9A-Za-z_])`, 'g');
const B2C = new RegExp(`[A4][Aa4][DO0][B8][2Zz][CcGO]([${LIKE_A_DIGIT}]{4,8})(?![0-9A-Za-z_])`, 'g');
/** Fields and addresses that hold a number and nothing else. */
const FIELD = new RegExp(
  `(error[_ -]?codes?["'“”]{0,2}\\s{0,2}[:=]\\s{0,3}[\\[(]?\\s{0,12}|error\\?code=)([${LIKE_A_DIGIT}]{4,8})(?![0-9A-Za-z_-])`,
  'gi',
);

/**
 * Codes of Entra ID and Azure AD B2C whose letters and digits were taken for one another. A repair must be in the table,
 * and be the only one that is: a real code that the table does not have stays as it was read, and so does anything else.
 */
export const codeRepairs: FindRepairs = (text) => {
  const repairs: Repair[] = [];
  const add = (match: RegExpExecArray, by: string | undefined): void => {
    if (by === undefined || by === match[0]) return;
    repairs.push({ kind: 'code', start: match.index, end: match.index + match[0].length, by });
  };
  for (const match of text.matchAll(STS)) add(match, stsCode(match[0], match[1]!));
  for (const match of text.matchAll(B2C)) {
    const code = known(match[1]!, (number) => aadb2cEntry(number) !== undefined);
    add(match, /^AADB2C\d+$/.test(match[0]) || code === undefined ? undefined : `AADB2C${code}`);
  }
  for (const match of text.matchAll(FIELD)) {
    const read = match[2]!;
    if (/^\d+$/.test(read) || !/\d/.test(read)) continue;
    const code = known(read, (number) => aadstsEntry(number) !== undefined);
    add(match, code === undefined ? undefined : `${match[1]}${code}`);
  }
  return repairs.sort((a, b) => a.start - b.start);
};

/** What stands behind `AADST`: the last letter of the prefix, read right, as a 5, twice or not at all, and the number. */
function stsCode(whole: string, rest: string): string | undefined {
  if (/^AADSTS\d+$/.test(whole)) return undefined;
  const numbers = [rest];
  if (/^[Ss5$]/.test(rest)) numbers.push(rest.slice(1));
  if (/^[Ss5$]{2}/.test(rest)) numbers.push(rest.slice(2));
  const codes = new Set(numbers.flatMap((number) => known(number, (code) => aadstsEntry(code) !== undefined) ?? []));
  return codes.size === 1 ? `AADSTS${[...codes][0]}` : undefined;
}

function known(read: string, isCode: (code: number) => boolean): number | undefined {
  const digits = asDigits(read);
  if (digits === undefined || !/^[1-9]\d{3,7}$/.test(digits)) return undefined;
  return isCode(Number(digits)) ? Number(digits) : undefined;
}
