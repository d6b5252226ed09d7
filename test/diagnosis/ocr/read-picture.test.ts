import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aadstsCodes, aadstsEntry } from '../../../src/diagnosis/codes/aadsts.ts';
import { readPicture } from '../../../src/diagnosis/ocr/read-picture.ts';

const mended = (read: string): string => readPicture(read, 0).text.text;

describe('codes that were read in a picture', () => {
  it.each([
    ['AADSTSS00LL: The redirect URI', 'AADSTS50011: The redirect URI'],
    ['AADSTSS00ll: The redirect URI', 'AADSTS50011: The redirect URI'],
    ['AADST550011: The redirect URI', 'AADSTS50011: The redirect URI'],
    ['AADSTS5OO11: The redirect URI', 'AADSTS50011: The redirect URI'],
    ['AAD5TS50011: The redirect URI', 'AADSTS50011: The redirect URI'],
    ['AADSTSS50011: The redirect URI', 'AADSTS50011: The redirect URI'],
    ['AADST50011: The redirect URI', 'AADSTS50011: The redirect URI'],
    ['AADSTS7OOO215: Invalid client secret', 'AADSTS7000215: Invalid client secret'],
    ['AAD82C9O118: The user has forgotten', 'AADB2C90118: The user has forgotten'],
    ['"error_codes": [7OOO222]', '"error_codes": [7000222]'],
    ['microsoftonline.com/error?code=7OOO215', 'microsoftonline.com/error?code=7000215'],
  ])('%s becomes %s', (read, wanted) => {
    expect(mended(read)).toBe(wanted);
  });

  it('stay as they are where the table has none such, or none is meant', () => {
    for (const read of [
      'AADSTS5OO998',
      'AADSTS999123',
      'AADSTS50O',
      'AADSTS: something',
      'AADSTSOOOOO',
      'error codes: Sollog',
      'the secret code: bill99',
    ]) {
      expect(mended(read)).toBe(read);
    }
  });

  it('stay as they are where every digit was read, whether the table has them or not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 99_999_999 }), (code) => {
        expect(mended(`AADSTS${code}: words`)).toBe(`AADSTS${code}: words`);
      }),
    );
  });

  it('come back from letters that look like their digits', () => {
    const letters: Readonly<Record<string, string>> = { 0: 'O', 1: 'l', 5: 'S' };
    fc.assert(
      fc.property(
        fc.constantFrom(...aadstsCodes()),
        fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        (code, which) => {
          const read = [...String(code)].map((digit, at) => (which[at] ? (letters[digit] ?? digit) : digit)).join('');
          const [, number] = /AADSTS(\d+)/.exec(mended(`AADSTS${read}: words`)) ?? [];
          // A 5 at the beginning may have been the last letter of the prefix: then two codes are possible, and none is taken.
          if (number !== undefined) expect(aadstsEntry(Number(number))).toBeDefined();
          if (!/^5/.test(String(code))) expect(number).toBe(String(code));
        },
      ),
    );
  });
});

describe('ids that were read in a picture', () => {
  const ID = '19ca80a5-97c1-4d6c-a07f-b516f9b47500';

  it.each([
    ['l9ca8Oa5-97c1-4d6c-aO7f-bS16f9b475OO', ID],
    ['19caB80a5-97cl-4d6c-a@7f-b516f9b47500', ID],
    ['19ca80a5-97c1-4d6c-\na07f-b516f9b47500', ID],
    ['19ca80a5-97c1-4d6c - a07f-h516f9b47500', ID],
  ])('%s becomes %s', (read, wanted) => {
    expect(mended(`Trace ID: ${read} Correlation`)).toBe(`Trace ID: ${wanted} Correlation`);
  });

  it('keep every digit of base 16 that was read', () => {
    const hex = (length: number) =>
      fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF'), minLength: length, maxLength: length });
    fc.assert(
      fc.property(hex(8), hex(4), hex(4), hex(4), hex(12), (...groups) => {
        const id = groups.join('-');
        expect(mended(`id ${id}.`)).toBe(`id ${id}.`);
      }),
    );
  });

  it('are not made of what is none', () => {
    for (const read of [
      'sign-in-logs-book-bloodhoundss',
      'abcdefgh-ijkl-mnop-qrst-uvwxyzabcdef',
      '2024-10-17-12-55-35',
    ]) {
      expect(mended(read)).toBe(read);
    }
  });
});

describe('what else is mended', () => {
  it.each([
    ['HTTP/1.1 4O1 Unauthorized', 'HTTP/1.1 401 Unauthorized'],
    ['returned an error: (40l) Unauthorized.', 'returned an error: (401) Unauthorized.'],
    ['"statusCode": 4O3', '"statusCode": 403'],
    ['https:/ /graph.microsoft.com/v1.0/me', 'https://graph.microsoft.com/v1.0/me'],
    ['https:/fgraph.microsoft.com/v1.0/me', 'https://graph.microsoft.com/v1.0/me'],
    ['hitps://login.rnicrosoftonline.com/common', 'https://login.microsoftonline.com/common'],
    ['https://login. microsoftonline.com/common', 'https://login.microsoftonline.com/common'],
    ['"code": "lnvalidAuthenticationToken"', '"code": "InvalidAuthenticationToken"'],
    ['"error": "invalid client",', '"error": "invalid_client",'],
    ['scopes: Mail.ReadwWrite', 'scopes: Mail.ReadWrite'],
  ])('%s becomes %s', (read, wanted) => {
    expect(mended(read)).toBe(wanted);
  });

  it('is nothing that only looks like it', () => {
    for (const read of [
      'Invalid client secret is provided.',
      'https://contoso.example.com/a/b',
      'The oil is 4ll over the place',
      'http: / is a path',
      'login.contoso.com',
      'http://localhost:5000/callback',
      'C:\\AZURE\\AzureVM-status-waagent.ps1:38 char:1',
      '+ CategoryInfo : CloseError: (:) [Add-AzureAccount], AadAuthenticationFailedException',
      'Microsoft.Identity.Client.MsalUiRequiredException at src/auth/graph-client.ts:214:15',
    ]) {
      expect(mended(read)).toBe(read);
    }
  });

  it('is nothing in text without any mark of what can be mended', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdefghijkmnoprstuvwxyz'), minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const text = words.join(' ');
        fc.pre(!/secret|token|pwd|passw|sig|key|basic|bearer|cook|assert|verif|aad/.test(text));
        expect(mended(text)).toBe(text);
      }),
    );
  });
});

describe('what a person typed beside a picture', () => {
  it('is never touched', () => {
    const typed = 'I get AADST550011 and 4O1 Unauthorized from https:/ /graph.microsoft.com';
    fc.assert(
      fc.property(fc.constantFrom(typed, 'hello', ''), fc.constantFrom(typed, 'AADSTSS00ll'), (words, read) => {
        const paste = `${words}\n\n${read}`;
        const { text } = readPicture(paste, words.length + 2);
        expect(text.text.startsWith(`${words}\n\n`)).toBe(true);
        expect(text.text).not.toContain(`\n\n${read}`);
      }),
    );
  });

  it('maps back: whatever was mended is quoted as it was read', () => {
    const paste = 'see this\n\nerror AADST550011: The redirect URI';
    const { text, codes } = readPicture(paste, 10);
    const at = text.text.indexOf('AADSTS50011');
    const { start, end } = text.spanOf(at, at + 'AADSTS50011'.length);
    expect(paste.slice(start, end)).toBe('AADST550011');
    expect(codes).toEqual([{ start, end }]);
  });
});
