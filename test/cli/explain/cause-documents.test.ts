import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { causeDocuments } from '../../../src/cli/explain/cause-documents.ts';
import { pagedCauses } from '../../../src/cli/explain/cause-page-of.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'docs', 'causes');
const documents = causeDocuments();

test('docs/causes has exactly the pages of the causes: run npm run docs:causes', () => {
  expect(readdirSync(folder).sort()).toEqual([...documents.keys()].sort());
});

describe('each page is what its cause says: run npm run docs:causes', () => {
  test.each([...documents])('%s', (name, text) => {
    expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  });
});

test('the index links every page, and pages link only pages that are there', () => {
  const index = documents.get('README.md') ?? '';
  for (const id of pagedCauses()) expect(index).toContain(`](${id}.md)`);
  for (const [name, text] of documents) {
    for (const [, target] of text.matchAll(/\]\(([\w-]+\.md)\)/g))
      expect(documents.has(target as string), `${name} → ${target}`).toBe(true);
  }
});

test('every page has its sections', () => {
  for (const id of pagedCauses()) {
    const page = documents.get(`${id}.md`) ?? '';
    for (const section of [
      'How it shows',
      'How it is told',
      'What to do',
      'Check that it worked',
      'Example',
      'Read more',
    ]) {
      expect(page, id).toContain(`\n## ${section}\n`);
    }
    expect(page, id).not.toContain('[object');
  }
});
