import { literal } from '../../text/literal-filter.ts';
import type { Views } from '../../text/views.ts';
import { type FoundApiError, found, innerErrorDate } from './found-api-error.ts';

const LIMIT = 60;
const NEAR = 600;

const ERROR_MESSAGE = literal('error message:');
const CODE = literal('code:');
const ODATA_ERROR = literal('odataerror:');
const ERROR_DOT_CODE = literal('error.code:');
const ERROR_CODE = literal('errorcode:');

/**
 * Forms that put a label before each part, as the SDKs print them:
 * Java «Error code: X / Error message: Y», .NET «Code: X / Message: Y» and «ODataError: Y … Error.Code: X»,
 * python-o365 «Error Message: Y | Error Code: X», PowerShell «Y / Status: 403 (Forbidden) / ErrorCode: X».
 */
export function labelledErrors(views: Views): FoundApiError[] {
  const { text } = views;
  const errors: FoundApiError[] = [];
  if (text.mayHold(ERROR_MESSAGE)) errors.push(...errorMessages(views));
  if (text.mayHold(CODE)) errors.push(...codeThenMessage(views));
  if (text.mayHold(ODATA_ERROR) || text.mayHold(ERROR_DOT_CODE)) errors.push(...odataErrors(views));
  if (text.mayHold(ERROR_CODE)) errors.push(...powershellErrors(views));
  return errors;
}

function* places(lower: string, mark: string): Generator<number> {
  let count = 0;
  for (let at = lower.indexOf(mark); at !== -1 && count < LIMIT; at = lower.indexOf(mark, at + mark.length)) {
    count += 1;
    yield at;
  }
}

const JAVA_CODE = /error code:[ \t]{0,4}([^\n]{0,120}?)\s{1,8}$/i;

function* errorMessages(views: Views): Generator<FoundApiError> {
  const { text, lower } = views.text;
  for (const at of places(lower, 'error message:')) {
    const from = at + 'error message:'.length;
    const before = JAVA_CODE.exec(text.slice(Math.max(0, at - 160), at));
    if (before !== null) {
      const message = /[^\n]{0,1000}/.exec(text.slice(from, from + 1000))![0];
      yield found(views.text, at - before[0].length, from + message.length, {
        code: before[1]!,
        message,
        ...after(text, from),
      });
      continue;
    }
    if (!/\|\s{0,3}$/.test(text.slice(Math.max(0, at - 4), at))) continue;
    const window = text.slice(from, from + 2000);
    const code = /\|[ \t]{0,3}Error Code:[ \t]{0,4}([\w.-]{0,100})/i.exec(window);
    if (code !== null) {
      yield found(views.text, at, from + code.index + code[0].length, {
        code: code[1]!,
        message: window.slice(0, code.index),
      });
    } else {
      const line = /[^\n|]{0,1000}/.exec(window)![0];
      yield found(views.text, at, from + line.length, { code: '', message: line });
    }
  }
}

const CODE_MESSAGE =
  /code:[ \t]{0,4}([A-Za-z][\w.]{2,80})[ \t]{0,4}(?:\n[ \t]{0,12}|[,;|][ \t]{0,4}|[ \t])message:[ \t]{0,4}([^\n]{0,1000})/iy;

function* codeThenMessage(views: Views): Generator<FoundApiError> {
  const { text, lower } = views.text;
  for (const at of places(lower, 'code:')) {
    if (/[\w-]/.test(text[at - 1] ?? ' ')) continue;
    CODE_MESSAGE.lastIndex = at;
    const match = CODE_MESSAGE.exec(text);
    if (match === null) continue;
    yield found(views.text, at, CODE_MESSAGE.lastIndex, {
      code: match[1]!,
      message: match[2]!,
      ...after(text, CODE_MESSAGE.lastIndex),
    });
  }
}

/** .NET's words where the service sent none. */
const NO_MESSAGE =
  /^(?:Exception of type '[^'\n]{1,100}' was thrown\.?|The server returned an unexpected status code.{0,200})$/;
const ERROR_CODE_LINE = /(?:\berror\.code|^[ \t]{0,8}(?:error[ \t]?)?code)[ \t]{0,2}:[ \t]{0,4}([A-Za-z][\w.]{2,80})/im;

function* odataErrors(views: Views): Generator<FoundApiError> {
  const { text, lower } = views.text;
  let read = 0;
  for (const at of places(lower, 'odataerror:')) {
    const from = at + 'odataerror:'.length;
    const message = /[^\n]{0,1000}/.exec(text.slice(from, from + 1000))![0];
    if (/^\s{0,4}[{[]/.test(message)) continue;
    const lineEnd = from + message.length;
    const until = lower.indexOf('odataerror:', lineEnd);
    const rest = text.slice(lineEnd, Math.min(lineEnd + 3000, until === -1 ? text.length : until));
    const code = ERROR_CODE_LINE.exec(rest);
    read = code === null ? lineEnd : lineEnd + code.index + code[0].length;
    const words = message.split(' ---> ', 1)[0]!.trim();
    const start = text.lastIndexOf(' ', at) + 1;
    yield found(views.text, Math.max(start, at - 80), lineEnd, {
      code: code?.[1] ?? '',
      message: NO_MESSAGE.test(words) ? '' : words,
      ...after(text, lineEnd),
    });
  }
  for (const at of places(lower, 'error.code:')) {
    if (at < read) continue;
    const match = /^error\.code:[ \t]{0,4}([A-Za-z][\w.]{2,80})/i.exec(text.slice(at, at + 120));
    if (match === null) continue;
    const around = text.slice(Math.max(0, at - NEAR), at + NEAR);
    const message = /\berror\.message:[ \t]{0,4}([^\n]{1,1000})/i.exec(around)?.[1] ?? '';
    yield found(views.text, at, at + match[0].length, { code: match[1]!, message, ...after(text, at) });
  }
}

const POWERSHELL_CODE = /^errorcode:[ \t]{0,4}([A-Za-z][\w.]{2,80})/i;
const STATUS_BEFORE = /\bstatus:[ \t]{0,4}\d{3}[^\n]{0,60}\s{1,4}$/i;

function* powershellErrors(views: Views): Generator<FoundApiError> {
  const { text, lower } = views.text;
  for (const at of places(lower, 'errorcode:')) {
    const match = POWERSHELL_CODE.exec(text.slice(at, at + 120));
    if (match === null) continue;
    const head = text.slice(Math.max(0, at - NEAR), at);
    const status = STATUS_BEFORE.exec(head);
    if (status === null) continue;
    const said = head.slice(0, status.index).trimEnd();
    const paragraph = said.slice(said.includes('\n\n') ? said.lastIndexOf('\n\n') + 2 : 0);
    // «Get-MgUser_List: words» and «Get-MgUser : [Code] : words»
    const words = paragraph
      .replace(/^[\s\S]{0,200}?\b[A-Z][a-z]+-[A-Z]\w{1,80} ?: /, '')
      .replace(/^\[[\w.]{2,80}\] ?: /, '');
    const start = at - (head.length - said.length) - paragraph.length;
    yield found(views.text, start, at + match[0].length, { code: match[1]!, message: words, ...after(text, at) });
  }
}

const DATE_LINE = /\bdate["']?[ \t]{0,3}[:=][ \t]{0,3}["']?(\d{4}-\d\d-\d\dT[\d:.]{8,18}Z?)/i;
const REQUEST_ID_LINE = /\b(?:client-)?request-?id["']?[ \t]{0,3}[:=][ \t]{0,3}["']?([0-9a-f]{8}-[0-9a-f-]{27})/i;

/** The innerError as the SDKs print it below the message. */
function after(text: string, from: number): { date: number | null; requestId: string | null } {
  const window = text.slice(from, from + NEAR);
  return {
    date: innerErrorDate(DATE_LINE.exec(window)?.[1]),
    requestId: REQUEST_ID_LINE.exec(window)?.[1] ?? null,
  };
}
