import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isInContext } from '../../../scripts/exercise-dockerfile/build-context.ts';

const ours = readFileSync(new URL('../../../.dockerignore', import.meta.url), 'utf8');

test.each(['package.json', 'package-lock.json', 'src', 'src/main.ts', 'src/cli/main.ts', 'scripts/run.mjs'])(
  '%s gets into the image',
  (path) => {
    expect(isInContext(path, ours)).toBe(true);
  },
);

test.each([
  '.env',
  '.env.local',
  '.git/config',
  'data/why401.db',
  'node_modules/x/index.js',
  'dist/main.js',
  'srcs/x',
  'why401.zip',
])('%s does not', (path) => {
  expect(isInContext(path, ours)).toBe(false);
});

test('the last line that fits decides', () => {
  expect(isInContext('a/b', 'a\n!a/b')).toBe(true);
  expect(isInContext('a/c', 'a\n!a/b')).toBe(false);
  expect(isInContext('a/b/c', '!a/b\n# all of it\na/')).toBe(false);
  expect(isInContext('a', '')).toBe(true);
});
