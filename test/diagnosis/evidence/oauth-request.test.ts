import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OAuthRequestEvidence } from '../../../src/diagnosis/evidence/evidence.ts';
import { readOAuthRequests } from '../../../src/diagnosis/evidence/oauth-request.ts';
import { unwrap } from '../../../src/diagnosis/text/unwrap.ts';
import { expectLinearTime } from '../../processor-time.ts';

const read = (paste: string): OAuthRequestEvidence[] => readOAuthRequests(unwrap(paste));
const TENANT = '53d9d19a-e5c6-4c99-8e11-7724c2d174a2';
const CLIENT = '09f04dd4-f25e-46d9-991c-b37b5c88f68c';

describe('addresses', () => {
  test.each([
    [
      'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=1',
      'authorize',
      'login.microsoftonline.com',
      'common',
      'v2',
    ],
    [
      'https://login.microsoftonline.us/contoso.onmicrosoft.us/oauth2/token',
      'token',
      'login.microsoftonline.us',
      'contoso.onmicrosoft.us',
      'v1',
    ],
    [
      'https://login.partner.microsoftonline.cn/x/oauth2/v2.0/token',
      'token',
      'login.partner.microsoftonline.cn',
      'x',
      'v2',
    ],
    ['https://login.chinacloudapi.cn/x/oauth2/v2.0/devicecode', 'devicecode', 'login.chinacloudapi.cn', 'x', 'v2'],
    ['https://login.windows.net/common/oauth2/authorize?x=1', 'authorize', 'login.windows.net', 'common', 'v1'],
    [
      'https://login.microsoftonline.com/{{tenantid}}/oauth2/v2.0/token',
      'token',
      'login.microsoftonline.com',
      '{{tenantid}}',
      'v2',
    ],
    [
      'https://login.microsoftonline.com/<your-tenant>/oauth2/v2.0/token',
      'token',
      'login.microsoftonline.com',
      '<your-tenant>',
      'v2',
    ],
    [
      'https://contoso.b2clogin.com/contoso.onmicrosoft.com/B2C_1_susi/oauth2/v2.0/authorize?p=1',
      'authorize',
      'contoso.b2clogin.com',
      'contoso.onmicrosoft.com',
      'v2',
    ],
    ['https://contoso.ciamlogin.com/x/oauth2/v2.0/token', 'token', 'contoso.ciamlogin.com', 'x', 'v2'],
    ['https://login.live.com/oauth20_authorize.srf?client_id=1', 'authorize', 'login.live.com', null, null],
    [
      'https://login.microsoftonline.com/organizations/v2.0/adminconsent?client_id=1',
      'adminconsent',
      'login.microsoftonline.com',
      'organizations',
      'v2',
    ],
    [
      'https://login.microsoftonline.com/common/adminconsent?client_id=1',
      'adminconsent',
      'login.microsoftonline.com',
      'common',
      'v1',
    ],
    [
      'https://login.microsoftonline.com/common/oauth2/v2.0/logout',
      'logout',
      'login.microsoftonline.com',
      'common',
      'v2',
    ],
    [
      'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration',
      'discovery',
      'login.microsoftonline.com',
      'common',
      'v2',
    ],
    [`POST /${TENANT}/oauth2/v2.0/token`, 'token', null, TENANT, 'v2'],
  ])('%s', (paste, endpoint, host, tenant, version) => {
    const found = read(`see ${paste} there`);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ endpoint, host, tenant, version });
  });
  test('parameters are split before they are decoded', () => {
    const [found] = read(
      'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?redirect_uri=http%3A%2F%2Flocalhost%3A4200%2F%3Fa%3D1%26b%3D2&scope=openid+https%3A%2F%2Fgraph.microsoft.com%2FCalendars.ReadWrite&Response_Type=code',
    );
    expect(found!.parameters).toEqual({
      redirect_uri: 'http://localhost:4200/?a=1&b=2',
      scope: 'openid https://graph.microsoft.com/Calendars.ReadWrite',
      response_type: 'code',
    });
  });
  test.each([
    'WWW-Authenticate: Bearer authorization_uri="https://login.windows.net/common/oauth2/authorize", error="invalid_token"',
    '"iss":"https://sts.windows.net/1f3a9509-f126-4db3-be30-a4e17015a80d/"',
    'error_uri=https://login.microsoftonline.com/error?code=50011',
    'https://graph.microsoft.com/v1.0/me/events',
    "The request body must contain the following parameter: 'grant_type'.",
    'http://localhost/cb?code=1&state=2',
  ])('none in %s', (paste) => {
    expect(read(paste)).toEqual([]);
  });
});

describe('bodies', () => {
  const url = `https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token`;
  const expected = {
    grant_type: 'client_credentials',
    client_id: CLIENT,
    client_secret: '(secret)',
    scope: 'https://graph.microsoft.com/.default',
  };
  test.each<[string, string, string | null, string | null, string]>([
    [
      'raw HTTP',
      `POST ${url} HTTP/1.1\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=client_credentials&client_id=${CLIENT}&client_secret=ab~C8.1xyz&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default`,
      'POST',
      'application/x-www-form-urlencoded',
      'form',
    ],
    [
      'a line for each parameter',
      `POST ${url}\n\nclient_id=${CLIENT}\n&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default\n&client_secret=ab~C8.1xyz\n&grant_type=client_credentials`,
      'POST',
      null,
      'form',
    ],
    [
      'JSON',
      `POST ${url}\nContent-Type: application/json\n\n{"grant_type":"client_credentials","client_id":"${CLIENT}","client_secret":"ab~C8.1xyz","scope":"https://graph.microsoft.com/.default"}`,
      'POST',
      'application/json',
      'json',
    ],
    [
      'curl with --data-urlencode',
      `curl ${url} \\\n  --data-urlencode "grant_type=client_credentials" \\\n  --data-urlencode 'client_id=${CLIENT}' \\\n  --data-urlencode "client_secret=ab~C8.1xyz" \\\n  --data-urlencode "scope=https://graph.microsoft.com/.default"`,
      'POST',
      null,
      'form',
    ],
    [
      'curl with -d before the address',
      `curl -X POST -H "Content-Type: application/x-www-form-urlencoded" -d "grant_type=client_credentials&client_id=${CLIENT}&client_secret=ab~C8.1xyz&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default" ${url}`,
      'POST',
      'application/x-www-form-urlencoded',
      'form',
    ],
    [
      'Python',
      `r = requests.post("${url}", data={\n  "grant_type": "client_credentials",\n  "client_id": "${CLIENT}",\n  "client_secret": "ab~C8.1xyz",\n  "scope": "https://graph.microsoft.com/.default",\n})`,
      'POST',
      null,
      'code',
    ],
    [
      'PowerShell',
      `$body = @{\n  grant_type = "client_credentials"\n  client_id = "${CLIENT}"\n  client_secret = "ab~C8.1xyz"\n  scope = "https://graph.microsoft.com/.default"\n}\nInvoke-RestMethod -Method Post -Uri "${url}" -Body $body`,
      'POST',
      null,
      'code',
    ],
    [
      'JavaScript',
      `const res = await axios.post('${url}', new URLSearchParams({ grant_type: 'client_credentials', client_id: '${CLIENT}', client_secret: 'ab~C8.1xyz', scope: 'https://graph.microsoft.com/.default' }))`,
      'POST',
      null,
      'code',
    ],
  ])('%s', (_, paste, method, contentType, bodyForm) => {
    const found = read(paste);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ endpoint: 'token', tenant: TENANT, method, contentType, bodyForm });
    expect(found[0]!.parameters).toEqual(expected);
  });
  test('a body alone', () => {
    expect(read(`grant_type=refresh_token&client_id=${CLIENT}&refresh_token=M.C546_BL2.0.U.-Cd…`)[0]).toMatchObject({
      endpoint: 'token',
      host: null,
      parameters: { refresh_token: '(hidden)', grant_type: 'refresh_token' },
    });
  });
  test('a device code request', () => {
    expect(
      read(
        `POST https://login.microsoftonline.com/common/oauth2/v2.0/devicecode\n\nclient_id=${CLIENT}&scope=User.Read`,
      )[0],
    ).toMatchObject({
      endpoint: 'devicecode',
      parameters: { client_id: CLIENT, scope: 'User.Read' },
    });
  });
  test.each([
    ['', '(empty)'],
    ['***', '(hidden)'],
    ['7338461e-be4f-49bb-9cd0-4161413f36f2', '(guid)'],
    ['undefined', '(undefined)'],
    ['{{secret}}', '(placeholder)'],
    ['ab~C8.1xyz', '(secret)'],
  ])('of the secret %j only the shape is kept', (secret, shape) => {
    expect(
      read(`POST ${url}\n\ngrant_type=client_credentials&client_secret=${secret}&scope=x`)[0]!.parameters.client_secret,
    ).toBe(shape);
  });
  test('variables of the code are no values', () => {
    expect(
      read(
        `requests.post("${url}", data={"grant_type": "client_credentials", "client_id": CLIENT_ID, "client_secret": SECRET})`,
      )[0]!.parameters,
    ).toEqual({
      grant_type: 'client_credentials',
      client_secret: '(placeholder)',
    });
  });
  test('an answer between them keeps a later body apart', () => {
    const found = read(`POST ${url}\n\nHTTP/1.1 400 Bad Request\n\ngrant_type=password&username=u&password=Tr0ub4dor`);
    expect(found.map(({ host }) => host)).toEqual(['login.microsoftonline.com', null]);
    expect(found[1]!.parameters.password).toBe('(secret)');
  });
});

test('no secret of a body survives in the evidence', () => {
  const names = [
    'client_secret',
    'code',
    'refresh_token',
    'client_assertion',
    'assertion',
    'code_verifier',
    'password',
    'device_code',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.constantFrom<(name: string, value: string) => string>(
        (name, value) => `grant_type=x&${name}=${value}&scope=s`,
        (name, value) => `{"grant_type":"x","${name}":"${value}"}`,
        (name, value) =>
          `curl https://login.microsoftonline.com/t/oauth2/v2.0/token -d grant_type=x -d ${name}=${value}`,
        (name, value) => `https://login.microsoftonline.com/t/oauth2/v2.0/token?${name}=${value}`,
        (name, value) => `data = {'grant_type': 'x', '${name}': '${value}'}`,
      ),
      fc.array(fc.constantFrom(...'abcdefGHIJ0123456789'), { minLength: 20, maxLength: 40 }),
      (name, shell, letters) => {
        const value = letters.join('');
        expect(JSON.stringify(read(shell(name, value)))).not.toContain(value);
      },
    ),
    { numRuns: 300, seed: 5 },
  );
});
test.each([
  'login.microsoftonline.com/',
  'grant_type=',
  'grant_type=a&\n',
  '{"grant_type":"x",',
  '/oauth2/v2.0/token',
  'POST /a',
  'authorize?client_id=',
])('runs of %j take linear time', (unit) => {
  expectLinearTime(unit, unwrap, readOAuthRequests);
});

test('the last part of an authorize address, as a list of the network tab shows it', () => {
  const [request] = read(`authorize?client_id=${CLIENT}&response_type=token&scope=User.Read   302`);
  expect(request).toMatchObject({ endpoint: 'authorize', host: null, parameters: { response_type: 'token' } });
  expect(read('authorize?page=2')).toEqual([]);
  expect(read(`https://accounts.example.com/authorize?client_id=${CLIENT}&response_type=code`)).toEqual([]);
});
