import { expect, test } from 'vitest';
import { contractJson } from '../../src/presentation/contract-json.ts';
import { CERTAIN, UNDECIDED } from './diagnosis-samples.ts';

test('a decided diagnosis', () => {
  expect(contractJson(CERTAIN)).toEqual({
    cause: 'wrong-audience',
    verdict: 'certain',
    findings: CERTAIN.findings.map(({ cause, weight, owner, because }) => ({ cause, weight, owner, because })),
    next: null,
    secrets: [
      { kind: 'access-token', expires: '2026-03-02T10:30:00.000Z' },
      { kind: 'client-secret', expires: null },
    ],
  });
});

test('undecided is always not-enough-evidence, with its findings', () => {
  const json = contractJson({ ...UNDECIDED, cause: 'token-expired' });
  expect(json.cause).toBe('not-enough-evidence');
  expect(json.findings).toHaveLength(1);
  expect(json.next).toBe(UNDECIDED.next?.ask);
});
