import { literal, literalList, literals } from '../../text/literal-filter.ts';
import { holdsOneOf } from '../../text/literal-places.ts';
import type { Views } from '../../text/views.ts';
import { lineFrom } from './exception-message.ts';
import type { FoundException } from './found-exception.ts';

const LIMIT = 60;

const IDENTITY_MARKS = literals('idx', 'idw');
const STATUS_MARK = literal('5.7.');

/** Microsoft.IdentityModel's IDX and Microsoft.Identity.Web's IDW codes, wherever they are quoted. */
const IDENTITY_CODE = /id[xw]\d{5}(?!\d)/y;
/** RFC 3463 codes of Exchange's refusals, `535 5.7.139 Authentication unsuccessful, …` */
const ENHANCED_STATUS = /5\.7\.\d{1,3}(?![\d.])/y;

/** Numbered messages of the identity libraries, and the numbered refusals of Exchange. */
export function numberedErrors(views: Views): FoundException[] {
  const { text, lower } = views.text;
  const found: FoundException[] = [];
  for (const prefix of IDENTITY_MARKS) {
    if (!views.text.mayHold(prefix)) continue;
    const mark = prefix.text;
    for (let at = lower.indexOf(mark); at !== -1 && found.length < LIMIT; at = lower.indexOf(mark, at + 3)) {
      IDENTITY_CODE.lastIndex = at;
      if (!IDENTITY_CODE.test(lower) || /\w/.test(text[at - 1] ?? ' ')) continue;
      const line = lineFrom(text, at);
      const code = lower.slice(at, at + 8);
      found.push({
        library: mark === 'idx' ? 'identity-model' : 'aspnet',
        type: code.toUpperCase(),
        code,
        message: line.message,
        start: at,
        end: line.end,
        bare: true,
      });
    }
  }
  found.push(...officeErrors(views));
  if (!views.text.mayHold(STATUS_MARK)) return found;
  for (let at = text.indexOf('5.7.'); at !== -1 && found.length < LIMIT * 2; at = text.indexOf('5.7.', at + 4)) {
    ENHANCED_STATUS.lastIndex = at;
    const status = ENHANCED_STATUS.exec(text)?.[0];
    const reply = /(?<!\d)(?:4|5)\d\d[ -]$/.exec(text.slice(Math.max(0, at - 5), at));
    if (status === undefined || reply === null) continue;
    const start = at - reply[0].length;
    const line = lineFrom(text, start);
    found.push({
      library: 'exchange',
      type: 'SMTP',
      code: status,
      message: line.message,
      start,
      end: line.end,
      bare: true,
    });
  }
  return found;
}

const OFFICE_MARKS = literalList([
  'getaccesstoken',
  'officeruntime',
  'osf.dda',
  'office.auth',
  'office add',
  'outlook add',
  'excel add',
  'word add',
  'powerpoint add',
  'this add-in',
  'office-js',
  'office.js',
]);
/** «code: 13003», «"code":13003», «error 13012», «Error code 13001». */
const OFFICE_CODE = /\b(?:code|error|fehler)\b["']?[ \t]{0,3}[:=]?[ \t]{0,3}["']?(130(?:0\d|1[0-3]))(?!\d|\.\d)/g;
const OFFICE_LIMIT = 4;
const OFFICE_LOOKED_AT = 1 << 16;

/** The numbers of `getAccessToken` in Office add-ins: https://learn.microsoft.com/office/dev/add-ins/develop/troubleshoot-sso-in-office-add-ins */
function officeErrors(views: Views): FoundException[] {
  const found: FoundException[] = [];
  const { text, lower } = views.text;
  if (!holdsOneOf(views.text, OFFICE_MARKS)) return found;
  for (const match of lower.slice(0, OFFICE_LOOKED_AT).matchAll(OFFICE_CODE)) {
    const line = lineFrom(text, match.index);
    found.push({
      library: 'office-js',
      type: 'getAccessToken',
      code: match[1]!,
      message: line.message,
      start: match.index,
      end: Math.max(line.end, match.index + match[0].length),
      bare: true,
    });
    if (found.length === OFFICE_LIMIT) break;
  }
  return found;
}
