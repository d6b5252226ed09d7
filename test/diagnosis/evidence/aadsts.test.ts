import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAadstsCodes } from '../../../src/diagnosis/evidence/aadsts.ts';
import { unwrap } from '../../../src/diagnosis/text/unwrap.ts';
import { expectWithin } from '../../processor-time.ts';

const read = (paste: string) => readAadstsCodes(unwrap(paste)).map(({ span: _span, kind: _kind, ...rest }) => rest);
const codes = (paste: string) => read(paste).map((found) => found.code);
const found = (code: number, message: string, more: object = {}) => ({
  family: 'AADSTS',
  code,
  message,
  where: 'text',
  repaired: false,
  ...more,
});
const IDS =
  'Trace ID: f8f27385-7ece-4b42-8ffc-27c8891b6300\r\nCorrelation ID: 4d178aef-17a0-48c6-8ccb-af1163fc885d\r\nTimestamp: 2024-08-18 23:30:41Z';

describe('codes with their prefix', () => {
  it('keeps the words up to the trace id', () => {
    expect(read(`AADSTS50011: The redirect URI does not match.\n${IDS}`)).toEqual([
      found(50011, 'The redirect URI does not match.'),
    ]);
    expect(read(`AADSTS50126: Invalid username or password, ${IDS}`)).toEqual([
      found(50126, 'Invalid username or password'),
    ]);
  });

  it.each([
    ["AADSTS700016: The app was not found in the directory 'Bot Framework'", "in the directory 'Bot Framework'"],
    ['"AADSTS700016: not found in the directory (\'Contoso\')"', "('Contoso')"],
    ["{'m': 'AADSTS50126: Invalid username or password'}", 'or password'],
    ["x = 'AADSTS50126: The user\\'s password'", 'password'],
    ['log "AADSTS50126: Invalid username"', 'Invalid username'],
  ])('keeps the mark that closes a name, and none of a string around: %s', (paste, end) => {
    expect(read(paste)[0]!.message.endsWith(end)).toBe(true);
  });

  it('points its span at the code in the paste as sent', () => {
    const paste = 'x: <b>AADSTS50011</b>: no';
    const [first] = readAadstsCodes(unwrap(paste));
    expect(paste.slice(first!.span.start, first!.span.end)).toContain('AADSTS50011');
  });

  it('reads several codes in their order', () => {
    expect(
      read(`AADSTS70002: Error validating credentials. AADSTS50012: Invalid client secret is provided. ${IDS}`),
    ).toEqual([found(70002, 'Error validating credentials.'), found(50012, 'Invalid client secret is provided.')]);
  });

  it.each([
    ['AADSTS500201: a', 500201],
    ['AADSTS50020: a', 50020],
    ['AADSTS9002326: a', 9002326],
    ['aadsts50011: a', 50011],
    ['AADSTS 50011 a', 50011],
    ['AADSTS-50011', 50011],
    ['AADSTS1000: a', 1000],
  ])('matches %s whole', (paste, code) => {
    expect(codes(paste)).toEqual([code]);
    expect(read(paste)[0]!.repaired).toBe(false);
  });

  it('reads Azure AD B2C', () => {
    expect(read('AADB2C90086: The supplied grant_type [x] is not supported.\nCorrelation ID: y')).toEqual([
      found(90086, 'The supplied grant_type [x] is not supported.', { family: 'AADB2C' }),
    ]);
  });

  it('reads translated words', () => {
    expect(read('Fel AADSTS50011 – Omdirigerings-URI:n https://a.se/x matchar inte.')).toEqual([
      found(50011, 'Omdirigerings-URI:n https://a.se/x matchar inte.'),
    ]);
    expect(read("AADSTS50020: テナント 'Contoso' に存在せず、アクセスできません。")[0]!.message).toBe(
      "テナント 'Contoso' に存在せず、アクセスできません。",
    );
  });

  it('decodes addresses and form encoding', () => {
    expect(
      read(
        'https://a/cb?error=access_denied&error_description=AADSTS50020%3a+User+account+%27%7bEmailHidden%7d%27+does+not+exist.&error_uri=https%3a%2f%2flogin.microsoftonline.com%2ferror%3fcode%3d50020',
      ),
    ).toEqual([found(50020, "User account '{EmailHidden}' does not exist.")]);
    expect(read('#error_description=AADSTS50058%3a+A+silent+sign-in&state=1')[0]!.message).toBe('A silent sign-in');
  });

  it('reads on over a hard wrap and stops at another log line', () => {
    expect(
      read('AADSTS700016: Application with identifier\nof x was not found in\nthe directory.\nnext')[0]!.message,
    ).toBe('Application with identifier of x was not found in the directory.');
    expect(read('AADSTS50011\n2024-05-01 10:00:00 INFO next')).toEqual([{ ...found(50011, ''), mention: 'by-number' }]);
    expect(read('AADSTS50011: No match\n   at Foo.Bar(Baz.cs:12)')[0]!.message).toBe('No match');
  });

  it('keeps at most 600 characters, without secrets', () => {
    const long = read(`AADSTS50011: ${'word '.repeat(400)}`)[0]!.message;
    expect(long.length).toBeLessThanOrEqual(600);
    const masked = read('AADSTS50011: saw client_secret=abc8Q~defghijklmnopqrstuvwxyz0123456 there')[0]!.message;
    expect(masked).toBe('saw client_secret=… there');
  });
});

describe('repaired codes', () => {
  it.each([
    ['a link of a CI log', 'AADSTS700[21](https://github.com/x/y)1: No matching record', 700211],
    ['a line break in the number', 'AADSTS700\n016: Application with identifier', 700016],
    ['a line break behind the prefix', 'AADSTS\n50011: The redirect URI', 50011],
    ['a line break in the prefix', 'AADS\nTS50011: The redirect URI', 50011],
    ['letters read from a picture', 'AADSTSS00LL: The reply URL', 50011],
    ['the letter O', 'AADSTS5OO11: The reply URL', 50011],
    ['a five read in the prefix', 'AAD5T550011: The reply URL', 50011],
  ])('mends %s and says so', (_name, paste, code) => {
    expect(read(paste)).toMatchObject([{ code, repaired: true }]);
  });

  it('takes no time of day for the rest of a number', () => {
    expect(codes('AADSTS50011\n10:32:11 next line')).toEqual([50011]);
    expect(codes('AADSTS50011\n120: a listing')).toEqual([50011]);
  });

  it('trusts a clean spelling elsewhere', () => {
    expect(read('AADSTSS00LL: The reply URL\nAADSTS50011: The reply URL')).toMatchObject([
      { code: 50011, repaired: false },
    ]);
  });
});

describe('one error object', () => {
  it('is read once, with its words', () => {
    const paste = `{"error":"invalid_client","error_description":"AADSTS50011: No match.\\r\\n${IDS.replaceAll('\r\n', '\\r\\n')}","error_codes":[50011],"error_uri":"https://login.microsoftonline.com/error?code=50011"}`;
    expect(read(paste)).toEqual([found(50011, 'No match.')]);
  });

  it('keeps the same code with other words apart', () => {
    expect(read('AADSTS65001: No consent for app A.\n\nAADSTS65001: No consent for app B.')).toHaveLength(2);
    expect(read(`AADSTS50053: Locked.\n${IDS}\n`.repeat(60))).toHaveLength(1);
  });
});

describe('codes without their prefix', () => {
  it.each([
    ['error_codes', '"error_codes": [\n 7000218\n ]', 7000218, 'error-codes'],
    ['a Python list', "'error_codes': [70043]", 70043, 'error-codes'],
    ['MSAL.js', 'invalid_grant: 50173 - [2024-01-01 00:00:00Z]: A', 50173, 'error-codes'],
    ['newer MSAL.js', 'Error(s): 501481 - Timestamp: 2025-01-01 00:00:00Z - Description: x', 501481, 'error-codes'],
    ['the telemetry header', 'x-ms-clitelem: 1,50076,0,,', 50076, 'error-codes'],
    ['error_uri', 'error_uri=https%3a%2f%2flogin.microsoftonline.com%2ferror%3fcode%3d50020', 50020, 'address'],
    ['the page’s script', '{"sessions":[{"errorNo":"50058"}]}', 50058, 'page'],
    ['a query', 'auditLogs/signIns?$filter=status/errorCode eq 50053', 50053, 'log'],
    ['Log Analytics', 'SigninLogs | where ResultType == "50126"', 50126, 'log'],
  ])('are read from %s', (_name, paste, code, where) => {
    expect(read(paste)).toEqual([found(code, '', { where })]);
  });

  it('are read from the error page in any of its languages', () => {
    expect(
      read('Troubleshooting details\nError Code: 53003\nRequest Id: 91d69862-e8c2-438d-84b3-10b0fbbd7b00'),
    ).toEqual([found(53003, '', { where: 'page' })]);
    for (const label of ['Fehlercode: ', 'Code d’erreur : ', 'Código de error: ', 'Felkod: ', 'エラー コード: ']) {
      expect(codes(`${label}53003\nID: 91d69862-e8c2-438d-84b3-10b0fbbd7b00`), label).toEqual([53003]);
    }
  });

  it('are read from the sign-in log, with the reason beside them', () => {
    expect(
      read(
        '{"correlationId":"x","status":{"errorCode":50053,"failureReason":"Account is locked.","additionalDetails":null}}',
      ),
    ).toEqual([found(50053, 'Account is locked.', { where: 'log' })]);
    expect(read('Sign-in error code: 90072\nFailure reason: La cuenta no existe.')).toEqual([
      found(90072, 'La cuenta no existe.', { where: 'log' }),
    ]);
  });

  it('are read from a page with letters in the place of digits, as an uncertain one', () => {
    const page = (code: string) => `Error Code: ${code}\nRequest Id: 91d69862-e8c2-438d-84b3-10b0fbbd7b00`;
    expect(read(page('5O0121'))).toEqual([found(500121, '', { where: 'page', repaired: true })]);
    expect(read(page('SBOO3'))).toEqual([]);
    expect(read(page('5l0z9'))).toEqual([]);
    expect(read('Error Code: 53O03')).toEqual([]);
  });

  it('are read from a table of the sign-in log, whatever its columns are called', () => {
    expect(read('date,user,status.errorCode,status.failureReason\n2026-11-23,a,50126,"Invalid user name."')).toEqual([
      found(50126, 'Invalid user name.', { where: 'log' }),
    ]);
    expect(read('Datum\tBenutzer\tFehlercode\tFehlerursache\n24.11.2026\tAnke\t50173\tWiderrufen')).toEqual([
      found(50173, 'Widerrufen', { where: 'log' }),
    ]);
    expect(codes('Time\tUser\tResultType\n11/22/2026, 05:12:40\ta@x.example\t500121')).toEqual([500121]);
    expect(codes('Zeit;Name;Fehlercode\n24.11., 7:02;Timm, Anke;50173')).toEqual([50173]);
    expect(read('printer,error code,page\nHP,50126x,1')).toEqual([]);
  });

  it('are read where somebody types off the page, as an uncertain one', () => {
    expect(read('Error code: 53003')).toEqual([found(53003, '', { where: 'page', repaired: true })]);
    expect(read('error code 12345')).toEqual([]);
  });

  it.each([
    'HTTP 50011? Port 50020, error 53003.',
    'Error code: 80070005',
    '"errorCode": 50053',
    'Error code: -2147184105 with 91d69862-e8c2-438d-84b3-10b0fbbd7b00',
    'AADSTSxxxxx and AADSTS and AADSTS12 and AADSTS1234567890',
    'the aad group, AADSTSSO',
    '{"error_codes":[]}',
  ])('are not read from «%s»', (paste) => {
    expect(read(paste)).toEqual([]);
  });
});

describe('any text', () => {
  it('is read without a throw, bounded and in order', () => {
    const piece = fc.constantFrom(
      'AADSTS',
      'aadsts',
      '50011',
      '700[21](https://x)1',
      '\n',
      ': ',
      'Trace ID: ',
      '"',
      '"}',
      'error_codes":[',
      '50020',
      ']',
      'AADB2C',
      'S00LL',
      'Error Code: 53003',
      'Request Id',
      '%3a',
      '+',
      'errorcode eq ',
      'error?code=',
      ' - [2',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 60 }), (pieces) => {
        const paste = pieces.join('');
        const all = readAadstsCodes(unwrap(paste));
        expect(all.length).toBeLessThanOrEqual(40);
        let last = 0;
        for (const { span, message, code } of all) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeLessThanOrEqual(paste.length);
          expect(message.length).toBeLessThanOrEqual(600);
          expect(code).toBeGreaterThanOrEqual(1000);
          last = span.start;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('reads back any code in any company', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10000, max: 9999999 }),
        fc.constantFrom(':', ' ', '.', ',', '"', ')', '\n'),
        (code, after) => {
          expect(codes(`x AADSTS${code}${after}`)).toEqual([code]);
        },
      ),
    );
  });

  it.each([
    'AADSTS',
    'AADSTS50011: ',
    'aad',
    'AADSTS700[21](https://a',
    'error code 53003 ',
    'error_codes":[1',
    ' - [2',
  ])('reads a hostile run of %s in time', (unit) => {
    const views = unwrap(unit.repeat(Math.ceil(400_000 / unit.length)));
    expectWithin(1500, () => readAadstsCodes(views));
  });
});
