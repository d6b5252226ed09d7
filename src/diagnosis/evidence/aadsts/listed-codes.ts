import { literal } from '../../text/literal-filter.ts';
import type { Views } from '../../text/views.ts';
import { codeNumber, type FoundCode } from './found-code.ts';

const LIMIT = 200;

interface Listing {
  /** Lower case; what to look for before a pattern is tried. */
  readonly mark: string;
  /** Sticky at the mark; the first group holds one number or several. */
  readonly pattern: RegExp;
  readonly where: FoundCode['where'];
  /** What must stand just before the mark. */
  readonly before?: RegExp;
}

/** Places that hold codes and nothing else, without the prefix. */
const LISTINGS: readonly Listing[] = [
  { mark: 'error_codes', pattern: /error_codes["'`]?\s{0,8}[:=]\s{0,8}[[(]([\d,\s]{4,120})/y, where: 'error-codes' },
  { mark: 'errorcodes', pattern: /errorcodes["'`]?\s{0,8}[:=]\s{0,8}[[(]([\d,\s]{4,120})/y, where: 'error-codes' },
  // MSAL for iOS and macOS: MSALSTSErrorCodesKey = ( 50076 )
  {
    mark: 'stserrorcodeskey',
    pattern: /stserrorcodeskey["'`]?\s{0,8}[:=]\s{0,8}[[(]([\d,\s]{4,120})/y,
    where: 'error-codes',
  },
  // MSAL.js: «invalid_grant: 50173 - [2024-…Z]: AADSTS…», since 3.27 «Error(s): 501481 - Timestamp: …»
  { mark: ' - [2', pattern: / - \[2/y, where: 'error-codes', before: /:\s{1,3}(\d{4,8}(?:,\s?\d{4,8}){0,8})$/ },
  { mark: 'error(s):', pattern: /error\(s\):\s{0,4}([\d,\s]{4,120}?)\s{0,3}- timestamp/y, where: 'error-codes' },
  { mark: 'error?code=', pattern: /error\?code=(\d{4,8})(?!\d)/y, where: 'address' },
  // The header in which MSAL reads a refusal's numbers: version, code, suberror, token age.
  { mark: 'x-ms-clitelem', pattern: /x-ms-clitelem["'`]?\s{0,4}[:=→]\s{0,4}["'`]?1,(\d{4,8}),/y, where: 'error-codes' },
  { mark: 'errorno', pattern: /errorno["'`]\s{0,4}:\s{0,4}["'`](\d{4,8})["'`]/y, where: 'page' },
  { mark: 'serrorcode', pattern: /serrorcode["'`]\s{0,4}:\s{0,4}["'`](\d{4,8})["'`]/y, where: 'page' },
];

const LISTING_MARKS = LISTINGS.map(({ mark }) => literal(mark));

/** Codes in `error_codes`, in `error_uri`, in MSAL's own wording, and in the scripts of the sign-in page. */
export function listedCodes(views: Views): FoundCode[] {
  const { lower } = views.plain;
  const codes: FoundCode[] = [];
  for (let index = 0; index < LISTINGS.length; index += 1) {
    if (!views.plain.mayHold(LISTING_MARKS[index]!)) continue;
    const { mark, pattern, where, before } = LISTINGS[index]!;
    for (let at = lower.indexOf(mark); at !== -1 && codes.length < LIMIT; at = lower.indexOf(mark, at + mark.length)) {
      pattern.lastIndex = at;
      const match = pattern.exec(lower);
      if (match === null) continue;
      const head = before?.exec(lower.slice(Math.max(0, at - 80), at));
      if (before !== undefined && head == null) continue;
      const list = head?.[1] ?? match[1] ?? '';
      const end = head == null ? pattern.lastIndex : at;
      for (const digits of list.split(/[,\s]+/)) {
        const code = codeNumber(digits);
        if (code === undefined) continue;
        codes.push({
          family: 'AADSTS',
          code,
          message: '',
          where,
          repaired: false,
          span: views.plain.spanOf(head == null ? at : at - list.length, end),
        });
      }
    }
  }
  return codes;
}
