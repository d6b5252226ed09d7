import type { Views } from '../../text/views.ts';
import { isOfBackThen } from '../aadsts/mention.ts';
import { messageText } from '../message-text.ts';
import { wordScanner } from '../word-scanner.ts';
import type { FoundOAuthError } from './found-oauth-error.ts';
import { CHALLENGE_ERROR_NAMES, OAUTH_ERROR_NAMES } from './names.ts';

const LIMIT = 100;
const scan = wordScanner(new Map([...OAUTH_ERROR_NAMES].map((name) => [name, name] as const)));

/**
 * Names that another reader reads: a challenge's or x-ms-diagnostics' parameter, a key, a constant of code, a path.
 * A suberror or a prompt names no error of its own.
 */
const OTHER_PLACE =
  /(?:(?:error_category|category|errordescription|error_description|suberror|error_subcode|prompt)["'`]?[ \t]{0,3}=[ \t]{0,3}["'`]?|suberror["'`]?[ \t]{0,3}:[ \t]{0,3}["'`]?|[=!]==?[ \t]{0,3}["'`]?|\bcase[ \t]{1,3}["'`]?|\.includes\(["'`]|[\w.$/#]|[-/]\w{0,20}\/)$/;
/** In `error="…"` these are a challenge's, which has its own reader. */
const ERROR_PARAMETER = /\berror["'`]?[ \t]{0,3}=[ \t]{0,3}["'`]?$/i;
const DESCRIPTION = /["'`]?(?:[ \t]{0,2}[:\]–-]|[ \t]\()[ \t]{0,3}([^\n]{1,1000})/y;
/** `error=invalid_grant error_description="…"` */
const LOGFMT = /[ \t]{1,4}error_description=["']?([^"'\n]{1,1000})/y;
const NEXT_LINE_CODE = /\n[ \t]{0,8}(AADSTS\d[^\n]{1,1000})/y;

/** Errors in running text: «invalid_grant: AADSTS…», «[invalid_client]», «MSALOAuthErrorKey=invalid_resource», «…|login_required». */
export function mentionedErrors(views: Views, covered: readonly FoundOAuthError[]): FoundOAuthError[] {
  const { text } = views.text;
  const errors: FoundOAuthError[] = [];
  let next = 0;
  scan(views.text, (error, start, end) => {
    if (text.slice(start, end) !== error) return true;
    while (next < covered.length && covered[next]!.end <= start) next += 1;
    if ((covered[next]?.start ?? Number.POSITIVE_INFINITY) <= start) return true;
    const before = text.slice(Math.max(0, start - 40), start);
    if (OTHER_PLACE.test(before) && !/oautherrorkey=$/i.test(before)) return true;
    if (CHALLENGE_ERROR_NAMES.has(error) && ERROR_PARAMETER.test(before)) return true;
    // A key, not a value: «invalid_scope = …» in somebody's own code.
    if (/^["'`]?[ \t]{0,3}=/.test(text.slice(end, end + 8))) return true;
    // «We had invalid_client in March, maybe again.»
    if (isOfBackThen(views.text.lower, start, end)) return true;
    errors.push({ error, suberror: null, claims: undefined, where: 'text', ...describe(text, start, end) });
    return errors.length < LIMIT;
  });
  return errors;
}

function describe(text: string, start: number, end: number): { description: string; start: number; end: number } {
  // MSAL.js 1 writes «description|error».
  if (text[start - 1] === '|') {
    const line = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 1000);
    return { description: messageText(text.slice(line, start - 1)), start: line, end };
  }
  DESCRIPTION.lastIndex = end;
  const words = DESCRIPTION.exec(text);
  if (words !== null && !/^["'`,;}\])]/.test(words[1]!)) {
    const said = words[1]!.split(/Trace ID:|\|/, 1)[0]!;
    // «[unsupported_response_type: the words]»
    const description = text[start - 1] === '[' && text[end] !== ']' ? said.replace(/\]\s*$/, '') : said;
    return { description: messageText(description), start, end: DESCRIPTION.lastIndex };
  }
  LOGFMT.lastIndex = end;
  const field = LOGFMT.exec(text);
  if (field !== null) return { description: messageText(field[1]!), start, end: LOGFMT.lastIndex };
  NEXT_LINE_CODE.lastIndex = end;
  const below = NEXT_LINE_CODE.exec(text);
  return { description: below === null ? '' : messageText(below[1]!.split('Trace ID:', 1)[0]!), start, end };
}
