import { expect, it } from 'vitest';
import { GRAPH_ERROR_CODES } from '../../../src/diagnosis/codes/graph-error-codes.ts';

it('has each code once, as a word', () => {
  expect(new Set(GRAPH_ERROR_CODES).size).toBe(GRAPH_ERROR_CODES.length);
  for (const code of GRAPH_ERROR_CODES) expect(code).toMatch(/^[A-Za-z][\w.]{3,60}$/);
});
