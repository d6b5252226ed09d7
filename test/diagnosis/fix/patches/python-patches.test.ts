import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import { joinPatches } from '../../../../src/diagnosis/fix/join-patches.ts';
import { PATCHES } from '../../../../src/diagnosis/fix/patches/index.ts';
import { written, writtenHostile } from './sample-values.ts';

it('Python patches compile, and run against stand-ins with the signatures of MSAL', () => {
  const patches = written('python').map(({ name, code }) => ({ name, code, run: true }));
  // Hostile values are compiled only: as a route or an address they are refused at once.
  const hostile = writtenHostile('python').map(({ name, code }) => ({ name, code, run: false }));
  const real = written('python').filter(({ sample }) => sample === 'real');
  const together = real.map(({ id, code }) => ({ title: PATCHES[id].title, code }));
  const joined = { name: 'all together', code: joinPatches('python', together), run: false };
  const { stdout, stderr, error } = spawnSync(
    'python3',
    ['-I', path.join(import.meta.dirname, 'run_python_patches.py')],
    {
      input: JSON.stringify([...patches, ...hostile, joined]),
    },
  );
  if (error !== undefined)
    return console.info(`Python patches were not compiled, python3 is not here: ${error.message}`);
  expect(stderr.toString()).toBe('');
  expect(JSON.parse(stdout.toString())).toEqual([]);
});
