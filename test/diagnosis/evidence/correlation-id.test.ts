import { expect, test } from 'vitest';
import { correlationIdOf } from '../../../src/diagnosis/evidence/correlation-id.ts';
import { unwrap } from '../../../src/diagnosis/text/unwrap.ts';

const ONE = '95878d0d-c08a-46c5-80c0-803d4011011d';
const OTHER = 'ba7dbe80-d4cc-4b3b-bf36-c30e71992986';

test.each([
  ['the sign-in page', `Error Code: 53003\nCorrelation Id: ${ONE}`],
  ['the token endpoint', `{"error":"invalid_grant","correlation_id":"${ONE}"}`],
  ['a message', `AADSTS50011: no.\\r\\nTrace ID: ${OTHER}\\r\\nCorrelation ID: ${ONE}\\r\\nTimestamp: 2026-05-04`],
  ['an encoded address', `error_description=AADSTS50011%3a+no%0d%0aCorrelation+ID%3a+${ONE}`],
  ['a page in German', `Korrelations-ID: ${ONE}\nZeitstempel: x`],
  ['a page in French', `ID de corrélation : ${ONE}`],
  ['a page in Japanese', `関連付け ID: ${ONE}`],
  ['the same one twice', `Correlation ID: ${ONE}\n{"correlation_id":"${ONE}"}`],
])('%s names the correlation id', (_, paste) => {
  expect(correlationIdOf(unwrap(paste))).toBe(ONE);
});

test.each([
  ['none', 'AADSTS50011: no.'],
  ['two that differ', `Correlation ID: ${ONE}\nCorrelation ID: ${OTHER}`],
  ['a hidden one', 'Correlation ID: [redacted]'],
])('%s gives nothing', (_, paste) => {
  expect(correlationIdOf(unwrap(paste))).toBeUndefined();
});
