/** A text of exactly `size` characters. */
export type LongText = (size: number) => string;

const filled =
  (unit: string): LongText =>
  (size) =>
    unit.repeat(Math.ceil(size / unit.length)).slice(0, size);

const REQUESTS = ['/api/board', '/api/rooms/12', '/api/people?q=an', '/health', '/api/rota/2025-11-22'];

/** A service's log in which one failure in some forty lines is worth reading. */
const serviceLog: LongText = (size) => {
  const lines: string[] = [];
  let length = 0;
  for (let n = 0; length < size; n += 1) {
    const line = logLine(n);
    lines.push(line);
    length += line.length + 1;
  }
  return lines.join('\n').slice(0, size);
};

function logLine(n: number): string {
  const at = new Date(Date.UTC(2025, 10, 22, 6, 0, 0) + n * 1370).toISOString();
  const id = (0x9e3779b1 * (n + 1)).toString(16).slice(0, 8).padStart(8, '0');
  const guid = `${id}-4c2a-4b65-bd0f-${id}00c0`;
  if (n % 41 === 17) {
    return `${at} ERROR [GraphClient] GET https://graph.microsoft.com/v1.0/users/${id}@contoso.com/events -> 401 {"error":{"code":"InvalidAuthenticationToken","message":"Lifetime validation failed, the token is expired.","innerError":{"date":"${at.slice(0, 19)}","request-id":"${guid}"}}}`;
  }
  if (n % 173 === 60) {
    return `${at} WARN  [Msal] Exception type: MsalUiRequiredException, ErrorCode: invalid_grant, AADSTS50173: The provided grant has expired due to it being revoked, a fresh auth token is needed. Trace ID: ${guid} Timestamp: ${at}`;
  }
  if (n % 7 === 3)
    return `${at} DEBUG [Sql] SELECT id, name FROM rota WHERE team = @p0 AND day >= @p1 -- took ${n % 90} ms`;
  if (n % 5 === 1)
    return `${at} INFO  [Cache] hit=${n % 100} miss=${n % 13} keys=${n} evicted=0 heap=${(n * 7919) % 512}MB`;
  return `${at} INFO  [Http] 10.0.${n % 256}.${(n * 7) % 256} "${n % 3 === 0 ? 'POST' : 'GET'} ${REQUESTS[n % REQUESTS.length]} HTTP/1.1" 200 ${(n * 131) % 9000} "-" "Mozilla/5.0 (Windows NT 10.0; Win64; x64)" trace=${guid}`;
}

/** The same log as one JSON string: every quote and line end escaped. */
const escapedLog: LongText = (size) => JSON.stringify(serviceLog(size)).slice(0, size);

/** The same log with its failures once more inside JSON, as collectors ship it. */
const shippedLog: LongText = (size) =>
  serviceLog(size)
    .split('\n')
    .map((line, n) => JSON.stringify({ n, stream: 'stderr', log: JSON.stringify({ message: line }) }))
    .join('\n')
    .slice(0, size);

/** What people may really paste, only much longer. */
export const FRIENDLY_TEXTS: Readonly<Record<string, LongText>> = {
  'service log': serviceLog,
  'log as one JSON string': escapedLog,
  'log in JSON in JSON': shippedLog,
};

/** A value that a reader wants, and behind it one character again and again. */
const behind =
  (value: string, unit: string): LongText =>
  (size) =>
    value + filled(unit)(size - value.length);

const nested: LongText = (size) => {
  let text = 'Bearer error="invalid_token"';
  for (let round = 0; round < 8; round += 1) text = JSON.stringify(text);
  return filled(text)(size);
};

const base64: LongText = (size) => {
  const block = Buffer.from(Array.from({ length: 3 * 257 }, (_, n) => (n * n * 31 + n * 7) & 255)).toString('base64');
  return filled(block)(size);
};

/** Text made to find a pattern that looks at everything again from every place. */
export const HOSTILE_TEXTS: Readonly<Record<string, LongText>> = {
  'opening brackets': filled('['),
  'opening braces': filled('{'),
  'mixed brackets': filled('[{('),
  'closing braces': filled('}'),
  'nested objects': filled('{"a":'),
  'braces and quotes': filled('{"'),
  'python dictionaries': filled("{'error':"),
  'objects never closed': filled('{"error":{"code":"'),
  quotes: filled('"'),
  apostrophes: filled("'"),
  'quoted words': filled('"a" '),
  'doubled quotes': filled('""error"":'),
  'escaped quotes': filled('\\"'),
  backslashes: filled('\\'),
  'nested escapes': nested,
  'unicode escapes': filled('\\u0022'),
  'escaped line ends': filled('\\n'),
  'escaped CR LF': filled('\\r\\n'),
  folders: filled('C:\\new\\table\\'),
  base64,
  'base64 lines': filled('QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo0NTY3ODkrLz0K\n'),
  hexadecimal: filled('0123456789abcdef'),
  digits: filled('7'),
  'one letter': filled('a'),
  underscores: filled('_'),
  dots: filled('.'),
  'dotted words': filled('a.'),
  dashes: filled('-'),
  'percent signs': filled('%'),
  'percent escapes': filled('%25'),
  'percent, not UTF-8': filled('%ff'),
  'plus signs': filled('+'),
  'words with plus signs': filled('the+token+is+'),
  'less-than signs': filled('<'),
  'tags never closed': filled('<div '),
  tags: filled('<b>'),
  XML: filled('<code>ErrorAccessDenied</code>'),
  entities: filled('&quot;'),
  ampersands: filled('&'),
  parameters: filled('&code='),
  'question marks': filled('?error='),
  'line ends': filled('\n'),
  'carriage returns': filled('\r'),
  spaces: filled(' '),
  tabs: filled('\t'),
  'lines of spaces': filled(`${' '.repeat(200)}\n`),
  commas: filled(','),
  colons: filled(':'),
  keys: filled('error: '),
  'equals signs': filled('='),
  'a=': filled('a='),
  slashes: filled('/'),
  pipes: filled('a | '),
  'not ASCII': filled('é'),
  'zero width': filled('\u200b'),
  'smart quotes': filled('“a”'),
  emoji: filled('🙂'),
  'halves of emoji': filled('\ud83d'),
  'grows when lowered': filled('İ'),
  'control characters': filled('\x00\x1b['),
  colours: filled('\x1b[31m'),
  'Bearer ': filled('Bearer '),
  'Bearer realm=""': filled('Bearer realm="" '),
  'Bearer a=b,': filled('Bearer a=b,'),
  'WWW-Authenticate:': filled('WWW-Authenticate: Bearer '),
  'Authorization: Bearer': filled('Authorization: Bearer abcdefghijklmnop1 '),
  'x-ms-diagnostics:': filled('x-ms-diagnostics: 2000001;reason="'),
  eyJ: filled('eyJ'),
  'eyJ.eyJ.': filled('eyJ.'),
  tokens: filled('eyJhbGciOiJub25lIn0.eyJhdWQiOiJhIn0.abcdefghijklmnop '),
  'token, never ending': (size) => `eyJhbGciOiJub25lIn0.${filled('eyJhdWQiOiJhIn0')(size)}`.slice(0, size),
  AADSTS: filled('AADSTS'),
  'AADSTS7000215:': filled('AADSTS7000215: '),
  'AADSTS codes': (size) => serial(size, (n) => `AADSTS${50000 + (n % 9000)} `),
  'codes in lists': filled('"error_codes":[7000215],'),
  invalid_grant: filled('invalid_grant '),
  'error=': filled('error=invalid_grant&error_description='),
  'http://': filled('http://'),
  addresses: filled('https://graph.microsoft.com/v1.0/me '),
  'sign-in addresses': filled('https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id='),
  'request lines': filled('GET /v1.0/me HTTP/1.1\n'),
  'status lines': filled('HTTP/1.1 401 Unauthorized\n'),
  'header lines': filled('Date: Sat, 22 Nov 2025 08:41:12 GMT\n'),
  'curl lines': filled('< a: b\n> c: d\n'),
  'curl commands': filled("curl -H 'Authorization: Bearer "),
  'container lines': filled('web_1 | a\n'),
  exceptions: filled('MsalServiceException: '),
  'stack frames': filled('   at A.B.C(D e)\n'),
  'named values': filled('client_secret=abcdefghij '),
  names: filled('secrettokenpasswordkey'),
  settings: filled('scope = "User.Read"\n'),
  calls: filled('acquire_token_for_client(scopes=['),
  cookies: filled('Set-Cookie: a=b; '),
  'cookie pairs': (size) => `Cookie: ${filled('a=bcdefghij1; ')(size)}`.slice(0, size),
  dates: filled('2025-11-22T08:41:12Z '),
  GUIDs: filled('5b0e7a52-4a1f-4b7e-9d0d-3c2f4f9b8a10 '),
  SAS: filled('?sv=2024-01-01&sig=abcdefghijklmnop%2B'),
  'private keys': filled('-----BEGIN PRIVATE KEY-----\n'),
  claims: filled('"aud":"a","scp":"b",'),
  'claims challenges': filled('claims="eyJ'),
  'phrase pieces': filled('access token validation failur '),
  'full stops behind an address': behind('https://login.microsoftonline.com/', '.'),
  'commas behind an address': behind('https://graph.microsoft.com/v1.0/me', ','),
  'full stops behind a code': behind('AADSTS50011: ', '.'),
  'semicolons behind a setting': behind('client_id=', ';'),
  'dollars in a key': behind('{"', '$'),
  'spaces behind a header': behind('WWW-Authenticate: Bearer', ' '),
  'tabs behind a header': behind('HTTP/1.1 401 Unauthorized\nDate:', '\t'),
  'line ends behind a status': behind('HTTP/1.1 401 Unauthorized', '\n'),
  'quotes behind a claim': behind('{"aud":"https://graph.microsoft.com"', '"'),
};

function serial(size: number, unit: (n: number) => string): string {
  const parts: string[] = [];
  let length = 0;
  for (let n = 0; length < size; n += 1) {
    const part = unit(n);
    parts.push(part);
    length += part.length;
  }
  return parts.join('').slice(0, size);
}
