import { expect, test } from 'vitest';
import { answerOf, secretNotices } from '../../src/presentation/answer.ts';
import { CERTAIN, LIVE_TOKEN, UNDECIDED } from './diagnosis-samples.ts';

test('what else it could be leaves the first finding and noise out', () => {
  const noise = { ...CERTAIN.findings[1]!, weight: 0.1 };
  const answer = answerOf({ ...CERTAIN, findings: [...CERTAIN.findings, noise] });
  expect(answer.others.map((other) => other.cause)).toEqual(['missing-scope']);
});

test('undecided: every finding is what it could be; no steps, no owner', () => {
  const answer = answerOf(UNDECIDED);
  expect(answer.others.map((other) => other.cause)).toEqual(['token-expired']);
  expect([answer.owner, answer.steps, answer.title]).toEqual([null, [], null]);
});

test('secrets of one kind and end of life are one notice; live ones first', () => {
  const gone = { ...LIVE_TOKEN, expires: '2020-01-01T00:00:00Z', expired: true };
  const notices = secretNotices([gone, LIVE_TOKEN, LIVE_TOKEN]);
  expect(notices.map(({ live }) => live)).toEqual([true, false]);
  expect(notices[1]?.until).toBe('It expired at 1 Jan 2020, 00:00 UTC.');
});

test('links that are no web addresses are dropped', () => {
  const source = { title: 'x', url: 'javascript:alert(1)' };
  const answer = answerOf({ ...CERTAIN, fix: { ...CERTAIN.fix!, consentLink: source.url, sources: [source] } });
  expect([answer.consentLink, answer.sources]).toEqual([null, []]);
});
