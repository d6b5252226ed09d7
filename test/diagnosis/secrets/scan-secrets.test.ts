import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { MarkTable } from '../../../src/diagnosis/secrets/mark-table.ts';
import { scanSecrets, scanShortText } from '../../../src/diagnosis/secrets/scan-secrets.ts';
import { SHORT_TEXT } from '../../../src/diagnosis/secrets/short-text.ts';
import { original } from '../../../src/diagnosis/text/mapped-text.ts';

const folder = new URL('../../corpus/', import.meta.url);
const lines = readdirSync(folder)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').trim().split('\n'))
  .flatMap((line) => (JSON.parse(line) as { paste?: string; text?: string }).paste?.split('\n') ?? []);

const SECRET = 'aB3'.repeat(20);

/** One of each kind of mark, as a reader of logs might see it. */
const SHORT_SECRETS = [
  `x${'eyJhbGciOiJSUzI1NiJ9'}.eyJpc3MiOiJhIn0.${SECRET}`,
  `client_secret=${SECRET}`,
  `"toKen": "${SECRET}"`,
  `PWD: ${SECRET}`,
  `client_secret → ${SECRET}`,
  `client_secret%3D${SECRET}`,
  `--client-secret ${SECRET}`,
  `client_secret("${SECRET}")`,
  `SAMLResponse=${SECRET}`,
  `client_credential: "${SECRET}"`,
  `Authorization: BEARER ${SECRET}`,
  `authorization: basic ${Buffer.from('user:horse-battery').toString('base64')}`,
  `Authorization: PoP ${SECRET}`,
  `curl -u amara:horse-battery`,
  `auth ${Buffer.from(`user=a\u0001auth=Bearer ${SECRET}`).toString('base64')}`,
  `Cookie: a=${SECRET}`,
  `ESTSAUTHLIGHT=${SECRET}`,
  `ESTSSC=${SECRET}`,
  `ESTSSSOTILES=${SECRET}`,
  `ests=${SECRET}`,
  `"ESTS": "${SECRET}"`,
  `FedAuth=${SECRET}`,
  `rtFa=${SECRET}`,
  `x.AspNetCore.Identity.Application=${SECRET}`,
  `.AspNetCore.Cookies=${SECRET}`,
  `the browser sent .AspNetCore.Identity.Application=${SECRET}`,
  `x-ms-cpim-sso=${SECRET}`,
  `next-auth.session-token=${SECRET}`,
  `JSESSIONID=${SECRET}`,
  `ASP.NET_SessionId=${SECRET}`,
  `connect.sid=${SECRET}`,
  `SignInStateCookie=${SECRET}`,
  `https://a.example/b?sig=${SECRET}`,
  `https%3A%2F%2Fa.example%3Fsig%3D${SECRET}`,
  `https://a.example/?tempauth=${SECRET}`,
  `https://a.example/?authtoken=${SECRET}`,
  `downloadUrl: https://a.1drv.com/${SECRET}`,
  `https://a.b.1drv.com/y4m${SECRET}`,
  'https://amara:horse-battery@a.example/',
  `new NetworkCredential("a", "horse-battery")`,
  `new PasswordAuthentication("a", "horse-battery")`,
  `ConvertTo-SecureString "horse-battery"`,
  `abc8Q~${SECRET.slice(0, 34)}`,
  `0.A${SECRET}.AgAB${SECRET}`,
  `OAQABAAA${SECRET}${SECRET}`,
  `M.C507_BAY.0.U.${SECRET}`,
  `EwB${'aB3'.repeat(61)}`,
  `ghp_${SECRET}`,
  `github_pat_${SECRET}`,
  `glpat-${SECRET}`,
  `xoxb-${SECRET}`,
  `xapp-1-${SECRET}`,
  `https://hooks.slack.com/services/T${SECRET}`,
  'AKIAABCDEFGHIJKLMNOP',
  'ASIAABCDEFGHIJKLMNOP',
  `sk-${SECRET}`,
  `sk_live_${SECRET}`,
  `rk_test_${SECRET}`,
  `npm_${SECRET.slice(0, 36)}`,
  `AIza${SECRET.slice(0, 35)}`,
  `ya29.${SECRET}`,
  `dckr_pat_${SECRET}`,
  `pypi-${SECRET}`,
  `SG.${SECRET.slice(0, 20)}.${SECRET}`,
  `PHNhbWw${SECRET}${SECRET}`,
  `-----BEGIN PRIVATE KEY-----\n${SECRET}`,
];

test.each(SHORT_SECRETS)('finds the secret in the short text %s', (text) => {
  expect(text.length).toBeLessThanOrEqual(SHORT_TEXT);
  const found = scanShortText(text);
  expect(found).toEqual(scanSecrets(original(text)));
  expect(found).not.toEqual([]);
});

describe('a short text', () => {
  it('is searched for the same secrets as a long one', () => {
    const short = lines.filter((line) => line.length <= SHORT_TEXT);
    const otherwise = short.filter(
      (line) => JSON.stringify(scanShortText(line)) !== JSON.stringify(scanSecrets(original(line))),
    );
    expect(short.length).toBeGreaterThan(1000);
    expect(otherwise).toEqual([]);
  });
});

describe('MarkTable', () => {
  const table = new MarkTable([['secret', 'key'], ['sig=', '@'], ['0q~']]);

  test.each<[string, number]>([
    ['', 0],
    ['redirect_uri', 0],
    ['ClientSecret', 1],
    ['KEY', 1],
    ['a@b', 2],
    ['?SIG=1', 2],
    ['abc0Q~', 4],
    ['my key for a@b', 3],
    ['\u212aey', 7],
  ])('%s', (text, kinds) => {
    expect(table.kindsIn(text)).toBe(kinds);
  });
});
