const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token that looks whole: an RS256 header, the given payload, a signature of the right length that signs nothing. */
export function madeToken(payload: object, header: object = { typ: 'JWT', alg: 'RS256', kid: 'k1' }): string {
  return `${encoded(header)}.${encoded(payload)}.${'aB3_-x'.repeat(57)}`;
}

/** The exact instant that tests call the present: 2025-06-02T10:00:00Z. */
export const NOW = Date.UTC(2025, 5, 2, 10);

export const GRAPH_PAYLOAD = {
  aud: 'https://graph.microsoft.com',
  iss: 'https://sts.windows.net/1f3a9509-f126-4db3-be30-a4e17015a80d/',
  iat: 1748856667,
  nbf: 1748856667,
  exp: 1748860581,
  appid: 'fd4d0981-1de1-45e9-bad5-210b633298d5',
  scp: 'Calendars.ReadWrite User.Read',
  tid: '1f3a9509-f126-4db3-be30-a4e17015a80d',
  ver: '1.0',
};
