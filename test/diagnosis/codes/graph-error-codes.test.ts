import { describe, expect, it } from 'vitest';
import { GRAPH_ERROR_CODES, graphErrorMeaning } from '../../../src/diagnosis/codes/graph-error-codes.ts';

describe('graphErrorMeaning', () => {
  it('knows a code in any case', () => {
    expect(graphErrorMeaning('invalidauthenticationtoken')).toBe(GRAPH_ERROR_CODES.InvalidAuthenticationToken?.meaning);
  });

  it.each(['', 'Nope', 'constructor', '__proto__', 'toString'])('has nothing for %j', (code) => {
    expect(graphErrorMeaning(code)).toBeNull();
  });

  it('has one sentence for each, the same for both spellings', () => {
    const seen = new Map<string, string>();
    for (const [code, { meaning }] of Object.entries(GRAPH_ERROR_CODES)) {
      expect(meaning, code).toMatch(/^[A-Z].{10,140}\.$/);
      const other = seen.get(code.toLowerCase());
      if (other !== undefined) expect(meaning, code).toBe(other);
      seen.set(code.toLowerCase(), meaning);
    }
  });
});
