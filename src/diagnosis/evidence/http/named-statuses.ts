import { literals } from '../../text/literal-filter.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import type { ResponseEvidence } from '../evidence.ts';
import { placesOf } from '../occurrences.ts';

/** Statuses by the names that .NET, Kiota and people give them. */
const NAMES: Readonly<Record<string, number>> = {
  unauthorized: 401,
  forbidden: 403,
  notfound: 404,
  'not found': 404,
  'too many requests': 429,
  toomanyrequests: 429,
  'bad request': 400,
  badrequest: 400,
};
const MARKS = literals(...Object.keys(NAMES));
/** `Status Code: Forbidden`, `HttpStatusCode=Forbidden`, «returns "Forbidden"», «we get Unauthorized» */
const BEFORE =
  /(?:\bstatus(?: ?code)?["']?\s{0,3}[:=]\s{0,3}|\bhttpstatuscode["']?\s{0,3}[:=.]\s{0,3}|\b(?:returns?|returned|answers?|answered|responds? with|responded with|get|gets|getting|got|gives?(?: (?:me|us))?|fails? with|failed with|ends? (?:in|with)|liefert|antwortet(?: mit)?|renvoie) (?:an? )?)["'`(]?$/;
const MOST = 20;

/** Reads a status that is written by its name alone. A number beside it is read with the number. */
export function readNamedStatuses(text: MappedText): ResponseEvidence[] {
  const found: ResponseEvidence[] = [];
  for (const mark of MARKS) {
    for (const at of placesOf(text, mark)) {
      if (found.length >= MOST) return found;
      if (!BEFORE.test(text.lower.slice(Math.max(0, at - 40), at))) continue;
      const end = at + mark.text.length;
      if (/^["'`)]?[ \t]{0,2}(?:[-(:/][ \t]{0,2})?[1-5]\d\d\b|^[a-z]/.test(text.lower.slice(end, end + 12))) continue;
      found.push({
        kind: 'response',
        span: text.spanOf(at, end),
        status: NAMES[mark.text]!,
        date: null,
        retryAfter: null,
        headers: [],
      });
    }
  }
  return found;
}
