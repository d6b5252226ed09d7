import { madeOnce } from '../../made-once.ts';
import { isNameCharacter } from '../../secrets/name-character.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { type LooseObject, readLooseObject } from './loose-object.ts';

/** Attempts and not results are bounded: a hostile text may hold a hundred thousand beginnings. */
const ATTEMPT_LIMIT = 300;
const LOOK_LIMIT = 20_000;
/** How much of a text is read as objects, in UTF-16 units: a hundred error bodies. */
const READ_LIMIT = 131_072;
/** How many mentions of an error or a code are looked at; one in every thirty characters of a mebibyte. */
const MENTION_LIMIT = 40_000;
const LOOK_BACK = 600;

/** Fields that make an object worth reading. */
const ANCHORS: ReadonlySet<string> = new Set([
  'odata.error',
  'error',
  'errors',
  'error_description',
  'errordescription',
  'error_codes',
  'errorcode',
  'code',
]);

const OBJECTS = madeOnce(({ text, lower }: MappedText): readonly LooseObject[] => findObjects(text, lower));

/**
 * The objects of a text that have an error, a code or an error description in them, outermost bracket near the field
 * first, in text order, without overlap. Kept for the text, since several readers ask for them.
 */
export function errorObjects(source: MappedText): readonly LooseObject[] {
  return source.once(OBJECTS);
}

function findObjects(text: string, lower: string): LooseObject[] {
  const objects: LooseObject[] = [];
  let error = lower.indexOf('error');
  let code = lower.indexOf('code');
  let behind = 0;
  let attempts = 0;
  let unread = READ_LIMIT;
  let mentions = 0;
  const budget = { looks: LOOK_LIMIT };
  while ((error !== -1 || code !== -1) && attempts < ATTEMPT_LIMIT && unread > 0) {
    const at = code === -1 || (error !== -1 && error < code) ? error : code;
    if (at === error) error = lower.indexOf('error', at + 4);
    else code = lower.indexOf('code', at + 4);
    if (at < behind) continue;
    mentions += 1;
    if (mentions > MENTION_LIMIT) break;
    const key = anchorAt(text, lower, at);
    if (key === undefined) continue;
    attempts += 1;
    const opener = openerBefore(text, key.start, behind, key.assigned);
    // `error="…"` with no bracket around it is a parameter of a challenge, or somebody's code.
    if (opener === undefined && key.assigned) continue;
    const object = readLooseObject(text, opener ?? key.start, budget);
    unread -= object.end - object.start;
    behind = Math.max(object.end, at + 4);
    if (object.fields.length > 0) objects.push(object);
    if (error !== -1 && error < behind) error = lower.indexOf('error', behind);
    if (code !== -1 && code < behind) code = lower.indexOf('code', behind);
  }
  return objects;
}

const QUOTED_REST = /["'`][ \t]{0,8}(?::|=>|=(?!=))/y;
/** A bare key counts where what follows can only be a value: quotes, brackets, or a class with its bracket. */
const BARE_REST =
  /[ \t]{0,8}(?::[ \t]{0,8}|=>[ \t]{0,8}|=(?!=)[ \t]{0,8})(?=["'`{[]|[brf]["']|null\b|None\b|undefined\b|[A-Za-z_][\w.]{0,80}[ \t]?[({])/y;
const MAP_REST = /=(?=[\w-])/y;

function anchorAt(text: string, lower: string, at: number): { start: number; assigned: boolean } | undefined {
  let start = at;
  while (start > 0 && at - start < 24 && isNameCharacter(text.charCodeAt(start - 1))) start -= 1;
  let end = at + 4;
  while (end < text.length && end - at < 24 && isNameCharacter(text.charCodeAt(end))) end += 1;
  if (!mayBeKey(text, end)) return undefined;
  if (!ANCHORS.has(lower.slice(start, end))) return undefined;
  const before = text[start - 1];
  if ((before === '"' || before === "'" || before === '`') && text[end] === before) {
    QUOTED_REST.lastIndex = end;
    return QUOTED_REST.test(text) ? { start: start - 1, assigned: text[QUOTED_REST.lastIndex - 1] === '=' } : undefined;
  }
  if (before === '?' || before === '&' || before === '#') return undefined;
  BARE_REST.lastIndex = end;
  if (BARE_REST.test(text)) return { start, assigned: /=[ \t]*$/.test(text.slice(end, BARE_REST.lastIndex)) };
  // A Java map, or PowerShell's @{…}: {error=invalid_grant, …}
  MAP_REST.lastIndex = end;
  if (MAP_REST.test(text) && /[{,;(]\s{0,4}$/.test(text.slice(Math.max(0, start - 6), start)))
    return { start, assigned: true };
  return undefined;
}

/** Prose names errors far more often than fields do: one look at what follows saves the rest. */
function mayBeKey(text: string, end: number): boolean {
  let at = end;
  while (at - end < 8 && (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09)) at += 1;
  const code = text.charCodeAt(at);
  if (code === 0x22 || code === 0x27 || code === 0x60) return at === end;
  if (code !== 0x3a && code !== 0x3d) return false;
  if (text.charCodeAt(at + 1) === 0x3e) at += 1;
  do at += 1;
  while (at - end < 16 && (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09));
  return text.charCodeAt(at) !== 0x0a;
}

/** The bracket that holds the key, near before it. */
function openerBefore(text: string, key: number, behind: number, assigned: boolean): number | undefined {
  let depth = 0;
  let rounds = 0;
  const first = Math.max(behind, key - LOOK_BACK);
  for (let at = key - 1; at >= first; at -= 1) {
    const code = text.charCodeAt(at);
    if (code === 0x7d) depth += 1;
    else if (code === 0x7b) {
      if (depth === 0) return at;
      depth -= 1;
    } else if (assigned && code === 0x29) rounds += 1;
    else if (assigned && code === 0x28) {
      if (rounds === 0 && depth === 0) return at;
      rounds -= 1;
    }
  }
  return undefined;
}
