import { aadstsEntry } from '../../codes/aadsts.ts';
import { literal, literalList } from '../../text/literal-filter.ts';
import { heldIn, mayHoldOneOf } from '../../text/literal-places.ts';
import type { Views } from '../../text/views.ts';
import { withoutTrailing } from '../../text/without-trailing.ts';
import { messageText } from '../message-text.ts';
import { cellOf, signInTable } from '../sign-in-table.ts';
import { codeNumber, type FoundCode, withoutLookalikes } from './found-code.ts';

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
const LABEL_MARKS = literalList(LABELS);
/** One of these stands beside every code that is read here; «errorcode» is a label, a field of a query and a column. */
const MARKS = literalList([...LABELS, 'resulttype']);
const NUMBER = /["'`]?[ \t]{0,4}[:：=|]?[ \t]{0,4}["'`]?(\d{5,7})(?!\d|\.\d)/y;
/** The portal's panel «Basic info», copied: each label on a line of its own, its value on the next. */
const NUMBER_BELOW = /[ \t]{0,4}[:：]?[ \t]{0,4}\r?\n[ \t\r\n]{0,8}(\d{5,7})(?!\d|\.\d)/y;
/** Digits that were read from a picture as letters; two at least are digits still, and the number is one of the table. */
const LOOKALIKE = /["'`]?[ \t]{0,4}[:：=|]?[ \t]{0,4}["'`]?([0-9oqilszb|]{5,7})(?![\w|])/y;
/** A message that is hardly more than the code. */
const TYPED_OFF = 120;
const GUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;
/** The page that explains a code: «Error Code | 50058, Message | …, Remediation | …». */
const EXPLAINED = /\bremediation\b|failure ?reason/;
/** The lines below the code on that page; German, French, Spanish, Portuguese, Italian and Dutch after the English ones. */
const PAGE_MARK =
  /request id|correlation id|troubleshooting details|app name|device state|anforderungs-id|korrelations-id|id de (?:la )?demande|id\.? de solicitud|id\.? de correlaci|id da solicita|id richiesta|aanvraag-id|correlatie-id|identyfikator żądania|要求 ?id|関連付け ?id/;
const LOG_MARK =
  /failurereason|failure reason|conditionalaccessstatus|additionaldetails|createddatetime|correlationid|userprincipalname|appdisplayname|resultdescription|sign-?in/;

/**
 * Codes that stand without their prefix: on the error page («Error Code: 53003», in any of its languages), in an entry of
 * the sign-in log, in a query over that log. A number with no mark of such a page or log around it is not taken.
 */
export function pageCodes(views: Views): FoundCode[] {
  const { lower } = views.text;
  const codes: FoundCode[] = [];
  if (mayHoldOneOf(views.text, MARKS) && /\d{2}/.test(lower)) {
    let attempts = 0;
    for (const label of heldIn(views.text, LABEL_MARKS)) {
      for (let at = lower.indexOf(label); at !== -1 && attempts < LIMIT; at = lower.indexOf(label, at + label.length)) {
        const number = numberAt(lower, at, at + label.length);
        if (number === undefined) continue;
        attempts += 1;
        const code = pageCode(views, at, at + label.length, number);
        if (code !== undefined) codes.push(code);
      }
    }
    codes.push(...logQueries(views), ...logTable(views));
  }
  return codes;
}

interface NumberThere {
  readonly digits: string;
  readonly end: number;
  /** Letters stood in the place of digits. */
  readonly misread?: boolean;
}

/** The digits behind a label and where they end. */
function numberAt(lower: string, at: number, behind: number): NumberThere | undefined {
  NUMBER.lastIndex = behind;
  const beside = NUMBER.exec(lower);
  if (beside !== null) return { digits: beside[1]!, end: NUMBER.lastIndex };
  const misread = misreadNumber(lower, behind);
  if (misread !== undefined) return misread;
  if (!/sign-?in $/.test(lower.slice(Math.max(0, at - 9), at))) return undefined;
  NUMBER_BELOW.lastIndex = behind;
  const below = NUMBER_BELOW.exec(lower);
  return below === null ? undefined : { digits: below[1]!, end: NUMBER_BELOW.lastIndex };
}

function misreadNumber(lower: string, behind: number): NumberThere | undefined {
  LOOKALIKE.lastIndex = behind;
  const read = LOOKALIKE.exec(lower)?.[1];
  const digits = read === undefined ? undefined : withoutLookalikes(read);
  if (digits === undefined || aadstsEntry(Number(digits)) === undefined) return undefined;
  return { digits, end: LOOKALIKE.lastIndex, misread: true };
}

function pageCode(
  views: Views,
  at: number,
  behind: number,
  { digits, end, misread = false }: NumberThere,
): FoundCode | undefined {
  const { text, lower } = views.text;
  const code = codeNumber(digits);
  if (code === undefined) return undefined;
  const from = Math.max(0, at - AROUND);
  const around = lower.slice(from, end + AROUND);
  const signIn = /sign-?in $/.test(lower.slice(Math.max(0, at - 9), at));
  const isField = /^(?:errorcode)$/.test(lower.slice(at, behind)) || signIn;
  const isLog = signIn || (isField && LOG_MARK.test(around));
  // A person who types off the page: hardly anything else stands there, and the number is one that Entra ID has.
  const typedOff = !misread && !isField && lower.length <= TYPED_OFF && aadstsEntry(code) !== undefined;
  const explained = !isField && aadstsEntry(code) !== undefined && EXPLAINED.test(around);
  const onPage =
    explained || (isField ? PAGE_MARK.test(around) && GUID.test(around) : PAGE_MARK.test(around) || GUID.test(around));
  if (!isLog && !onPage && !typedOff) return undefined;
  return {
    family: 'AADSTS',
    code,
    message: isLog ? failureReason(text.slice(from, end + AROUND), at - from) : '',
    where: isLog ? 'log' : 'page',
    // Without its page or prefix the number may be another service's.
    repaired: misread || (!isLog && !onPage),
    span: views.text.spanOf(signIn ? at - 8 : at, end),
  };
}

const FAILURE_REASON =
  /(?:failure ?reason|resultdescription)["'`]?[ \t]{0,4}(?:[:=]|\r?\n)[ \t]{0,4}["'`]?([^"\n]{3,600})/gi;

/** The reason beside the code; the nearest one, since an export holds many entries. */
function failureReason(around: string, at: number): string {
  let best = '';
  let distance = Number.POSITIVE_INFINITY;
  for (const match of around.matchAll(FAILURE_REASON)) {
    if (Math.abs(match.index - at) >= distance) continue;
    distance = Math.abs(match.index - at);
    best = withoutTrailing(match[1]!, '"\'`,;} \t\r\u00a0');
  }
  return messageText(withoutBlanks(best));
}

/** The log keeps the sentence with its blanks, «'{appIdentifier}' was not found»: nobody sent them. */
function withoutBlanks(reason: string): string {
  return reason.includes('{') ? reason.replace(/ ?['"(]{0,2}\{\w{1,40}\}['")]{0,2}/g, '') : reason;
}

/** Graph: `status/errorCode eq 50053`; Log Analytics: `ResultType == "50053"` and its column. */
const QUERIES: readonly (readonly [mark: string, pattern: RegExp])[] = [
  ['errorcode eq', /errorcode eq ["'`]?(\d{5,7})(?!\d)/y],
  ['resulttype', /resulttype["'`]?\s{0,4}(?:==|=|:)\s{0,4}["'`]?(\d{5,7})(?!\d)/y],
];

const QUERY_MARKS = QUERIES.map(([mark]) => literal(mark));

function logQueries(views: Views): FoundCode[] {
  const { text, lower } = views.text;
  const codes: FoundCode[] = [];
  for (let index = 0; index < QUERIES.length; index += 1) {
    if (!views.text.mayHold(QUERY_MARKS[index]!)) continue;
    const [mark, pattern] = QUERIES[index]!;
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

const REASON_COLUMN =
  /^(?:resultdescription|(?:failure )?reason|(?:status[/._])?failurereason|fehlerursache|raison de l'échec|motivo del error)$/;

const COUNT_COLUMN = /^(?:d?count(?:_\w{0,40})?|total|anzahl)$/;

/** An export of the log as a table: one line of names, and below it one line an entry. */
function logTable(views: Views): FoundCode[] {
  const table = signInTable(views.text);
  if (table === undefined) return [];
  // A count of entries tells of many sign-ins, and of none what failed.
  const counted = table.names.some((name) => COUNT_COLUMN.test(name)) && table.rows.length > 2;
  const codes: FoundCode[] = [];
  for (const row of table.rows) {
    const cell = row[table.keyAt];
    const code = cell === undefined ? undefined : codeNumber(cell.text);
    if (code === undefined || aadstsEntry(code) === undefined) continue;
    codes.push({
      family: 'AADSTS',
      code,
      message: messageText(withoutBlanks(cellOf(table, row, REASON_COLUMN) ?? '')),
      where: 'log',
      repaired: false,
      span: views.text.spanOf(cell!.start, cell!.end),
      ...(counted ? { mention: 'talk' as const } : {}),
    });
  }
  return codes;
}
