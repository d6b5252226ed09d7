/** How far an object is looked at on either side of its address. */
const REACH = 1_200;
const HEADERS = /\bheaders["']?\s{0,3}:/i;
const OPEN = '\\bheaders["\']?\\s{0,3}:\\s{0,3}(?:[A-Za-z]{1,24}\\s)?\\{([^{}]{0,800})\\}';
const FIELDS = '(?:\\s{0,40}["\']?[A-Za-z]{2,24}["\']?\\s{0,3}:\\s{0,3}[^,{}\\n]{0,80},){0,6}';
/** `url: '…', method: 'get', headers: { … }`, from the end of the address on. */
const AFTER = new RegExp(`^["'\`]?\\s{0,3},${FIELDS}\\s{0,40}["']?${OPEN}`, 'i');
/** `headers: { … }, method: 'get', url: '…'`, up to the end of the address. */
const BEFORE = new RegExp(
  `${OPEN}\\s{0,3},${FIELDS}\\s{0,40}["']?(?:request)?ur[il]["']?\\s{0,3}:\\s{0,3}["'\`]?https?://[^\\s"'\`{}]{1,400}$`,
  'i',
);
/** A library writes it when it sends: what people write in code has other headers added on the way. */
const SENT = /user-agent["']?\s{0,3}:/i;
const AUTHORIZATION = /authorization|cookie|api-?key|token/i;

/**
 * Whether a request printed as an object (axios, got, a debug log) shows the headers it was sent with, and no
 * Authorization header among them.
 *
 * @param end - where its address ends
 */
export function sentWithoutAuthorization(text: string, end: number): boolean {
  const headers = headersOf(text, end);
  return headers !== undefined && SENT.test(headers) && !AUTHORIZATION.test(headers) && !/\.\.\.|…/.test(headers);
}

function headersOf(text: string, end: number): string | undefined {
  const after = text.slice(end, end + REACH);
  if (HEADERS.test(after)) {
    const match = AFTER.exec(after);
    if (match !== null) return match[1];
  }
  const before = text.slice(Math.max(0, end - REACH), end);
  return HEADERS.test(before) ? BEFORE.exec(before)?.[1] : undefined;
}
