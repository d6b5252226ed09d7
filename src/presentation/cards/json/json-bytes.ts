/** Characters that JSON writes as they are, in one byte each. */
const PLAIN = /^[ !#-[\]-~]*$/;

/**
 * Bytes of `JSON.stringify(value)` in UTF-8, without writing it: a card is measured on every turn, and written once
 * more when it is sent.
 *
 * @param value plain data: objects, arrays, strings, numbers, booleans, null; properties that are undefined are left out
 */
export function jsonBytes(value: unknown): number {
  if (typeof value === 'string') return stringBytes(value);
  if (typeof value !== 'object' || value === null) return String(value).length;
  let bytes = 2;
  let members = 0;
  if (Array.isArray(value)) {
    for (const item of value) bytes += jsonBytes(item);
    members = value.length;
  } else {
    for (const name in value) {
      const member = (value as Record<string, unknown>)[name];
      if (member === undefined) continue;
      bytes += stringBytes(name) + 1 + jsonBytes(member);
      members += 1;
    }
  }
  return bytes + Math.max(0, members - 1);
}

function stringBytes(text: string): number {
  return PLAIN.test(text) ? text.length + 2 : Buffer.byteLength(JSON.stringify(text));
}
