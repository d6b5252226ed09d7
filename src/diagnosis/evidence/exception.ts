import type { Reader } from '../text/views.ts';
import type { ExceptionEvidence } from './evidence.ts';
import type { FoundException } from './exceptions/found-exception.ts';
import { namedExceptions } from './exceptions/named-exceptions.ts';
import { numberedErrors } from './exceptions/numbered-errors.ts';

const LIMIT = 100;

/** Exceptions and error objects of client libraries: by type, by the library's code, by a sentence that only it says. */
export const readExceptions: Reader<ExceptionEvidence> = (views) => {
  const found = [...namedExceptions(views), ...numberedErrors(views)].sort(
    // What was read by its type first: its message holds the code and the sentence.
    (a, b) => a.start - b.start || Number(a.bare) - Number(b.bare) || b.end - a.end,
  );
  const kept: FoundException[] = [];
  const seen = new Set<string>();
  /** The last kept exception of a library, whose words later ones may stand in. */
  const open = new Map<string, number>();
  for (const item of found) {
    const around = open.get(item.library);
    const holder = around === undefined ? undefined : kept[around];
    if (item.bare && around !== undefined && holder !== undefined && item.start < holder.end) {
      if (holder.code === null && item.code !== null && holder.type !== 'onTurnError')
        kept[around] = { ...holder, code: item.code };
      if (holder.type !== 'onTurnError') continue;
    }
    // The sentence again, printed by what caught it.
    if (item.bare && item.message !== '' && kept.some((other) => repeats(other, item))) continue;
    const key = `${item.library}|${item.type}|${item.code}|${item.message}`;
    if (seen.has(key)) continue;
    seen.add(key);
    open.set(item.library, kept.length);
    kept.push(item);
    if (kept.length >= LIMIT) break;
  }
  return withCodes(kept).map(({ library, type, code, message, start, end }) => ({
    kind: 'exception',
    span: views.text.spanOf(start, end),
    library,
    type,
    code,
    message,
  }));
};

/** A log prints the type with its code on one line and with its message on another: one reading has both. */
function withCodes(kept: readonly FoundException[]): FoundException[] {
  const coded = kept.filter((item) => item.code !== null && item.message === '');
  if (coded.length === 0) return [...kept];
  const given = new Set<FoundException>();
  const read = kept.map((item) => {
    if (item.code !== null || item.message === '') return item;
    const other = coded.find(({ library, type }) => library === item.library && type === item.type);
    if (other === undefined) return item;
    given.add(other);
    return { ...item, code: other.code };
  });
  return read.filter((item) => !given.has(item));
}

function repeats(kept: FoundException, item: FoundException): boolean {
  return kept.library === item.library && kept.type !== 'onTurnError' && kept.message.includes(item.message);
}
