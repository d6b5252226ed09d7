import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNeverSet, UNFILLED_WORDS, unfilled } from '../../../../src/diagnosis/causes/request/unfilled-value.ts';

describe('unfilled', () => {
  it.each([
    ['', 'empty'],
    ['undefined', 'undefined'],
    ['None', 'undefined'],
    ['{{tenantid}}', 'template'],
    ['YOUR_TENANT_NAME', 'template'],
    ['Enter_the_Application_Id_here', 'template'],
    ['your_client_id', 'template'],
    ['00000000-0000-0000-0000-000000000000', 'nil-guid'],
    ['authorize', 'path-word'],
    ['d27b61c5-1d40-49be-b16c-93570ead292', 'cut-guid'],
    ['https://login.microsoftonline.com/common', 'address'],
  ])('%s is %s', (value, why) => {
    expect(unfilled(value)).toBe(why);
    expect(UNFILLED_WORDS[unfilled(value)!]).not.toBe('');
  });

  it.each([
    'contoso.onmicrosoft.com',
    'common',
    'd27b61c5-1d40-49be-b16c-93570ead2929',
    'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx',
    '<redacted>',
    '***',
  ])('%s can be real, or was hidden by its owner', (value) => {
    expect(unfilled(value)).toBeNull();
  });

  it.each(['undefined', ' NULL ', '(null)', 'System.String', '', 'common', 'd27b61c5', '<redacted>', '{{tenantid}}'])(
    'knows of %s alone whether it was never set',
    (value) => {
      const why = unfilled(value);
      expect(isNeverSet(value)).toBe(why === 'undefined' || why === 'nil-guid');
    },
  );

  it('takes any text', () => {
    fc.assert(fc.property(fc.string(), (value) => unfilled(value) === null || unfilled(value)! in UNFILLED_WORDS));
  });
});
