import { describe, expect, test } from 'vitest';
import { runCli } from '../../../src/cli/run-cli.ts';
import { memoryIo } from '../memory-io.ts';

const paste = 'AADSTS7000215: Invalid client secret provided.';

async function lines(input: string | readonly Uint8Array[]) {
  const io = memoryIo(input);
  const status = await runCli(['diagnose', '--jsonl'], io);
  const answers = io.out().split('\n').slice(0, -1);
  return { status, err: io.err(), answers: answers.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('diagnose --jsonl', () => {
  test('answers each line with its id, in order', async () => {
    const { status, answers } = await lines(['a', 7, 'c'].map((id) => JSON.stringify({ id, paste })).join('\n'));
    expect(status).toBe(0);
    expect(answers.map((answer) => answer.id)).toEqual(['a', 7, 'c']);
    expect(Object.keys(answers[0]!)).toEqual(['id', 'cause', 'verdict', 'findings', 'next', 'secrets']);
    expect(answers[0]?.cause).toBe('client-secret-invalid');
  });

  test('a bad line becomes an error and ends nothing', async () => {
    const { status, err, answers } = await lines(
      [
        '{"id":"a","paste":',
        '[]',
        '"x"',
        'null',
        '{"paste":"x"}',
        '{"id":"b"}',
        '{"id":"c","paste":7}',
        '',
        JSON.stringify({ id: 'd', paste }),
      ].join('\n'),
    );
    expect([status, err]).toEqual([0, '']);
    expect(answers.map(({ id }) => id)).toEqual([null, null, null, null, null, 'b', 'c', 'd']);
    for (const answer of answers.slice(0, -1)) expect(Object.keys(answer)).toEqual(['id', 'error']);
    expect(answers.at(-1)?.cause).toBe('client-secret-invalid');
  });

  test('an error repeats nothing of the line', async () => {
    const { answers } = await lines('{"id":"a","paste":"eyJsecret');
    expect(JSON.stringify(answers)).not.toContain('eyJsecret');
  });

  test('lines may be cut anywhere, also inside a character, and end with CRLF', async () => {
    const bytes = Buffer.from(
      `${JSON.stringify({ id: 'ä€😀', paste })}\r\n${JSON.stringify({ id: 2, paste: '' })}\r\n`,
    );
    const pieces = Array.from(bytes, (_, index) => bytes.subarray(index, index + 1));
    const { answers } = await lines(pieces);
    expect(answers.map(({ id }) => id)).toEqual(['ä€😀', 2]);
  });

  test('answers as lines come', async () => {
    const { PassThrough } = await import('node:stream');
    const stdin = new PassThrough();
    const io = { ...memoryIo(), stdin };
    const ended = runCli(['diagnose', '--jsonl'], io);
    stdin.write(`${JSON.stringify({ id: 1, paste })}\n`);
    await expect.poll(() => io.out()).toContain('"id":1');
    stdin.end(JSON.stringify({ id: 2, paste }));
    expect(await ended).toBe(0);
    expect(io.out()).toContain('"id":2');
  });

  test('nothing in, nothing out', async () => {
    expect((await lines('')).answers).toEqual([]);
  });
});
