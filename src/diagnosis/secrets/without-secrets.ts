import type { Span } from '../text/span.ts';
import { maskSpans } from './mask-secrets.ts';
import { placesOf, secretForms } from './repeated-secrets.ts';

/**
 * The same without the secrets in its texts, for what was read of a paste: a secret may stand where an id or an address
 * belongs. What holds none stays the same object.
 *
 * @param values - from `findSecrets`
 */
export function withoutSecrets<T>(read: T, values: readonly string[]): T {
  return values.length === 0 ? read : cleaned(read, values.flatMap(secretForms));
}

function cleaned<T>(value: T, forms: readonly string[]): T {
  if (typeof value === 'string') return cleanText(value, forms) as T;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return cleanList(value, forms) as T;
  let copy: object | undefined;
  for (const [name, item] of Object.entries(value)) {
    if (typeof item === 'number' || typeof item === 'boolean') continue;
    const clean = cleaned(item, forms);
    if (clean === item) continue;
    copy = { ...(copy ?? value), [name]: clean };
  }
  return (copy as T | undefined) ?? value;
}

function cleanList(list: readonly unknown[], forms: readonly string[]): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (let index = 0; index < list.length; index += 1) {
    const clean = cleaned(list[index], forms);
    if (clean === list[index]) continue;
    copy ??= [...list];
    copy[index] = clean;
  }
  return copy ?? list;
}

function cleanText(text: string, forms: readonly string[]): string {
  const fitting = forms.filter(({ length }) => length <= text.length);
  const spans = fitting.length === 0 ? [] : placesOf(text, fitting);
  return spans.length === 0 ? text : maskSpans(text, apart(spans), 0, text.length);
}

/** Ordered, without overlaps. */
function apart(spans: Span[]): Span[] {
  const merged: Span[] = [];
  for (const { start, end } of spans.sort((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    if (last === undefined || start > last.end) merged.push({ start, end });
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end) };
  }
  return merged;
}
