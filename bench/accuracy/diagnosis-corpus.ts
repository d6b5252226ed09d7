import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** One real paste with its right answer. `also` are other root causes that an expert would accept. */
export interface CorpusLine {
  readonly id: string;
  readonly kind: string;
  readonly paste: string;
  readonly cause: string;
  readonly also: readonly string[];
}

export type CorpusPart = 'worked with' | 'set aside';

export function readDiagnosisCorpus(file: string | URL): CorpusLine[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => parseLine(JSON.parse(line)));
}

/** A third is set aside by the hash of its id: rules are never written after looking at it. */
export function partOf(id: string): CorpusPart {
  return createHash('sha256').update(id).digest()[0]! % 3 === 0 ? 'set aside' : 'worked with';
}

function parseLine(value: unknown): CorpusLine {
  const { id, kind, paste, cause, also } = value as Record<string, unknown>;
  if (typeof id !== 'string' || typeof paste !== 'string' || typeof cause !== 'string') {
    throw new TypeError(`A line of the corpus has no id, paste or cause: ${JSON.stringify(value).slice(0, 80)}`);
  }
  return { id, kind: String(kind), paste, cause, also: Array.isArray(also) ? also.map(String) : [] };
}
