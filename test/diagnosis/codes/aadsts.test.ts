import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CAUSE_IDS, OWNERS } from '../../../src/diagnosis/cause-id.ts';
import { aadstsCodes, aadstsEntry } from '../../../src/diagnosis/codes/aadsts.ts';
import { AADSTS_LINES } from '../../../src/diagnosis/codes/aadsts-table.ts';

// Facts beside the checkout, where they are present; they are no part of the project.
const FACTS = new URL('../../../../shared/facts/aadsts.tsv', import.meta.url);

describe('aadstsEntry', () => {
  it('finds a code with all that is known of it', () => {
    expect(aadstsEntry(50011)).toMatchObject({
      code: 50011,
      cause: 'redirect-uri-mismatch',
      audience: 'app-developer',
      transient: false,
      documented: true,
    });
    expect(aadstsEntry(26000)).toMatchObject({ name: null, note: null, documented: false });
    expect(aadstsEntry(16001)).toMatchObject({ name: 'UserAccountSelectionInvalid', transient: true });
  });

  it('matches codes whole', () => {
    expect(aadstsEntry(50057)?.name).not.toBe(aadstsEntry(500571)?.name);
    expect(aadstsEntry(50020)?.cause).toBeDefined();
    for (const code of [0, 5, 5001, 5001100, -50011, Number.NaN, 50011.5]) expect(aadstsEntry(code)).toBeUndefined();
  });

  it('has each code once, with a known cause, owner and marks', () => {
    const lines = AADSTS_LINES.trim().split('\n');
    expect(aadstsCodes()).toHaveLength(lines.length);
    const causes: ReadonlySet<string> = new Set(CAUSE_IDS);
    for (const line of lines) {
      expect(line).toMatch(/^\d{5,8}\|[A-Za-z0-9_]*\|[a-z-]{1,40}\|[edtmi]t?u?(?:\|.{1,700})?$/);
      expect(causes.has(line.split('|')[2] ?? ''), line).toBe(true);
    }
    for (const code of aadstsCodes()) expect(OWNERS).toContain(aadstsEntry(code)?.audience);
  });
});

if (!existsSync(FACTS))
  console.info('aadsts.test: ../shared/facts is not present, so the table is not compared with it');

describe.runIf(existsSync(FACTS))('the table beside the facts', () => {
  it('says the same', () => {
    const rows = readFileSync(FACTS, 'utf8').trimEnd().split('\n').slice(1);
    expect(aadstsCodes()).toHaveLength(rows.length);
    for (const row of rows) {
      const [code, name = '', cause, audience, transient, note = '', documented] = row.split('\t');
      expect(aadstsEntry(Number(code))).toEqual({
        code: Number(code),
        name: name === '' ? null : name,
        cause,
        audience,
        transient: transient === 'yes',
        note: note === '' ? null : note,
        documented: documented === 'yes',
      });
    }
  });
});
