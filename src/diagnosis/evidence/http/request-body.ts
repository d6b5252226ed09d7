import type { Views } from '../../text/views.ts';
import { LONGEST_BODY, readPastedLiteral } from './pasted-literal.ts';

const SECRET_NAME =
  /pass(?:word|wd)?|secret|token|assertion|credential|authorization|cookie|api_?key|private_?key|signature|^code$|^sig$/i;
const SECRET_VALUE =
  /eyJ[\w-]{10,}\.|\bEw[ABC][A-Za-z0-9+/]{20,}|[?&](?:sig|tempauth|authtoken|access_token|code)=|-----BEGIN/i;
// Names that only answers have, or headers written as JSON.
const ANSWER = [
  'error',
  'odata.error',
  '@odata.context',
  'error_description',
  'statusCode',
  'request-id',
  'content-type',
];
const LONGEST_STRING = 4000;
const MOST_ELEMENTS = 200;
const DEEPEST = 24;

/**
 * Reads the JSON body of a request, from the first brace or bracket at or after `at` with only space before it.
 * Members that are or may hold secrets are left as `(secret)`.
 *
 * @param limit where the next request begins: no body goes on behind it
 * @returns `undefined` where no body stands there, it cannot be read, or it is an answer and no request.
 */
export function readRequestBody(views: Views, at: number, limit: number): unknown {
  const { text } = views.text;
  const gap = /^\s{0,40}(?:(?:body|payload|data|content)\s{0,2}[:=]\s{0,3})?(?=[{[])/i.exec(text.slice(at, at + 80));
  if (gap === null) return undefined;
  const start = at + gap[0].length;
  if (start >= limit) return undefined;
  const value = strictly(views, start, limit) ?? readPastedLiteral(text, start, limit)?.value;
  if (typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value) && ANSWER.some((name) => Object.hasOwn(value, name))) return undefined;
  return withoutSecrets(value, 0);
}

/** JSON of the person's own characters, whose escapes are still there. */
function strictly(views: Views, start: number, limit: number): unknown {
  const { paste } = views;
  const own = views.text.spanOf(start, limit);
  const end = closingBracket(paste, own.start, own.end);
  if (end === -1) return undefined;
  try {
    return JSON.parse(paste.slice(own.start, end));
  } catch {
    return undefined;
  }
}

function closingBracket(text: string, open: number, before: number): number {
  let depth = 0;
  let inString = false;
  const limit = Math.min(before, open + LONGEST_BODY);
  for (let at = open; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 0x5c) at++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) depth++;
    else if ((code === 0x7d || code === 0x5d) && --depth === 0) return at + 1;
  }
  return -1;
}

function withoutSecrets(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return SECRET_VALUE.test(value) ? '(secret)' : value.slice(0, LONGEST_STRING);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEEPEST) return null;
  if (Array.isArray(value)) return value.slice(0, MOST_ELEMENTS).map((element) => withoutSecrets(element, depth + 1));
  const kept: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value).slice(0, MOST_ELEMENTS)) {
    if (name === '__proto__') continue;
    kept[name] = SECRET_NAME.test(name) && typeof member === 'string' ? '(secret)' : withoutSecrets(member, depth + 1);
  }
  return kept;
}
