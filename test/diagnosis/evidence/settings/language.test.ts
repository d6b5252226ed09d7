import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import type { PatchLanguage } from '../../../../src/diagnosis/diagnosis.ts';
import { guessLanguage, LANGUAGE_MARKS, mayMatch } from '../../../../src/diagnosis/evidence/settings/language.ts';
import { original } from '../../../../src/diagnosis/text/mapped-text.ts';
import { unwrap } from '../../../../src/diagnosis/text/unwrap.ts';

test.each<[PatchLanguage | null, string]>([
  [
    'python',
    'Traceback (most recent call last):\n  File "/app/x.py", line 88, in list_events\nValueError: Unable to parse claims',
  ],
  ['python', "{'error': 'invalid_grant', 'error_codes': [70043]}"],
  ['python', 'import msal\napp = msal.ConfidentialClientApplication(CLIENT_ID)'],
  ['node', 'ServerError: invalid_client\n    at ServerError.AuthError [as constructor] (AuthError.ts:40)'],
  ['node', 'npm ERR! code E401'],
  ['node', 'Error\n    at Object.use (C:\\app\\node_modules\\next-auth\\core\\checks.js:103:23)'],
  ['csharp', 'MsalUiRequiredException: x\n   at Foo.Bar() in C:\\src\\Program.cs:line 12'],
  ['csharp', 'graph.Me.Calendar.Events.GetAsync() says forbidden'],
  ['python', "refresh(session['refresh_token']) is a KeyError: 'refresh_token'"],
  ['csharp', '"AzureAd": { "Instance": "https://login.microsoftonline.com/" }  // appsettings.json'],
  ['java', 'com.microsoft.aad.msal4j.MsalServiceException: x\n\tat com.microsoft.aad.msal4j.Foo.bar(Foo.java:12)'],
  [
    'powershell',
    'Invoke-RestMethod : x\nAt C:\\jobs\\report.ps1:61 char:15\n+ CategoryInfo          : InvalidOperation',
  ],
  ['powershell', 'Connect-MgGraph -Scopes "User.Read"'],
  ['curl', 'curl -i -H "Authorization: Bearer $T" https://graph.microsoft.com/v1.0/me'],
  ['curl', 'req, err := http.NewRequest("GET", "https://graph.microsoft.com/v1.0/me", nil)'],
  ['curl', 'main.go:41: Get "https://graph.microsoft.com/v1.0/me": oauth2: token expired and refresh token is not set'],
  ['curl', '$token = $provider->getAccessToken("authorization_code", ["code" => $_GET["code"]]);'],
  ['curl', 'PHP Fatal error:  Uncaught Firebase\\JWT\\ExpiredException: Expired token in /var/www/a.php:12'],
  ['curl', "/app/lib/graph.rb:12:in `events': 401 Unauthorized"],
  ['powershell', '$token = (Get-AzAccessToken).Token'],
  // By its name alone, and syntax before a name.
  ['csharp', 'AADSTS7000222, our service is in C#, ClientSecretCredential'],
  ['java', 'AADSTS50011 with Spring Boot'],
  ['python', 'AADSTS50011 in our Flask app'],
  ['node', 'AADSTS50011, Next.js on Vercel'],
  ['powershell', 'a PowerShell script, AADSTS50076'],
  ['python', 'a C# service calls a script: Traceback (most recent call last):'],
  [null, 'I react to the express train in java'],
  [null, '{"error":{"code":"InvalidAuthenticationToken","message":"Access token has expired."}}'],
  [null, 'AADSTS50011: The redirect URI does not match'],
  [null, 'HTTP/1.1 401 Unauthorized\nContent-Length: 0'],
  [null, ''],
])('%s', (language, paste) => {
  expect(guessLanguage(unwrap(paste))).toBe(language);
});

describe('MSAL for Android', () => {
  it('is none of .NET', () => {
    expect(guessLanguage(unwrap('com.microsoft.identity.client.exception.MsalServiceException: AADSTS53003'))).toBe(
      'java',
    );
  });
});

describe('the literals before a mark of a language', () => {
  const folder = new URL('../../../corpus/', import.meta.url);
  const pastes = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').trim().split('\n'))
    .map((line) => (JSON.parse(line) as { paste: string }).paste);

  /** What the corpus has little of. */
  const MARKED = [
    '$token = Get-MgUser',
    'x\r\n  $body=@{',
    '$Name = "x"',
    '$ENV:TENANT',
    'foreach ($user in',
    'WRITE-HOST x',
    'uses: azure/powershell@v2',
    '@{ a = 1',
    '> GET /v1.0/me',
    '< HTTP/1.1 401',
    "curl 'https://a.example'",
    'curl.exe -v',
    'requests.exceptions.HTTPError',
    'b\'{"error',
    'public static final class Main',
    'public void run',
  ];

  it('stand wherever its pattern matches', () => {
    const missed = LANGUAGE_MARKS.flatMap((mark) =>
      [...pastes, ...MARKED].filter((paste) => mark.pattern.test(paste) && !mayMatch(original(paste), paste, mark)),
    );
    expect(missed).toEqual([]);
  });
});

test('a number of Microsoft.IdentityModel in an answer of Graph tells nothing of the program', () => {
  expect(
    guessLanguage(
      unwrap('{"error":{"code":"InvalidAuthenticationToken","message":"IDX14100: JWT is not well formed"}}'),
    ),
  ).toBeNull();
  expect(guessLanguage(unwrap('Bearer was not authenticated: IDX10214: Audience validation failed.'))).toBe('csharp');
});
