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

test('what no sign-in is at fault for: one sentence, what to do behind it, and whose matter it is', () => {
  const headline = 'The certificate that it was shown is not trusted here. Give the program the root certificate.';
  const { beyond: _, ...open } = UNDECIDED;
  const plain = answerOf({ ...open, headline, next: null, beyond: 'not-the-sign-in' });
  expect(plain).toMatchObject({
    headline: 'The certificate that it was shown is not trusted here.',
    detail: 'Give the program the root certificate.',
    verdictLabel: 'Not the sign-in',
  });
  expect(answerOf({ ...open, headline, next: null, beyond: 'another-vendor' })).toMatchObject({
    headline,
    detail: null,
    verdictLabel: 'Not from Microsoft',
  });
  expect(answerOf({ ...open, headline })).toMatchObject({ headline, detail: null, beyond: null });
});

test('secrets of one kind and end of life are one notice; live ones first', () => {
  const gone = { ...LIVE_TOKEN, expires: '2020-01-01T00:00:00Z', expired: true };
  const notices = secretNotices([gone, LIVE_TOKEN, LIVE_TOKEN]);
  expect(notices.map(({ live }) => live)).toEqual([true, false]);
  expect(notices[1]?.until).toBe('It expired at 1 Jan 2020, 00:00 UTC.');
  expect(notices.map(({ revoke }) => revoke === '')).toEqual([false, true]);
});

test('links that are no web addresses are dropped', () => {
  const source = { title: 'x', url: 'javascript:alert(1)' };
  const answer = answerOf({ ...CERTAIN, fix: { ...CERTAIN.fix!, consentLink: source.url, sources: [source] } });
  expect([answer.consentLink, answer.sources]).toEqual([null, []]);
});

test('an app’s id stands beside its name in the headline, and in what is sent to others, only', () => {
  const app = 'the app «Roster» (4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31)';
  const fix = {
    ...CERTAIN.fix!,
    steps: [{ text: `App registrations, ${app}, Authentication: add`, value: app }],
    check: { text: `${app} signs in.` },
    forward: `Please look at ${app}.`,
  };
  const answer = answerOf({ ...CERTAIN, headline: `The secret of ${app} has expired.`, fix });
  expect(answer.headline).toContain(app);
  expect(answer.steps).toEqual([{ text: 'App registrations, the app «Roster», Authentication: add', value: app }]);
  expect(answer.check?.text).toBe('the app «Roster» signs in.');
  expect(answer.forward).toContain(app);
  expect(answerOf({ ...CERTAIN, fix }).steps[0]?.text).toContain(app);
});
