import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { dirname, extname, join, relative, resolve } from 'node:path';

/**
 * Copies what the compiler leaves out (pages, styles, settings of the Playground) from src to where it put the rest:
 * node scripts/run.mjs scripts/copy-assets.ts [FOLDER], without FOLDER to dist.
 */
const root = join(import.meta.dirname, '..');
const source = join(root, 'src');
const target = resolve(process.argv[2] ?? join(root, 'dist'));

const assets = (await readdir(source, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && extname(entry.name) !== '.ts')
  .map((entry) => relative(source, join(entry.parentPath, entry.name)));
for (const asset of assets) {
  await mkdir(dirname(join(target, asset)), { recursive: true });
  await copyFile(join(source, asset), join(target, asset));
}
process.stdout.write(`${assets.length} files that are no TypeScript copied\n`);
