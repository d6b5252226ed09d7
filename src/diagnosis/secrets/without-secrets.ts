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
  if (values.length === 0) return read;
  const forms = values.flatMap(secretForms);
  return cleaned(read, { forms, shortest: Math.min(...forms.map(({ length }) => length)) });
}

interface Secrets {
  readonly forms: readonly string[];
  /** A shorter text holds none: most of what is read is as short. */
  readonly shortest: number;
}

function cleaned<T>(value: T, secrets: Secrets): T {
  if (typeof value === 'string') return (value.length < secrets.shortest ? value : cleanText(value, secrets)) as T;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return cleanList(value, secrets) as T;
  let copy: Record<string, unknown> | undefined;
  const fields = value as Record<string, unknown>;
  // Plain data: what `in` names is what the reader put there.
  for (const name in fields) {
    const item = fields[name];
    if (typeof item !== 'string' && typeof item !== 'object') continue;
    const clean = cleaned(item, secrets);
    if (clean === item) continue;
    copy ??= { ...fields };
    copy[name] = clean;
  }
  return (copy as T | undefined) ?? value;
}

function cleanList(list: readonly unknown[], secrets: Secrets): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (let index = 0; index < list.length; index += 1) {
    const clean = cleaned(list[index], secrets);
    if (clean === list[index]) continue;
    copy ??= [...list];
    copy[index] = clean;
  }
  return copy ?? list;
}

function cleanText(text: string, { forms }: Secrets): string {
  const spans = placesOf(text, forms);
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
