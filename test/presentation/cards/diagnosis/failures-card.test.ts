import { expect, test } from 'vitest';
import { diagnose } from '../../../../src/diagnosis/diagnose.ts';
import {
  FAILURES_SHOWN,
  failuresCard,
  failuresText,
} from '../../../../src/presentation/cards/diagnosis/failures-card.ts';
import { pictureWords } from '../../../../src/presentation/cards/diagnosis/picture-quote.ts';
import { CERTAIN, CLIENT_SECRET, LIVE_TOKEN, UNDECIDED } from '../../diagnosis-samples.ts';

const shown = (count: number, name = 'report.har') => ({
  headline: `${count} failures in ${name}.`,
  notes: [],
  failures: Array.from({ length: count }, (_, i) => ({
    where: `GET graph.microsoft.com/v1.0/me/events?… → 401 (${i})`,
    diagnosis: i % 3 === 2 ? UNDECIDED : CERTAIN,
  })),
  secrets: [LIVE_TOKEN, CLIENT_SECRET],
  name,
});

test('fits, however many there are', () => {
  for (const count of [0, 1, 5, 10, 300]) {
    expect(Buffer.byteLength(JSON.stringify(failuresCard(shown(count)))), String(count)).toBeLessThan(25_000);
  }
});

test('fits with long values', () => {
  const long = 'A'.repeat(3000);
  const diagnosis = diagnose(
    `AADSTS50011: The redirect URI 'https://a.example/${long}' specified in the request does not match.`,
    { now: 0 },
  );
  const failures = Array.from({ length: 12 }, () => ({ where: long, diagnosis }));
  const card = failuresCard({ ...shown(0), headline: long, notes: [long], failures, name: long });
  expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(25_000);
});

test('tells what is not listed', () => {
  expect(failuresText(shown(FAILURES_SHOWN + 2))).toContain('2 more kinds of failure are not listed');
  expect(failuresText(shown(FAILURES_SHOWN))).not.toContain('not listed');
});

test('one failure stands open, several behind buttons', () => {
  expect(JSON.stringify(failuresCard(shown(1)))).not.toContain('"What to do"');
  expect(JSON.stringify(failuresCard(shown(2)))).toContain('"What to do"');
});

test('the name of a file is data', () => {
  const card = failuresCard(shown(2, '[x](https://evil.example) <at>all</at>.har'));
  const texts = JSON.stringify(card).match(/"type":"TextBlock","text":"[^"]*"/g) ?? [];
  expect(texts.join()).not.toContain('evil.example');
  expect(JSON.stringify(card)).not.toContain('<at>');
});

test('the words of a picture: secrets hidden, empty lines out, bounded', () => {
  const words = pictureWords(
    `  Sign in  \n\n\nclient_secret=x8Q~kQ2fV7sZ0pLmN4tRbY6uHc1dE3gJ5aWq9\nCorrelation Id: 1a1b2c3d-0000-4333-8444-555555555555\n${'x '.repeat(5000)}`,
  );
  expect(words).toMatch(/^Sign in\nclient_secret/);
  expect(words).not.toContain('x8Q~kQ2f');
  expect(words).toContain('1a1b2c3d-0000-4333-8444-555555555555');
  expect(words.length).toBeLessThanOrEqual(700);
});
