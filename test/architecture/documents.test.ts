import { globSync, readdirSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import config from '../../vitest.config.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ARCHITECTURE = readFileSync(`${ROOT}docs/architecture.md`, 'utf8');
const CONTRIBUTING = readFileSync(`${ROOT}CONTRIBUTING.md`, 'utf8');

const paths = ['src', 'test', 'docs', 'scripts', 'bench'].flatMap((folder) =>
  readdirSync(ROOT + folder, { recursive: true }).map((path) => `/${folder}/${String(path).replaceAll(sep, '/')}`),
);

/** What a page names in backticks and can only be a file or a folder; pages shorten paths from the left. */
function namedPaths(page: string): readonly string[] {
  const named = [...page.matchAll(/`([\w./-]+)`/g)].map(([, name]) => name!);
  return named.filter((name) => /\.(?:ts|md)$/.test(name) || /^[a-z][\w-]*(?:\/[\w-]+)+\/?$/.test(name));
}

describe('the pages for people who change the project', () => {
  it.each([
    ['docs/architecture.md', ARCHITECTURE],
    ['CONTRIBUTING.md', CONTRIBUTING],
  ])('%s names files and folders that are there', (_, page) => {
    const gone = namedPaths(page).filter((name) => !paths.some((path) => path.endsWith(`/${name.replace(/\/$/, '')}`)));
    expect(gone).toEqual([]);
  });

  it('lists every room of src, and no other', () => {
    const [, list = ''] = /```\nsrc\/\n([\s\S]*?)```/.exec(ARCHITECTURE) ?? [];
    const listed = [...list.matchAll(/^ {2}([\w.-]+)/gm)].map(([, name]) => name!);
    const rooms = readdirSync(`${ROOT}src`).filter((name) => name !== 'settings.ts');
    expect(listed.toSorted()).toEqual(rooms.toSorted());
  });
});

describe('the groups of tests', () => {
  it('name tests that are there', () => {
    const named = (config.test?.projects ?? []).flatMap((project) =>
      typeof project === 'object' && 'test' in project
        ? [...(project.test?.include ?? []), ...(project.test?.exclude ?? [])]
        : [],
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((pattern) => globSync(pattern, { cwd: ROOT }).length === 0)).toEqual([]);
  });
});
