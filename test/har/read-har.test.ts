import { describe, expect, test } from 'vitest';
import { failureForm } from '../../src/har/failed-call.ts';
import { readHar } from '../../src/har/read-har.ts';
import { ERROR_PAGE, FINE, NOISE, type Recorded, recordingOf, TOLD_BY_REDIRECT, WRONG_SECRET } from './recording.ts';

const callsOf = (calls: readonly Recorded[]) => readHar(recordingOf(calls))!.calls;

describe('what is a recording', () => {
  test.each([
    ['text', 'HTTP/1.1 401 Unauthorized'],
    ['JSON of something else', '{"error":{"code":"InvalidAuthenticationToken"}}'],
    ['a list', '[]'],
    ['a log that is none', '{"log":"AADSTS50011"}'],
    ['one that is cut off', recordingOf([WRONG_SECRET]).slice(0, -40)],
  ])('%s is none', (_, text) => {
    expect(readHar(text)).toBeNull();
  });

  test('entries that are none are counted and left out', () => {
    const log = { entries: [null, 7, {}, { request: {} }, { request: { url: 'javascript:alert(1)' } }] };
    expect(readHar(JSON.stringify({ log }))).toEqual({ calls: [], unread: 5 });
  });

  test.each([7, { toString: '' }])('values of another type are read as absent: %j', (method) => {
    const entry = {
      request: { method, url: 'https://a.example/', headers: [null, { name: 1 }, { name: 'x y', value: 'z' }] },
      response: { status: 'no', content: { text: 9 }, headers: 'none' },
    };
    const [call] = readHar(JSON.stringify({ log: { entries: [entry] } }))!.calls;
    expect(call).toMatchObject({ method: 'GET', status: 0, received: '', requestHeaders: [], responseHeaders: [] });
  });
});

test('a form is read from its fields, a body from base64', () => {
  const [secret] = callsOf([WRONG_SECRET]);
  expect(secret!.sent).toContain('grant_type=authorization_code&client_id=33333333');
  const [encoded] = callsOf([{ ...WRONG_SECRET, base64: true }]);
  expect(encoded!.received).toBe(WRONG_SECRET.body);
  const [picture] = callsOf([FINE[1]!]);
  expect(picture!.received).toBe('');
});

test('headers of HTTP/2 that are none are left out', () => {
  const [call] = callsOf([WRONG_SECRET]);
  expect(call!.requestHeaders.map(({ name }) => name)).toEqual(['content-type', 'cookie']);
});

describe('what failed', () => {
  const form = (call: Recorded) => failureForm(callsOf([call])[0]!);
  test('a status, an address, a page, no answer', () => {
    expect(form(WRONG_SECRET)).toBe('status');
    expect(TOLD_BY_REDIRECT.map(form)).toEqual(['error-in-address', 'error-in-address']);
    expect(form(ERROR_PAGE)).toBe('error-page');
    expect(form(NOISE[1]!)).toBe('no-answer');
  });

  test.each([
    ['a page of somebody else that speaks of a code', FINE[0]!],
    ['a search for an error', { url: 'https://www.bing.com/search?q=error=invalid_grant' }],
    ['a field of another name', { url: 'https://app.contoso.com/?has_error=false&error_description=' }],
    ['a sign-in page without a code', { ...ERROR_PAGE, body: '<html>Sign in</html>' }],
    ['a host that only ends like one', { ...ERROR_PAGE, url: 'https://notlogin.microsoftonline.com.evil.example/' }],
    ['a redirect', { url: 'https://app.contoso.com/', status: 302, redirectURL: 'https://app.contoso.com/home' }],
  ])('%s did not', (_, call) => {
    expect(form(call)).toBeNull();
  });
});
