import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinPatches } from '../../../../src/diagnosis/fix/join-patches.ts';
import { PATCHES } from '../../../../src/diagnosis/fix/patches/index.ts';
import { written, writtenHostile } from './sample-values.ts';

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../../../..');
// MSAL.js for browsers is none of the packages here: its patch is only looked at as a module, below.
const patches = written('node').filter(({ id }) => id !== 'browser-sign-in');

interface Outcome {
  readonly results: readonly {
    readonly file: string;
    readonly error?: string;
    readonly requests: readonly { readonly url: string; readonly body: string }[];
  }[];
  readonly syntax: readonly { readonly name: string; readonly error: string }[];
}

/** All pairs as they are shown together, and every patch with hostile values: they must at least be modules. */
function joined(): { name: string; code: string }[] {
  const real = patches.filter(({ sample }) => sample === 'real');
  const part = ({ id, code }: (typeof real)[number]) => ({ title: PATCHES[id].title, code });
  const pairs = real.flatMap((first) =>
    real
      .filter((second) => second !== first)
      .map((second) => ({
        name: `${first.id} and ${second.id}`,
        code: joinPatches('node', [part(first), part(second)]),
      })),
  );
  return [...pairs, ...writtenHostile('node')];
}

describe('Node patches', () => {
  let directory = '';

  beforeAll(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'why401-node-patches-'));
    // The packages are found as in any project: beside the files.
    symlinkSync(path.join(root, 'node_modules'), path.join(directory, 'node_modules'));
    for (const { name, code } of patches) writeFileSync(path.join(directory, `${name}.mjs`), code);
    writeFileSync(path.join(directory, 'joined.json'), JSON.stringify(joined()));
    writeFileSync(
      path.join(directory, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          ...{ allowJs: true, checkJs: true, noEmit: true, strict: true, noImplicitAny: false, skipLibCheck: true },
          ...{ target: 'ES2024', lib: ['ES2024'], module: 'NodeNext', moduleResolution: 'NodeNext', types: ['node'] },
        },
        // The types of a patch are the same whatever its values are.
        files: patches.filter(({ sample }) => sample === 'placeholders').map(({ name }) => `${name}.mjs`),
      }),
    );
  });

  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('run against the real msal-node, jose and botbuilder', async () => {
    makeCertificate(directory);
    const script = path.join(import.meta.dirname, 'run-node-patches.mjs');
    const { stdout } = await run(process.execPath, ['--experimental-vm-modules', '--no-warnings', script, directory], {
      maxBuffer: 2 ** 24,
    });
    const outcome = JSON.parse(stdout) as Outcome;
    expect(outcome.results.flatMap(({ file, error }) => (error === undefined ? [] : [`${file}: ${error}`]))).toEqual(
      [],
    );
    expect(outcome.results.map(({ file }) => file)).toEqual(patches.map(({ name }) => `${name}.mjs`).sort());
    expect(outcome.syntax.map(({ name, error }) => `${name}: ${error}`)).toEqual([]);
  }, 20_000);

  it('fit the types of the libraries', async () => {
    const outcome = await run(path.join(root, 'node_modules/.bin/tsc'), ['-p', directory]).catch(
      (error: { stdout: string }) => error,
    );
    expect(outcome.stdout).toBe('');
  }, 20_000);
});

/** A key and a self-signed certificate; openssl is on every machine that has git over https or a TLS library. */
function makeCertificate(directory: string): void {
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=test'],
      ...['-keyout', path.join(directory, 'private-key.pem'), '-out', path.join(directory, 'certificate.pem')],
    ],
    { stdio: 'ignore' },
  );
}
