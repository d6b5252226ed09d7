import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MESSAGE_LIMIT, messageText } from '../../../src/diagnosis/evidence/message-text.ts';

describe('messageText', () => {
  it('is one line of bounded length', () => {
    expect(messageText('  a\n\t b  ')).toBe('a b');
    expect(messageText('word '.repeat(5000)).length).toBeLessThanOrEqual(MESSAGE_LIMIT);
  });

  it.each([
    ['a signed token', 'got eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJ4In0.c2ln here', 'got … here'],
    ['a client secret of Entra', 'used abc8Q~defghijklmnopqrstuvwxyz0123456 here', 'used … here'],
    ['a named secret', 'client_secret=hunter22; x', 'client_secret=…; x'],
    ['a quoted field', '{"refresh_token":"0.AXoAhRabcdefghijklm"}', '{"refresh_token":"…"}'],
    ['an authorization header', 'Authorization: Bearer abcdefghijklmnopqrstuvwx', 'Authorization: Bearer …'],
    ['a code in an address', 'https://a/cb?code=0.AXoAhRabcdefghijklm&state=1', 'https://a/cb?code=…&state=1'],
    ['a personal account’s ticket', `token EwB${'aB3'.repeat(20)}`, 'token …'],
    ['generated text', `key ${'aB3xYz9'.repeat(8)}`, 'key …'],
  ])('masks %s', (_name, raw, expected) => {
    expect(messageText(raw)).toBe(expected);
  });

  it.each([
    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    'Correlation ID: 4d178aef-17a0-48c6-8ccb-af1163fc885d',
    "Thumbprint of key used by client: 'E7C7990DC124DA511104DDB5DAB5D71AC32D4BDD'",
    'https://login.microsoftonline.com/4f78c284-fc9f-4339-a6f6-4e26165efb51/oauth2/v2.0/token',
    "'EncodedProtectedHeader.EncodedEncryptedKey.EncodedInitializationVector'",
    'AADSTS50055: Password is expired.',
  ])('leaves «%s»', (text) => {
    expect(messageText(text)).toBe(text);
  });

  it('resolves form encoding, not base64', () => {
    expect(messageText('The+resource+principal+named+x+was+not+found.')).toBe(
      'The resource principal named x was not found.',
    );
    expect(messageText('a+b')).toBe('a+b');
  });

  it('never shows a token, wherever it stands', () => {
    const words = fc.stringMatching(/^[a-z .:,'"]{0,300}$/);
    fc.assert(
      fc.property(words, words, (before, after) => {
        const token = 'eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJncmFwaCIsInNjcCI6IlVzZXIuUmVhZCJ9.QUJDREVGR0hJSktMTU5PUA';
        expect(messageText(`${before} ${token} ${after}`)).not.toMatch(/eyJhbGci|QUJDREVG/);
      }),
      { numRuns: 200 },
    );
  });
});
