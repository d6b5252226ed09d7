import { describe, expect, test } from 'vitest';
import { pagedCauses } from '../../src/cli/explain/cause-page-of.ts';
import { runCli } from '../../src/cli/run-cli.ts';
import { memoryIo } from './memory-io.ts';

async function explain(...args: string[]) {
  const io = memoryIo();
  const status = await runCli(['explain', ...args], io);
  return { status, out: io.out() };
}

test('--list has a line for every cause', async () => {
  const { out } = await explain('--list');
  expect(
    out
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' ')[0]),
  ).toEqual(pagedCauses());
});

test('a cause is explained by its page', async () => {
  const { status, out } = await explain('wrong-audience');
  expect(status).toBe(0);
  for (const part of ['How it shows', 'What to do', 'Code', 'Check that it worked', 'Read more', 'https://']) {
    expect(out).toContain(part);
  }
  expect(out).not.toMatch(/\u001b|^#|\\_/m);
});

describe('a code', () => {
  test.each(['AADSTS7000215', 'aadsts7000215', '7000215', 'AADSTS 7000215'])('%s', async (name) => {
    const { status, out } = await explain(name);
    expect(status).toBe(0);
    expect(out).toMatch(/^AADSTS7000215/);
    expect(out).toContain('client-secret-invalid');
    expect(out).toContain('error?code=7000215');
  });

  test('has the steps for this code, and one owner', async () => {
    const { out } = await explain('53000');
    expect(out).toContain('dsregcmd /status');
    expect(out).not.toContain('administrator of the tenant (the organisation) has to act');
    const device = await explain('135011');
    expect(device.out).toContain('device-registration · for an administrator of the tenant');
    expect(device.out).not.toContain('For the person who signs in');
  });

  test('without a cause says what it is about', async () => {
    const { out } = await explain('50060');
    expect(out).toContain('In the table: sign-out');
    expect(out).not.toContain('no label fits');
  });

  test('of Azure AD B2C', async () => {
    expect((await explain('AADB2C90118')).out).toMatch(/^AADB2C90118/);
  });
});

test('the language of the code can be chosen', async () => {
  const { out } = await explain('wrong-audience', '--lang', 'csharp');
  expect(out).toContain('C#:');
  expect(out).not.toContain('Python:');
});

test('not-enough-evidence is explained too', async () => {
  expect((await explain('not-enough-evidence')).out).toContain('next thing to paste');
});

test('colour on a terminal', async () => {
  const io = memoryIo('', { terminal: true });
  await runCli(['explain', 'wrong-audience'], io);
  expect(io.out()).toContain('\u001b[1m');
  for (const line of io.out().split('\n')) {
    const shown = line.replace(/\u001b\[[\d;]*m/g, '');
    if (!shown.startsWith('    ') && !shown.includes('http')) expect(shown.length).toBeLessThanOrEqual(80);
  }
});
