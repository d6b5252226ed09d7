import { aadstsEntry } from '../../codes/aadsts.ts';
import type { Views } from '../../text/views.ts';
import { messageText } from '../message-text.ts';
import { codeNumber, type FoundCode } from './found-code.ts';

/** How many numbers behind a label are looked at. */
const LIMIT = 60;
const AROUND = 700;

/** «Error Code:» as the error page says it in the languages that it is seen in, lower case. */
const LABELS: readonly string[] = [
  'error code',
  'errorcode',
  'fehlercode',
  "code d'erreur",
  'code d’erreur',
  'código de error',
  'código de erro',
  'código do erro',
  'codice errore',
  'codice di errore',
  'foutcode',
  'felkod',
  'fejlkode',
  'feilkode',
  'virhekoodi',
  'kod błędu',
  'kód chyby',
  'hibakód',
  'hata kodu',
  'код ошибки',
  'код помилки',
  'エラー コード',
  'エラーコード',
  '错误代码',
  '錯誤碼',
  '오류 코드',
];
const NUMBER = /["'`]?[ \t]{0,4}[:：=]?[ \t]{0,4}["'`]?(\d{5,7})(?![\d.])/y;
/** A message that is hardly more than the code. */
const TYPED_OFF = 120;
const GUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;
const PAGE_MARK = /request id|correlation id|troubleshooting details|app name|device state/;
const LOG_MARK =
  /failurereason|failure reason|conditionalaccessstatus|additionaldetails|createddatetime|correlationid|userprincipalname|appdisplayname|resultdescription|sign-?in/;

/**
 * Codes that stand without their prefix: on the error page («Error Code: 53003», in any of its languages), in an entry of
 * the sign-in log, in a query over that log. A number with no mark of such a page or log around it is not taken.
 */
export function pageCodes(views: Views): FoundCode[] {
  const { lower } = views.text;
  const codes: FoundCode[] = [];
  if (/\d{5}/.test(lower)) {
    let attempts = 0;
    for (const label of LABELS) {
      for (let at = lower.indexOf(label); at !== -1 && attempts < LIMIT; at = lower.indexOf(label, at + label.length)) {
        NUMBER.lastIndex = at + label.length;
        if (!NUMBER.test(lower)) continue;
        attempts += 1;
        const code = pageCode(views, at, at + label.length);
        if (code !== undefined) codes.push(code);
      }
    }
    codes.push(...logQueries(views));
  }
  return codes;
}

function pageCode(views: Views, at: number, behind: number): FoundCode | undefined {
  const { text, lower } = views.text;
  NUMBER.lastIndex = behind;
  const match = NUMBER.exec(lower);
  const code = match === null ? undefined : codeNumber(match[1]!);
  if (code === undefined) return undefined;
  const end = NUMBER.lastIndex;
  const from = Math.max(0, at - AROUND);
  const around = lower.slice(from, end + AROUND);
  const signIn = /sign-?in $/.test(lower.slice(Math.max(0, at - 9), at));
  const isField = /^(?:errorcode)$/.test(lower.slice(at, behind)) || signIn;
  const isLog = signIn || (isField && LOG_MARK.test(around));
  // A person who types off the page: hardly anything else stands there, and the number is one that Entra ID has.
  const typedOff = !isField && lower.length <= TYPED_OFF && aadstsEntry(code) !== undefined;
  const onPage = isField ? PAGE_MARK.test(around) && GUID.test(around) : PAGE_MARK.test(around) || GUID.test(around);
  if (!isLog && !onPage && !typedOff) return undefined;
  return {
    family: 'AADSTS',
    code,
    message: isLog ? failureReason(text.slice(from, end + AROUND), at - from) : '',
    where: isLog ? 'log' : 'page',
    // Without its page or prefix the number may be another service's.
    repaired: !isLog && !onPage,
    span: views.text.spanOf(signIn ? at - 8 : at, end),
  };
}

const FAILURE_REASON = /(?:failure ?reason|resultdescription)["'`]?[ \t]{0,4}[:=][ \t]{0,4}["'`]?([^"\n]{3,600})/gi;

/** The reason beside the code; the nearest one, since an export holds many entries. */
function failureReason(around: string, at: number): string {
  let best = '';
  let distance = Number.POSITIVE_INFINITY;
  for (const match of around.matchAll(FAILURE_REASON)) {
    if (Math.abs(match.index - at) >= distance) continue;
    distance = Math.abs(match.index - at);
    best = match[1]!.replace(/["'`,;}\s]+$/, '');
  }
  return messageText(best);
}

/** Graph: `status/errorCode eq 50053`; Log Analytics: `ResultType == "50053"` and its column. */
const QUERIES: readonly (readonly [mark: string, pattern: RegExp])[] = [
  ['errorcode eq', /errorcode eq ["'`]?(\d{5,7})(?!\d)/y],
  ['resulttype', /resulttype["'`]?\s{0,4}(?:==|=|:)\s{0,4}["'`]?(\d{5,7})(?!\d)/y],
];

function logQueries(views: Views): FoundCode[] {
  const { text, lower } = views.text;
  const codes: FoundCode[] = [];
  for (const [mark, pattern] of QUERIES) {
    for (let at = lower.indexOf(mark); at !== -1 && codes.length < LIMIT; at = lower.indexOf(mark, at + mark.length)) {
      pattern.lastIndex = at;
      const match = pattern.exec(lower);
      const code = match === null ? undefined : codeNumber(match[1]!);
      if (code === undefined) continue;
      const from = Math.max(0, at - AROUND);
      const message = failureReason(text.slice(from, at + AROUND), at - from);
      codes.push({
        family: 'AADSTS',
        code,
        message,
        where: 'log',
        repaired: false,
        span: views.text.spanOf(at, pattern.lastIndex),
      });
    }
  }
  return codes;
}
