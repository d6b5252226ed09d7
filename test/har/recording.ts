/** Made-up credentials, in the forms of real ones: none of them may come out anywhere. */
const part = (claims: object): string => Buffer.from(JSON.stringify(claims)).toString('base64url');

export const SIGNATURE = 'c2lnbmF0dXJlLW9mLXRoZS1yZWNvcmRlZC10b2tlbi10aGF0LWlzLWxvbmc';
/** For the app's own API, sent to Graph; it works until 09:30 on 2 March 2026. */
export const TOKEN = `${part({ alg: 'RS256', typ: 'JWT', kid: 'k1' })}.${part({
  aud: 'api://11111111-2222-4333-8444-555555555555',
  iss: 'https://sts.windows.net/22222222-2222-4333-8444-555555555555/',
  tid: '22222222-2222-4333-8444-555555555555',
  appid: '33333333-2222-4333-8444-555555555555',
  scp: 'access_as_user',
  iat: Date.parse('2026-03-02T08:30:00Z') / 1000,
  nbf: Date.parse('2026-03-02T08:30:00Z') / 1000,
  exp: Date.parse('2026-03-02T09:30:00Z') / 1000,
})}.${SIGNATURE}`;
export const COOKIE = 'ESTSAUTHPERSISTENT=1.AXcAqN3kNm5vS0q9cookievaluethatislongenough; buid=0.AXcAbuidvalue12345';
export const CLIENT_SECRET = 'x8Q~kQ2fV7sZ0pLmN4tRbY6uHc1dE3gJ5aWq9';
export const CODE = '0.AXcAqN3kNm5vS0q9AbCdEfGhIjKlMnOpQrStUvWxYz0123456789codecode';

export interface Recorded {
  readonly method?: string;
  readonly url: string;
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly postData?: object;
  readonly status?: number;
  readonly statusText?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly mimeType?: string;
  readonly body?: string;
  readonly base64?: boolean;
  readonly redirectURL?: string;
  readonly error?: string;
}

/** One entry as Chrome writes it. */
export function entryOf(call: Recorded): object {
  const { body = '', base64 = false, error } = call;
  return {
    _initiator: { type: 'script' },
    _resourceType: 'fetch',
    startedDateTime: '2026-03-02T08:58:01.120Z',
    time: 121.4,
    request: {
      method: call.method ?? 'GET',
      url: call.url,
      httpVersion: 'http/2.0',
      headers: [{ name: ':authority', value: new URL(call.url).host }, ...pairs(call.requestHeaders ?? {})],
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: 0,
      ...(call.postData === undefined ? {} : { postData: call.postData }),
    },
    response: {
      status: call.status ?? 200,
      statusText: call.statusText ?? '',
      httpVersion: 'http/2.0',
      headers: pairs(call.headers ?? {}),
      cookies: [],
      content: {
        size: body.length,
        mimeType: call.mimeType ?? 'application/json',
        ...(body === '' ? {} : { text: base64 ? Buffer.from(body).toString('base64') : body }),
        ...(base64 ? { encoding: 'base64' } : {}),
      },
      redirectURL: call.redirectURL ?? '',
      headersSize: -1,
      bodySize: -1,
      _transferSize: 900,
      _error: error ?? null,
    },
    cache: {},
    timings: { blocked: 1, dns: -1, send: 0.1, wait: 100, receive: 1 },
  };
}

function pairs(headers: Readonly<Record<string, string>>): object[] {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}

export function recordingOf(calls: readonly Recorded[]): string {
  return JSON.stringify({
    log: {
      version: '1.2',
      creator: { name: 'WebInspector', version: '537.36' },
      pages: [{ startedDateTime: '2026-03-02T08:58:00.000Z', id: 'page_1', title: 'https://app.contoso.com/' }],
      entries: calls.map(entryOf),
    },
  });
}

/** Graph refuses a token that was issued for the app's own API. */
export const WRONG_AUDIENCE: Recorded = {
  url: 'https://graph.microsoft.com/v1.0/me/events?$top=10',
  requestHeaders: { authorization: `Bearer ${TOKEN}`, cookie: COOKIE, origin: 'https://app.contoso.com' },
  status: 401,
  statusText: 'Unauthorized',
  headers: {
    'content-type': 'application/json',
    date: 'Mon, 02 Mar 2026 08:58:01 GMT',
    'www-authenticate':
      'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"',
    'request-id': '6f0e8a52-7d0b-4a63-9a52-0f1d2c3b4a5e',
  },
  body: '{"error":{"code":"InvalidAuthenticationToken","message":"Access token validation failure. Invalid audience.","innerError":{"date":"2026-03-02T08:58:01","request-id":"6f0e8a52-7d0b-4a63-9a52-0f1d2c3b4a5e"}}}',
};

/** The token endpoint refuses the client secret. */
export const WRONG_SECRET: Recorded = {
  method: 'POST',
  url: 'https://login.microsoftonline.com/22222222-2222-4333-8444-555555555555/oauth2/v2.0/token',
  requestHeaders: { 'content-type': 'application/x-www-form-urlencoded', cookie: COOKIE },
  postData: {
    mimeType: 'application/x-www-form-urlencoded',
    params: [
      { name: 'grant_type', value: 'authorization_code' },
      { name: 'client_id', value: '33333333-2222-4333-8444-555555555555' },
      { name: 'client_secret', value: CLIENT_SECRET },
      { name: 'code', value: CODE },
    ],
  },
  status: 401,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: '{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app \'33333333-2222-4333-8444-555555555555\'. Trace ID: 0a1b2c3d-0000-4333-8444-555555555555 Correlation ID: 1a1b2c3d-0000-4333-8444-555555555555 Timestamp: 2026-03-02 08:58:02Z","error_codes":[7000215]}',
};

/** Entra ID's error page, which comes with status 200. */
export const ERROR_PAGE: Recorded = {
  url: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=33333333-2222-4333-8444-555555555555&redirect_uri=https%3A%2F%2Fapp.contoso.com%2Fcallback&response_type=code&scope=openid&state=abc',
  status: 200,
  mimeType: 'text/html',
  body: `<!DOCTYPE html><html><head><title>Sign in to your account</title></head><body><script>${'var filler = 1; '.repeat(400)}$Config={"strMainMessage":"Sorry, but we’re having trouble signing you in.","strServiceExceptionMessage":"AADSTS50011: The redirect URI 'https://app.contoso.com/callback' specified in the request does not match the redirect URIs configured for the application '33333333-2222-4333-8444-555555555555'."};${'var filler = 2; '.repeat(400)}</script></body></html>`,
};

/** The same error told to the app twice: in the redirect, and in the address that it leads to. */
export const TOLD_BY_REDIRECT: readonly Recorded[] = ((): Recorded[] => {
  const callback =
    'https://app.contoso.com/callback?error=access_denied&error_description=AADSTS65004%3a+User+declined+to+consent+to+access+the+app.&state=abc';
  return [
    {
      method: 'POST',
      url: 'https://login.microsoftonline.com/common/Consent/Set',
      status: 302,
      redirectURL: callback,
      headers: { location: callback },
    },
    { url: callback, status: 200, mimeType: 'text/html', body: '<html>ok</html>' },
  ];
})();

export const FINE: readonly Recorded[] = [
  { url: 'https://app.contoso.com/', mimeType: 'text/html', body: '<html>AADSTS50011 is what we had yesterday</html>' },
  { url: 'https://app.contoso.com/logo.png', mimeType: 'image/png', body: 'iVBORw0KGgo=' },
  {
    url: 'https://graph.microsoft.com/v1.0/me',
    requestHeaders: { authorization: `Bearer ${TOKEN}`, cookie: COOKIE },
    body: '{"displayName":"Anna"}',
  },
];

export const NOISE: readonly Recorded[] = [
  { url: 'https://app.contoso.com/favicon.ico', status: 404, mimeType: 'text/html', body: 'Not found' },
  { url: 'https://telemetry.example.com/collect?k=1', status: 0, error: 'net::ERR_BLOCKED_BY_CLIENT' },
];
