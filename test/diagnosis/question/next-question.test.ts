import { expect, test } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';

function next(paste: string) {
  return diagnose(paste, { now: Date.UTC(2026, 10, 22, 12) }).next;
}

test.each([
  [
    'the directory’s words to an app',
    'uses: azure/login@v2\naz ad group member add --group a --member-id b\nERROR: Insufficient privileges to complete the operation.',
    /claims of the access token/,
  ],
  [
    'Exchange Online PowerShell',
    'Connect-ExchangeOnline with -CertificateThumbprint ends with "UnAuthorized".',
    /directory roles/,
  ],
  [
    'Dataverse, of a caller that only an id names',
    'SecLib::CheckPrivilege failed. User: 194eb2f5-ab38-4562-ab57-3c9269cd2aaf, PrivilegeName: prvReadQueueItem',
    /who the caller is in Dataverse/,
  ],
  [
    'an entry of the sign-in log',
    'Time\tUser\tResultType\n11/22/2026\ta@x.example\t50097',
    /rest of this entry of the sign-in log/,
  ],
  ['a bare status', 'GET https://graph.microsoft.com/v1.0/me 401 Unauthorized', /WWW-Authenticate header and the body/],
  [
    'a refusal without a reason',
    '{"error":{"code":"InvalidAuthenticationToken","message":"Access token validation failure.","innerError":{"request-id":"19ef6943-e00c-4239-a99e-538de11dd46b"}}}',
    /claims of the access token/,
  ],
  [
    'a sign-in page without its code',
    'Sorry, but we’re having trouble signing you in.\nWe received a bad request.\nCorrelation Id: 95629565-a90a-412c-aed6-0cd88b92208a',
    /code that begins with AADSTS/,
  ],
  [
    'an error about the request',
    '{"error":{"code":"BadRequest","message":"Resource not found for the segment \'event\'.","innerError":{"request-id":"a9574a4a-6afb-43b2-a658-eddee33dacfc"}}}',
    /its method, its address and its body/,
  ],
  [
    'no refresh token, whatever failed long ago',
    'scope=openid profile Calendars.ReadWrite\nthe answer has no refresh_token: access_token, id_token, expires_in',
    /scope, and the names of the fields/,
  ],
  ['words of a person who sees no header', 'Outlook asks for my password again and again', /«Troubleshooting details»/],
  ['a number of the Windows broker', 'Teams shows CAA20003', /«Server message»/],
  ['OneDrive that does not get through', 'OneDrive: Error Code: 0x8004de40', /reaches the sign-in service/],
  [
    'a page in another language',
    'Il tuo account o la password non sono corretti. Se non ricordi la password, reimpostala ora.',
    /«Troubleshooting details»/,
  ],
  [
    'a flow with a bare refusal',
    'Flow checker: Send_an_email failed\n{"status":401,"message":"Unauthorized"}\nx-ms-apihub-cached-response: false',
    /the connection that it uses/,
  ],
  ['a number of the network', 'Teams shows 0xCAA82EE7', /reaches the sign-in service/],
])('%s is followed by the one thing that decides', (_, paste, ask) => {
  expect(next(paste)?.ask).toMatch(ask);
});

const token = (claims: object) => JSON.stringify({ exp: 1_795_400_000, iat: 1_795_300_000, ...claims });

test('a token for another API than Graph is not tried on Graph', () => {
  const own = next(token({ aud: 'api://4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31', scp: 'access_as_user', ver: '2.0' }));
  expect(own?.ask).toMatch(/the address that was called/);
  expect(JSON.stringify(own?.commands)).not.toContain('graph.microsoft.com');
  const graph = next(token({ aud: 'https://graph.microsoft.com', scp: 'User.Read' }));
  expect(JSON.stringify(graph?.commands)).toContain('graph.microsoft.com');
});

test('a token alone is described by what it is for and what it holds', () => {
  const headline = (claims: object) => diagnose(token(claims), { now: Date.UTC(2026, 10, 22, 12) }).headline;
  expect(headline({ aud: 'https://graph.microsoft.com', scp: 'User.Read openid profile Calendars.Read' })).toBe(
    'The token for Microsoft Graph looks usable by itself (it holds User.Read, Calendars.Read): nothing in its claims explains a refusal.',
  );
  expect(
    headline({ aud: '00000003-0000-0000-c000-000000000000', roles: 'ABCDEFGH'.split('').map((it) => `${it}x.Read`) }),
  ).toContain('Fx.Read and 2 more)');
  expect(headline({ aud: '00000002-0000-0000-c000-000000000000', scp: 'User.Read' })).toContain('has been retired');
});

test('what stands in the place of an audience or a permission and is none is not said again', () => {
  const secret = 'LGj2ER7wr9gzM4nmiLPydv3GMyl_DDsGIqjMBABVeobQ9q3mJJHB2IbMq3BoQ1P1BoFU0bcBMs5H9elyJSK11L';
  const { headline } = diagnose(
    `{"aud":"https:// grant_type=client_credentials&client_assertion=${secret}","scp":"User.Read ${secret}","ver":"2.0"}`,
    { now: 0 },
  );
  expect(headline).toBe(
    'The token looks usable by itself (it holds User.Read): nothing in its claims explains a refusal.',
  );
});

test('a command calls Graph with its version, and sends a body where the method has one', () => {
  const commands = next(
    'await client.api("/me/events").post(newEvent)\n401 from https://graph.microsoft.com/me/events\nPOST https://graph.microsoft.com/me/events 401',
  )
    ?.commands.map((it) => it.command)
    .join('\n');
  expect(commands).toContain('https://graph.microsoft.com/v1.0/me/events');
  expect(commands).toContain('-d @body.json');
});

test('an outage asks for nothing: waiting decides it', () => {
  expect(
    next(
      "Max retries exceeded with url: /v1.0/me (Caused by ResponseError('too many 503 error responses')) graph.microsoft.com",
    ),
  ).toBeNull();
});

test('a token request as the app itself is shown only to an app that signs in as itself', () => {
  const person = next('{"error":"invalid_grant","error_description":"something else"}')
    ?.commands.map((it) => it.command)
    .join('\n');
  expect(person ?? '').not.toContain('client_credentials');
});
