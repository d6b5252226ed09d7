import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FailureBlock } from '../../src/log-survey/failure-block.ts';
import { LogReader } from '../../src/log-survey/log-reader.ts';

function read(...pieces: readonly string[]): FailureBlock[] {
  const reader = new LogReader();
  return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()];
}

const places = (blocks: readonly FailureBlock[]) => blocks.map(({ firstLine, lastLine }) => [firstLine, lastLine]);
const log = (...lines: readonly string[]) => lines.join('\n');
const at = (second: number) => `2026-03-02 10:00:${String(second).padStart(2, '0')},123`;

describe('a log with time stamps', () => {
  test('an entry keeps its stack trace', () => {
    const blocks = read(
      log(
        `${at(1)} INFO started`,
        `${at(2)} ERROR request failed`,
        'Traceback (most recent call last):',
        '  File "app.py", line 3, in get',
        'msal.exceptions.MsalError: AADSTS700016: Application with identifier was not found',
        `${at(3)} INFO next`,
      ),
    );
    expect(places(blocks)).toEqual([[2, 5]]);
    expect(blocks[0]?.text).toContain('Traceback');
  });

  test('neighbours with different marks are one failure', () => {
    const blocks = read(
      log(
        `${at(1)} WARN graph answered 401 Unauthorized`,
        `${at(1)} ERROR IDX10214: Audience validation failed`,
        `${at(2)} INFO done`,
      ),
    );
    expect(places(blocks)).toEqual([[1, 2]]);
  });

  test('the same code again is another failure', () => {
    const line = (second: number) => `${at(second)} ERROR AADSTS50011: The redirect URI does not match`;
    expect(places(read(log(line(1), line(2), line(3))))).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });

  test('a correlation id ties entries together', () => {
    const id = '1c4e7a9e-0001-4b5f-9a51-0f7d2a1b2c00';
    const blocks = read(
      log(
        `${at(1)} ERROR AADSTS50011: no match. Correlation ID: ${id}`,
        `${at(2)} INFO something else`,
        `${at(3)} WARN AADSTS50011 shown to the person, correlation id ${id}`,
      ),
    );
    expect(places(blocks)).toEqual([[1, 3]]);
  });

  test('an HTTP dump whose every line has a prefix is one failure', () => {
    const dump = [
      '<--- HTTP 401 https://graph.microsoft.com/v1.0/me',
      'HTTP/1.1 401 Unauthorized',
      'Content-Length: 2',
      '{',
      '  "error": {',
      '    "code": "InvalidAuthenticationToken"',
      '  }',
      '}',
    ];
    expect(places(read(log(...dump.map((line) => `D/Retrofit( 2227): ${line}`))))).toEqual([[1, 8]]);
  });

  test('JSON lines are entries', () => {
    const line = (code: number) => JSON.stringify({ level: 'error', time: 1, msg: `AADSTS${code}: failed` });
    expect(places(read(log(line(50011), line(700016))))).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  test('the request just before comes along, without counting', () => {
    const [block] = read(
      log(`${at(1)} INFO GET https://graph.microsoft.com/v1.0/me/events`, `${at(1)} ERROR status code: 403`),
    );
    expect(block?.text).toContain('/me/events');
    expect(block?.firstLine).toBe(2);
  });
});

describe('text without time stamps', () => {
  test('an exchange with its body is one failure', () => {
    const text = log(
      '> GET /v1.0/me HTTP/1.1',
      '> Authorization: Bearer',
      '',
      '< HTTP/1.1 401 Unauthorized',
      '< WWW-Authenticate: Bearer realm=""',
      '',
      '{"error":{"code":"InvalidAuthenticationToken"}}',
    );
    expect(read(text)).toHaveLength(1);
    expect(read(text)[0]?.text).toBe(text);
  });

  test('numbers that only look like a status are none', () => {
    expect(read(log('order 401 sent', '12403 items', 'room 401, floor 4', 'the forbidding forest'))).toEqual([]);
  });
});

test('however the text is cut into pieces, the failures are the same', () => {
  const line = fc.constantFrom(
    `${at(1)} INFO order 401 done`,
    `${at(2)} ERROR AADSTS50011: The redirect URI does not match`,
    '\tat com.contoso.Auth.run(Auth.java:12)',
    'HTTP/1.1 401 Unauthorized',
    '{"error":"invalid_grant"}',
    '',
    'x'.repeat(300),
    `${at(3)} WARN GET https://graph.microsoft.com/v1.0/me returned 403 Forbidden`,
  );
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 120 }),
      fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1 }),
      fc.boolean(),
      (lines, sizes, crlf) => {
        const text = lines.join(crlf ? '\r\n' : '\n');
        const pieces: string[] = [];
        for (let start = 0, index = 0; start < text.length; index++) {
          const size = sizes[index % sizes.length] as number;
          pieces.push(text.slice(start, start + size));
          start += size;
        }
        expect(read(...pieces)).toEqual(read(text));
      },
    ),
    { numRuns: 300, seed: 401 },
  );
});

test('an endless line and an endless failure stay bounded', () => {
  const endless = read(...Array.from({ length: 64 }, () => 'x'.repeat(64 * 1024)), ' AADSTS50011: mismatch');
  expect(places(endless)).toEqual([[1, 1]]);
  const [long] = read(`${at(1)} ERROR AADSTS50011: mismatch\n${'\tat a.b.c(D.java:1)\n'.repeat(100_000)}`);
  expect(long?.text.length).toBeLessThan(100_000);
  expect(long?.lastLine).toBe(100_001);
});
