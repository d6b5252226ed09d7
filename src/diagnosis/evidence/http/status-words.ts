/** Status codes that HTTP and its common servers define; other three-digit numbers are never a status. */
const DEFINED: ReadonlySet<number> = new Set([
  200, 201, 202, 203, 204, 206, 207, 301, 302, 303, 304, 307, 308, 400, 401, 402, 403, 404, 405, 406, 407, 408, 409,
  410, 411, 412, 413, 414, 415, 416, 417, 418, 421, 422, 423, 424, 425, 426, 428, 429, 431, 440, 451, 499, 500, 501,
  502, 503, 504, 505, 507, 508, 509, 511, 520, 521, 522, 523, 524, 525, 526, 530,
]);
/** Those that people name in a sentence of their own. */
const SPOKEN: ReadonlySet<number> = new Set([400, 401, 403, 404, 429, 500, 502, 503, 504]);

const NUMBER = '["\'`(\\[]{0,2}$';
const VERSION_BEFORE = /http\/[0-9](?:\.[0-9])?"?[ \t]{1,3}$/i;
const WORD_BEFORE = new RegExp(
  '(?:status(?:[ _-]?code)?|response(?:[ _-]?code)?|\\bresp|http(?:[ _-]?(?:error|status|code|status[ _-]code|response[ _-]code))?|' +
    '\\bcode|returned(?: an?| with| http)?|responded with(?: a)?|failed(?: with)?(?: status)?|rejected(?: with)?|' +
    'resulted in an?|error|status of|failure|server returned)' +
    `["'\\])]{0,2};?\\s{0,3}(?:[:=]|=>|->|→|of|is|#|//)?\\s{0,3}${NUMBER}`,
  'i',
);
const ARROW_BEFORE = new RegExp(`(?:→|->|=>|<-{1,3}|←|(?:^|\\n)[<>])[ \\t]{0,3}${NUMBER}`);
const SPOKEN_BEFORE =
  /(?:^|[\s"'`(])(?:an?|the|why|get(?:s|ting)?|got|with|is|gives?|gave|throws?|threw|receiv(?:e|es|ed|ing)|return(?:s|ing)?|still|always|and|or|but|back|answers?|answered|says?|said|responds?|(?:turns?|turned|goes|went|changes?|switch(?:es)?) (?:in)?to|ends? in|comes|hits?|see(?:s|ing)?|antwort(?:et)?|liefert|gibt|kommt|immer|nur|mit|ein(?:e|en)?|renvoie|r[ée]pond|toujours|une?|devuelve|siempre|graph)[ \t]{1,2}$/i;
/** «Forbidden - 403», «unauthorized (401)» */
const NAME_BEFORE =
  /(?:forbidden|unauthori[sz]ed|not ?found|bad ?request|too many requests)["']?[ \t]{0,2}[-–:(/,]?[ \t]{0,2}$/i;
/** «… configured for the other one. 401.» */
const ALONE_BEFORE = /[.!;,][ \t]{1,2}$/;
const ALONE_AFTER = /^[ \t]{0,2}(?:$|[\n.,;!?])/;
const SPOKEN_AFTER =
  /^[ \t]{0,2}(?:$|[\n.,;:!?)"'`]|error|invalidauth|authorization_|access ?denied|response|status|when|on\b|from|for|but|and|if|while|unauthor|forbidden|at\b|in\b|after|with|every|until|to\b|as\b|since|although|though|because|once|again|no\b|only|the\b|body|[|–—-]|bei\b|und\b|aber\b|obwohl|wenn|sobald|auf\b|als\b|quand|mais|et\b|sur\b|cuando|pero|y\b)/i;
const PHRASE_AFTER =
  /^["'`)\]]{0,2}[ \t]{0,3}[:,(–-]{0,2}[ \t]{0,3}["'`]?(?:\(?(?:ok|created|accepted|no ?content|moved|found|unauthori[sz]ed|forbidden|bad ?request|not ?found|method not allowed|not acceptable|conflict|gone|precondition|payload too large|unsupported media|unprocessable|locked|too ?many ?requests|internal ?server ?error|not implemented|bad ?gateway|service ?unavailable|gateway ?time-?out|multi-status|client error|server error)\b|errors?\b)/i;
/** «401 from https://…» */
const ADDRESS_AFTER = /^ (?:from|for|on|at|(?:when )?calling) ["'`]?https?:\/\//i;
/** A line that begins with it: «403 on /events», «401 bei /me/calendar». */
const PATH_AFTER = /^ (?:on|at|for|from|when calling|bei|auf|sur|en|op|bij|su|em|para|pour) ['"`]?\/[a-z]/i;
/** A line of its own that goes on with the headers: «401 WWW-Authenticate: Bearer …» */
const HEADER_AFTER = /^[ \t]{1,3}(?:www-authenticate|x-ms-[a-z-]{2,40}|retry-after|content-type)["']?[ \t]{0,2}[:=]/i;
const BODY_AFTER = /^[ \t]{0,2}[-–:]?[ \t]{0,2}[{[]["'\s}\w]/;

/** Whether the three digits at `at` can stand for a status at all. */
export function isStatusNumber(text: string, at: number, status: number): boolean {
  if (!DEFINED.has(status)) return false;
  const before = text.charCodeAt(at - 1);
  if (
    isWordCode(before) ||
    before === 0x2f ||
    before === 0x2e ||
    before === 0x2d ||
    before === 0x23 ||
    before === 0x24
  ) {
    return false;
  }
  // 12:34:401 is a time; status:401 is not.
  if ((before === 0x3a || before === 0x2c) && isDigitCode(text.charCodeAt(at - 2))) return false;
  const after = text.charCodeAt(at + 3);
  if (isWordCode(after) || after === 0x25) return false;
  const separated = after === 0x2e || after === 0x3a || after === 0x2c || after === 0x2d || after === 0x2f;
  return !(separated && isDigitCode(text.charCodeAt(at + 4)));
}

/**
 * Whether the words around a number say that it is the status of a response.
 *
 * @param afterRequest the address of a request ended right before it (`POST /users 400`)
 */
export function saysStatus(text: string, at: number, status: number, afterRequest: boolean): boolean {
  if (afterRequest) return true;
  const before = text.slice(Math.max(0, at - 40), at);
  const after = text.slice(at + 3, at + 43);
  if (VERSION_BEFORE.test(before) || WORD_BEFORE.test(before) || ARROW_BEFORE.test(before)) return true;
  if (PHRASE_AFTER.test(after)) return true;
  const refused = status >= 400;
  const startsLine = /(?:^|\n)[ \t]{0,20}$/.test(before) && (at < 40 || before.includes('\n'));
  if (startsLine && /^[ \t]{0,8}(?:\n|$)/.test(after)) return true;
  if (startsLine && refused && HEADER_AFTER.test(after)) return true;
  if (startsLine && refused && PATH_AFTER.test(after)) return true;
  if (refused && (BODY_AFTER.test(after) || ADDRESS_AFTER.test(after))) return true;
  if (!SPOKEN.has(status)) return false;
  if (NAME_BEFORE.test(before) || (status < 404 && ALONE_BEFORE.test(before) && ALONE_AFTER.test(after))) return true;
  return SPOKEN_BEFORE.test(before) && SPOKEN_AFTER.test(after);
}

function isDigitCode(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** A letter, digit or underscore of ASCII, by its code. */
export function isWordCode(code: number): boolean {
  return isDigitCode(code) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f;
}
