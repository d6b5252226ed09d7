import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readApiErrors } from '../../../src/diagnosis/evidence/api-error.ts';
import { unwrap } from '../../../src/diagnosis/text/unwrap.ts';
import { expectWithin } from '../../processor-time.ts';

const ID = '5a12a0f5-62f0-402b-ab11-8af8c1367004';
const read = (paste: string) => readApiErrors(unwrap(paste)).map(({ span: _span, kind: _kind, ...rest }) => rest);
const codes = (paste: string) => read(paste).map((error) => error.code);
const plain = (code: string, message: string) => ({ code, message, innerCodes: [], date: null, requestId: null });

describe('error bodies in braces', () => {
  it('reads the JSON of Graph with its inner error', () => {
    const paste = `{"error":{"code":"InvalidAuthenticationToken","message":"Access token has expired.","innerError":{"date":"2024-08-02T21:52:02","request-id":"${ID}","code":"TokenExpired","innerError":{"code":"deeper"}}}}`;
    expect(read(paste)).toEqual([
      {
        code: 'InvalidAuthenticationToken',
        message: 'Access token has expired.',
        innerCodes: ['TokenExpired', 'deeper'],
        date: Date.UTC(2024, 7, 2, 21, 52, 2),
        requestId: ID,
      },
    ]);
  });

  it('points its span at the code and the message in the paste as sent', () => {
    const paste = 'before\n{"error":{"code":"Forbidden","message":"no"}}\nafter';
    const [error] = readApiErrors(unwrap(paste));
    expect(paste.slice(error!.span.start, error!.span.end)).toBe('"code":"Forbidden","message":"no"');
  });

  it.each([1, 2, 3])('reads a body escaped %i levels deep, whose message holds quotes', (levels) => {
    let body = '{"error":{"code":"ErrorItemNotFound","message":"The \\"specified\\" object, was not found."}}';
    for (let level = 0; level < levels; level += 1) body = JSON.stringify({ status: 404, body });
    expect(read(body)).toEqual([plain('ErrorItemNotFound', 'The "specified" object, was not found.')]);
  });

  it('prefers the inner body where the outer object lost its code', () => {
    const paste =
      '{"error":{"statusCode":404,"code":null,"message":null,"requestId":null,"body":"{\\"error\\":{\\"code\\":\\"ErrorItemNotFound\\",\\"message\\":\\"gone\\"}}"}}';
    expect(read(paste)).toEqual([plain('ErrorItemNotFound', 'gone')]);
  });

  it('reads Python dictionaries', () => {
    expect(read(`{'error': {'code': 'InvalidAuthenticationToken', 'message': "The tenant 'x' isn't known."}}`)).toEqual(
      [plain('InvalidAuthenticationToken', "The tenant 'x' isn't known.")],
    );
  });

  it('reads unquoted keys', () => {
    const paste = `{\nerror: {\ncode: "ErrorAccessDenied",\nmessage: "Access is denied.",\ninnerError: {\nrequest-id: "${ID}",\ndate: "2018-02-14T00:30:48"\n}\n}\n}`;
    expect(read(paste)).toEqual([
      { ...plain('ErrorAccessDenied', 'Access is denied.'), date: Date.UTC(2018, 1, 14, 0, 30, 48), requestId: ID },
    ]);
  });

  it('reads the object of the JavaScript client and its body as one, with the date of the body', () => {
    const paste = `GraphError {\n  statusCode: 404,\n  code: 'ErrorInvalidUser',\n  message: "The requested user 'a@b' is invalid.",\n  requestId: '${ID}',\n  date: 2020-04-24T07:13:59.000Z,\n  body: \`{"code":"ErrorInvalidUser","message":"The requested user 'a@b' is invalid.","innerError":{"request-id":"${ID}","date":"2020-04-24T10:13:59"}}\`\n}`;
    expect(read(paste)).toEqual([
      {
        ...plain('ErrorInvalidUser', "The requested user 'a@b' is invalid."),
        date: Date.UTC(2020, 3, 24, 10, 13, 59),
        requestId: ID,
      },
    ]);
  });

  it('joins strings that util.inspect broke', () => {
    const paste = `{ error: { code: 'MailboxNotEnabledForRESTAPI', message: 'The mailbox is inactive, ' +\n      'soft-deleted, or on-premise.', innerError: [Object] } }`;
    expect(read(paste)).toEqual([
      plain('MailboxNotEnabledForRESTAPI', 'The mailbox is inactive, soft-deleted, or on-premise.'),
    ]);
  });

  it('reads the classes that Kiota prints in Python', () => {
    const paste = `APIError\n Code: 403\n message: None\n error: MainError(additional_data={}, code='Authorization_RequestDenied', details=None, inner_error=InnerError(additional_data={}, date=datetime.datetime(2024, 5, 1, 9, 0), request_id='${ID}'), message='Insufficient privileges.', target=None)`;
    expect(read(paste)).toEqual([
      {
        ...plain('Authorization_RequestDenied', 'Insufficient privileges.'),
        date: Date.UTC(2024, 4, 1, 9, 0),
        requestId: ID,
      },
    ]);
  });

  it('reads every answer of a batch', () => {
    const paste =
      '{"responses":[{"id":"1","status":429,"body":{"error":{"code":"TooManyRequests","message":"a"}}},{"id":"2","status":403,"body":{"error":{"code":"ErrorAccessDenied","message":"b"}}}]}';
    expect(codes(paste)).toEqual(['TooManyRequests', 'ErrorAccessDenied']);
  });

  it('reads odata.error with its language', () => {
    const paste =
      '{"odata.error":{"code":"-1, Microsoft.SharePoint.Client.ResourceNotFoundException","message":{"lang":"en-US","value":"Cannot find it."}}}';
    expect(read(paste)).toEqual([
      plain('-1, Microsoft.SharePoint.Client.ResourceNotFoundException', 'Cannot find it.'),
    ]);
  });

  it('reads SharePoint’s description that stands alone, not Entra’s', () => {
    expect(read('{"error_description":"Invalid issuer or signature."}')).toEqual([
      plain('', 'Invalid issuer or signature.'),
    ]);
    expect(read('{"error_description":"AADSTS50011: no"}')).toEqual([]);
  });

  it('keeps what the API left empty', () => {
    expect(read('{"error":{"code":"","message":""}}')).toEqual([plain('', '')]);
  });

  it('reads a fragment without its braces, and a body that was cut', () => {
    expect(read('"code": "InvalidAuthenticationToken",\n "message": "Invalid audience."')).toEqual([
      plain('InvalidAuthenticationToken', 'Invalid audience.'),
    ]);
    expect(read('{"error":{"code":"ErrorAccessDenied","message":"Access is de (truncated...)')).toEqual([
      plain('ErrorAccessDenied', 'Access is de'),
    ]);
  });

  it('does not lose the next line’s body behind one that was cut', () => {
    const cut =
      '{"error":{"code":"ErrorAccessDenied","message":"Access is denied. Check credentials and try again. Then ask an administr\n{"error":{"code":"ErrorItemNotFound","message":"gone"}}';
    expect(codes(cut)).toEqual(['ErrorAccessDenied', 'ErrorItemNotFound']);
  });

  it.each([
    [
      'a status in place of a code',
      '{"error":{"code":401,"message":"Request had invalid authentication credentials.","status":"UNAUTHENTICATED"}}',
    ],
    ['a system error', "{ errno: -111, code: 'ECONNREFUSED', message: 'connect failed', syscall: 'connect' }"],
    ['axios', "{ code: 'ERR_BAD_REQUEST', message: 'Request failed with status code 401' }"],
    ['another vendor’s type', '{"error":{"message":"Incorrect API key provided","type":"invalid_request_error"}}'],
    ['AWS', '{"__type":"com.amazon.coral.service#ExpiredTokenException","message":"The security token is expired"}'],
    ['GitHub', '{"message":"Bad credentials","documentation_url":"https://docs.github.com/rest","status":"401"}'],
    ['an OAuth error', '{"error":"invalid_grant","error_description":"AADSTS50173: x"}'],
    ['source code', 'const code = "abc"; function message() { return `x` }'],
    ['prose', 'The error code is on the page and the message says nothing.'],
  ])('reads no API error from %s', (_name, paste) => {
    expect(read(paste)).toEqual([]);
  });

  it('never keeps an authorization code or a token', () => {
    const jwt = 'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJ4In0.c2lnbmF0dXJl';
    expect(read('{"code":"0.AXoAhRzzzzzzzzzzzzzzzzzzzz","message":"hi","state":"x"}')).toEqual([]);
    const [error] = read(
      `{"error":{"code":"InvalidAuthenticationToken","message":"bad token ${jwt} client_secret=abc8Q~defghijklmnopqrstuvwxyz0123456"}}`,
    );
    expect(error!.message).toBe('bad token … client_secret=…');
  });
});

describe('labelled forms', () => {
  it('reads the Java SDK', () => {
    expect(
      read(
        'com.microsoft.graph.http.GraphServiceException: Error code: InvalidAuthenticationToken\nError message: Access token has expired or is not yet valid.\n\nGET https://graph.microsoft.com/v1.0/me',
      ),
    ).toEqual([plain('InvalidAuthenticationToken', 'Access token has expired or is not yet valid.')]);
  });

  it('reads the .NET SDK, version 4 and version 5', () => {
    expect(
      read(
        `Microsoft.Graph.ServiceException: Code: InvalidAuthenticationToken\nMessage: Access token is empty.\nInner error:\n\tAdditionalData:\n\tdate: 2022-02-02T02:02:02\n\trequest-id: ${ID}`,
      ),
    ).toEqual([
      {
        ...plain('InvalidAuthenticationToken', 'Access token is empty.'),
        date: Date.UTC(2022, 1, 2, 2, 2, 2),
        requestId: ID,
      },
    ]);
    expect(
      read(
        'Microsoft.Graph.Models.ODataErrors.ODataError: were unable to deserialize \n   at Microsoft.Kiota.X\nResponseStatusCode: 400\nError.Code: UnableToDeserializePostBody',
      ),
    ).toEqual([plain('UnableToDeserializePostBody', 'were unable to deserialize')]);
    expect(
      read("ODataError: Exception of type 'Microsoft.Graph.Models.ODataErrors.ODataError' was thrown.\n  at X"),
    ).toEqual([plain('', '')]);
  });

  it('reads python-o365, with and without a code', () => {
    const line =
      '403 Client Error: Forbidden for url: https://graph.microsoft.com/v1.0/me | Error Message: Access is denied. | Error Code: ';
    expect(read(line)).toEqual([plain('', 'Access is denied.')]);
    expect(read(`${line}ErrorAccessDenied`)).toEqual([plain('ErrorAccessDenied', 'Access is denied.')]);
  });

  it('reads the PowerShell module', () => {
    expect(
      read(
        'Get-MgUser_List: Insufficient privileges to complete the operation.\n\nStatus: 403 (Forbidden)\nErrorCode: Authorization_RequestDenied\nDate: 2024-05-02T10:11:12\n',
      ),
    ).toEqual([
      {
        ...plain('Authorization_RequestDenied', 'Insufficient privileges to complete the operation.'),
        date: Date.UTC(2024, 4, 2, 10, 11, 12),
      },
    ]);
    expect(read('Get-MgUserMessage : [ErrorAccessDenied] : Access is denied.\nAt line:1 char:1')).toEqual([
      plain('ErrorAccessDenied', 'Access is denied.'),
    ]);
  });

  it('leaves MSAL’s ErrorCode alone', () => {
    expect(read('MsalUiRequiredException:\nErrorCode: invalid_grant')).toEqual([]);
  });

  it('reads a known code in running text once, and none from a comparison', () => {
    const paste =
      'unexpected status 403 with OData error: Authorization_RequestDenied: Insufficient privileges to complete the operation.\n… Authorization_RequestDenied again';
    expect(read(paste)).toEqual([
      plain('Authorization_RequestDenied', 'Insufficient privileges to complete the operation.'),
    ]);
    expect(read("if (error.code === 'ErrorItemNotFound') return null;")).toEqual([]);
  });
});

describe('XML', () => {
  it('reads OData', () => {
    expect(
      read('<m:error><m:code>-2147024891</m:code><m:message xml:lang="en-US">Access denied.</m:message></m:error>'),
    ).toEqual([plain('-2147024891', 'Access denied.')]);
    expect(read('<error><code>Request_ResourceNotFound</code><message>Not there</message></error>')).toEqual([
      plain('Request_ResourceNotFound', 'Not there'),
    ]);
  });

  it('reads SOAP faults and the response codes of EWS', () => {
    expect(
      read(
        '<s:Fault><faultcode>s:Client</faultcode><faultstring xml:lang="en-US">The header must be present.</faultstring></s:Fault>',
      ),
    ).toEqual([plain('', 'The header must be present.')]);
    expect(
      read(
        '<faultcode xmlns:a="x">a:ErrorImpersonationDenied</faultcode><faultstring>Not allowed.</faultstring><detail><e:ResponseCode xmlns:e="y">ErrorImpersonationDenied</e:ResponseCode></detail>',
      ),
    ).toEqual([plain('ErrorImpersonationDenied', 'Not allowed.')]);
    expect(
      read('<m:MessageText>Access is denied.</m:MessageText><m:ResponseCode>ErrorAccessDenied</m:ResponseCode>'),
    ).toEqual([plain('ErrorAccessDenied', 'Access is denied.')]);
    expect(read('<m:ResponseCode>NoError</m:ResponseCode>')).toEqual([]);
  });
});

describe('any text', () => {
  it('is read without a throw, within its bounds and in order', () => {
    const piece = fc.constantFrom(
      '{"error":',
      '{',
      '}',
      '"',
      "'",
      '"code":"',
      'ErrorAccessDenied',
      '"message":',
      ', ',
      ':',
      '\\"',
      '\n',
      'Error code: ',
      'Error message: ',
      'code=',
      '(',
      ')',
      '[',
      ']',
      '<faultstring>',
      'odataerror:',
      'null',
      'é',
      '🙂',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 60 }), (pieces) => {
        const paste = pieces.join('');
        const errors = readApiErrors(unwrap(paste));
        expect(errors.length).toBeLessThanOrEqual(100);
        let last = 0;
        for (const { span, message, code } of errors) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeLessThanOrEqual(paste.length);
          expect(message.length).toBeLessThanOrEqual(600);
          expect(code.length).toBeLessThanOrEqual(120);
          last = span.start;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('round-trips codes and messages of well-formed bodies', () => {
    const message = fc.stringMatching(/^[A-Za-z][A-Za-z ,.']{0,60}[a-z.]$/);
    fc.assert(
      fc.property(fc.constantFrom('ErrorAccessDenied', 'Forbidden', 'BadRequest'), message, (code, words) => {
        const expected = words.replace(/\s+/g, ' ').trim();
        expect(read(JSON.stringify({ error: { code, message: words } }))).toEqual([plain(code, expected)]);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    '{',
    '"code":"',
    '{"error":',
    "'error': '",
    'Error: ',
    'error(code=',
    '{"code":"A",',
    '| Error Message: ',
    '<faultstring',
    'odataerror: ',
  ])('grows no faster than a hostile run of %s', (unit) => {
    const views = unwrap(unit.repeat(Math.ceil(400_000 / unit.length)));
    expectWithin(1500, () => readApiErrors(views));
  });
});
