import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

const guard = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url));
let project: string;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'why401-run-'));
  mkdirSync(join(project, 'scripts'));
  copyFileSync(guard, join(project, 'scripts', 'run.mjs'));
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ type: 'module', dependencies: { restify: '1', jose: '1' } }),
  );
  const show = `
    process.emitWarning('SQLite is an experimental feature and might change at any time', 'ExperimentalWarning');
    process.emitWarning('another', 'ExperimentalWarning');
    const argv: string[] = process.argv;
    console.log(JSON.stringify(argv.slice(1)));`;
  writeFileSync(join(project, 'show.ts'), show);
  writeFileSync(join(project, 'fail.ts'), `throw new Error('on purpose');`);
});
afterAll(() => rmSync(project, { recursive: true, force: true }));
beforeEach(() => {
  rmSync(join(project, 'node_modules'), { recursive: true, force: true });
  for (const name of ['restify', 'jose']) putPackage(name);
});

function putPackage(name: string): void {
  mkdirSync(join(project, 'node_modules', name), { recursive: true });
  writeFileSync(join(project, 'node_modules', name, 'package.json'), '{}');
}

interface Outcome {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function run(args: readonly string[], version?: string): Outcome {
  const before: string[] = [];
  if (version !== undefined) {
    // An old runtime, as far as the guard can tell.
    const old = join(project, 'old.mjs');
    const pose = { versions: { ...process.versions, node: version }, version: `v${version}` };
    const code = Object.entries(pose).map(
      ([name, value]) => `Object.defineProperty(process, '${name}', { value: ${JSON.stringify(value)} });`,
    );
    writeFileSync(old, code.join('\n'));
    before.push('--import', pathToFileURL(old).href);
  }
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...before, join(project, 'scripts', 'run.mjs'), ...args],
    {
      encoding: 'utf8',
      cwd: project,
    },
  );
  return { status, out: stdout.trim(), err: stderr.trim() };
}

test('runs the script as node itself would, with its arguments', () => {
  const { status, out } = run(['show.ts', 'a', '--b=c d']);
  expect(status).toBe(0);
  const [script, ...rest] = JSON.parse(out) as string[];
  expect(script).toMatch(/show\.ts$/);
  expect(rest).toEqual(['a', '--b=c d']);
});

test('keeps the experimental warnings of SQLite and type stripping to itself, and no other', () => {
  const { err } = run(['show.ts']);
  expect(err).not.toContain('SQLite');
  expect(err).toContain('another');
});

test('a script that throws ends with 1 and its stack', () => {
  const { status, err } = run(['fail.ts']);
  expect(status).toBe(1);
  expect(err).toMatch(/Error: on purpose\n\s+at .*fail\.ts/);
});

test('without a script it says how it is used', () => {
  expect(run([])).toEqual({ status: 2, out: '', err: 'Usage: node scripts/run.mjs SCRIPT [ARGUMENT...]' });
});

test('missing packages are named with the fix', () => {
  rmSync(join(project, 'node_modules', 'jose'), { recursive: true });
  expect(run(['show.ts'])).toEqual({
    status: 1,
    out: '',
    err: `why401's packages are not installed (jose): run "npm ci"`,
  });
});

describe('a runtime that is too old gets one line with the fix', () => {
  const start = 'why401 needs Node.js 22.18 or newer, this is';

  test.each(['20.20.2', '22.17.1', '16.20.2', '18.0.0'])('%s', (version) => {
    rmSync(join(project, 'node_modules'), { recursive: true });
    expect(run(['show.ts'], version)).toEqual({
      status: 1,
      out: '',
      err: `${start} v${version}: run "npm ci" or install Node.js 24`,
    });
  });

  test('where the install scripts were left out', () => {
    putPackage('node');
    expect(run(['show.ts'], '20.20.2').err).toBe(
      `${start} v20.20.2: run "npm rebuild node" ("npm ci --ignore-scripts" leaves it out) or install Node.js 24`,
    );
  });

  test('where node_modules has a newer one', () => {
    putPackage('node');
    mkdirSync(join(project, 'node_modules', 'node', 'bin'));
    writeFileSync(join(project, 'node_modules', 'node', 'bin', 'node'), '');
    expect(run(['show.ts'], '20.20.2').err).toContain('start it through npm');
  });

  test.each(['22.18.0', '23.0.0', '24.21.0', '100.0.0'])('%s is new enough', (version) => {
    expect(run(['show.ts'], version).status).toBe(0);
  });
});

/** The machine's own runtime, where it is another than the one of this test: the real thing instead of a pose. */
const installed = outsideRuntime();
test.skipIf(installed === undefined)('an older runtime that is installed beside can read the guard', () => {
  const { status, stderr } = spawnSync(installed ?? '', [guard, 'show.ts'], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr.trim().split('\n')).toEqual([
    expect.stringMatching(/^why401 needs Node\.js 22\.18 or newer, this is v\d/),
  ]);
});

function outsideRuntime(): string | undefined {
  const path = (process.env.PATH ?? '')
    .split(process.platform === 'win32' ? ';' : ':')
    .filter((folder) => !folder.includes('node_modules'));
  for (const folder of path) {
    const candidate = join(folder, process.platform === 'win32' ? 'node.exe' : 'node');
    try {
      const [major = 0, minor = 0] = execFileSync(candidate, ['-p', 'process.versions.node'], { encoding: 'utf8' })
        .split('.')
        .map(Number);
      if (dirname(candidate) !== dirname(process.execPath) && (major < 22 || (major === 22 && minor < 18)))
        return candidate;
    } catch {
      // Not there, or not to be run: the next one.
    }
  }
  return undefined;
}
