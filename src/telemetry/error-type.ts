/** `ECONNREFUSED`, `UND_ERR_SOCKET`, `WHY401_PROBE_TIMEOUT`. */
const CODE = /^[A-Z][A-Z0-9_]{1,59}$/;
const NAME = /^[A-Za-z]{1,60}$/;

/** What kind of failure it was, by its code or the name of its class; never its message. */
export function errorType(error: unknown): string {
  if (!(error instanceof Error)) return 'other';
  const { code } = error as { readonly code?: unknown };
  if (typeof code === 'string' && CODE.test(code)) return code;
  return NAME.test(error.name) ? error.name : 'other';
}
