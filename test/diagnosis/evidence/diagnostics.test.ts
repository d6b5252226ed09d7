import { describe, expect, it } from 'vitest';
import { readDiagnostics } from '../../../src/diagnosis/evidence/diagnostics.ts';
import { unwrap } from '../../../src/diagnosis/text/unwrap.ts';
import { expectWithin } from '../../processor-time.ts';

function brief(paste: string) {
  return readDiagnostics(unwrap(paste)).map(({ code, reason, category }) => ({ code, reason, category }));
}

describe('readDiagnostics', () => {
  const expected = {
    code: '2000003',
    reason: "The audience claim value is invalid 'aud'.",
    category: 'invalid_resource',
  };
  const value = `2000003;reason="The audience claim value is invalid 'aud'.";error_category="invalid_resource"`;
  it.each([
    ['as sent', `x-ms-diagnostics: ${value}`],
    ['Postman', `x-ms-diagnostics →${value}`],
    ['in a list of headers', `a: b, x-ms-diagnostics: ${value},\n c: d`],
    ['run together', `request-id: 1x-ms-diagnostics: ${value}Server: IIS`],
    ['JSON', JSON.stringify({ 'x-ms-diagnostics': value })],
    ['Python dictionary', `{'x-ms-diagnostics': '${value.replaceAll("'", "\\'")}', 'a': 'b'}`],
    ['PowerShell', `[x-ms-diagnostics, ${value}]`],
    ['without its name', value],
    ['with spaces', `X-MS-Diagnostics : ${value.replaceAll(';', '; ')}`],
  ])('reads it %s', (_, paste) => {
    expect(brief(paste)).toEqual([expected]);
  });

  it('reads the category of SharePoint, and the spelling insufficiant_claims', () => {
    expect(brief(`x-ms-diagnostics: 3000003;reason="Invalid audience Uri 'x'.";category="invalid_client"`)).toEqual([
      { code: '3000003', reason: "Invalid audience Uri 'x'.", category: 'invalid_client' },
    ]);
    expect(brief('x-ms-diagnostics: 2000020;reason="y";error_category="insufficiant_claims"')[0]?.category).toBe(
      'insufficiant_claims',
    );
  });

  it('reads a code alone', () => {
    expect(brief('x-ms-diagnostics: 4000000')).toEqual([{ code: '4000000', reason: '', category: null }]);
  });

  it.each([
    'x-ms-diagnostics missing',
    'access-control-expose-headers: x-ms-diagnostics, date',
    'reason="x"',
    'foo;reason="bar"',
  ])('finds none in %s', (paste) => {
    expect(brief(paste)).toEqual([]);
  });

  it('stays within bounds on hostile text', () => {
    const views = unwrap('x-ms-diagnostics: 2000003;reason="'.repeat(8000));
    expectWithin(250, () => expect(readDiagnostics(views).length).toBeLessThanOrEqual(200));
  });
});
