import { expect, test } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';

const NOW = Date.UTC(2026, 10, 22, 12);

test.each([
  [
    '403 {"error":{"code":"Authentication_RequestFromNonPremiumTenantOrB2CTenant","message":"Neither tenant is B2C or tenant doesn\'t have premium license"}}',
    /licence of Entra ID P1 or P2/,
  ],
  [
    '403 {"error":{"code":"BotNotInConversationRoster","message":"The bot is not part of the conversation roster."}}',
    /not installed in this chat or team/,
  ],
  [
    '{"error":{"code":"BotDisabledByAdmin","message":"The tenant admin disabled this bot"}}',
    /administrator of Teams blocks/,
  ],
  [
    '{"error":{"code":"InvalidRequest","message":"Subscription validation request failed. Notification endpoint must respond with 200 OK to validation request."}}',
    /validationToken as plain text/,
  ],
  [
    '{ "statusCode": 401, "message": "Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API." }',
    /Ocp-Apim-Subscription-Key/,
  ],
  [
    "requests.exceptions.SSLError: HTTPSConnectionPool(host='graph.microsoft.com', port=443): Max retries exceeded (Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed')))",
    /certificate that it was shown is not trusted here/,
  ],
  ['Error: getaddrinfo ENOTFOUND login.microsoftonline.com', /Nothing answered/],
  [
    'ClientAuthError: endpoints_resolution_error: Error: could not resolve endpoints. Detail: connect ETIMEDOUT 20.190.160.14:443',
    /Nothing answered/,
  ],
  [
    '{"error":{"code":"ErrorItemNotFound","message":"The specified object was not found in the store."}}',
    /not in this mailbox/,
  ],
])('%s is told in a sentence, and nothing more is asked for', (paste, headline) => {
  const diagnosis = diagnose(paste, { now: NOW });
  expect(diagnosis.cause).toBe('not-enough-evidence');
  expect(diagnosis.headline).toMatch(headline);
  expect(diagnosis.next).toBeNull();
  expect(diagnosis.beyond).toBe('not-the-sign-in');
});

test('a connection that was refused beside an answer is another one', () => {
  const paste = 'redis: connect ECONNREFUSED 127.0.0.1:6379\nGET https://graph.microsoft.com/v1.0/me 401 Unauthorized';
  const { headline, next, beyond } = diagnose(paste, { now: NOW });
  expect(headline).toMatch(/answered 401/);
  expect(next).not.toBeNull();
  expect(beyond).toBeUndefined();
});

test('an error of another vendor is told from these', () => {
  expect(
    diagnose('{"ok":false,"error":"invalid_auth"} https://slack.com/api/chat.postMessage', { now: NOW }).beyond,
  ).toBe('another-vendor');
});

test('a refusal without such words is asked about', () => {
  expect(diagnose('GET https://graph.microsoft.com/v1.0/me 401 Unauthorized', { now: NOW }).next).not.toBeNull();
});
