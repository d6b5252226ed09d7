import { literal, literalList } from '../../text/literal-filter.ts';
import { mayHoldOneOf } from '../../text/literal-places.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import type { AddSetting } from './add-setting.ts';

/** The end of an event counted from the present: `end_dt = end or (datetime.utcnow() + timedelta(hours=1))`. */
const END_FROM_NOW =
  /\b(end(?:_?(?:dt|time|date|datetime))?)\b["']?[ \t]{0,4}[:=][ \t]{0,4}([^\n]{0,120}?(?:\bnow\b|utcnow\(|date\.now|datetime\.(?:utc)?now|new date\(\)|get-date|instant\.now|localdatetime\.now)[^\n]{0,120})/g;
const MOST_LINES = 50;
/** A UTC instant that is sent together with a zone of its own. */
const UTC_WITH_Z =
  /isoformat\([^()\n]{0,40}\)[ \t]{0,4}\+[ \t]{0,4}["']z["']|tostring\(["']o["']\)[ \t]{0,4}\+[ \t]{0,4}["']z["']/g;

const PRESENT = literalList(['now', 'new date()', 'get-date']);
const END = literal('end');
const ISO_FORMAT = literal('isoformat(');
const TO_STRING = literal('tostring(');

/** How code computes an event's times: its end and its zone are where the errors are. */
export function eventTimes(text: MappedText, add: AddSetting): void {
  const { lower } = text;
  if (mayHoldOneOf(text, PRESENT) && text.mayHold(END)) {
    let lines = 0;
    for (const match of lower.matchAll(END_FROM_NOW)) {
      lines += 1;
      if (lines > MOST_LINES) break;
      if (!/\+|add\w{0,8}\(|plus\w{0,8}\(|timedelta/.test(match[2]!)) continue;
      const end = match.index + match[0].length;
      const value = text.text.slice(end - match[2]!.length, end).trim();
      add('end-time', text.text.slice(match.index, match.index + match[1]!.length), [value], match.index, end);
    }
  }
  if (text.mayHold(ISO_FORMAT) || text.mayHold(TO_STRING)) {
    for (const match of lower.matchAll(UTC_WITH_Z)) {
      const end = match.index + match[0].length;
      add('time-zone', 'isoformat', ['isoformat()+Z'], match.index, end);
    }
  }
}
