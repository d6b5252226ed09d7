import { literal } from '../../text/literal-filter.ts';
import type { Views } from '../../text/views.ts';
import { codeNumber, type FoundCode, withoutLookalikes } from './found-code.ts';
import { isOnlyTalk, mentionOf } from './mention.ts';
import { wordsBehind } from './words-behind.ts';

const LIMIT = 300;
/** A log repeats one code thousands of times; its words are read a few times, as they may name different apps. */
const READ_EACH = 8;
const LOOK_LIMIT = 5000;
const MARK = literal('aad');
/** The prefix as written, as broken by a line's end, and as read from a picture (S and 5 look alike). */
const PREFIX = /aa(?:(db2c)|d(?:\n[ \t]{0,8})?([s5])(?:\n[ \t]{0,8})?t(?:\n[ \t]{0,8})?([s5]))/y;
const SEPARATOR = /[ \t:_#-]{0,3}/y;
const BEGINS_NUMBER = /[0-9oqils|zb[\n]/;
const DIGITS = /\d{1,12}/y;
/** CI log viewers make links of numbers: `AADSTS700[21](https://…)1`. */
const LINK = /\[(\d{1,6})\]\([^()\s]{1,400}\)(\d{0,6})/y;
/** The rest of the number on the next line; a time of day or a date is not one. */
const NEXT_LINE = /[ \t]{0,4}\n[ \t>|]{0,12}(\d{1,6}):(?!\d)/y;
/** A code on the line behind its prefix. */
const BROKEN = /\n[ \t>|]{0,12}(?=\d{4,8}\b)/y;
/** Letters that character recognition puts in the place of digits. */
const LOOKALIKE = /[0-9oqils|zb]{4,8}(?![0-9a-z_])/y;

/** The service puts a colon between a code and its sentence, its pages and translations a dash. */
const BEGINS_SENTENCE = /^["'\]]?\s?(?::|[–—-]\s)/;
const SENTENCE = 8;

/** Codes with their prefix, in running text, addresses and bodies, in either case. */
export function prefixedCodes(views: Views): FoundCode[] {
  const codes: FoundCode[] = [];
  if (!views.plain.mayHold(MARK)) return codes;
  const { text, lower } = views.plain;
  const seen = new Map<number, number>();
  let looks = 0;
  for (let at = lower.indexOf('aad'); at !== -1 && codes.length < LIMIT; at = lower.indexOf('aad', at + 3)) {
    looks += 1;
    if (looks > LOOK_LIMIT) break;
    PREFIX.lastIndex = at;
    const prefix = PREFIX.exec(lower);
    if (prefix === null) continue;
    const read = numberBehind(lower, PREFIX.lastIndex);
    if (read === undefined) continue;
    const code = codeNumber(read.digits);
    if (code === undefined) continue;
    const times = (seen.get(code) ?? 0) + 1;
    seen.set(code, times);
    if (times > READ_EACH) continue;
    const message = wordsBehind(text, read.end);
    const named = mentionOf(
      lower,
      at,
      read.end,
      message.length >= SENTENCE && BEGINS_SENTENCE.test(lower.slice(read.end, read.end + 6)),
    );
    const mention = (named === 'over' || named === 'example') && isOnlyTalk(lower) ? 'talk' : named;
    codes.push({
      family: prefix[1] === undefined ? 'AADSTS' : 'AADB2C',
      code,
      message,
      where: 'text',
      repaired: read.repaired || prefix[2] === '5' || prefix[3] === '5' || prefix[0].includes('\n'),
      span: views.plain.spanOf(at, read.end),
      ...(mention === undefined ? {} : { mention }),
    });
  }
  return codes;
}

function numberBehind(
  lower: string,
  prefixEnd: number,
): { digits: string; end: number; repaired: boolean } | undefined {
  SEPARATOR.lastIndex = prefixEnd;
  SEPARATOR.test(lower);
  let at = SEPARATOR.lastIndex;
  if (!BEGINS_NUMBER.test(lower[at] ?? '')) return undefined;
  BROKEN.lastIndex = at;
  const broken = lower[at] === '\n' && BROKEN.test(lower);
  if (broken) at = BROKEN.lastIndex;
  LOOKALIKE.lastIndex = at;
  const lookalike = LOOKALIKE.exec(lower)?.[0];
  if (lookalike !== undefined && /\D/.test(lookalike)) {
    const digits = withoutLookalikes(lookalike);
    return digits === undefined ? undefined : { digits, end: at + lookalike.length, repaired: true };
  }
  DIGITS.lastIndex = at;
  const first = lookalike ?? DIGITS.exec(lower)?.[0] ?? '';
  const end = at + first.length;
  const behind = lower[end];
  LINK.lastIndex = end;
  const link = behind === '[' ? LINK.exec(lower) : null;
  if (link !== null) return { digits: first + link[1]! + link[2]!, end: LINK.lastIndex, repaired: true };
  if (first === '') return undefined;
  NEXT_LINE.lastIndex = end;
  const next = behind === '\n' || behind === ' ' || behind === '\t' ? NEXT_LINE.exec(lower) : null;
  if (next !== null && first.length + next[1]!.length <= 7 && (first.length < 5 || next[1]!.length <= 2)) {
    return { digits: first + next[1]!, end: NEXT_LINE.lastIndex - 1, repaired: true };
  }
  return { digits: first, end, repaired: broken };
}
