/** The store cannot be opened or does not answer. The message names what to do about it. */
export class StoreUnavailableError extends Error {
  readonly code = 'WHY401_STORE_UNAVAILABLE';
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreUnavailableError';
  }
}

/** Of SQLite's primary result codes those that tell of the place and not of a statement: busy, locked, read-only, I/O, full. */
const SQLITE_TROUBLE: ReadonlySet<number> = new Set([5, 6, 8, 10, 13, 14]);
const DEEPEST_CAUSE = 5;

/** Whether something failed because the store does not take it just now: down, full, locked or read-only. */
export function isStoreUnavailable(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > DEEPEST_CAUSE) return false;
  if (error instanceof StoreUnavailableError) return true;
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  // https://www.sqlite.org/rescode.html: the primary code stands in the lowest eight bits.
  if (code === 'ERR_SQLITE_ERROR') return typeof errcode === 'number' && SQLITE_TROUBLE.has(errcode & 0xff);
  return isStoreUnavailable(error.cause, depth + 1);
}
