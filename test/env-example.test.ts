import { readdirSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { readSettings } from '../src/settings.ts';

const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
/** The command line reads two paths without the service's settings. */
const source = [
  ...readdirSync(new URL('../src/settings/', import.meta.url)).map((file) => `../src/settings/${file}`),
  '../src/permissions-import/permission-file.ts',
  '../scripts/package/app-values.ts',
  '../src/sandbox/control/address-file.ts',
]
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
  const defaults =
    /^#(?=(?:HOST|PORT|LOG_LEVEL|WHY401_(?:DATABASE_FILE|KEEP_DAYS|PROXIES|METRICS|SIGN_IN|INCIDENT_WINDOW_MINUTES))=)/gm;
  const shown = parseEnv(example.replace(defaults, ''));
  expect(Object.keys(shown)).toHaveLength(9);
  expect(readSettings(shown)).toEqual(readSettings({}));
});
