import { maskSecrets } from '../diagnosis/secrets/mask-secrets.ts';
import { namedSecret } from '../diagnosis/secrets/secret-names.ts';

/** What may stand in a log line once it was masked. */
export type LoggableValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly LoggableValue[]
  | { readonly [key: string]: LoggableValue };

/** Deeper parts, longer lists and longer texts are cut: a log line is no place for a whole request. */
const MAX_DEPTH = 6;
const MAX_ITEMS = 100;
const MAX_TEXT = 8_192;
export const MASKED = '[masked]';
/** A shorter value of such a name is a word. */
const SHORTEST_GENERATED = 16;

/** Names whose values are secrets whatever they look like, compared without case, dashes and underscores. */
const SECRET_NAMES = new Set([
  'accesstoken',
  'apppassword',
  'assertion',
  'authorization',
  'clientassertion',
  'clientsecret',
  'codeverifier',
  'cookie',
  'credential',
  'idtoken',
  'microsoftapppassword',
  'password',
  'proxyauthorization',
  'refreshtoken',
  'secret',
  'setcookie',
  'token',
  'xmsauthorizationauxiliary',
]);

/**
 * A copy of `value` that may be written to a log: every text masked, the values of secret names replaced, errors as
 * plain objects, bytes as their count, nothing cyclic, nothing unbounded. Never throws, not even for a throwing getter.
 */
export function maskLogValue(value: unknown): LoggableValue {
  return copy(value, 0, new Set());
}

/** Masks first and cuts after: a cut secret might not be recognised any more. */
export function maskLogText(text: string): string {
  const masked = maskSecrets(text);
  return masked.length <= MAX_TEXT
    ? masked
    : `${masked.slice(0, MAX_TEXT)}… (${masked.length - MAX_TEXT} characters more)`;
}

function copy(value: unknown, depth: number, above: Set<object>): LoggableValue {
  switch (typeof value) {
    case 'string':
      return maskLogText(value);
    case 'number':
    case 'boolean':
    case 'undefined':
      return value;
    case 'bigint':
    case 'symbol':
      return maskLogText(value.toString());
    case 'function':
      return '[function]';
    default:
      return value === null ? null : copyObject(value as object, depth, above);
  }
}

function copyObject(value: object, depth: number, above: Set<object>): LoggableValue {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (value instanceof URL) return maskLogText(value.href);
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (above.has(value)) return '[circular]';
  if (depth >= MAX_DEPTH) return '[too deep]';
  above.add(value);
  try {
    if (value instanceof Error) return copyEntries(errorEntries(value), depth, above);
    if (Array.isArray(value) || value instanceof Set) return copyList([...value], depth, above);
    if (value instanceof Map)
      return copyEntries(
        [...value].map(([key, item]) => [String(key), item]),
        depth,
        above,
      );
    return copyEntries(ownEntries(value), depth, above);
  } finally {
    above.delete(value);
  }
}

function copyList(list: readonly unknown[], depth: number, above: Set<object>): LoggableValue {
  const copied = list.slice(0, MAX_ITEMS).map((item) => copy(item, depth + 1, above));
  return list.length > MAX_ITEMS ? [...copied, `… (${list.length - MAX_ITEMS} more)`] : copied;
}

function copyEntries(
  entries: readonly (readonly [string, unknown])[],
  depth: number,
  above: Set<object>,
): LoggableValue {
  const copied = entries
    .slice(0, MAX_ITEMS)
    .map(([key, item]) => [
      maskLogText(key),
      isSaid(item) && (isSecretName(key) || isNamedSecret(key, item)) ? MASKED : copy(item, depth + 1, above),
    ]);
  if (entries.length > MAX_ITEMS) copied.push(['…', `${entries.length - MAX_ITEMS} more`]);
  return Object.fromEntries(copied);
}

/**
 * What tells about an error. Its other properties are left out: HTTP clients hang the whole request with its
 * Authorization header and the whole response there.
 */
function errorEntries(error: Error): readonly (readonly [string, unknown])[] {
  const entries: [string, unknown][] = [
    ['type', read(error, 'name')],
    ['message', read(error, 'message')],
  ];
  for (const name of ['code', 'status', 'statusCode', 'errno', 'syscall', 'cause', 'errors'] as const) {
    const item = read(error, name);
    if (item !== undefined) entries.push([name, item]);
  }
  entries.push(['stack', read(error, 'stack')]);
  return entries;
}

function ownEntries(value: object): readonly (readonly [string, unknown])[] {
  return Object.keys(value).map((key) => [key, read(value, key)] as const);
}

function read(value: object, key: string): unknown {
  try {
    return (value as Record<string, unknown>)[key];
  } catch {
    return '[unreadable]';
  }
}

function isSecretName(key: string): boolean {
  return SECRET_NAMES.has(key.toLowerCase().replace(/[-_ ]/g, ''));
}

/** What a paste would be masked for under this name: `clientState`, `user_code`. */
function isNamedSecret(key: string, item: unknown): boolean {
  if (typeof item !== 'string') return false;
  const named = namedSecret(key);
  return named !== null && (named.form === 'value' || (named.form === 'random' && item.length >= SHORTEST_GENERATED));
}

/** `token: false` and `secret: null` say that there is none, which is worth reading. */
function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && typeof value !== 'boolean' && value !== '';
}
