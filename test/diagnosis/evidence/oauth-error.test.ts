import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOAuthErrors } from '../../../src/diagnosis/evidence/oauth-error.ts';
import { unwrap } from '../../../src/diagnosis/text/unwrap.ts';
import { expectWithin } from '../../processor-time.ts';

const read = (paste: string) => readOAuthErrors(unwrap(paste)).map(({ span: _span, kind: _kind, ...rest }) => rest);
const error = (
  name: string,
  description: string,
  where: 'body' | 'redirect' | 'text',
  suberror: string | null = null,
) => ({
  error: name,
  description,
  suberror,
  where,
});

describe('token endpoint bodies', () => {
  it('reads error, description, suberror and claims', () => {
    const claims = '{"access_token":{"capolids":{"essential":true,"values":["8fb03cb6"]}}}';
    const [found] = read(
      JSON.stringify({
        error: 'interaction_required',
        error_description: 'AADSTS50079: The user is required.',
        error_codes: [50079],
        claims,
        suberror: 'basic_action',
      }),
    );
    expect(found).toMatchObject(
      error('interaction_required', 'AADSTS50079: The user is required.', 'body', 'basic_action'),
    );
    expect(found!.claims).toMatchObject({ json: claims, asked: ['capolids'] });
  });

  it.each([
    ['a Python dictionary', "{'error': 'invalid_grant', 'error_description': 'AADSTS70043: It expired.'}"],
    ['bytes of Python', `b'{"error":"invalid_grant","error_description":"AADSTS70043: It expired."}'`],
    ['a Java map', '{error=invalid_grant, error_description=AADSTS70043: It expired.}'],
    ['doubled quotes of CSV', '{""error"":""invalid_grant"",""error_description"":""AADSTS70043: It expired.""}'],
    ['escaped JSON', '"{\\"error\\":\\"invalid_grant\\",\\"error_description\\":\\"AADSTS70043: It expired.\\"}"'],
    [
      'the other order',
      '{"error_description":"AADSTS70043: It expired.","error":"invalid_grant","error_uri":"https:\\/\\/login.microsoftonline.com\\/error?code=70043"}',
    ],
  ])('reads %s', (_name, paste) => {
    expect(read(paste)).toEqual([error('invalid_grant', 'AADSTS70043: It expired.', 'body')]);
  });

  it('reads a repeated body once and different ones apart', () => {
    const one = '{"error":"invalid_client","error_description":"AADSTS7000215: a"}\n';
    expect(read(one + one)).toHaveLength(1);
    expect(read(`${one}{"error":"invalid_client","error_description":"AADSTS700027: b"}`)).toHaveLength(2);
  });

  it.each([
    ['an error that is no OAuth name', '{"error":"Unauthorized","message":"nope","statusCode":401}'],
    ['Slack', '{"ok":false,"error":"invalid_auth"}'],
    ['a challenge', 'WWW-Authenticate: Bearer error="invalid_token", error_description="The audience is invalid"'],
    ['a challenge inside of PowerShell braces', '{Bearer realm="", error="invalid_token", error_description="x"}'],
    ['x-ms-diagnostics', 'x-ms-diagnostics: 2000003;reason="x";error_category="invalid_resource"'],
    ['AWS', 'An error occurred (ExpiredToken) when calling the ListBuckets operation'],
    ['a comparison', "if (e.error === 'invalid_grant' || case 'login_required')"],
    ['a longer word', 'my_invalid_grant_handler and INVALID_GRANT'],
  ])('reads nothing from %s', (_name, paste) => {
    expect(read(paste)).toEqual([]);
  });
});

describe('redirects', () => {
  it('reads a query and a fragment, percent and plus decoded', () => {
    expect(
      read(
        'https://app.example/cb?error=access_denied&error_description=AADSTS65004%3a+The+owner%27s+no.&error_uri=https%3a%2f%2flogin.microsoftonline.com%2ferror%3fcode%3d65004',
      ),
    ).toEqual([error('access_denied', "AADSTS65004: The owner's no.", 'redirect')]);
    expect(read('https://app.example/#error=login_required&error_description=AADSTS50058%3a+silent&state=x')).toEqual([
      error('login_required', 'AADSTS50058: silent', 'redirect'),
    ]);
  });

  it('reads the description before the error, and a subcode', () => {
    expect(
      read('https://app.example/cb?error_description=Cancelled+by+user&error_subcode=cancel&error=access_denied'),
    ).toEqual([error('access_denied', 'Cancelled by user', 'redirect', 'cancel')]);
  });

  it('reads a description that the browser shows decoded, and a form post', () => {
    expect(read('http://localhost/cb?error=access_denied&error_description=the user canceled it')).toEqual([
      error('access_denied', 'the user canceled it', 'redirect'),
    ]);
    expect(read('error=server_error&error_description=AADSTS90033%3a+Transient')).toEqual([
      error('server_error', 'AADSTS90033: Transient', 'redirect'),
    ]);
  });

  it('keeps the authorization code beside it out', () => {
    const paste = 'https://app.example/cb?code=0.AXoAhRzzzzzzzzzzzzzzzzzz&error=access_denied&error_description=no';
    expect(JSON.stringify(read(paste))).not.toContain('AXoAhR');
  });
});

describe('running text', () => {
  it.each([
    ['invalid_grant: AADSTS50173: The grant expired. Trace ID: x', 'invalid_grant', 'AADSTS50173: The grant expired.'],
    [
      'ServerError: invalid_request: 9002326 - [2025-09-02 21:27:17Z]: AADSTS9002326: Cross-origin.',
      'invalid_request',
      '9002326 - [2025-09-02 21:27:17Z]: AADSTS9002326: Cross-origin.',
    ],
    ['OAuthException [invalid_client] AADSTS7000222: expired', 'invalid_client', 'AADSTS7000222: expired'],
    ['[invalid_token_response] An error occurred', 'invalid_token_response', 'An error occurred'],
    ['Error: invalid_client', 'invalid_client', ''],
    ['MSALOAuthErrorKey=invalid_resource, MSALInternalErrorCodeKey=-42104', 'invalid_resource', ''],
    [
      'acquireTokenSilent: AADSTS50058: no user is signed in.|login_required',
      'login_required',
      'acquireTokenSilent: AADSTS50058: no user is signed in.',
    ],
    [
      'invalid_client\nAADSTS700025: Client is public. Trace ID: y',
      'invalid_client',
      'AADSTS700025: Client is public.',
    ],
    [
      'level=error error=invalid_grant error_description="AADSTS700082: inactive"',
      'invalid_grant',
      'AADSTS700082: inactive',
    ],
    [
      'failed [unsupported_response_type: The value is not valid.]',
      'unsupported_response_type',
      'The value is not valid.',
    ],
    ['waiting: authorization_pending', 'authorization_pending', ''],
  ])('reads %s', (paste, name, description) => {
    expect(read(paste)).toEqual([error(name, description, 'text')]);
  });

  it('adds no bare name to a body that has it', () => {
    expect(read('{"error":"invalid_grant","error_description":"AADSTS50173: x"}\ncaught invalid_grant')).toEqual([
      error('invalid_grant', 'AADSTS50173: x', 'body'),
    ]);
  });
});

describe('any text', () => {
  it('is read without a throw, bounded and in order', () => {
    const piece = fc.constantFrom(
      '{"error":"invalid_grant"',
      '"error_description":"',
      '?error=',
      'invalid_client',
      '&error_description=',
      '%3a',
      '+',
      'access_denied',
      '|',
      '=',
      '"',
      '{',
      '}',
      '\n',
      'suberror',
      ': ',
      'claims',
      '"{',
      '%zz',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 60 }), (pieces) => {
        const paste = pieces.join('');
        let last = 0;
        for (const { span, description } of readOAuthErrors(unwrap(paste))) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeLessThanOrEqual(paste.length);
          expect(description.length).toBeLessThanOrEqual(600);
          last = span.start;
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each(['?error=invalid_grant&a+b+', 'invalid_grant ', '_', '{"error":"', '|login_required ', '%3a'])(
    'reads a hostile run of %s in time',
    (unit) => {
      const views = unwrap(unit.repeat(Math.ceil(400_000 / unit.length)));
      expectWithin(1500, () => expect(readOAuthErrors(views).length).toBeLessThanOrEqual(100));
    },
  );
});

describe('an error that somebody had some time ago', () => {
  it.each([
    'We had invalid_client in March, maybe it is that again?',
    'Logins work. I had invalid_grant two weeks ago.',
    'Das hatten wir schon: da war es invalid_client im April.',
  ])('is none: %s', (paste) => expect(read(paste)).toEqual([]));

  it.each([
    'We have had invalid_client since March',
    'we got invalid_grant again, as last week',
    'The service was answered invalid_client',
  ])('is one where it still comes: %s', (paste) => expect(read(paste)).toHaveLength(1));
});
