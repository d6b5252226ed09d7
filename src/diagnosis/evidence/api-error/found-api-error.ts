import type { MappedText } from '../../text/mapped-text.ts';
import type { ApiErrorEvidence } from '../evidence.ts';
import { messageText } from '../message-text.ts';

/** An API error with its place in the text that it was read from. */
export interface FoundApiError {
  readonly code: string;
  readonly message: string;
  readonly innerCodes: readonly string[];
  readonly date: number | null;
  readonly requestId: string | null;
  /** Offsets in `source`. */
  readonly start: number;
  readonly end: number;
  readonly source: MappedText;
}

/** What a labelled or written form has: a code, a message, and perhaps the lines behind them. */
export function found(
  source: MappedText,
  start: number,
  end: number,
  parts: {
    code: string;
    message: string;
    innerCodes?: readonly string[];
    date?: number | null;
    requestId?: string | null;
  },
): FoundApiError {
  return {
    code: messageText(parts.code).slice(0, 120),
    message: messageText(parts.message),
    innerCodes: parts.innerCodes ?? [],
    date: parts.date ?? null,
    requestId: parts.requestId ?? null,
    start,
    end,
    source,
  };
}

/** The same refusal is often printed several times; of its copies the parts that one lacks come from the other. */
export function unite(errors: readonly FoundApiError[]): ApiErrorEvidence[] {
  const kept: ApiErrorEvidence[] = [];
  const placed = errors
    .map((error) => ({ error, span: error.source.spanOf(error.start, error.end) }))
    .sort((a, b) => a.span.start - b.span.start);
  for (const { error, span } of placed) {
    const index = kept.findIndex((other) => sameRefusal(other, error));
    const other = kept[index];
    if (other === undefined) {
      const { code, message, innerCodes, date, requestId } = error;
      kept.push({ kind: 'api-error', span, code, message, innerCodes, date, requestId });
    } else {
      kept[index] = {
        ...other,
        span: other.message === '' && error.message !== '' ? span : other.span,
        message: other.message === '' ? error.message : other.message,
        code: other.code === '' ? error.code : other.code,
        innerCodes: other.innerCodes.length > 0 ? other.innerCodes : error.innerCodes,
        date: other.date ?? error.date,
        requestId: other.requestId ?? error.requestId,
      };
    }
  }
  return kept;
}

function sameRefusal(a: ApiErrorEvidence, b: FoundApiError): boolean {
  if (a.requestId !== null && b.requestId !== null && a.requestId !== b.requestId && a.message !== b.message)
    return false;
  if (a.code === b.code) return a.message === b.message || a.message === '' || b.message === '';
  return (a.code === '' || b.code === '') && a.message === b.message && a.message !== '';
}

/** Milliseconds since 1970 of an innerError date: without an offset it is UTC by definition. */
export function innerErrorDate(text: string | null | undefined): number | null {
  if (text === null || text === undefined) return null;
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\.\d{1,9})?\s?(Z|[+-]\d\d:?\d\d)?/.exec(text.trim());
  if (match === null) return pythonDate(text);
  const at = Date.parse(`${match[1]}T${match[2]}${(match[3] ?? '').slice(0, 4)}${match[4] ?? 'Z'}`);
  return Number.isNaN(at) ? null : at;
}

/** Kiota for Python prints `datetime.datetime(2024, 5, 1, 9, 0, 7)`, in UTC. */
function pythonDate(text: string): number | null {
  const match = /^datetime\.datetime\((\d{4}), (\d{1,2}), (\d{1,2}), (\d{1,2}), (\d{1,2})(?:, (\d{1,2}))?/.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second] = match;
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second ?? 0));
}
