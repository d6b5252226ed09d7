import { asHexDigits, LIKE_A_HEX_DIGIT } from './lookalikes.ts';
import type { FindRepairs, Repair } from './repair.ts';

/** A group may be longer than it should be: a wide character was read twice, as two that look alike. */
const MOST_TWICE = 2;
const part = (length: number): string => `[${LIKE_A_HEX_DIGIT}]{${length},${length + MOST_TWICE}}`;
/** A line's end, or a space that is none, at a hyphen. */
const HYPHEN = String.raw`\s?[-–—]\s?`;
const ID = new RegExp(`(?<![0-9A-Za-z_])${[8, 4, 4, 4, 12].map(part).join(HYPHEN)}(?![0-9A-Za-z_]|-[0-9A-Za-z])`, 'g');
const LENGTHS = [8, 4, 4, 4, 12] as const;
/** Of 32 digits so many must have been read as digits: else it is no id that was misread. */
const LEAST_READ = 24;
/** The same digit or two that look alike, of which one was never there. */
const TWICE = /O0|0O|o0|0o|@0|0@|B8|8B|S5|5S|s5|5s|l1|1l|I1|1I|Z2|2Z/;

/**
 * Ids (GUIDs) in which a letter stands that no id has. A digit of base 16 is never made another one: whether a B was an
 * 8 nobody can tell.
 */
export const idRepairs: FindRepairs = (text) => {
  const repairs: Repair[] = [];
  for (const match of text.matchAll(ID)) {
    const [read] = match;
    const groups = read.split(/\s?[-–—]\s?/).map((group, index) => groupOf(group, LENGTHS[index]!));
    if (groups.some((group) => group === undefined)) continue;
    const by = groups.join('-');
    if (by === read || (read.match(/[0-9a-f]/gi)?.length ?? 0) < LEAST_READ) continue;
    repairs.push({ kind: 'id', start: match.index, end: match.index + read.length, by });
  }
  return repairs;
};

function groupOf(read: string, length: number): string | undefined {
  let once = read;
  for (let more = read.length - length; more > 0; more -= 1) once = once.replace(TWICE, (two) => two.replace(/\D/, ''));
  return once.length === length ? asHexDigits(once) : undefined;
}
