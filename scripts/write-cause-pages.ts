import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { causeDocuments } from '../src/cli/explain/cause-documents.ts';

/** Writes docs/causes: a page for each root cause, and the index. Pages of causes that are gone are removed. */
const folder = join(import.meta.dirname, '..', 'docs', 'causes');
const documents = causeDocuments();

await mkdir(folder, { recursive: true });
for (const name of await readdir(folder)) {
  if (name.endsWith('.md') && !documents.has(name)) await rm(join(folder, name));
}
for (const [name, text] of documents) await writeFile(join(folder, name), text);
process.stdout.write(`${documents.size} pages in docs/causes\n`);
