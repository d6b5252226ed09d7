import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.ts';

const ROOT = new URL('../../', import.meta.url);
const README = readFileSync(new URL('README.md', ROOT), 'utf8');
const ROWS = [...README.matchAll(/^\| [^|]+ \| \[([\w-]+\.txt)\]\(examples\/\1\) \| (.+) \|$/gm)].map(
  ([, file, line]) => ({ file: file!, line: line! }),
);

describe('the examples', () => {
  it('stand in the README, every one', () => {
    const files = readdirSync(new URL('examples/', ROOT)).filter((file) => file.endsWith('.txt'));
    expect(ROWS.map(({ file }) => file).sort()).toEqual(files.sort());
  });

  it.each(ROWS)('$file is answered as the README says', ({ file, line }) => {
    const paste = readFileSync(new URL(`examples/${file}`, ROOT), 'utf8');
    const diagnosis = diagnose(paste, { now: Date.UTC(2026, 10, 22) });
    expect(diagnosis.headline).toBe(line);
    expect(['certain', 'likely']).toContain(diagnosis.verdict);
  });
});
