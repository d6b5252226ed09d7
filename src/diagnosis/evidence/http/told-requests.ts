import { literals } from '../../text/literal-filter.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { placesOf } from '../occurrences.ts';
import { readTarget } from './address.ts';
import { methodOf } from './methods.ts';
import type { SeenRequest } from './seen-request.ts';

/** Calls by which a person names a path of Graph in a sentence: the last word before it, and what it says of the method. */
const CALLED_BEFORE =
  /\b(?:(get|post|put|patch|delete)(?:s|ing|ed)?(?: (?:request|call))?(?: (?:to|on|for|from|against|at))?|(?:call(?:s|ing|ed)?|hit(?:s|ting)?|request(?:s|ing|ed)?|query(?:ing)?|endpoint|fetch(?:ing)?|create|creating|read(?:ing)?|graph)(?: (?:to|on|for|from|the|endpoint|api)){0,2}) ["'`]?$/i;
/** «403 Forbidden on /me/events», «… "Access is denied." for /users/…»: the end of what was answered, and where. */
const REFUSED_BEFORE =
  /(?:\b(?:[45]\d\d(?: [a-z]{2,14}){0,2}|unauthorized|forbidden|denied|not found|errors?)|["”»)}\]][,.;]?) (?:on|from|for|at|to|when calling) ["'`]?$/i;
const MAILBOX_PATH =
  /^\/(?:(?:v1\.0|beta)\/)?(?:me|users\/(?:[\w@.{}:$-]{1,100}|<[\w .@-]{1,60}>))(?=[/\s"'`?.,;:)]|$)/;
/** A line of a list that begins with the path and tells what came: «/me/calendarView -> OK». */
const LINE_BEFORE = /(?:^|\n)[ \t*-]{0,8}$/;
/** «/me/messages is fine, /users/{shared}/messages gives 403» */
const TOLD_BEHIND =
  /^[^\s"'`,]{2,260}["'`]? (?:->|=>|→|(?:returns?|returned|answers?|answered|gives?|works?|worked|fails?|failed|ends? (?:in|with)|throws?|says?|is (?:fine|ok|answered|refused|forbidden)|(?:always |only )?[45]\d\d)\b)/i;
const ANSWERED =
  /^[^\s"'`]{2,260}[ \t]{1,4}(?:->|=>|→|:|=|-|–|(?:returns?|works?|ok|fails?|answers?|gives?|[2-5]\d\d)\b)/i;
const MARKS = literals('/me', '/users/');
const MOST = 20;

/** Reads «I POST to /me/events», «calling /me/calendarView»: paths that only Graph has, without host or version. */
export function readToldRequests(source: MappedText): SeenRequest[] {
  const found: SeenRequest[] = [];
  const { text, lower } = source;
  for (const mark of MARKS) {
    for (const at of placesOf(source, mark)) {
      if (found.length >= MOST) return found;
      const start = lower.startsWith('/v1.0', at - 5) ? at - 5 : lower.startsWith('/beta', at - 5) ? at - 5 : at;
      if (/[\w.:/%}-]/.test(text.charAt(start - 1)) || !MAILBOX_PATH.test(text.slice(start, start + 120))) continue;
      const before = text.slice(Math.max(0, start - 40), start);
      const named = CALLED_BEFORE.exec(before);
      const listed = named === null && LINE_BEFORE.test(before);
      if (
        named === null &&
        !REFUSED_BEFORE.test(before) &&
        !(/[\s(,;]/.test(text.charAt(start - 1)) && TOLD_BEHIND.test(text.slice(start, start + 300))) &&
        !(listed && ANSWERED.test(text.slice(start, start + 300)))
      )
        continue;
      const target = readTarget(text, start);
      found.push({
        start,
        end: target.end,
        method: methodOf(named?.[1]?.toUpperCase()),
        host: null,
        path: target.path,
        query: target.query,
        form: 'code',
        versioned: false,
        ignored: false,
      });
    }
  }
  return found;
}
