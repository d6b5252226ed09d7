import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { readSettings } from '../src/settings.ts';

const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
/** The command line reads the imported permissions without the service's settings. */
const source = ['../src/settings.ts', '../src/permissions-import/permission-file.ts']
  .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
  .join('\n');

test('every setting that is read stands in .env.example, and no other', () => {
  const read = new Set([...source.matchAll(/(?<!\.)\benv\.([A-Za-z0-9_]+)/g)].map(([, name]) => name));
  const shown = [...example.matchAll(/^#?([A-Za-z0-9_]+)=/gm)].map(([, name]) => name);
  expect(shown.toSorted()).toEqual([...read].toSorted());
});

test('as it stands it is local mode', () => {
  expect(readSettings(parseEnv(example))).toEqual(readSettings({}));
});

test('the defaults it shows are the defaults', () => {
  const shown = parseEnv(example.replace(/^#(?=(?:HOST|PORT|WHY401_DATABASE_FILE|LOG_LEVEL)=)/gm, ''));
  expect(Object.keys(shown)).toHaveLength(4);
  expect(readSettings(shown)).toEqual(readSettings({}));
});
