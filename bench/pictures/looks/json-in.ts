/** JSON in a paste, and what stands around it. */
export interface JsonInPaste {
  readonly before: string;
  readonly value: object;
  readonly after: string;
}

const MOST_AROUND = 200;

/** The object that makes up a paste, but for a line or two around it (a status, a request); `undefined` where there is none. */
export function jsonIn(paste: string): JsonInPaste | undefined {
  const start = paste.indexOf('{');
  const end = paste.lastIndexOf('}') + 1;
  if (start === -1 || end <= start) return undefined;
  const before = paste.slice(0, start).trim();
  const after = paste.slice(end).trim();
  if (before.length + after.length > MOST_AROUND) return undefined;
  try {
    const value: unknown = JSON.parse(paste.slice(start, end));
    return typeof value === 'object' && value !== null ? { before, value, after } : undefined;
  } catch {
    return undefined;
  }
}
