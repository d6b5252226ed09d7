import { describe, expect, it } from 'vitest';
import { CAUSE_IDS } from '../../../src/diagnosis/cause-id.ts';
import { aadb2cCodes, aadb2cEntry } from '../../../src/diagnosis/codes/aadb2c.ts';
import { AADB2C_LINES } from '../../../src/diagnosis/codes/aadb2c-table.ts';

describe('aadb2cEntry', () => {
  it.each([
    [90006, 'redirect-uri-mismatch'],
    [90077, 'interaction-required'],
    [90079, 'client-credential-missing'],
    [90080, 'refresh-token-expired'],
    [90081, 'client-secret-invalid'],
    [90086, 'grant-not-allowed'],
    [90117, 'invalid-scope'],
    [90182, 'pkce-mismatch'],
    [90205, 'missing-scope'],
    [90244, 'throttled'],
  ])('AADB2C%i is %s', (code, cause) => {
    expect(aadb2cEntry(code)?.cause).toBe(cause);
  });

  it('does not know codes of the other family', () => {
    expect(aadb2cEntry(50011)).toBeUndefined();
  });

  it('has each code once, well formed', () => {
    const lines = AADB2C_LINES.trim().split('\n');
    expect(aadb2cCodes()).toHaveLength(lines.length);
    const causes: ReadonlySet<string> = new Set(CAUSE_IDS);
    for (const line of lines) {
      expect(line).toMatch(/^9\d{4}\|[a-z-]{1,40}\|[edtmi]t?\|[^|]{10,160}[^.|]$/);
      expect(causes.has(line.split('|')[1] ?? ''), line).toBe(true);
    }
  });
});
