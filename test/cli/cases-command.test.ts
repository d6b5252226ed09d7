import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CASE_COLUMNS } from '../../src/cli/cases/case-columns.ts';
import { runCli } from '../../src/cli/run-cli.ts';
import { openSqliteStore } from '../../src/storage/sqlite/sqlite-store.ts';
import { ADELE, DESK, report, SAM } from '../triage/sample-cases.ts';
import { memoryIo, NOW } from './memory-io.ts';

const DAY = 24 * 60 * 60_000;
const OTHER_DESK = 'msteams/19:other@thread.tacv2';

let folder: string;
let file: string;

/** The command only reads: one store does for all tests, and one that reports more of it makes a file of its own. */
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'why401-cases-'));
  file = path.join(folder, 'why401.db');
  const store = openSqliteStore(file, () => NOW);
  const rule = { windowMs: 60 * 60_000, groups: false };
  const { triage } = store;
  await triage.report(report({ activityId: 'old', at: NOW - 10 * DAY, headline: 'An old one' }), rule);
  const { case: taken } = await triage.report(report({ activityId: 'new', at: NOW - DAY, reporter: SAM }), rule);
  await triage.answered(DESK, taken.number, 'card-1', NOW - DAY + 2_000);
  await triage.changeCase(DESK, taken.number, taken.version, {
    state: 'taken',
    assignee: ADELE,
    waitingFor: null,
    event: 'case.taken',
    wrong: false,
    by: ADELE,
    at: NOW - DAY + 60_000,
  });
  await triage.report(report({ activityId: 'elsewhere', desk: OTHER_DESK, at: NOW - 2 * DAY }), rule);
  await store.close();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(args: readonly string[], env: Record<string, string> = { WHY401_DATABASE_FILE: file }) {
  const io = memoryIo('', { env });
  const status = await runCli(['cases', ...args], io);
  return { status, out: io.out(), err: io.err() };
}

describe('--csv', () => {
  test('writes every case, oldest first, under the names of the columns', async () => {
    const { status, out, err } = await run(['--csv']);
    expect([status, err]).toEqual([0, '']);
    const lines = out.split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toBe(CASE_COLUMNS.map(({ name }) => name).join(','));
    expect(lines[1]).toContain('An old one');
    expect(lines[2]).toContain(OTHER_DESK);
    expect(lines[3]).toBe(
      [
        DESK,
        2,
        '',
        '2026-03-01T10:00:00.000Z',
        '2026-03-01T10:00:02.000Z',
        '2026-03-01T10:01:00.000Z',
        '',
        'taken',
        '',
        'Adele',
        'conditional-access-blocked',
        'certain',
        'false',
        'tenant-admin',
        'A Conditional Access policy refused the sign-in',
        '11c7d2e8-5b04-4f93-8e6a-d07f3a92b415',
        'contoso.example',
        'Sam',
        '29:sam',
        '19:helpdesk@thread.tacv2;messageid=new',
      ].join(','),
    );
  });

  test('of a period', async () => {
    const { out } = await run(['--csv', '--since', '7d']);
    expect(out.split('\r\n')).toHaveLength(4);
    expect(out).not.toContain('An old one');
  });

  test.each([OTHER_DESK, '19:other@thread.tacv2', '19:other@thread.tacv2;messageid=1772446200001'])(
    'of the desk %s',
    async (desk) => {
      const { out } = await run(['--csv', '--desk', desk]);
      expect(out.split('\r\n')).toHaveLength(3);
    },
  );

  test('of nothing has the names of the columns', async () => {
    const { status, out } = await run(['--csv', '--desk', '19:nowhere@thread.tacv2']);
    expect([status, out.split('\r\n')[1]]).toEqual([0, '']);
  });

  test('into a file that nobody else may read', async () => {
    const target = path.join(folder, 'cases.csv');
    writeFileSync(target, 'from yesterday, for everybody to read, and longer than a line', { mode: 0o644 });
    const { status, out } = await run(['--csv', '-o', target]);
    expect([status, out]).toEqual([0, '']);
    expect(readFileSync(target, 'utf8')).toBe((await run(['--csv'])).out);
    expect(statSync(target).mode & 0o777).toBe(0o600);
  });
});

test('--json writes what a webhook would get, and no content', async () => {
  const { status, out } = await run(['--json', '--since', '36h']);
  expect(status).toBe(0);
  expect(
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    {
      desk: DESK,
      case: { number: 2, state: 'taken', assignee: ADELE, reporter: SAM, takenAt: '2026-03-01T10:01:00.000Z' },
    },
  ]);
  expect(out).not.toContain('excerpt');
});

test('more than a page comes whole', async () => {
  const full = path.join(folder, 'full.db');
  const store = openSqliteStore(full, () => NOW);
  const many = Array.from({ length: 1_010 }, (_, index) =>
    report({ activityId: `many-${index}`, at: NOW - DAY + index }),
  );
  await Promise.all(many.map((one) => store.triage.report(one, { windowMs: 60_000, groups: false })));
  await store.close();
  const { out } = await run(['--csv', '--since', '30h'], { WHY401_DATABASE_FILE: full });
  const lines = out.trimEnd().split('\r\n');
  expect(lines).toHaveLength(1_011);
  expect(new Set(lines).size).toBe(1_011);
});

test('the settings may stand in a file', async () => {
  const env = path.join(folder, 'settings.env');
  writeFileSync(env, `WHY401_DATABASE_FILE=${file}\nWHY401_METRICS=wrong-but-nobody-asks-here\n`);
  expect((await run(['--json', '--env', env], {})).out).not.toBe('');
});

test('--help names every column', async () => {
  const { status, out } = await run(['--help']);
  expect(status).toBe(0);
  for (const { name, what } of CASE_COLUMNS) expect(out).toContain(`\n  ${name.padEnd(11)}  ${what}\n`);
  expect(out.split('\n').every((line) => line.length <= 110)).toBe(true);
});

describe('bad usage is one line and exit status 2', () => {
  test.each([
    [[], 'Choose one of --csv and --json'],
    [['--csv', '--json'], 'Choose one of --csv and --json'],
    [['--csv', 'all'], 'takes no name'],
    [['--csv', '--since', 'yesterday'], 'takes a period as 24h, 7d or 4w'],
    [['--csv', '--since'], 'needs a value'],
    [['--csv', '--env', '/nowhere/at/all.env'], 'Cannot read the settings'],
    [['--csv', '-o', '/nowhere/at/all.csv'], 'Cannot write /nowhere/at/all.csv (ENOENT)'],
    [['--csv', '-o', '.'], 'EISDIR'],
  ])('%j', async (args, says) => {
    const { status, out, err } = await run(args);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(/^why401: [^\n]+\n$/);
    expect(err).toContain(says);
  });

  test.each([
    [{ WHY401_DATABASE_FILE: '/nowhere/at/all.db' }, 'There is no store at /nowhere/at/all.db'],
    [{ WHY401_DATABASE_FILE: ':memory:' }, 'is :memory:'],
    [{ DATABASE_URL: 'mysql://u:hunter2@db/x' }, 'DATABASE_URL is not a PostgreSQL address'],
  ])('%j', async (env, says) => {
    const { status, err } = await run(['--csv'], env);
    expect(status).toBe(2);
    expect(err).toMatch(/^why401: [^\n]+\n$/);
    expect(err).toContain(says);
    expect(err).not.toContain('hunter2');
  });

  test('a file that is no database', async () => {
    const broken = path.join(folder, 'broken.db');
    writeFileSync(broken, 'this is no database, and longer than a header of one would be '.repeat(20));
    const target = path.join(folder, 'kept.csv');
    writeFileSync(target, 'from yesterday');
    const { status, err } = await run(['--csv', '-o', target], { WHY401_DATABASE_FILE: broken });
    expect(status).toBe(2);
    expect(err).toMatch(/^why401: [^\n]+\n$/);
    expect(readFileSync(target, 'utf8')).toBe('from yesterday');
  });
});
