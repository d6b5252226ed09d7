import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXCEPTION_LIBRARIES } from '../../../src/diagnosis/evidence/evidence.ts';
import { readExceptions } from '../../../src/diagnosis/evidence/exception.ts';
import { LIBRARIES } from '../../../src/diagnosis/evidence/exceptions/all-libraries.ts';
import { unwrap } from '../../../src/diagnosis/text/unwrap.ts';
import { expectWithin } from '../../processor-time.ts';

const read = (paste: string) => readExceptions(unwrap(paste)).map(({ span: _span, kind: _kind, ...rest }) => rest);

type Row = readonly [paste: string, library: string, type: string, code: string | null, message: string];

const ROWS: readonly Row[] = [
  [
    'ClientAuthError: state_not_found: State not found:  Cached State\n    at ClientAuthError2.AuthError2 [as constructor] (AuthError.ts:49:9)',
    'msal-js',
    'ClientAuthError',
    'state_not_found',
    'state_not_found: State not found: Cached State',
  ],
  [
    'BrowserAuthError: interaction_in_progress: Interaction is currently in progress. Please wait.',
    'msal-js',
    'BrowserAuthError',
    'interaction_in_progress',
    'interaction_in_progress: Interaction is currently in progress. Please wait.',
  ],
  [
    'InteractionRequiredAuthError: interaction_required: AADSTS16000: x',
    'msal-js',
    'InteractionRequiredAuthError',
    'interaction_required',
    'interaction_required: AADSTS16000: x',
  ],
  [
    'ServerError: invalid_client: AADSTS650057: Invalid resource.',
    'msal-js',
    'ServerError',
    'invalid_client',
    'invalid_client: AADSTS650057: Invalid resource.',
  ],
  [
    '{"errorCode":"no_tokens_found","errorMessage":"No refresh token found in the cache. Please sign-in.","name":"InteractionRequiredAuthError"}',
    'msal-js',
    'InteractionRequiredAuthError',
    'no_tokens_found',
    'No refresh token found in the cache. Please sign-in.',
  ],
  [
    'caught monitor_window_timeout: Token acquisition in iframe failed due to timeout.',
    'msal-js',
    'AuthError',
    'monitor_window_timeout',
    'monitor_window_timeout: Token acquisition in iframe failed due to timeout.',
  ],
  [
    'ClientAuthError: endpoints_resolution_error: x\n at node_modules/@azure/msal-node/lib/x.js',
    'msal-node',
    'ClientAuthError',
    'endpoints_resolution_error',
    'endpoints_resolution_error: x',
  ],
  [
    "ValueError: You cannot use any scope value that is reserved.\nYour input: ['offline_access']",
    'msal-python',
    'ValueError',
    null,
    'You cannot use any scope value that is reserved.',
  ],
  [
    'ValueError: Fail to create device flow. Err: {',
    'msal-python',
    'ValueError',
    null,
    'Fail to create device flow. Err: {',
  ],
  [
    'MsalUiRequiredException: No account or login hint was passed to the AcquireTokenSilent call.',
    'msal-net',
    'MsalUiRequiredException',
    'user_null',
    'No account or login hint was passed to the AcquireTokenSilent call.',
  ],
  [
    "An unhandled exception of type 'Microsoft.Identity.Client.MsalUiRequiredException' occurred in mscorlib.dll\n\nAdditional information: No account was found in the token cache having this login hint.",
    'msal-net',
    'MsalUiRequiredException',
    'no_account_for_login_hint',
    'No account was found in the token cache having this login hint.',
  ],
  [
    'MsalUiRequiredException:\nErrorCode: invalid_grant\nMicrosoft.Identity.Client.MsalUiRequiredException: AADSTS54005: redeemed',
    'msal-net',
    'MsalUiRequiredException',
    'invalid_grant',
    'AADSTS54005: redeemed',
  ],
  [
    'com.microsoft.aad.msal4j.MsalServiceException: AADSTS7000215: Invalid client secret provided.\n\tat com.microsoft.aad.msal4j.MsalServiceExceptionFactory.fromHttpResponse(X.java:43)',
    'msal-java',
    'MsalServiceException',
    null,
    'AADSTS7000215: Invalid client secret provided.',
  ],
  [
    'Error Domain=MSALErrorDomain Code=-50002 "(null)"',
    'msal-mobile',
    'MSALErrorDomain',
    '-50002',
    'MSALErrorDomain Code=-50002 "(null)',
  ],
  [
    'Microsoft.IdentityModel.Clients.ActiveDirectory.AdalServiceException: AADSTS70002: x ---> System.Net.WebException: y',
    'adal',
    'AdalServiceException',
    null,
    'AADSTS70002: x',
  ],
  [
    'com.microsoft.aad.adal4j.AuthenticationException: {"error_description":"AADSTS50173: x","error":"invalid_grant"}',
    'adal',
    'AuthenticationException',
    null,
    '{"error_description":"AADSTS50173: x',
  ],
  [
    'Get Token request returned http error: 401 and server response:',
    'adal',
    'AdalError',
    null,
    'Get Token request returned http error: 401 and server response:',
  ],
  [
    'azure.core.exceptions.ClientAuthenticationError: DefaultAzureCredential failed to retrieve a token from the included credentials.',
    'azure-identity',
    'ClientAuthenticationError',
    null,
    'DefaultAzureCredential failed to retrieve a token from the included credentials.',
  ],
  [
    'EnvironmentCredential authentication unavailable. Environment variables are not fully configured.',
    'azure-identity',
    'EnvironmentCredential',
    null,
    'EnvironmentCredential authentication unavailable. Environment variables are not fully configured.',
  ],
  [
    'Microsoft.Graph.Models.ODataErrors.ODataError: Access is denied.',
    'graph-sdk',
    'ODataError',
    null,
    'Access is denied.',
  ],
  [
    'GraphError {\n statusCode: 404,\n message: "The user \'x\' is invalid."\n}',
    'graph-sdk',
    'GraphError',
    null,
    "The user 'x' is invalid.",
  ],
  [
    'raise ValueError("Unable to parse claims from response")',
    'graph-sdk',
    'ValueError',
    null,
    'Unable to parse claims from response',
  ],
  [
    'Connect-MgGraph: Invalid JWT access token.',
    'graph-sdk',
    'Connect-MgGraph',
    null,
    'Connect-MgGraph: Invalid JWT access token.',
  ],
  [
    'DialogContextError: Could not find Connection Setting with name teamsAuth\n    at x {\n  error: RestError: Could not find Connection Setting with name teamsAuth',
    'bot-framework',
    'DialogContextError',
    null,
    'Could not find Connection Setting with name teamsAuth',
  ],
  [
    'SendToConversationAsync -> 401\nError: Authorization has been denied for this request.',
    'bot-framework',
    'RestError',
    null,
    'Authorization has been denied for this request.',
  ],
  [
    'Unauthorized Access. Request is not authorized',
    'bot-framework',
    'BotFrameworkAuthentication',
    null,
    'Unauthorized Access. Request is not authorized',
  ],
  [
    '"<BotError>Agent returned unsuccessful status code NotImplemented"',
    'bot-framework',
    'BotError',
    'notimplemented',
    'Agent returned unsuccessful status code NotImplemented',
  ],
  [
    '{"name":"signin/failure","value":{"code":"resourcematchfailed","message":"Resource match failed"}}',
    'teams-js',
    'TeamsAuthError',
    'resourcematchfailed',
    'Resource match failed',
  ],
  ['getAuthToken failed: CancelledByUser', 'teams-js', 'TeamsAuthError', 'cancelledbyuser', ''],
  [
    'App resource defined in manifest and iframe origin do not match',
    'teams-js',
    'getAuthToken',
    null,
    'App resource defined in manifest and iframe origin do not match',
  ],
  [
    'org.springframework.security.oauth2.core.OAuth2AuthenticationException: [invalid_token_response] An error occurred',
    'spring',
    'OAuth2AuthenticationException',
    'invalid_token_response',
    '[invalid_token_response] An error occurred',
  ],
  ['Exception: Correlation failed.\n   at X', 'aspnet', 'AuthenticationFailureException', null, 'Correlation failed.'],
  [
    'IDW10201: Neither scope nor roles claim was found.',
    'aspnet',
    'IDW10201',
    'idw10201',
    'IDW10201: Neither scope nor roles claim was found.',
  ],
  [
    'Microsoft.IdentityModel.Tokens.SecurityTokenNotYetValidException: IDX10222: Lifetime validation failed.',
    'identity-model',
    'SecurityTokenNotYetValidException',
    'idx10222',
    'IDX10222: Lifetime validation failed.',
  ],
  [
    'Office.auth.getAccessToken {"code":13003,"name":"User Type Not Supported"}',
    'office-js',
    'getAccessToken',
    '13003',
    'code":13003,"name":"User Type Not Supported',
  ],
  [
    'IDX10511: Signature validation failed.',
    'identity-model',
    'IDX10511',
    'idx10511',
    'IDX10511: Signature validation failed.',
  ],
  [
    '"authentication failed due to: In collectInfoFromReq: missing state in the request","time":"x"',
    'passport',
    'OIDCStrategy',
    null,
    'authentication failed due to: In collectInfoFromReq: missing state in the request',
  ],
  [
    '[next-auth][error][OAUTH_CALLBACK_ERROR] \nhttps://next-auth.js.org/errors#oauth_callback_error State cookie was missing. {\n  error: TypeError: State cookie was missing.',
    'next-auth',
    'OAuthCallbackError',
    'oauth_callback_error',
    'State cookie was missing.',
  ],
  [
    '[auth][error] InvalidCheck: pkceCodeVerifier value could not be parsed',
    'next-auth',
    'InvalidCheck',
    null,
    'pkceCodeVerifier value could not be parsed',
  ],
  [
    'jwt.exceptions.ExpiredSignatureError: Signature has expired',
    'jose',
    'ExpiredSignatureError',
    null,
    'Signature has expired',
  ],
  [
    "{ name: 'TokenExpiredError', message: 'jwt expired', expiredAt: x }",
    'jose',
    'TokenExpiredError',
    null,
    'jwt expired',
  ],
  [
    'JsonWebTokenError: jwt audience invalid. expected: api://x',
    'jose',
    'JsonWebTokenError',
    null,
    'jwt audience invalid. expected: api://x',
  ],
  [
    'JWTExpired: "exp" claim timestamp check failed\n  code: \'ERR_JWT_EXPIRED\',',
    'jose',
    'JWTExpired',
    'err_jwt_expired',
    '"exp" claim timestamp check failed',
  ],
  ['A1 NO AUTHENTICATE failed.', 'exchange', 'IMAP', null, 'AUTHENTICATE failed.'],
  [
    '535 5.7.3 Authentication unsuccessful [X.prod.outlook.com]',
    'exchange',
    'SMTP',
    '5.7.3',
    '535 5.7.3 Authentication unsuccessful [X.prod.outlook.com]',
  ],
  [
    "smtplib.SMTPAuthenticationError: (535, b'5.7.139 Authentication unsuccessful, basic authentication is disabled.')",
    'exchange',
    'SMTPAuthenticationError',
    '5.7.139',
    "(535, b'5.7.139 Authentication unsuccessful, basic authentication is disabled.')",
  ],
  [
    '<faultstring>ExchangeImpersonation SOAP header must be present for this type of OAuth token.</faultstring>',
    'exchange',
    'SoapFault',
    null,
    'ExchangeImpersonation SOAP header must be present for this type of OAuth token.',
  ],
  [
    'Add-AzureAccount : AADSTS50055: Password is expired.\nAt C:\\x.ps1:38 char:1\n    + CategoryInfo          : CloseError: (:) [Add-AzureAccount], AadAuthenticationFailedException',
    'adal',
    'AadAuthenticationFailedException',
    null,
    'AADSTS50055: Password is expired.',
  ],
];

describe('exceptions', () => {
  it.each(ROWS)('reads %s', (paste, library, type, code, message) => {
    expect(read(paste)).toEqual([{ library, type, code, message }]);
  });

  it('reads a bot’s last resort and what it caught', () => {
    expect(read('[onTurnError] unhandled error: Could not find Connection Setting with name Graph')).toMatchObject([
      { library: 'bot-framework', type: 'onTurnError' },
      { library: 'bot-framework', type: 'RestError', message: 'Could not find Connection Setting with name Graph' },
    ]);
  });

  it('tells a refused token exchange from one that nobody answered', () => {
    expect(read('{"name":"signin/tokenExchange"} -> 412 Precondition Failed')).toMatchObject([{ code: '412' }]);
    expect(read('{"name":"signin/tokenExchange"} -> 501')).toMatchObject([{ code: 'notimplemented' }]);
    expect(read('{"name":"signin/tokenExchange"} -> 200')).toEqual([]);
  });

  it('reads a sentence that the terminal wrapped', () => {
    expect(read('Could not find Connection\n   Setting with name Graph')).toMatchObject([{ type: 'RestError' }]);
  });

  it('points its span at the type and its message in the paste', () => {
    const paste = 'log\nmsal: ClientAuthError: state_mismatch: State mismatch error.\nnext';
    const [first] = readExceptions(unwrap(paste));
    expect(paste.slice(first!.span.start, first!.span.end)).toBe(
      'ClientAuthError: state_mismatch: State mismatch error.',
    );
  });

  it('reads what a log repeats once', () => {
    expect(read('IDX10223: Lifetime validation failed. The token is expired.\n'.repeat(50))).toHaveLength(1);
  });

  it.each([
    ['code that catches', 'catch (MsalUiRequiredException ex) { throw new MsalServiceException("a"); }'],
    ['code that compares', 'if (e.errorCode === "interaction_in_progress") retry();'],
    ['an import', 'import { InteractionRequiredAuthError } from "@azure/msal-browser";\nexcept ExpiredSignatureError:'],
    ['a frame', '    at GraphServiceException.createFromConnection(GraphServiceException.java:501)'],
    ['a page’s address', 'see https://next-auth.js.org/errors#oauth_callback_error'],
    ['a longer word', 'my_interaction_in_progress_flag, MyClientAuthErrorHandler'],
    ['Java’s own AuthenticationException', 'javax.naming.AuthenticationException: [LDAP: error code 49]'],
    ['somebody’s ServerError', 'ServerError: the database is away'],
    ['a version', 'version 535.5.7.3 and 5.7.139'],
    ['AWS', 'botocore.exceptions.ClientError: An error occurred (ExpiredToken) when calling ListBuckets'],
    ['prose', 'Authentication failed, correlation id 7, state not found in the list.'],
  ])('reads nothing from %s', (_name, paste) => {
    expect(read(paste)).toEqual([]);
  });

  it('keeps no secret in a message', () => {
    const jwt = 'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJ4In0.c2lnbmF0dXJl';
    const all = JSON.stringify(
      read(
        `MsalServiceException: sent ${jwt} with refresh_token=0.AXoAhRabcdefghijklmnopqrstuvw and Bearer abcdefghijklmnopqrstuvwxyz012345`,
      ),
    );
    expect(all).not.toMatch(/eyJ0eXAi|0\.AXoAh|abcdefghijkl/);
  });
});

describe('the table of libraries', () => {
  it('names each library once, each phrase in lower case', () => {
    const names = LIBRARIES.map((words) => words.library);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(EXCEPTION_LIBRARIES).toContain(name);
    for (const { phrases } of LIBRARIES) {
      for (const { phrase } of phrases) expect(phrase).toMatch(/^(?! )[\x20-\x40\x5b-\x7e]{8,}(?<! )$/);
    }
  });

  it('finds every sentence that needs nothing around it', () => {
    for (const { library, phrases } of LIBRARIES) {
      for (const { phrase, when } of phrases) {
        if (when !== undefined) continue;
        expect(
          read(`log: ${phrase} x`).map((item) => item.library),
          phrase,
        ).toContain(library);
      }
    }
  });

  it('finds every type that needs nothing around it', () => {
    for (const { library, types } of LIBRARIES) {
      for (const type of types) {
        if (typeof type !== 'string') continue;
        expect(read(`${type}: something`), type).toMatchObject([{ type, library }]);
      }
    }
  });
});

describe('any text', () => {
  it('is read without a throw, bounded and in order', () => {
    const words = LIBRARIES.flatMap(({ types, codes, phrases }) => [
      ...types.map((type) => (typeof type === 'string' ? type : type.type)),
      ...codes,
      ...phrases.map(({ phrase }) => phrase),
    ]);
    const piece = fc.oneof(
      fc.constantFrom(...words),
      fc.constantFrom(
        ': ',
        '\n',
        ' at ',
        '{',
        '"',
        "'",
        'IDX10222',
        '535 5.7.3',
        'errorCode: ',
        'message: "',
        '[',
        ']',
        '.',
      ),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 50 }), (pieces) => {
        const paste = pieces.join('');
        const all = readExceptions(unwrap(paste));
        expect(all.length).toBeLessThanOrEqual(100);
        let last = 0;
        for (const { span, message } of all) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeLessThanOrEqual(paste.length);
          expect(message.length).toBeLessThanOrEqual(600);
          last = span.start;
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    'MsalServiceException: ',
    'GraphError { ',
    'IDX10222: ',
    '535 5.7.139 ',
    'state_not_found: ',
    'a.',
    'authentication failed ',
  ])('reads a hostile run of %s in time', (unit) => {
    const views = unwrap(unit.repeat(Math.ceil(400_000 / unit.length)));
    expectWithin(1500, () => readExceptions(views));
  });
});
