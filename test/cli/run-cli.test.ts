import { describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { memoryIo } from './memory-io.ts';

async function run(...args: string[]) {
  const io = memoryIo();
  return { status: await runCli(args, io), out: io.out(), err: io.err() };
}

describe('usage', () => {
  test.each([['--help'], ['-h'], ['help']])('%s lists the commands', async (flag) => {
    const { status, out, err } = await run(flag);
    expect(status).toBe(0);
    expect(out).toMatch(/diagnose[\s\S]*explain[\s\S]*permissions/);
    expect(err).toBe('');
  });

  test.each(['diagnose', 'explain', 'permissions', 'sandbox', 'cases'])('%s --help tells its own', async (command) => {
    for (const args of [
      [command, '--help'],
      [command, '-h'],
      ['help', command],
    ]) {
      const { status, out } = await run(...args);
      expect(status).toBe(0);
      expect(out).toContain(`why401 ${command}`);
    }
  });

  test('nothing at all is bad usage', async () => {
    const { status, out, err } = await run();
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('Usage');
  });

  test('--version prints it', async () => {
    expect((await run('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('bad usage is one line on standard error and exit status 2', () => {
  test.each([
    [['diagnos'], 'Did you mean: why401 diagnose'],
    [['constructor'], 'Unknown command'],
    [['AADSTS50011'], 'Did you mean: why401 explain AADSTS50011'],
    [['50011'], 'Did you mean: why401 explain 50011'],
    [['./app.log'], 'Did you mean: why401 diagnose ./app.log'],
    [['--50011'], 'Unknown option'],
    [['--nonsense'], 'Unknown option'],
    [['diagnose', '--nonsense'], 'Unknown option --nonsense'],
    [['diagnose', '--json=yes'], 'takes no value'],
    [['diagnose', '--lang'], 'needs a value'],
    [['diagnose', '--lang', '--json'], 'needs a value'],
    [['diagnose', '--lang', 'pyton'], 'Did you mean python'],
    [['diagnose', '--json', '--jsonl'], 'Choose one'],
    [['diagnose', 'a', 'b'], 'one FILE'],
    [['diagnose', '/nowhere/at/all.log'], 'there is no such file'],
    [['diagnose', '--jsonl', '/nowhere/at/all.jsonl'], 'there is no such file'],
    [['diagnose', 'https://example.com/app.log'], 'no address is opened'],
    [['diagnose', '.'], 'it is a folder'],
    [['explain'], 'Name a root cause'],
    [['explain', 'wrong-audiense'], 'Did you mean wrong-audience'],
    [['explain', 'AADSTS1'], 'No root cause or code'],
    [['explain', 'AADSTS5001199'], 'is not in the table'],
    [['explain', '--list', 'x'], 'takes no name'],
  ])('%j', async (args, says) => {
    const { status, out, err } = await run(...args);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/^why401: [^\n]+\n$/);
    expect(err).toContain(says);
  });
});
