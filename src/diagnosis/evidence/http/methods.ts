/** Methods of HTTP, WebDAV and CalDAV that people paste. */
const METHODS: ReadonlySet<string> = new Set([
  'GET',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'MERGE',
  'PROPFIND',
  'REPORT',
]);

/** The method in upper case, or `null` where the word is none. */
export function methodOf(word: string | undefined): string | null {
  const upper = word?.toUpperCase() ?? '';
  return METHODS.has(upper) ? upper : null;
}
