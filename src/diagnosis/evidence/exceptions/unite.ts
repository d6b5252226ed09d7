import type { FoundException } from './found-exception.ts';

const LIMIT = 100;
/** How far apart the fields of one printed error object stand. */
const ONE_OBJECT = 500;

/**
 * One reading for each exception, in text order: a code or sentence inside the words of a fuller reading is that
 * reading's, a sentence printed again is left out, and a type with nothing behind it takes the code beside it.
 */
export function uniteExceptions(found: readonly FoundException[]): readonly FoundException[] {
  if (found.length < 2) return found;
  const kept: FoundException[] = [];
  const seen = new Set<string>();
  /** The last kept exception of a library, whose words later ones may stand in. */
  const open = new Map<string, number>();
  // What was read by its type first: its message holds the code and the sentence.
  for (const item of [...found].sort((a, b) => a.start - b.start || Number(a.bare) - Number(b.bare) || b.end - a.end)) {
    const around = open.get(item.library);
    const holder = around === undefined ? undefined : kept[around];
    if (
      item.bare &&
      around !== undefined &&
      holder !== undefined &&
      holder.type !== CATCH_ALL &&
      item.start < holder.end
    ) {
      if (holder.code === null && item.code !== null) kept[around] = { ...holder, code: item.code };
      continue;
    }
    if (item.bare && kept.some((other) => repeats(other, item))) continue;
    const key = `${item.library}|${item.type}|${item.code}|${item.message}`;
    if (seen.has(key)) continue;
    seen.add(key);
    open.set(item.library, kept.length);
    kept.push(item);
    if (kept.length >= LIMIT) break;
  }
  return withCodes(typesWithFields(kept));
}

/** A bot's last resort prints whatever was thrown, which is read by itself as well. */
const CATCH_ALL = 'onTurnError';

function repeats(kept: FoundException, item: FoundException): boolean {
  if (kept.library !== item.library || kept.type === CATCH_ALL) return false;
  return item.message === '' ? kept.code === item.code : kept.message.includes(item.message);
}

/** `{"errorCode": "no_tokens_found", "errorMessage": "…", "name": "InteractionRequiredAuthError"}` is one exception. */
function typesWithFields(kept: readonly FoundException[]): FoundException[] {
  const empty = kept.filter((item) => !item.bare && item.code === null && item.message === '');
  if (empty.length === 0) return [...kept];
  const taken = new Set<FoundException>();
  const read = kept.map((item) => {
    if (!item.bare || item.code === null) return item;
    const name = empty.find(
      (other) => !taken.has(other) && other.library === item.library && Math.abs(other.start - item.start) < ONE_OBJECT,
    );
    if (name === undefined) return item;
    taken.add(name);
    return { ...item, type: name.type, bare: false };
  });
  return read.filter((item) => !taken.has(item));
}

/** A log prints the type with its code on one line and with its message on another. */
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
