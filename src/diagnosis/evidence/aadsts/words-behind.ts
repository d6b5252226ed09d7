import { MESSAGE_LIMIT, messageText } from '../message-text.ts';

const WINDOW = 1200;
const LEAD = /^[\s:–—.,|)\]>*"'-]{0,12}/;
/**
 * Where the words of a code end: the ids that follow them, the next code, the end of the string or address that carries
 * them, a blank line, a stack frame, another object.
 */
const END = new RegExp(
  [
    String.raw`[,;(]?\s{0,3}(?:-\s)?Trace[\s_]?ID\b`,
    String.raw`[,;]?\s{0,3}(?:-\s)?Correlation[\s_]?ID\b`,
    String.raw`\n[ \t]{0,8}Timestamp`,
    String.raw`\bTimestamp:\s`,
    String.raw`\bA{2}D(?:STS|B2C)[ :]?\d`,
    String.raw`["'\`]\s{0,20}(?:,\s{0,20}["'\`]?[A-Za-z_]{2,40}["'\`]?\s{0,4}[:=]|\}|\]|$)`,
    String.raw`"(?:\s{0,4},|\s{0,4}\)|\n|;)`,
    '&(?:error_uri|state|error|client_info|session_state|error_subcode|admin_consent|tenant)=',
    String.raw`\n[ \t]{0,8}\n`,
    String.raw`\n[ \t]{0,20}(?:at\s|in\s|---|\+\s|\[|[{}<]|https?:|#|>\s|\d{4}-\d\d-\d\d(?![T ][\d:.]{8,18}Z?[.,](?:\s|$))|\d\d:\d\d:\d\d|\w{1,30}Code:|(?:GET|POST|PUT|PATCH|DELETE)\s|\()`,
    String.raw`\s--->\s|\s?\(truncated`,
    String.raw`\|login_required|\|interaction_required|\|consent_required`,
    String.raw`,\s(?:error_codes|error_uri|MSAL\w{3,40}Key|suberror|timestamp|trace_id)=`,
  ].join('|'),
  'i',
);
/** What is left of form encoding where a quoted name follows: «tenant+'Contoso'». */
const PLUS_BEFORE_QUOTE = /(?<=[a-z.,:)])\+(?=['"({])/g;
/** A sentence that is over is not continued on the next line; one that is not was wrapped, as where a small letter follows. */
const OVER = /[.!?。；;][ \t]{0,4}\n|[:)\]"'][ \t]{0,4}\n(?![ \t]{0,4}[a-z]{2})/;

/**
 * The words behind a code, without the ids and whatever stands behind them.
 *
 * @param text - decoded text
 * @param from - offset behind the code's digits
 */
export function wordsBehind(text: string, from: number): string {
  const window = text.slice(from, from + WINDOW);
  const lead = LEAD.exec(window)![0];
  // «AADSTS50011","error_codes"…»: the string is over before any word.
  if (/^["'`]\s{0,8}[,}\])]/.test(window) || lead.includes('\n\n')) return '';
  const rest = withSpaces(window).slice(lead.length);
  // What stands on the next line may be another log line.
  if (lead.includes('\n') && `\n${rest}`.search(END) === 0) return '';
  let end = endOf(rest);
  if (end < rest.length && closesName(rest, end)) end += 1;
  const over = OVER.exec(rest.slice(0, end));
  if (over !== null) end = over.index + 1;
  const words = messageText(rest.slice(0, end)).replace(/\s["'`]$/, '');
  return /\p{L}{2}/u.test(words) ? words.slice(0, MESSAGE_LIMIT) : '';
}

/** A quotation mark at the end of the words may close a name in them («… in the directory 'Bot Framework'») and no string around. */
function closesName(rest: string, at: number): boolean {
  const mark = rest[at]!;
  if (mark !== "'" && mark !== '"' && mark !== '`') return false;
  const before = at === 0 ? -1 : rest.lastIndexOf(mark, at - 1);
  return before > 0 && /[\s(]/.test(rest[before - 1]!);
}

/** Quotes inside brackets, «the app Roster ("…")», close nothing but themselves. */
const OPENED = /\(\s?"[^"()\n]{1,200}$/;

function endOf(words: string): number {
  let from = 0;
  for (;;) {
    const at = words.slice(from).search(END);
    if (at === -1) return words.length;
    const end = from + at;
    if (!words.startsWith('"', end) || !OPENED.test(words.slice(Math.max(0, end - 220), end))) return end;
    from = end + 1;
  }
}

function withSpaces(window: string): string {
  if (!window.includes('+')) return window;
  // A browser copies the description in form encoding.
  return window.startsWith(':+') ? window.replaceAll('+', ' ') : window.replace(PLUS_BEFORE_QUOTE, ' ');
}
