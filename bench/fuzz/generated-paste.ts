import fc from 'fast-check';
import type { GeneratedPaste } from './paste-and-secrets.ts';
import { plantedSecret } from './planted-secret.ts';
import { wrappedPaste } from './wrapped-paste.ts';

interface Piece {
  readonly text: string;
  readonly secrets: readonly string[];
}

const CODES = [
  50011, 7000215, 7000222, 65001, 70002, 50012, 50020, 53003, 50076, 700016, 90002, 500011, 700024, 9002326, 16000,
  90033, 12345, 999999,
];

const aadsts = fc
  .tuple(fc.constantFrom(...CODES), fc.string({ maxLength: 80 }), fc.boolean())
  .map(([code, words, json]) => {
    const text = `AADSTS${code}: ${words} Trace ID: 810f88bd-f08a-465d-b395-36285e85f02f`;
    return json ? JSON.stringify({ error: 'invalid_grant', error_description: text, error_codes: [code] }) : text;
  });

const challenge = fc
  .record({
    scheme: fc.constantFrom('Bearer', 'PoP', 'Basic', 'bearer', 'Negotiate'),
    error: fc.constantFrom('invalid_token', 'insufficient_claims', 'insufficient_scope', ''),
    claims: fc.constantFrom('eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZX19fQ==', 'e30', ''),
    name: fc.constantFrom(
      'WWW-Authenticate: ',
      'www-authenticate →',
      "{'WWW-Authenticate': '",
      'WWW-Authenticate : {',
      '',
    ),
    words: fc.string({ maxLength: 40 }),
  })
  .map(
    ({ scheme, error, claims, name, words }) =>
      `${name}${scheme} realm="", error="${error}", error_description="${words}", claims="${claims}"`,
  );

const call = fc
  .tuple(
    fc.constantFrom('GET', 'POST', 'PATCH'),
    fc.constantFrom(
      'https://graph.microsoft.com/v1.0/me/events',
      'https://graph.microsoft.com/v1.0/users/desk@contoso.com/calendar',
      'https://outlook.office365.com/EWS/Exchange.asmx',
      'https://graph.microsoft.us/beta/me',
      'http://localhost:3000/api/x',
    ),
    fc.constantFrom(200, 400, 401, 403, 404, 429, 503),
  )
  .map(
    ([method, address, status]) => `${method} ${address}\nHTTP/1.1 ${status} X\nDate: Mon, 04 May 2026 09:12:41 GMT\n`,
  );

const graphError = fc
  .tuple(
    fc.constantFrom(
      'InvalidAuthenticationToken',
      'ErrorAccessDenied',
      'TooManyRequests',
      'MailboxNotEnabledForRESTAPI',
      '',
    ),
    fc.string({ maxLength: 60 }),
  )
  .map(([errorCode, message]) =>
    JSON.stringify({
      error: {
        code: errorCode,
        message,
        innerError: { date: '2026-05-04T09:12:41', 'request-id': '810f88bd-f08a-465d-b395-36285e85f02f' },
      },
    }),
  );

const settings = fc.constantFrom(
  'SCOPES = ["User.Read", "offline_access"]',
  'authority: "https://login.microsoftonline.com/common"',
  'spring.cloud.azure.active-directory.credential.client-id=7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22',
  'redirect_uri=http%3A%2F%2Flocalhost%3A5000%2Fcallback',
  '"signInAudience": "AzureADMyOrg"',
  'end_dt = (now + timedelta(hours=1)).isoformat() + "Z"',
  'https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize?client_id=x&scope=openid%20https%3A%2F%2Fgraph.microsoft.com%2FMail.Read',
  'MsalUiRequiredException: No account or login hint was passed to the AcquireTokenSilent call.',
  'Traceback (most recent call last):\n  File "app.py", line 3, in <module>\nKeyError: \'access_token\'',
);

const run = fc
  .tuple(
    fc.constantFrom(
      '(',
      '"',
      '\\',
      '{',
      '[',
      '=',
      ',',
      '.',
      ' ',
      '\n',
      '%41',
      '&quot;',
      'eyJ',
      'Bearer ',
      'AADSTS',
      'a+',
      '<p>',
      ':',
      "'",
      '…',
      '💥',
    ),
    fc.integer({ min: 1, max: 400 }),
  )
  .map(([unit, times]) => unit.repeat(times));

const harmless = fc
  .oneof(
    { weight: 4, arbitrary: aadsts },
    { weight: 3, arbitrary: challenge },
    { weight: 3, arbitrary: call },
    { weight: 3, arbitrary: graphError },
    { weight: 2, arbitrary: settings },
    { weight: 2, arbitrary: run },
    { weight: 2, arbitrary: fc.string({ maxLength: 120, unit: 'binary' }) },
  )
  .map((text): Piece => ({ text, secrets: [] }));

const secret = plantedSecret.map(({ text, pieces }): Piece => ({ text, secrets: pieces }));

/** What text goes through on its way into a paste. The secrets in it keep their characters or are encoded with the rest. */
const WRAPPERS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => JSON.stringify({ message: text }),
  (text) => JSON.stringify({ body: JSON.stringify({ message: text }) }),
  (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;'),
  (text) => `<p>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\n/g, '<br>')}</p>`,
  (text) => text.replace(/"/g, '""'),
  (text) => text.replace(/"/g, '\u201c'),
  (text) => text.replace(/^/gm, '> '),
];

/** Evidence with random words in it and secrets put together, wrapped, at times cut off. */
const assembledPaste: fc.Arbitrary<GeneratedPaste> = fc
  .record({
    pieces: fc.array(fc.oneof({ weight: 3, arbitrary: harmless }, { weight: 1, arbitrary: secret }), {
      minLength: 1,
      maxLength: 8,
    }),
    between: fc.constantFrom('\n', '\n\n', ' ', '\r\n'),
    wrapper: fc.constantFrom(...WRAPPERS),
    cut: fc.option(fc.double({ min: 0.3, max: 1, noNaN: true }), { freq: 6, nil: 1 }),
  })
  .map(({ pieces, between, wrapper, cut }) => {
    const whole = wrapper(pieces.map(({ text }) => text).join(between));
    const paste = whole.slice(0, Math.ceil(whole.length * (cut ?? 1)));
    return { paste, secrets: pieces.flatMap(({ secrets }) => secrets).filter((piece) => paste.includes(piece)) };
  });

export const generatedPaste: fc.Arbitrary<GeneratedPaste> = fc.oneof(assembledPaste, wrappedPaste);
