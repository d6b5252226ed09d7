import { describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { memoryIo } from './memory-io.ts';

const WRONG_AUDIENCE =
  'GET https://graph.microsoft.com/v1.0/me\nHTTP/1.1 401 Unauthorized\n\n{"error":{"code":"InvalidAuthenticationToken","message":"Access token validation failure. Invalid audience."}}';

async function diagnose(input: string | Uint8Array | readonly Uint8Array[], ...args: string[]) {
  const io = memoryIo(input);
  const status = await runCli(['diagnose', ...args], io);
  return { status, out: io.out(), err: io.err() };
}

describe('--json', () => {
  test('prints one object with exactly the names of the contract', async () => {
    const { status, out, err } = await diagnose(WRONG_AUDIENCE, '--json');
    expect([status, err]).toEqual([0, '']);
    expect(out.endsWith('\n')).toBe(true);
    const value = JSON.parse(out) as Record<string, unknown> & { findings: Record<string, unknown>[] };
    expect(Object.keys(value)).toEqual(['cause', 'verdict', 'findings', 'next', 'secrets']);
    expect(value.cause).toBe('wrong-audience');
    expect(Object.keys(value.findings[0]!)).toEqual(['cause', 'weight', 'owner', 'because']);
    expect(value.findings[0]?.because).toEqual(
      expect.arrayContaining([{ quote: expect.any(String), says: expect.any(String) }]),
    );
  });

  test.each([
    ['nothing', ''],
    ['a greeting', 'hello there'],
  ])('answers %s as undecided', async (_, input) => {
    const { status, out } = await diagnose(input, '--json');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ cause: 'not-enough-evidence', verdict: 'undecided' });
  });

  test('reads the UTF-16 that Windows PowerShell writes', async () => {
    const bytes = Buffer.from(`\ufeff${WRONG_AUDIENCE}`, 'utf16le');
    expect(JSON.parse((await diagnose(bytes, '--json')).out)).toMatchObject({ cause: 'wrong-audience' });
  });
});

describe('the readable answer', () => {
  test('begins with the headline and is plain when piped', async () => {
    const { out } = await diagnose(WRONG_AUDIENCE);
    expect(out).toMatch(
      /^The token was not issued for .+\n(?:Certain|Likely) · wrong-audience · for the app’s developer\n/,
    );
    expect(out).not.toContain('\u001b');
    for (const part of ['Why', 'What to do', 'Code (Python)', 'Check that it worked'])
      expect(out).toContain(`\n${part}\n`);
  });

  test('takes the language asked for', async () => {
    const { out } = await diagnose(WRONG_AUDIENCE, '--lang', 'js');
    expect(out).toContain('Code (JavaScript)');
  });

  test('is coloured on a terminal, and not with NO_COLOR', async () => {
    const coloured = memoryIo(WRONG_AUDIENCE, { terminal: true });
    await runCli(['diagnose'], coloured);
    expect(coloured.out()).toContain('\u001b[1m');
    const plain = memoryIo(WRONG_AUDIENCE, { terminal: true, env: { NO_COLOR: '1' } });
    await runCli(['diagnose'], plain);
    expect(plain.out()).not.toContain('\u001b');
  });

  test('says what to paste where a terminal waits', async () => {
    const io = memoryIo(WRONG_AUDIENCE);
    Object.assign(io.stdin, { isTTY: true });
    await runCli(['diagnose'], io);
    expect(io.err()).toContain('Ctrl-D');
  });
});

describe('input that is no paste', () => {
  test('binary data', async () => {
    const { status, err } = await diagnose(Buffer.from([1, 0, 0, 0, 9, 0, 0, 0, 7, 7, 0, 0]));
    expect(status).toBe(2);
    expect(err).toMatch(/^why401: Standard input is not text[^\n]*\n$/);
  });

  test('more than 16 MiB names the way for logs', async () => {
    const piece = Buffer.alloc(1024 * 1024, 'a');
    const { status, err } = await diagnose(Array.from({ length: 17 }, () => piece));
    expect(status).toBe(2);
    expect(err).toMatch(/^why401: [^\n]*16 MiB[^\n]*why401 diagnose FILE\n$/);
  });
});

test('a secret never comes out', async () => {
  const secret = 'abc8Q~ThisIsNotARealSecretValue0123456789ab';
  const paste = `client_id=11111111-2222-3333-4444-555555555555&client_secret=${secret}&grant_type=client_credentials\nAADSTS7000215: Invalid client secret provided.`;
  for (const args of [[], ['--json']]) {
    const { out, err } = await diagnose(paste, ...args);
    expect(out + err).not.toContain(secret);
  }
});
