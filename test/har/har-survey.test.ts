import { expect, test } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import { type HarSurvey, surveyHar } from '../../src/har/har-survey.ts';
import { readHar } from '../../src/har/read-har.ts';
import { expectWithin } from '../processor-time.ts';
import {
  CLIENT_SECRET,
  CODE,
  COOKIE,
  ERROR_PAGE,
  FINE,
  NOISE,
  type Recorded,
  recordingOf,
  SIGNATURE,
  TOLD_BY_REDIRECT,
  WRONG_AUDIENCE,
  WRONG_SECRET,
} from './recording.ts';

const NOW = Date.parse('2026-03-02T09:00:00Z');
const read = (paste: string): Diagnosis => diagnose(paste, { now: NOW });
const surveyOf = (calls: readonly Recorded[]): HarSurvey => surveyHar(readHar(recordingOf(calls))!, read);

test('a recording without failures', () => {
  const survey = surveyOf(FINE);
  expect(survey).toMatchObject({ calls: 3, failed: 0, failures: [] });
  // What went well was sent with a token and a cookie all the same.
  expect(survey.secrets.map(({ kind }) => kind)).toContain('access-token');
});

test('each failed call with its cause, the heaviest first', () => {
  const { calls, failed, failures } = surveyOf([
    ...NOISE,
    ...FINE,
    WRONG_AUDIENCE,
    WRONG_SECRET,
    ERROR_PAGE,
    ...TOLD_BY_REDIRECT,
  ]);
  expect(calls).toBe(10);
  expect(failed).toBe(7);
  const told = failures.map(({ method, address, status, form, diagnosis }) => ({
    call: `${method} ${address} ${status}`,
    form,
    cause: diagnosis.cause,
  }));
  expect(
    told
      .slice(0, 4)
      .map(({ cause }) => cause)
      .toSorted(),
  ).toEqual(['client-secret-invalid', 'consent-required', 'redirect-uri-mismatch', 'wrong-audience']);
  expect(told).toContainEqual({
    call: 'GET graph.microsoft.com/v1.0/me/events?… 401',
    form: 'status',
    cause: 'wrong-audience',
  });
  expect(told).toContainEqual({
    call: 'GET login.microsoftonline.com/common/oauth2/v2.0/authorize?… 200',
    form: 'error-page',
    cause: 'redirect-uri-mismatch',
  });
  // Noise comes last: the answer of somebody else's server, and a call that an extension blocked.
  expect(told.slice(4).map(({ cause }) => cause)).toEqual(['not-enough-evidence', 'not-enough-evidence']);
});

test('an error that a redirect carries is one failure, seen twice', () => {
  const { failures } = surveyOf(TOLD_BY_REDIRECT);
  expect(failures).toHaveLength(1);
  expect(failures[0]).toMatchObject({ count: 2, form: 'error-in-address' });
});

test('the same call again counts and is read once', () => {
  let reads = 0;
  const recording = recordingOf(Array.from({ length: 60 }, () => ({ ...WRONG_AUDIENCE, requestHeaders: {} })));
  const { failures, failed } = surveyHar(readHar(recording)!, (paste) => {
    reads += 1;
    return read(paste);
  });
  expect(failed).toBe(60);
  expect(failures).toHaveLength(1);
  expect(failures[0]!.count).toBe(60);
  expect(reads).toBe(1);
});

test('no credential of the recording comes out', () => {
  const survey = surveyOf([...FINE, WRONG_AUDIENCE, WRONG_SECRET, ERROR_PAGE, ...TOLD_BY_REDIRECT, ...NOISE]);
  const out = JSON.stringify(survey);
  for (const secret of [SIGNATURE, COOKIE.slice(19, 50), CLIENT_SECRET, CODE]) expect(out).not.toContain(secret);
  const kinds = new Set(survey.secrets.map(({ kind }) => kind));
  for (const kind of ['access-token', 'client-secret', 'authorization-code', 'cookie'] as const)
    expect(kinds, kind).toContain(kind);
});

test('a path that holds a secret is masked', () => {
  const token = TOKEN_IN_PATH;
  const { failures } = surveyOf([{ url: `https://api.contoso.com/share/${token}/file`, status: 403 }]);
  expect(failures[0]!.address).not.toContain(token.slice(-20));
});
const TOKEN_IN_PATH = `${Buffer.from('{"alg":"RS256"}').toString('base64url')}.${Buffer.from(
  '{"aud":"https://graph.microsoft.com","exp":1772440200}',
).toString('base64url')}.${SIGNATURE}`;

test('a hostile recording of ten mebibytes is read in bounded time', () => {
  const calls = Array.from({ length: 9_000 }, (_, index) => ({
    url: `https://h${index}.contoso.com/${'a'.repeat(300)}/${index}`,
    status: 401,
    body: `{"error":"${'AADSTS'.repeat(30)}${index}"}`,
  }));
  expectWithin(4_000, () => {
    const { failed, failures } = surveyOf(calls);
    expect(failed).toBe(9_000);
    expect(failures.length).toBeLessThanOrEqual(300);
  });
});
