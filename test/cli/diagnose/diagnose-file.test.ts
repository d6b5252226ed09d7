import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runCli } from '../../../src/cli/run-cli.ts';
import { memoryIo } from '../memory-io.ts';

const folder = mkdtempSync(join(tmpdir(), 'why401-'));
afterAll(() => rmSync(folder, { recursive: true }));

const GUID = '8d4e7a9e-0001-4b5f-9a51-0f7d2a1b2c';
const stamp = (second: number) => `2026-03-02T10:00:${String(second % 60).padStart(2, '0')}.000Z`;
const quiet = (second: number) => `${stamp(second)} INFO  [main] com.contoso.App - order ${second * 401} done`;
const badSecret = (second: number) =>
  [
    `${stamp(second)} ERROR [http-${second}] com.contoso.Auth - sign-in failed`,
    `com.microsoft.aad.msal4j.MsalServiceException: AADSTS7000215: Invalid client secret provided. Trace ID: ${GUID}${10 + (second % 90)} Correlation ID: ${GUID}${10 + (second % 90)} Timestamp: 2026-03-02 10:00:02Z`,
    '\tat com.contoso.Auth.run(Auth.java:12)',
  ].join('\n');
const badAudience = (second: number) =>
  `${stamp(second)} WARN  [http-2] com.contoso.Graph - GET https://graph.microsoft.com/v1.0/me/events returned 401 {"error":{"code":"InvalidAuthenticationToken","message":"Access token validation failure. Invalid audience."}}`;

interface Line {
  readonly cause: string;
  readonly count: number;
  readonly firstLine: number;
  readonly lastLine: number;
}

async function file(text: string | Uint8Array, ...args: string[]) {
  const path = join(folder, `${Math.random().toString(36).slice(2)}.log`);
  writeFileSync(path, text);
  const io = memoryIo();
  const status = await runCli(['diagnose', path, ...args], io);
  return { status, out: io.out(), err: io.err() };
}

async function found(text: string | Uint8Array): Promise<Line[]> {
  const { out } = await file(text, '--json');
  return out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);
}

const brief = ({ cause, count, firstLine, lastLine }: Line) => [cause, count, firstLine, lastLine];

describe('a log', () => {
  const log = [
    quiet(0),
    quiet(1),
    badSecret(2),
    quiet(3),
    badSecret(4),
    quiet(5),
    badAudience(6),
    quiet(7),
    badSecret(8),
    quiet(9),
    '',
  ].join('\n');

  test('gives an object for each distinct failure with its count and lines', async () => {
    expect((await found(log)).map(brief)).toEqual([
      ['client-secret-invalid', 3, 3, 15],
      ['wrong-audience', 1, 11, 11],
    ]);
  });

  test('the same with CRLF and in UTF-16', async () => {
    expect((await found(log.replaceAll('\n', '\r\n'))).map(brief)[0]).toEqual(['client-secret-invalid', 3, 3, 15]);
    expect((await found(Buffer.from(`\ufeff${log}`, 'utf16le'))).map(brief)[1]).toEqual(['wrong-audience', 1, 11, 11]);
  });

  test('is readable without --json', async () => {
    const { out } = await file(log);
    expect(out).toMatch(/^4 failures of 2 kinds in 16 lines\.\n/);
    expect(out).toContain('1. 3 times, lines 3 to 15');
    expect(out).toContain('2. Once, line 11');
  });

  test('counts far apart and across pieces of the file', async () => {
    const noise = Array.from({ length: 30_000 }, (_, index) => quiet(index)).join('\n');
    const many = [noise, badSecret(1), noise, badAudience(2), noise, badSecret(3)].join('\n');
    expect((await found(many)).map(brief)).toEqual([
      ['client-secret-invalid', 2, 30_001, 90_007],
      ['wrong-audience', 1, 60_004, 60_004],
    ]);
  });

  test('without a failure says so', async () => {
    const noise = Array.from({ length: 5000 }, (_, index) => quiet(index + 2)).join('\n');
    const { status, out } = await file(`${noise}\n`);
    expect(status).toBe(0);
    expect(out).toContain('No sign-in or Graph failure found in 5,000 lines.');
    const json = await file(`${noise}\n`, '--json');
    expect([json.status, json.out]).toEqual([0, '']);
    expect(json.err).toContain('5,000 lines');
  });
});

describe('a small file that is one paste', () => {
  test('is read as a whole', async () => {
    const paste =
      'GET https://graph.microsoft.com/v1.0/me/events HTTP/1.1\nHost: graph.microsoft.com\n\nHTTP/1.1 401 Unauthorized\nContent-Type: application/json\n\n{\n  "error": {\n    "code": "InvalidAuthenticationToken",\n    "message": "Access token validation failure. Invalid audience."\n  }\n}\n';
    const failures = await found(paste);
    expect(failures.map(({ cause, count }) => [cause, count])).toEqual([['wrong-audience', 1]]);
    expect(failures[0]?.lastLine).toBeLessThanOrEqual(12);
  });

  test('what the whole leaves open is not told from a part', async () => {
    const call = `Traceback (most recent call last):
  File "/srv/app/cal.py", line 41, in create
requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: https://graph.microsoft.com/v1.0/users/a@contoso.com/events

token = app.acquire_token_for_client(scopes=["https://graph.microsoft.com/.default"])
`;
    expect(await found(call)).toMatchObject([{ cause: 'app-role-missing' }]);
    const [open] = await found(`${call}decoded roles: ["Calendars.Read", "User.Read.All"]\n`);
    expect(open).not.toMatchObject({ cause: 'app-role-missing' });
  });

  test('two codes in a list are two failures', async () => {
    const failures = await found(
      'AADSTS7000215: Invalid client secret provided.\nAADSTS50011: The redirect URI does not match.\n',
    );
    expect(failures.map(brief)).toEqual([
      ['client-secret-invalid', 1, 1, 1],
      ['redirect-uri-mismatch', 1, 2, 2],
    ]);
  });

  test('an empty one gets an honest answer', async () => {
    const { status, out } = await file('');
    expect(status).toBe(0);
    expect(out).toContain('not-enough-evidence');
  });
});

describe('files that are not text', () => {
  test.each([
    ['binary', [1, 0, 0, 0, 9, 0, 0, 0, 7, 7, 0, 0], 'is not text'],
    ['gzip', [0x1f, 0x8b, 8, 0], 'gzip'],
  ])('%s', async (_, bytes, says) => {
    const { status, out, err } = await file(Uint8Array.from(bytes));
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(/^why401: [^\n]+\n$/);
    expect(err).toContain(says);
  });
});

test('a progress bar on a terminal, taken away at the end', async () => {
  const path = join(folder, 'progress.log');
  writeFileSync(path, `${badSecret(1)}\n`);
  const io = memoryIo('', { terminal: true });
  await runCli(['diagnose', path], io);
  expect(io.err()).toContain('100 %');
  expect(io.err().endsWith('\r\u001b[2K')).toBe(true);
});
