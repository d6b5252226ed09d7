import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runCli } from '../../../src/cli/run-cli.ts';
import {
  CLIENT_SECRET,
  CODE,
  COOKIE,
  ERROR_PAGE,
  FINE,
  recordingOf,
  SIGNATURE,
  TOKEN,
  WRONG_AUDIENCE,
  WRONG_SECRET,
} from '../../har/recording.ts';
import { memoryIo } from '../memory-io.ts';

const folder = mkdtempSync(join(tmpdir(), 'why401-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function answered(text: string, ...args: string[]) {
  const path = join(folder, 'sign-in.har');
  writeFileSync(path, text);
  const io = memoryIo();
  const status = await runCli(['diagnose', path, ...args], io);
  return { status, out: io.out(), err: io.err() };
}

const THREE = recordingOf([...FINE, WRONG_AUDIENCE, WRONG_AUDIENCE, WRONG_SECRET, ERROR_PAGE]);

describe('a recording of a browser’s calls', () => {
  test('tells each distinct failed call with its cause, how often, and what it is called', async () => {
    const { status, out, err } = await answered(THREE);
    expect(status).toBe(0);
    expect(err).toBe('');
    const [headline] = out.split('\n');
    expect(headline).toBe('4 of the 7 calls in sign-in.har failed, in 3 ways.');
    expect(out).toContain('GET graph.microsoft.com/v1.0/me/events?… → 401 (2 times)');
    expect(out).toContain('Certain · wrong-audience');
    expect(out).toContain('client-secret-invalid');
    expect(out).toContain('→ 200, with an error told in it');
    expect(out).toContain('redirect-uri-mismatch');
  });

  test('warns once of the credentials in it, and shows none', async () => {
    const { out } = await answered(THREE);
    expect(out).toContain('Careful: sign-in.har holds credentials of whoever recorded it. Share it with nobody.');
    expect(out.match(/holds a (?:live )?credential/g)).toBeNull();
    for (const secret of [TOKEN, SIGNATURE, CLIENT_SECRET, CODE, COOKIE]) expect(out).not.toContain(secret);
  });

  test('as JSON is an object a line, the call in the place of lines', async () => {
    const { out } = await answered(THREE, '--json');
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toHaveLength(3);
    expect(lines.find(({ cause }) => cause === 'wrong-audience')).toMatchObject({
      verdict: 'certain',
      count: 2,
      firstLine: null,
      lastLine: null,
      call: { method: 'GET', address: 'graph.microsoft.com/v1.0/me/events?…', status: 401 },
    });
    expect(out).not.toContain(SIGNATURE);
  });

  test('without a failed call says how to record one', async () => {
    const text = recordingOf(FINE);
    const { status, out } = await answered(text);
    expect(status).toBe(0);
    expect(out).toContain('No call failed among the 3 in sign-in.har.');
    expect(out).toContain('Preserve log');
    const json = await answered(text, '--json');
    expect(json.out).toBe('');
    expect(json.err).toContain('No call failed');
  });

  test('on standard input is read as well', async () => {
    const io = memoryIo(THREE);
    expect(await runCli(['diagnose'], io)).toBe(0);
    expect(io.out()).toContain('4 of the 7 calls in the recording failed, in 3 ways.');
  });

  test('that was cut off is read as text', async () => {
    const { status, out } = await answered(THREE.slice(0, THREE.indexOf('Invalid audience') + 40));
    expect(status).toBe(0);
    expect(out).toContain('wrong-audience');
    expect(out).not.toContain(SIGNATURE);
  });
});

test('JSON of something else is no recording', async () => {
  const { out } = await answered(JSON.stringify({ log: { level: 'error', message: 'AADSTS7000222: expired' } }));
  expect(out).toContain('client-secret-expired');
});
