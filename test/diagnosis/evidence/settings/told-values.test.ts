import { describe, expect, it } from 'vitest';
import type { SettingName } from '../../../../src/diagnosis/evidence/evidence.ts';
import { toldValues } from '../../../../src/diagnosis/evidence/settings/told-values.ts';
import { unwrap } from '../../../../src/diagnosis/text/unwrap.ts';
import { expectWithin } from '../../../processor-time.ts';

const ID = '5b0e7a52-4a1f-4b7e-9d0d-3c2f4f9b8a10';

function told(paste: string): [SettingName, string][] {
  const found: [SettingName, string][] = [];
  toldValues(unwrap(paste).text, (name, _, [value]) => found.push([name, value!]));
  return found;
}

describe('values that people write beside what failed', () => {
  it.each([
    'user p.meier@contoso.example, Teams desktop',
    'affected: p.meier@contoso.example',
    'Benutzer p.meier@contoso.example',
    'signed in as p.meier@contoso.example',
    'delegated token of p.meier@contoso.example',
  ])('are the person: %s', (paste) => expect(told(paste)).toEqual([['told-person', 'p.meier@contoso.example']]));

  it.each([
    'mailbox raum1@contoso.example',
    'Postfach: raum1@contoso.example',
    'the calendar of raum1@contoso.example',
  ])('are the mailbox: %s', (paste) => expect(told(paste)).toEqual([['told-mailbox', 'raum1@contoso.example']]));

  it.each([
    'raum1@contoso.example can be read, raum2@contoso.example not: ErrorAccessDenied',
    'App bekommt bei raum2@contoso.example weiterhin 403 ErrorAccessDenied, bei raum1@contoso.example geht es',
    'ErrorAccessDenied for raum2@contoso.example, and raum1@contoso.example works',
  ])('are the mailbox that is refused: %s', (paste) =>
    expect(told(paste)).toEqual([['told-mailbox', 'raum2@contoso.example']]),
  );

  it('are no mailbox where two are refused, or none is', () => {
    expect(told('ErrorAccessDenied: a@contoso.example 403, b@contoso.example 403')).toEqual([]);
    expect(told('ErrorAccessDenied, said a@contoso.example to b@contoso.example')).toEqual([]);
  });

  it('are the tenant by its first domain, and not the domain of a person', () => {
    expect(told('tenant contoso.onmicrosoft.com')).toEqual([['told-tenant', 'contoso.onmicrosoft.com']]);
    expect(told('see contoso.onmicrosoft.com')).toEqual([]);
  });

  it.each([
    ['told-permission', 'I added Calendars.ReadWrite in the portal', 'Calendars.ReadWrite'],
    ['told-permission', 'Calendars.ReadWrite gestern hinzugefügt', 'Calendars.ReadWrite'],
    ['told-redirect', 'I send http://127.0.0.1:3000/cb', 'http://127.0.0.1:3000/cb'],
    ['told-redirect', 'the redirect URI is https://contoso.example/cb.', 'https://contoso.example/cb'],
    ['told-person', "Anna's account is disabled, anna.k@contoso.example", 'anna.k@contoso.example'],
  ])('are %s: %s', (name, paste, value) => expect(told(paste)).toEqual([[name, value]]));

  it.each([
    `the user ${ID}`,
    'write to p.meier@contoso.example',
    'I added a permission',
    'it sends https://login.microsoftonline.com/x/oauth2/v2.0/token',
    'GET /users/p.meier@contoso.example/events',
    'user a@contoso.example and user b@contoso.example',
    '',
  ])('are none: %s', (paste) => expect(told(paste)).toEqual([]));

  it('takes linear time', () => {
    const text = unwrap(`mailbox user added ${'a-b-c-d-e@f.g '.repeat(600)}`).text;
    expectWithin(50, () => toldValues(text, () => {}));
  });
});
