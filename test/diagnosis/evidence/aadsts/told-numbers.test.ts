import { expect, test } from 'vitest';
import { toldNumbers } from '../../../../src/diagnosis/evidence/aadsts/told-numbers.ts';
import { unwrap } from '../../../../src/diagnosis/text/unwrap.ts';

const read = (paste: string) => toldNumbers(unwrap(paste)).map(({ code, repaired }) => [code, repaired]);

test.each([
  ['On the new laptop, not in Intune yet, I get "53000" and something about the device', 53000],
  ['Teams zeigt Fehler 50105, bei allen anderen geht es', 50105],
  ['cannot log in, error 500121 since I have the new phone', 500121],
  ['Anmeldung fehlgeschlagen laut Protokoll: Fehlercode 50126, Grund unbekannt', 50126],
  ['Outlook auf dem iPhone: Error 53009', 53009],
  ['la connexion échoue, erreur 50126', 50126],
  ['Sorry, your account has been locked. error 50053', 50053],
  ['the login failed with 700016', 700016],
  ['ServicePrincipalSignIn to Microsoft Graph, status 7000112', 7000112],
])('«%s» tells a number of Entra ID', (paste, code) => {
  expect(read(paste)).toEqual([[code, true]]);
});

test.each([
  ['a number that Entra ID has not', 'cannot log in, error 51999'],
  ['no sign-in', 'printer error 50105 on tray 2'],
  ['a count', 'VPN login failed with 50126 packets lost'],
  ['a status of HTTP', 'Microsoft says status 200'],
  ['an amount', 'Microsoft says 50105€ for the licences'],
  ['a year and a number', 'Outlook shows 50126.5 MB'],
  ['a port', 'Teams gets 50020:443'],
  ['a long text', `cannot log in, error 500121 ${'and more of it. '.repeat(120)}`],
])('%s is none', (_, paste) => {
  expect(read(paste)).toEqual([]);
});
