import { readdirSync, readFileSync } from 'node:fs';
import { ROOT_CAUSES } from '../../../src/diagnosis/causes/index.ts';

const CORPUS = new URL('../../corpus/', import.meta.url);

/** The hits and near misses of all causes, and the corpus. */
export function everyPaste(): readonly string[] {
  const fromCauses = Object.values(ROOT_CAUSES).flatMap(({ hits, nearMisses }) =>
    [...hits, ...nearMisses].map(({ paste }) => paste),
  );
  const fromCorpus = readdirSync(CORPUS)
    .filter((name) => name.endsWith('.jsonl') && !/^(?:calendar|time-expressions)\b/.test(name))
    .flatMap((name) => readFileSync(new URL(name, CORPUS), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
    .map((line) => (JSON.parse(line) as { paste: string }).paste);
  return [...fromCauses, ...fromCorpus];
}
