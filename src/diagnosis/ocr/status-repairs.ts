import { asDigits } from './lookalikes.ts';
import type { FindRepairs, Repair } from './repair.ts';

const READ = '([45][0OoQDlIi|!1234689]{2})';
/** Behind what only a status follows, or before the words that go with one (RFC 9110, section 15). */
const STATUS = new RegExp(
  String.raw`(?:(?<=(?:HTTP\/\d(?:\.\d)?|\b[Ss]tatus(?:[ _]?[Cc]ode)?["']?|\berror:?|\bcode["']?)\s{0,2}[:=(]?\s{0,2}\(?)${READ}(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])${READ}(?=[):,]?\s{0,2}(?:\(|"|')?(?:Unauthorized|Forbidden|Bad Request|Not Found|Too Many|Conflict|Service Unavailable|Internal Server)))`,
  'g',
);
const STATUSES: ReadonlySet<string> = new Set([
  ...['400', '401', '403', '404', '405', '406', '408', '409', '410', '411', '412', '413', '415', '422', '423', '429'],
  ...['500', '501', '502', '503', '504'],
]);

/** `4O1 Unauthorized` and `HTTP/1.1 40l`. */
export const statusRepairs: FindRepairs = (text) => {
  const repairs: Repair[] = [];
  for (const match of text.matchAll(STATUS)) {
    const read = match[1] ?? match[2]!;
    const status = asDigits(read);
    if (status === undefined || status === read || !STATUSES.has(status)) continue;
    repairs.push({ kind: 'status', start: match.index, end: match.index + read.length, by: status });
  }
  return repairs;
};
