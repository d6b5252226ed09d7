import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestEvidence, ResponseEvidence } from '../../../src/diagnosis/evidence/evidence.ts';
import { readHttpMessages } from '../../../src/diagnosis/evidence/http-message.ts';
import { unwrap } from '../../../src/diagnosis/text/unwrap.ts';
import { expectWithin } from '../../processor-time.ts';

function read(paste: string) {
  return readHttpMessages(unwrap(paste));
}
function requests(paste: string): RequestEvidence[] {
  return read(paste).filter((one) => one.kind === 'request');
}
function responses(paste: string): ResponseEvidence[] {
  return read(paste).filter((one) => one.kind === 'response');
}
/** `GET graph.microsoft.com/v1.0/me [undefined] → 401` for each thing read. */
function brief(paste: string): string[] {
  return read(paste).map((one) =>
    one.kind === 'response'
      ? String(one.status)
      : `${one.method ?? '?'} ${one.host ?? ''}${one.path}${one.authorization === null ? '' : ` [${one.authorization}]`}`,
  );
}

const JWT = `eyJ0eXAiOiJKV1QifQ.${'eyJhdWQiOiJ4In0'.repeat(4)}.c2lnbmF0dXJl`;
const EVENTS = 'graph.microsoft.com/v1.0/me/events';

describe('requests and responses', () => {
  it.each<[string, string, string[]]>([
    ['address and status', `GET https://${EVENTS} → 401`, [`GET ${EVENTS}`, '401']],
    ['bare path and status', 'POST /users → 201', ['POST /users', '201']],
    ['arrow', `-> POST https://${EVENTS} 400`, [`POST ${EVENTS}`, '400']],
    ['browser console', `GET https://${EVENTS} 401 (Unauthorized)`, [`GET ${EVENTS}`, '401']],
    [
      '.NET dump',
      `Method: GET, RequestUri: 'https://${EVENTS}?$top=5', Version: 1.1, Content: <null>, Headers:\n{\n  Authorization: Bearer undefined\n}\nStatusCode: 401, ReasonPhrase: 'Unauthorized'`,
      [`GET ${EVENTS} [undefined]`, '401'],
    ],
    [
      'python requests',
      `requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://${EVENTS}?$top=5`,
      ['401', `? ${EVENTS}`],
    ],
    [
      'Guzzle',
      `Client error: \`GET https://${EVENTS}\` resulted in a \`400 Bad Request\` response:`,
      [`GET ${EVENTS}`, '400'],
    ],
    ['O365 log', `Requesting (GET) URL: https://${EVENTS}\nReceived response (401) from URL`, [`GET ${EVENTS}`, '401']],
    [
      'urllib3',
      'https://outlook.office365.com:443 "POST /EWS/Exchange.asmx HTTP/1.1" 500 None',
      ['POST outlook.office365.com/EWS/Exchange.asmx', '500'],
    ],
    [
      'exchangelib',
      "POST'ing to https://outlook.office365.com/EWS/Exchange.asmx after 10s wait",
      ['POST outlook.office365.com/EWS/Exchange.asmx'],
    ],
    [
      'network tab',
      `Request URL: https://${EVENTS}\nRequest Method: POST\nStatus Code: 403 Forbidden`,
      [`POST ${EVENTS}`, '403'],
    ],
    [
      'axios',
      `AxiosError: Request failed with status code 403\n config: { url: 'https://${EVENTS}', method: 'post' }`,
      ['403', `POST ${EVENTS}`],
    ],
    [
      'pseudo-headers of HTTP/2',
      ':authority: graph.microsoft.com\n:method: GET\n:path: /v1.0/me/events?$top=1\n:scheme: https',
      [`GET ${EVENTS}`],
    ],
    ['$batch', '{"requests":[{"id":"1","method":"GET","url":"/me/calendarView"}]}', ['GET /me/calendarView']],
    [
      'client configuration',
      "{ method: 'get', url: '/me/events', baseURL: 'https://graph.microsoft.com/v1.0' }",
      [`GET ${EVENTS}`],
    ],
    ['OkHttp', `<-- 401 https://${EVENTS} (242ms)`, ['401', `? ${EVENTS}`]],
    ['PowerShell', `Invoke-RestMethod -Method Post -Uri "https://${EVENTS}" -Headers $h`, [`POST ${EVENTS}`]],
    [
      'PowerShell, other order',
      `Invoke-RestMethod -Uri "https://${EVENTS}" -Method PATCH -Headers $h`,
      [`PATCH ${EVENTS}`],
    ],
    ['PowerShell, Graph', 'Invoke-MgGraphRequest -Method GET "/v1.0/me/events"', [`GET ${EVENTS}`]],
    ['az rest', `az rest --method get --url https://${EVENTS}`, [`GET ${EVENTS}`]],
    ['requests', `requests.post("https://${EVENTS}", headers=headers)`, [`POST ${EVENTS}`]],
    [
      'f-string',
      `r = requests.get(f"https://graph.microsoft.com/v1.0/users/{user_id}/events")`,
      ['GET graph.microsoft.com/v1.0/users/{user_id}/events'],
    ],
    ['fetch', `await fetch('https://${EVENTS}', { method: 'POST', headers })`, [`POST ${EVENTS}`]],
    [
      'fetch of a template',
      `await fetch(\`https://graph.microsoft.com/v1.0/users/\${id}/events\`)`,
      [`GET graph.microsoft.com/v1.0/users/\${id}/events`],
    ],
    ['HttpClient', `await client.GetAsync("https://${EVENTS}");`, [`GET ${EVENTS}`]],
    ['HttpRequestMessage', `new HttpRequestMessage(HttpMethod.Post, "https://${EVENTS}")`, [`POST ${EVENTS}`]],
    ['java.net.http', `HttpRequest.newBuilder().uri(URI.create("https://${EVENTS}")).GET().build()`, [`GET ${EVENTS}`]],
    ['XMLHttpRequest', `xhr.open("GET", "https://${EVENTS}")`, [`GET ${EVENTS}`]],
    ['own API beside a method', 'GET https://localhost:44351/api/todolist 401', ['GET localhost/api/todolist', '401']],
    ['address without scheme', `I call ${EVENTS} and get 403`, [`? ${EVENTS}`, '403']],
    [
      'OData path',
      "GET https://graph.microsoft.com/v1.0/users('a@b.example')/events?$filter=x eq 'y'",
      ["GET graph.microsoft.com/v1.0/users('a@b.example')/events"],
    ],
    ['Graph SDK for .NET', 'await graphClient.Me.Events.GetAsync();', ['GET graph.microsoft.com/me/events']],
    [
      'Graph SDK for .NET, by id',
      'var e = await _graphServiceClient.Users[userId].Calendar.Events.Request().AddAsync(ev);',
      ['POST graph.microsoft.com/users/{userId}/calendar/events'],
    ],
    [
      'Graph SDK for Python',
      'from msgraph import x\nawait client.users.by_user_id(uid).calendar_view.get()',
      ['GET graph.microsoft.com/users/{id}/calendarView'],
    ],
    [
      'a frame of the Graph SDK',
      'at Microsoft.Graph.Users.Item.Events.EventsRequestBuilder.PostAsync(Event body)',
      ['POST graph.microsoft.com/users/{id}/events'],
    ],
    ['a cmdlet of Graph', 'Get-MgUserEvent -UserId a@b.example', ['GET graph.microsoft.com/users/a@b.example/events']],
    [
      'Graph SDK for Python, behind another root',
      'from msgraph import x\nawait client.communications.call_records.by_call_record_id(i).get()',
      ['GET graph.microsoft.com/communications/callRecords/{id}'],
    ],
    [
      'Graph SDK for .NET, channel messages',
      'await graphClient.Teams[teamId].Channels[channelId].Messages.GetAsync();',
      ['GET graph.microsoft.com/teams/{teamId}/channels/{channelId}/messages'],
    ],
    ['a status by its name', 'Status Code: Forbidden', ['403']],
    [
      'Graph SDK for Java',
      'graphClient.me().sendMail(params).buildRequest().post();',
      ['POST graph.microsoft.com/me/sendMail'],
    ],
    ['Graph SDK for PHP', '$graphServiceClient->me()->events()->get()->wait();', ['GET graph.microsoft.com/me/events']],
    [
      'Graph SDK for .NET, made where it is used',
      'await new GraphServiceClient(credential).Users.GetAsync();',
      ['GET graph.microsoft.com/users'],
    ],
    [
      'an id that the program writes out',
      'await graph.Users["84933e50-6c5e-4c7d-aca6-1d11acce15a9"].Events.GetAsync();',
      ['GET graph.microsoft.com/users/84933e50-6c5e-4c7d-aca6-1d11acce15a9/events'],
    ],
    ['a variable of Postman', 'POST {{graph}}/me/events', ['POST /me/events']],
    [
      'Graph SDK for JavaScript',
      "await client.api('/me/events').header('x','y').post(event);",
      ['POST graph.microsoft.com/me/events'],
    ],
  ])('reads %s', (_, paste, expected) => {
    expect(brief(paste)).toEqual(expected);
  });

  it.each<[string, string]>([
    ['documentation', 'see https://learn.microsoft.com/en-us/graph/api/user-post-events and https://aka.ms/x'],
    ['sign-in', 'POST https://login.microsoftonline.com/common/oauth2/v2.0/token'],
    ['sign-in path', 'POST /common/oauth2/v2.0/token HTTP/1.1'],
    ['scope', 'scope=https://graph.microsoft.com/.default'],
    [
      'scopes',
      'scope: openid https://graph.microsoft.com/Calendars.Read https://outlook.office.com/IMAP.AccessAsUser.All',
    ],
    ['audience', '{"aud":"https://graph.microsoft.com","iss":"https://sts.windows.net/x/"}'],
    ['metadata', '{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#users"}'],
    ['redirect address', 'redirect_uri=https://localhost:44320'],
    ['stack frame', 'at F (https://cdn.example.net/Content/app.js:1:483072)'],
    ['issue', '[25](https://github.com/a/b/actions/runs/699) and https://github.com/a/b/issues/401'],
    ["somebody else's client", 'client.users.list() and const client = new WebClient(); client.users.info()'],
    ['another SDK beside the word graph', 'a graph; const teams = client.teams; okta.client.applications.list()'],
    ['frames of another SDK', 'at Contoso.Users.Item.Events.EventsRequestBuilder.PostAsync(Event body)'],
    ['path in a sentence', 'the /me endpoint / or GETTING /x'],
  ])('makes no request of %s', (_, paste) => {
    expect(requests(paste)).toEqual([]);
  });
});

describe('the status', () => {
  it.each<[string, number[]]>([
    ['HTTP/1.1 401 Unauthorized', [401]],
    ['HTTP/2 403', [403]],
    ['403 Forbidden', [403]],
    ['401', [401]],
    ['Response 401 UNAUTHORIZED', [401]],
    ['StatusCode=400', [400]],
    ["Status Code = '400'.", [400]],
    ['"statusCode": 404,', [404]],
    ['status_code=401', [401]],
    ['The remote server returned an error: (401) Unauthorized.', [401]],
    ['SendAsync -> 401 (Unauthorized)', [401]],
    ['401 : Unauthorized', [401]],
    ['Failed to send email: 403 - {"error":{"code":"x"}}', [403]],
    ['Graph API error: 403 {"error":1}', [403]],
    ['Server returned HTTP response code: 400 for URL: x', [400]],
    ['Get Token request returned http error: 401 and server response: {}', [401]],
    ['Unable to acquire token: 401 from https://x.example/token', [401]],
    ['401 WWW-Authenticate: Bearer error="invalid_token"', [401]],
    ['calls to graph return 401 InvalidAuthenticationToken', [401]],
    ['why 401?', [401]],
    ['I always get a 403 when I post', [403]],
    ['HTTP/1.1 401 Unauthorized (401)', [401]],
    ['line 401 of app.js:404 at 10.0.0.401', []],
    ['IDX10500, AADSTS500, port 500, 12:30:401', []],
    ['Content-Length: 404', []],
    ['the 400 users in 500 groups', []],
    ['"expires_in": 429', []],
    ['cost 401.50 or 401% or 401-403', []],
    ['999', []],
  ])('%s', (paste, expected) => {
    expect(responses(paste).map((one) => one.status)).toEqual(expected);
  });

  it('reads date, Retry-After and names of the headers below it', () => {
    const [found] = responses(
      'HTTP/1.1 429 Too Many Requests\r\nDate: Wed, 03 Sep 2025 06:21:30 GMT\r\nRetry-After: 17\r\nX-Y: z\r\n\r\n{"a":1}',
    );
    expect(found).toMatchObject({
      status: 429,
      date: Date.UTC(2025, 8, 3, 6, 21, 30),
      retryAfter: 17,
      headers: ['date', 'retry-after', 'x-y'],
    });
  });

  it('finds Retry-After in an error object', () => {
    expect(responses('statusCode 429: Rate limit is exceeded. Try again in 23 seconds.')[0]).toMatchObject({
      status: 429,
      retryAfter: 23,
    });
    expect(responses("{ statusCode: 429, headers: { 'retry-after': '30' } }")[0]).toMatchObject({
      status: 429,
      retryAfter: 30,
    });
  });
});

describe('the Authorization header', () => {
  const raw = (line: string) =>
    `GET /v1.0/me HTTP/1.1\nHost: graph.microsoft.com\n${line}Accept: */*\n\nHTTP/1.1 401 Unauthorized`;
  it.each<[string, string, string | null]>([
    ['sent', raw(`Authorization: Bearer ${JWT}\n`), 'token'],
    ['empty', raw('Authorization: Bearer\n'), 'empty'],
    ['nothing', raw('Authorization:\n'), 'empty'],
    ['undefined', raw('authorization: Bearer undefined\n'), 'undefined'],
    ['doubled', raw(`Authorization: Bearer Bearer ${JWT}\n`), 'doubled'],
    ['quoted', raw(`Authorization: Bearer "${JWT}"\n`), 'quoted'],
    ['unspaced', raw(`Authorization: Bearer${JWT}\n`), 'unspaced'],
    ['unfilled', raw('Authorization: Bearer {{token}}\n'), 'placeholder'],
    ['absent', raw(''), 'absent'],
    [
      'absent in curl -v',
      `> GET /v1.0/me HTTP/2\n> Host: graph.microsoft.com\n> User-Agent: curl/8\n> \n< HTTP/2 401`,
      'absent',
    ],
    ['absent in a command', 'curl -i https://graph.microsoft.com/v1.0/me', 'absent'],
    ['a shell variable', 'curl -H "Authorization: Bearer $T" https://graph.microsoft.com/v1.0/me', 'hidden'],
    [
      'a variable that no shell fills in',
      "curl -H 'Authorization: Bearer $T' https://graph.microsoft.com/v1.0/me",
      'placeholder',
    ],
    ['basic by an option', 'curl -u me:secret https://graph.microsoft.com/v1.0/me', 'basic'],
    [
      'dictionary',
      `requests.get("https://graph.microsoft.com/v1.0/me", headers={"Authorization": "Bearer " + token})`,
      'hidden',
    ],
    [
      'f-string',
      `requests.get("https://graph.microsoft.com/v1.0/me", headers={"Authorization": f"Bearer {token}"})`,
      'hidden',
    ],
    [
      'dictionary before the call',
      `headers = {"Authorization": "Bearer None"}\nrequests.get("https://graph.microsoft.com/v1.0/me", headers=headers)`,
      'undefined',
    ],
    [
      'template',
      `fetch("https://graph.microsoft.com/v1.0/me", { headers: { Authorization: \`Bearer \${token}\` } })`,
      'hidden',
    ],
    [
      'JSON of a log',
      `{"method":"GET","url":"https://graph.microsoft.com/v1.0/me","headers":{"authorization":"Bearer null"}}`,
      'undefined',
    ],
    [
      'a space forgotten in code',
      'requests.get("https://graph.microsoft.com/v1.0/me", headers={"Authorization": "Bearer" + token})',
      'unspaced',
    ],
    [
      'pseudo-headers of HTTP/2',
      ':authority: graph.microsoft.com\n:method: GET\n:path: /v1.0/me?$top=1\n:scheme: https\nauthorization: Bearer null',
      'undefined',
    ],
    ['hidden by the person', 'GET https://graph.microsoft.com/v1.0/me\nAuthorization : [PII_REDACTED]', 'hidden'],
    [
      'an ID token under another name',
      'access_token = result["id_token"]\nrequests.get("https://graph.microsoft.com/v1.0/me", headers={"Authorization": f"Bearer {access_token}"})',
      'id-token',
    ],
    [
      'an ID token beside it',
      'id_token = result["id_token"]\ntoken = result["access_token"]\nrequests.get("https://graph.microsoft.com/v1.0/me", headers={"Authorization": f"Bearer {token}"})',
      'hidden',
    ],
    ['not shown', 'GET https://graph.microsoft.com/v1.0/me\nUser-Agent: x\n\n403 Forbidden', null],
    ['spoken of', "GET https://graph.microsoft.com/v1.0/me\nNo 'Authorization: Bearer' header found", null],
  ])('%s', (_, paste, expected) => {
    expect(requests(paste).map((one) => one.authorization)).toEqual([expected]);
  });

  it('is evidence alone where its value is at fault', () => {
    expect(brief('Authorization: Bearer undefined')).toEqual(['?  [undefined]']);
    expect(brief(`Authorization: Bearer ${JWT}`)).toEqual([]);
    expect(brief('authorization: enabled\nauthorization_uri: x')).toEqual([]);
  });

  it('keeps no token', () => {
    for (const value of [`Bearer ${JWT}`, `Bearer "${JWT}"`, JWT, `Bearer Bearer ${JWT}`]) {
      expect(JSON.stringify(read(raw(`Authorization: ${value}\n`)))).not.toContain('eyJ');
    }
  });
});

describe('the body of a request', () => {
  const event = { subject: 'say "hi"', start: { dateTime: '2026-05-04T09:00:00', timeZone: 'UTC' }, attendees: null };
  const json = JSON.stringify(event);
  it.each<[string, string]>([
    ['after the request line', `POST https://${EVENTS}\n${json}\n\nHTTP/1.1 400 Bad Request`],
    [
      'after the headers',
      `POST /v1.0/me/events HTTP/1.1\nHost: graph.microsoft.com\nContent-Type: application/json\n\n${json}`,
    ],
    ['in its line', `POST /v1.0/me/events  ${json}`],
    [
      'curl',
      `curl -X POST -H "Authorization: Bearer $T" -H "Content-Type: application/json" -d '${json}' https://${EVENTS}`,
    ],
    [
      'Python dictionary',
      `requests.post("https://${EVENTS}", headers=h, json={'subject': 'say "hi"', 'start': {'dateTime': '2026-05-04T09:00:00', 'timeZone': 'UTC'}, 'attendees': None,})`,
    ],
    [
      'JavaScript object',
      `client.api('/me/events').post({ subject: 'say "hi"', start: { dateTime: '2026-05-04T09:00:00', timeZone: "UTC" }, attendees: null })`,
    ],
  ])('%s', (_, paste) => {
    expect(requests(paste).map((one) => one.body)).toEqual([event]);
  });

  it('is not the answer', () => {
    expect(requests(`POST https://${EVENTS}\n{"error":{"code":"x"}}`)[0]).not.toHaveProperty('body');
    expect(requests(`GET https://${EVENTS}\n{"value":[]}`)[0]).not.toHaveProperty('body');
  });

  it('keeps no secret', () => {
    const [found] = requests(
      `POST https://${EVENTS}\n${JSON.stringify({ password: 'hunter2', a: { access_token: 'abc', note: `t=${JWT}`, url: 'https://x/?sig=abcdef' } })}`,
    );
    expect(found?.body).toEqual({
      password: '(secret)',
      a: { access_token: '(secret)', note: '(secret)', url: '(secret)' },
    });
  });
});

describe('bounds', () => {
  it('never throws, and stays in order and in number', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom(
        'GET ',
        'POST /',
        'https://',
        'graph.microsoft.com/v1.0/me',
        ' HTTP/1.1',
        '\n',
        '401',
        'Authorization: ',
        'Bearer ',
        '{"a":',
        "'",
        '"',
        'curl -d ',
        '-H "',
        '}',
        'client.me.',
        'url: "/',
        'method: "get"',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const paste = pieces.join('');
        const starts = read(paste).map((one) => one.span.start);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
        for (const one of read(paste)) expect(one.span.end).toBeLessThanOrEqual(paste.length);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '401 ',
    '"401" ',
    'https://',
    'https://a ',
    'GET https://a.b/c ',
    ' /',
    'GET /',
    'curl ',
    'curl -d \'{"a":',
    'Authorization: Bearer ',
    '"authorization": "',
    'client.me.',
    'client.',
    '.api("/',
    'url: "/',
    'POST https://a.b/c\n{"a":"',
    '[{"a":',
    '{{',
    '((',
    '<a',
    "('",
    '\n',
    'HTTP/1.1 401\nx-a: b\n',
    'graph.microsoft.com/',
  ])('takes its time on 256 KiB of %j', (piece) => {
    const views = unwrap(piece.repeat(Math.ceil(2 ** 18 / piece.length)));
    expectWithin(400, () => expect(readHttpMessages(views).length).toBeLessThanOrEqual(400));
  });
});
