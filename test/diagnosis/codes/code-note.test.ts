import { describe, expect, it } from 'vitest';
import { aadb2cCodes } from '../../../src/diagnosis/codes/aadb2c.ts';
import { aadstsCodes } from '../../../src/diagnosis/codes/aadsts.ts';
import { codeNote } from '../../../src/diagnosis/codes/code-note.ts';

describe('codeNote', () => {
  it('puts a known code into words', () => {
    expect(codeNote('AADSTS', 50011)).toEqual({
      code: 'AADSTS50011',
      name: 'InvalidReplyTo',
      note: 'The redirect address is not registered exactly so.',
      link: 'https://login.microsoftonline.com/error?code=50011',
    });
  });

  it('follows the sentence of the code where that was read', () => {
    expect(codeNote('AADSTS', 70000, 'consent-required').note).toMatch(/consent/i);
    expect(codeNote('AADSTS', 50011, 'redirect-uri-mismatch')).toEqual(codeNote('AADSTS', 50011));
  });

  it('is honest about a code that it does not know, and says what next', () => {
    const { name, note, link } = codeNote('AADSTS', 99999999);
    expect(name).toBeNull();
    expect(note).toMatch(/does not have the code.*paste the whole message/i);
    expect(link).toBe('https://login.microsoftonline.com/error?code=99999999');
  });

  it('says that a lasting misconfiguration is no outage', () => {
    const { note } = codeNote('AADSTS', 20001);
    expect(note).toBe(
      'A service in the sign-in is set up wrongly. This lasts until whoever runs the identity provider changes it.',
    );
  });

  it('names the newer numbers of an older one, and what is not documented', () => {
    expect(codeNote('AADSTS', 70021).note).toContain('AADSTS700211, AADSTS700213, AADSTS7002138');
    expect(codeNote('AADSTS', 26000).note).toContain('does not document');
  });

  it('knows Azure AD B2C', () => {
    expect(codeNote('AADB2C', 90006)).toMatchObject({
      code: 'AADB2C90006',
      note: 'The redirect address of the request is not registered for this client id.',
      link: 'https://learn.microsoft.com/azure/active-directory-b2c/error-codes',
    });
    expect(codeNote('AADB2C', 12345).note).toContain('does not have the code');
  });

  it('is one short line for every code of both tables', () => {
    const notes = [
      ...aadstsCodes().map((code) => codeNote('AADSTS', code)),
      ...aadb2cCodes().map((code) => codeNote('AADB2C', code)),
    ];
    for (const { code, note } of notes) expect(note, code).toMatch(/^[A-Z][^\n]{10,300}\.$/);
  });
});
