import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { runCli } from '../../../src/cli/run-cli.ts';
import { pngFile } from '../../pictures/png-file.ts';
import { memoryIo } from '../memory-io.ts';

const folder = mkdtempSync(join(tmpdir(), 'why401-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SAMPLE = readFileSync(fileURLToPath(new URL('../../pictures/samples/light.png', import.meta.url)));

async function answered(bytes: Uint8Array, ...args: string[]) {
  // The name tells nothing: people send pictures as «error.log».
  const path = join(folder, 'error.log');
  writeFileSync(path, bytes);
  const io = memoryIo('', { terminal: args.length === 0 });
  const status = await runCli(['diagnose', path, ...args], io);
  return { status, out: io.out(), err: io.err() };
}

describe('a screenshot', { timeout: 60_000 }, () => {
  test('is answered as a paste is, and shows below what was read', async () => {
    const { status, out, err } = await answered(SAMPLE);
    expect(status).toBe(0);
    const [answer = '', read = ''] = out.split('I read this in your picture; a letter or digit may be wrong:');
    expect(answer).toContain('client-secret-expired');
    expect(read).toContain('│');
    expect(read).toContain('client secret');
    // Told while it is read, and taken away.
    expect(err).toContain('Reading the words in the picture…');
    expect(err.endsWith('\r\u001b[2K')).toBe(true);
  });

  test('as JSON is one object', async () => {
    const { out, err } = await answered(SAMPLE, '--json');
    expect(JSON.parse(out)).toMatchObject({ cause: 'client-secret-expired', count: 1, firstLine: 1 });
    expect(err).toBe('');
  });

  test.each([
    ['has too many pixels', pngFile({ width: 16_000, height: 16_000, data: Buffer.of(0) }), 'too many pixels'],
    ['has no words', pngFile({ width: 200, height: 100 }), 'no words were found'],
    ['is too large', Buffer.concat([SAMPLE, Buffer.alloc(11 * 1024 * 1024)]), 'larger than 10 MiB'],
  ])('that %s is refused in one line that says what to do', async (_, bytes, said) => {
    const { status, out, err } = await answered(bytes, '--json');
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(said);
    expect(err).toContain('error.log');
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});
