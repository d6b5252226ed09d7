import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saslTokens } from '../../../../src/diagnosis/evidence/tokens/sasl-tokens.ts';
import { original } from '../../../../src/diagnosis/text/mapped-text.ts';

const A = String.fromCharCode(1);
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const JWT = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ aud: 'https://graph.microsoft.com', idtyp: 'app', roles: ['Mail.Read'] })}.${'A'.repeat(300)}`;
const blob = (bearer: string): string =>
  Buffer.from(`user=desk@contoso.com${A}auth=${bearer}${A}${A}`, 'latin1').toString('base64');
const read = (text: string) => saslTokens(original(text));

describe('the string of SASL XOAUTH2', () => {
  it('gives the claims of the token in it', () => {
    const line = `C: A1 AUTHENTICATE XOAUTH2 ${blob(`Bearer ${JWT}`)}`;
    const [found] = read(line);
    expect(found!.token!.claims).toMatchObject({ aud: 'https://graph.microsoft.com', roles: ['Mail.Read'] });
    expect(found!.token!.sent).toBe(true);
    expect(found!.fault).toBeNull();
    expect(line.slice(found!.start, found!.end)).toBe(blob(`Bearer ${JWT}`));
  });

  it.each([
    ['Bearer tokenfile1', 'word'],
    ['Bearer undefined', 'undefined'],
    ['Bearer Bearer abc', 'doubled'],
    ['Bearer {{token}}', 'placeholder'],
  ])('says what %s holds', (bearer, fault) => {
    expect(read(`AUTH XOAUTH2 ${blob(bearer)}`)[0]).toMatchObject({ token: null, fault });
  });

  it('says nothing of a ticket of a personal account', () => {
    expect(read(blob(`Bearer EwB${'x'.repeat(600)}`))[0]).toMatchObject({ token: null, fault: null });
  });

  it.each([
    blob('Bearer tokenfile1').slice(0, -8),
    Buffer.from('user=desk and nothing more at all').toString('base64'),
    'dXNlcj but no base64 of it',
  ])('reads nothing in %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => void read(blob(`Bearer eyJ${text}`))),
      { numRuns: 200 },
    );
  });
});
