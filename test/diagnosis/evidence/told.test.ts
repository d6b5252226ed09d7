import { describe, expect, it } from 'vitest';
import { CIRCUMSTANCE_WORDS, CIRCUMSTANCES } from '../../../src/diagnosis/evidence/told/circumstances.ts';
import { readTold } from '../../../src/diagnosis/evidence/told.ts';
import { unwrap } from '../../../src/diagnosis/text/unwrap.ts';
import { expectWithin } from '../../processor-time.ts';

const told = (paste: string) => readTold(unwrap(paste)).map((item) => item.circumstance);

describe('readTold', () => {
  it.each([
    ['password-changed', 'invalid_grant since the user reset her password this morning'],
    ['password-changed', 'invalid_grant, Kennwort gestern geändert'],
    ['sessions-revoked', 'after "Revoke sessions" the sync gets invalid_grant'],
    ['long-unused', 'the refresh token was not used for 90 days: invalid_grant'],
    ['code-sent-twice', 'the callback runs again with the same code, invalid_grant'],
    ['code-sent-late', 'the code was redeemed ten minutes later: invalid_grant'],
    ['certificate-changed', 'invalid_client since the certificate was renewed'],
    ['secret-changed', 'secret rotated, pods have the old one, invalid_client'],
    ['secret-absent', 'our curl sends no client_secret: invalid_client'],
    ['secret-ended', 'the secret expired on Sunday, invalid_client'],
    ['third-party-cookies', 'ssoSilent fails where third-party cookies are blocked'],
    ['cache-empty', 'app.get_accounts() returns [] after the restart'],
    ['secret-rotated', 'we rotated the client secret, since then each refresh fails'],
    ['personal-account-at-one-tenant', 'a personal account, and the app is single tenant'],
    ['expired-at-once', 'the token is expired immediately after login'],
    ['bot-password-absent', 'MicrosoftAppPassword is not set in the web app'],
  ])('reads %s of «%s»', (circumstance, paste) => {
    expect(told(paste)).toContain(circumstance);
  });

  it.each([
    // Nothing was refused.
    'I changed my password this morning',
    'we rotated the secret last week',
    // A code of Entra ID says more.
    'AADSTS50173 invalid_grant after the password was changed',
    'invalid_grant, status code 400, it runs twice',
    'expires_in of the secret: 3600, invalid_client',
    '',
  ])('reads nothing of «%s»', (paste) => {
    expect(told(paste)).toEqual([]);
  });

  it('reads no log', () => {
    expect(told(`the certificate was renewed, invalid_client\n${'x'.repeat(20_000)}`)).toEqual([]);
  });

  it('has words for every circumstance, in lower case', () => {
    expect(CIRCUMSTANCE_WORDS.map(({ circumstance }) => circumstance)).toEqual([...CIRCUMSTANCES]);
    for (const { words } of CIRCUMSTANCE_WORDS) expect(words).toBe(words.toLowerCase());
  });

  it('takes linear time', () => {
    const text = unwrap('invalid_grant code twice password '.repeat(340));
    expectWithin(50, () => readTold(text));
  });
});
