import * as recognizers from '@microsoft/recognizers-text-suite';
import type { ReadSpan } from './read-span.ts';

/** The library has no types of its own for what a result holds. */
interface Resolved {
  readonly resolution?: { readonly values?: readonly Readonly<Record<string, string>>[] } | null;
}

/** Microsoft's recognizers: the values of the first result, the one at or after the reference first. */
export function recognizeDateTime(text: string, reference: Date, now: Date): readonly ReadSpan[] {
  const library = ('default' in recognizers ? recognizers.default : recognizers) as unknown as {
    recognizeDateTime(text: string, culture: string, options: number, reference: Date): readonly Resolved[];
  };
  const values = library.recognizeDateTime(text, 'en-us', 0, reference)[0]?.resolution?.values ?? [];
  const spans = values.map(
    (value): ReadSpan => ({ start: at(value.start ?? value.value, reference), end: at(value.end, reference) }),
  );
  const ahead = spans.find(({ start }) => start !== null && new Date(start) >= now);
  const first = ahead ?? spans.at(-1);
  return first === undefined ? [] : [first];
}

function at(value: string | undefined, reference: Date): string | null {
  if (value === undefined) return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return `${value}T00:00:00`;
  if (/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(value)) return value.replace(' ', 'T');
  if (!/^\d{2}:\d{2}:\d{2}$/.test(value)) return null;
  const two = (part: number) => String(part).padStart(2, '0');
  return `${reference.getFullYear()}-${two(reference.getMonth() + 1)}-${two(reference.getDate())}T${value}`;
}
