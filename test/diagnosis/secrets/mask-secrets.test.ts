import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskSecrets, maskSpans } from '../../../src/diagnosis/secrets/mask-secrets.ts';
import { GRAPH_PAYLOAD, madeToken } from './made-token.ts';

const ALPHABET = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'];
const generated = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...ALPHABET), { minLength, maxLength })
    .map((letters) => `k7${letters.join('')}Q9z`)
    .filter((text) => !/x{5}/i.test(text));

describe('maskSecrets', () => {
  test('a token keeps its beginning and says what it was', () => {
    expect(maskSecrets(`Authorization: Bearer ${madeToken(GRAPH_PAYLOAD)} sent`)).toBe(
      'Authorization: Bearer eyJ…[access token hidden] sent',
    );
  });
  test('a named value keeps its name', () => {
    expect(maskSecrets('client_id=1&client_secret=abc~DEF.1&scope=x')).toBe(
      'client_id=1&client_secret=[hidden]&scope=x',
    );
  });
  test('plain text stays as it is', () => {
    const text =
      'AADSTS7000215: Invalid client secret provided. Trace ID: 19ca80a5-97c1-4d6c-a07f-b516f9b47500 Timestamp: 2023-02-16 13:29:42Z';
    expect(maskSecrets(text)).toBe(text);
  });
  test('works on log lines: JSON in JSON', () => {
    const line = JSON.stringify({
      level: 50,
      body: JSON.stringify({ client_secret: 'abc~DEF.123', password: 'hunter2!' }),
    });
    const masked = maskSecrets(line);
    expect(masked).not.toMatch(/abc~DEF|hunter2/);
    expect(() => JSON.parse(JSON.parse(masked).body)).not.toThrow();
  });

  test('no generated secret survives under any of its names', () => {
    const shells: ((value: string) => string)[] = [
      (value) => `client_secret=${value}&scope=x`,
      (value) => `"clientSecret": "${value}"`,
      (value) => `{"body":"{\\"refresh_token\\":\\"${value}\\"}"}`,
      (value) => `access_token%3D${value}%26x%3D1`,
      (value) => `Authorization: Bearer ${value}`,
      (value) => `MicrosoftAppPassword: '${value}'`,
      (value) => `--password ${value}`,
      (value) => `AZURE_CLIENT_SECRET=${value}`,
      (value) => `postgres://u:${value}@h/x`,
      (value) => `Cookie: sid=${value}; other=${value}`,
      (value) => `https://h/f?sv=1&sig=${value}%3D`,
      (value) => `code_verifier: "${value}"`,
      (value) => `{'password': '${value}', 'a': 1}`,
    ];
    fc.assert(
      fc.property(
        generated(24, 60),
        fc.constantFrom(...shells),
        fc.string({ maxLength: 12 }),
        (value, shell, before) => {
          const text = `${before.replaceAll(/["'\\`\w%$]/g, '')} ${shell(value)} after`;
          expect(maskSecrets(text)).not.toContain(value);
        },
      ),
      { numRuns: 400, seed: 11 },
    );
  });
  test('no generated token survives', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('aud', 'scp', 'name', 'nonce', 'x'), fc.string()),
        fc.constantFrom('', 'Bearer ', 'token=', '\n', 'x: "'),
        (payload, before) => {
          const token = madeToken(payload);
          expect(maskSecrets(`${before}${token}`)).not.toContain(token.slice(40));
        },
      ),
      { numRuns: 200, seed: 12 },
    );
  });
  test('ids and challenges survive', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.constantFrom(
          'request-id: ',
          '"correlation_id":"',
          'client_id=',
          'Trace ID: ',
          'client_secret=',
          '?code_challenge=',
          'tid: ',
        ),
        (id, before) => {
          expect(maskSecrets(`${before}${id}`)).toContain(id);
        },
      ),
      { numRuns: 200, seed: 13 },
    );
    fc.assert(
      fc.property(fc.nat(2_000_000_000), (instant) => {
        const claims = Buffer.from(
          JSON.stringify({ access_token: { nbf: { essential: true, value: String(instant) } } }),
        ).toString('base64');
        const header = `WWW-Authenticate: Bearer realm="", error="insufficient_claims", claims="${claims}"`;
        expect(maskSecrets(header)).toBe(header);
      }),
      { numRuns: 100, seed: 14 },
    );
  });
  test('masking twice is masking once', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'client_secret=',
            'password: ',
            '"',
            "'",
            ' ',
            '\n',
            'token=',
            'k7AbCdEfGh1jKlMnOpQrStUvWx',
            madeToken(GRAPH_PAYLOAD),
            'Bearer ',
            '&',
            ';',
            'Cookie: a=',
            '[hidden]',
            'code=',
            '://u:',
            '@h',
          ),
          { maxLength: 14 },
        ),
        (pieces) => {
          const once = maskSecrets(pieces.join(''));
          expect(maskSecrets(once)).toBe(once);
        },
      ),
      { numRuns: 500, seed: 15 },
    );
  });
});

describe('maskSpans', () => {
  const paste = 'abc SECRET def eyJhbGci.eyJ.x ghi';
  const spans = [
    { start: 4, end: 10 },
    { start: 15, end: 29 },
  ];
  test('masks what lies within', () => {
    expect(maskSpans(paste, spans, 0, paste.length)).toBe('abc [hidden] def eyJ…[hidden] ghi');
  });
  test('masks what only begins or ends within', () => {
    expect(maskSpans(paste, spans, 6, 17)).toBe('[hidden] def eyJ…[hidden]');
  });
  test('leaves a piece between them alone', () => {
    expect(maskSpans(paste, spans, 10, 15)).toBe(' def ');
  });
});
