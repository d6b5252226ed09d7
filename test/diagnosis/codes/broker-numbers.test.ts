import { expect, test } from 'vitest';
import { brokerAnswer, brokerAnswerSays } from '../../../src/diagnosis/codes/broker-numbers.ts';

test.each([
  ['CAA20003', 'invalid_grant'],
  ['caa2000b', 'invalid_resource'],
  ['3399614475', 'invalid_resource'],
  ['-895352829', 'invalid_grant'],
  ['3399942148', 'unreachable'],
  ['caa82f8f', 'insecure_connection'],
])('%s is %s', (written, answer) => {
  expect(brokerAnswer(written)).toBe(answer);
});

test.each(['caa2ffff', '3400073293', '80090016', '123456789', ''])('«%s» is no number of the broker', (written) => {
  expect(brokerAnswer(written)).toBeUndefined();
});

test('each answer is told in half a sentence', () => {
  expect(brokerAnswerSays('invalid_grant')).toMatch(/^Entra ID answered invalid_grant: .+[^.]$/);
});
