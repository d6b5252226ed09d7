import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toldClaims } from '../../../../src/diagnosis/evidence/tokens/told-claims.ts';

const told = (text: string): unknown[] => toldClaims(text).map(({ name, value }) => [name, value]);
const ID = '5f2c8f2e-1d67-4f1e-9a3a-0d1f3a3b2c4d';

describe('claims told in a sentence', () => {
  it.each([
    ['jwt.ms shows scp "User.Read profile openid email"', ['scp', ['User.Read', 'profile', 'openid', 'email']]],
    ['The scp claim in my token is User.Read', ['scp', ['User.Read']]],
    ['token roles are Calendars.Read and Mail.Read.', ['roles', ['Calendars.Read', 'Mail.Read']]],
    ['roles claim contains only Mail.Read', ['roles', ['Mail.Read']]],
    ['jwt.ms shows aud 00000002-0000-0000-c000-000000000000', ['aud', '00000002-0000-0000-c000-000000000000']],
    [`the aud of the access token is api://${ID}.`, ['aud', `api://${ID}`]],
    [`the aud claim is my client id (${ID})`, ['aud', ID]],
    ['iss is https://sts.windows.net/contoso/', ['iss', 'https://sts.windows.net/contoso/']],
    ['idtyp is app', ['idtyp', 'app']],
    ['scp des Tokens: "User.Read profile"', ['scp', ['User.Read', 'profile']]],
    ['roles according to jwt.ms: Mail.Read', ['roles', ['Mail.Read']]],
    ['roles in the token: ["Mail.Read", "User.Read.All"]', ['roles', ['Mail.Read', 'User.Read.All']]],
    ['In the token the audience is https://graph.microsoft.com', ['aud', 'https://graph.microsoft.com']],
    ['My token has audience api://calendar-sync instead of Graph', ['aud', 'api://calendar-sync']],
    ['the issuer in the access token is https://sts.windows.net/contoso/', ['iss', 'https://sts.windows.net/contoso/']],
    ['roles ["Mail.Read", "User.Read.All"] in the token', ['roles', ['Mail.Read', 'User.Read.All']]],
    ['the exp claim of my token is 1773144600', ['exp', '1773144600']],
    ['the token shows nbf 1773140700', ['nbf', '1773140700']],
    ['jwt.ms says exp is 2026-03-10T11:05:00Z', ['exp', '2026-03-10T11:05:00Z']],
  ])('reads %s', (text, claim) => {
    expect(told(text)).toEqual([claim]);
  });

  it.each([
    'the expected aud is https://graph.microsoft.com',
    'aud should be https://graph.microsoft.com',
    'aud must equal https://graph.microsoft.com',
    'aud is not https://graph.microsoft.com',
    'the audience is https://graph.microsoft.com',
    'the expected issuer of the token is https://sts.windows.net/contoso/',
    'the correct aud is https://graph.microsoft.com',
    'Their roles are Admin and Owner.',
    'the scp claim is missing',
    'fraud is https://example.com',
    'idtyp is application',
    'the roles of this page are explained at Contoso.com',
    'exp is 3600',
    'exp is 17731446001',
    'the regexp 1773144600',
    'exp is 2026-03-10 11:05',
    'exp should be 1773144600',
  ])('reads nothing in «%s»', (text) => {
    expect(told(text)).toEqual([]);
  });

  it('points to where it was said', () => {
    const text = 'GET /me -> 401. The aud in the token is https://outlook.office.com';
    const [claim] = toldClaims(text);
    expect(text.slice(claim!.start, claim!.end)).toBe('aud in the token is https://outlook.office.com');
  });

  it('never throws and stays bounded', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'aud',
            ' is ',
            'scp ',
            'roles ',
            'https://a.b',
            'User.Read',
            ' and ',
            '"',
            'claim',
            ' in my token',
          ),
          {
            maxLength: 200,
          },
        ),
        (parts) => {
          expect(toldClaims(parts.join('')).length).toBeLessThanOrEqual(40);
        },
      ),
    );
  });
});
