import type { RequestEvidence } from '../evidence/evidence.ts';
import { wasLetIn } from '../facts/let-in.ts';
import type { RootCause } from './root-cause.ts';
import { theApi } from './words/wording.ts';

/** States of the Authorization header in which no API can find a token, with what each tells. */
const BROKEN: Partial<Record<NonNullable<RequestEvidence['authorization']>, string>> = {
  undefined: 'The word undefined (or null, None) was sent in the place of the token: the variable was never set',
  placeholder: 'A placeholder was sent in the place of the token',
  doubled: 'The header says Bearer twice: the variable already holds the word',
  unspaced: 'There is no space between Bearer and the token',
  quoted: 'The token stands in quotation marks inside the header',
};

/** What libraries say of a value that no header may have; nothing is sent then. Node, requests, http.client, Go, OkHttp. */
const UNSENDABLE = [
  'invalid character in header content ["authorization"]',
  "return character(s) in header value: 'bearer",
  "return character(s) in header value: ' bearer",
  "invalid header value b'bearer",
  'invalid header field value for "authorization"',
  'in authorization value: bearer',
] as const;

/** In the header, and as people print the type of what they have. */
const SECURE_STRING = ['bearer system.security.securestring', 'system.security.securestring'] as const;

export const tokenMalformed: RootCause = {
  id: 'token-malformed',
  title: 'What was sent is not a well-formed token',
  owner: 'app-developer',
  explanation:
    'The API found something behind Bearer that it cannot read as a token: the word undefined, a token cut short, a doubled Bearer, quotation marks, or another thing than an access token (a refresh token, an authorization code, a placeholder). An access token of a personal Microsoft account has no dots and is not a JWT; that is not a mistake by itself.',
  symptoms: [
    '«CompactToken parsing failed with error code: 80049217»',
    '«IDX14100: JWT is not well formed, there are no dots (.)»',
    '«Invalid JWT access token»',
  ],
  explains: ['token-missing', 'token-expired'],
  rules: [
    { kind: 'facts', phrases: SECURE_STRING, onlyWith: 'its phrases', test: () => undefined },
    {
      kind: 'facts',
      onlyWith: { evidence: ['request'] },
      test: (facts) => {
        const request = facts
          .of('request')
          .findLast((item) => item.authorization !== null && BROKEN[item.authorization] !== undefined);
        // Behind a token that was taken it is the one who pasted it that put a placeholder there.
        if (request === undefined || (request.authorization === 'placeholder' && wasLetIn(facts))) return undefined;
        return { strength: 'decisive', at: request.span, says: BROKEN[request.authorization!]! };
      },
    },
    {
      kind: 'facts',
      onlyWith: { evidence: ['token'] },
      test: (facts) => {
        const token = facts.of('token').find((item) => item.format === 'refresh' && item.sent);
        return (
          token && {
            strength: 'decisive',
            at: token.span,
            says: 'A refresh token was sent to the API; an API takes access tokens only',
          }
        );
      },
    },
    {
      kind: 'facts',
      onlyWith: { settings: ['sasl-bearer'] },
      test: (facts) => {
        const setting = facts.of('setting').find((item) => item.name === 'sasl-bearer');
        if (setting === undefined) return undefined;
        const state = setting.values[0] as keyof typeof BROKEN | 'word';
        return {
          strength: state === 'word' ? 'strong' : 'decisive',
          at: setting.span,
          says:
            BROKEN[state as keyof typeof BROKEN] ??
            'The XOAUTH2 string, decoded, holds a short word behind Bearer: an access token has several hundred letters',
        };
      },
    },
    {
      // Get-AzAccessToken of Az 14 and later gives a SecureString, and a string with one in it holds the name of its type.
      kind: 'phrase',
      phrases: [SECURE_STRING[0]],
      strength: 'decisive',
      says: 'The name of a .NET type was sent in place of the token: a SecureString has to be made a plain text first',
    },
    {
      // The EWS Managed API checks the form before it sends: a personal account's opaque token, or no JWT at all.
      kind: 'facts',
      phrases: ['the given token is invalid', 'oauthcredentials..ctor'],
      onlyWith: { phrases: ['the given token is invalid'] },
      test: (facts) => {
        const at = facts.phrase('the given token is invalid');
        return at !== undefined && facts.phrase('oauthcredentials..ctor') !== undefined
          ? {
              strength: 'strong',
              at,
              says: 'The EWS library takes only a JWT: what it was given has not that form (a personal account gets an opaque token)',
            }
          : undefined;
      },
    },
    {
      kind: 'phrase',
      // -2147184105 is 80049217 as a signed number, the form of older texts.
      phrases: [
        'compacttoken parsing failed',
        '80049217',
        '2147184105',
        '8004920a',
        'invalid jwt access token',
        'access token is not a well formed',
        'not a well-formed jwt',
        'access token is malformed',
        'idx10708',
        'invalid jws',
        'invalid compact jws',
        'failed to decode jwt',
        'no securitytokenvalidator available for token',
        'invalid unsecured/jws/jwe header',
        'invalid jwt serialization',
        'malformedjwtexception',
        'bearer token is malformed',
        'jsonwebtokenerror: invalid token',
      ],
      strength: 'decisive',
      when: (facts) =>
        !facts.of('token').some((item) => item.format === 'opaque') &&
        // jose4j writes «Invalid JWS Signature» where it could read the token very well.
        facts.phrase('invalid jws signature') === undefined,
      says: 'The API could not read what came as a token',
    },
    {
      kind: 'phrase',
      phrases: [
        'jwt is not well formed',
        'idx12741',
        'idx14100',
        'idx12709',
        // One dot, no dots where four are due, more than four; neither form; a part that is no base64url.
        'idx14120',
        'idx14107',
        'token string does not match the token formats',
        'idx14101',
        'idx14102',
        'jwt malformed',
        'not enough segments',
        'invalid token format',
        'jwt strings must contain exactly 2 period characters',
        'token contains an invalid number of segments',
        'wrong number of segments',
        'malformed token',
        'malformed jwt',
        'jwt is not in the form of header.payload.signature',
        'not enough or too many segments',
        'missing dot delimiter',
        'expected to have 3 parts, but got',
      ],
      strength: 'strong',
      when: (facts) => !facts.of('token').some((item) => item.format === 'opaque'),
      says: "A JWT has two dots; what was sent has none: a refresh token, a code, a placeholder, or a personal account's opaque token",
    },
    {
      kind: 'phrase',
      phrases: UNSENDABLE,
      strength: 'strong',
      says: 'The library refuses to send the header: a line break or another character that no header may have stands in it',
    },
    {
      // Three dots, or more than four: a token of another service in a form of its own, two tokens in one, or one cut short.
      kind: 'phrase',
      phrases: ['idx14121', 'idx14122', 'jwt is not a well formed jwe'],
      strength: 'strong',
      says: 'A JWT has two dots and an encrypted one four; what was sent has another number: a token of another service in a form of its own, or two run together',
    },
    {
      kind: 'facts',
      phrases: ['jwt is not well formed', 'idx14100'],
      onlyWith: 'its phrases',
      test: (facts) => {
        const opaque = facts.of('token').find((item) => item.format === 'opaque');
        if (opaque === undefined || facts.anyPhrase('jwt is not well formed', 'idx14100') === undefined)
          return undefined;
        return {
          strength: 'hint',
          at: opaque.span,
          says: 'The token of a personal account has no dots, and need not have any',
        };
      },
    },
  ],
  headline: (facts) => {
    const state = facts
      .of('request')
      .findLast((item) => item.authorization !== null && BROKEN[item.authorization] !== undefined)?.authorization;
    switch (state) {
      case 'undefined':
        return `The word undefined was sent to ${theApi(facts)} in the place of the access token.`;
      case 'doubled':
        return 'The Authorization header says Bearer twice.';
      case 'unspaced':
        return 'There is no space between Bearer and the token.';
      default:
        if (facts.anyPhrase(...UNSENDABLE) !== undefined)
          return 'The Authorization header cannot be sent: a line break, or another character that no header may have, stands in it.';
        return `What was sent to ${theApi(facts)} behind Bearer is not a well-formed access token.`;
    }
  },
  steps: (facts) => [
    ...(facts.anyPhrase(...SECURE_STRING) === undefined
      ? []
      : [
          {
            text: 'Get-AzAccessToken of Az 14 and later gives a SecureString: make it a plain text before it goes into the header (PowerShell 7):',
            value:
              '(Get-AzAccessToken -ResourceUrl https://graph.microsoft.com).Token | ConvertFrom-SecureString -AsPlainText',
          },
        ]),
    ...(facts.anyPhrase(...UNSENDABLE) === undefined
      ? []
      : [
          {
            text: 'Cut what stands before and behind the token: trim(), strip(); a file, a secret store or a copied line ends with a line break.',
          },
        ]),
    {
      text: 'Log the length of the token and its first three characters right before the call: a JWT begins with eyJ and has two dots.',
    },
    {
      text: 'Take the field access_token (accessToken in MSAL) of the answer: not id_token, refresh_token or code, and not the whole object.',
    },
    {
      text: 'Build the header once, with one Bearer and one space, without quotation marks or line ends:',
      value: 'Authorization: Bearer <access token>',
    },
    { text: 'Where the variable is empty or undefined, the sign-in before it failed: find that error first.' },
  ],
  patches: ['authorization-header'],
  check: () => ({
    text: 'This prints 2 for a JWT, and the call answers 200:',
    command:
      'echo -n "$TOKEN" | tr -cd . | wc -c; curl -i https://graph.microsoft.com/v1.0/me -H "Authorization: Bearer $TOKEN"',
  }),
  sources: [
    { title: 'RFC 6750, section 2.1', url: 'https://www.rfc-editor.org/rfc/rfc6750#section-2.1' },
    {
      title: 'Access tokens in the Microsoft identity platform',
      url: 'https://learn.microsoft.com/entra/identity-platform/access-tokens',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste: `requests.exceptions.InvalidHeader: Invalid leading whitespace, reserved character(s), or return character(s) in header value: 'Bearer eyJ0eXAiOi...\\n'`,
    },
    { paste: 'TypeError [ERR_INVALID_CHAR]: Invalid character in header content ["Authorization"]' },
    {
      paste: `PS> $h.Authorization
Bearer System.Security.SecureString
Invoke-RestMethod: 401 Unauthorized`,
      verdict: 'certain',
    },
    {
      paste:
        '{"error":{"code":"InvalidAuthenticationToken","message":"IDX14121: JWT is not a well formed JWE, there must be four dots (.)."}}',
    },
    {
      // user=desk@contoso.com^Aauth=Bearer token.txt^A^A
      paste:
        'C: A1 AUTHENTICATE XOAUTH2 dXNlcj1kZXNrQGNvbnRvc28uY29tAWF1dGg9QmVhcmVyIHRva2VuLnR4dAEB\nS: A1 NO AUTHENTICATE failed. (outlook.office365.com)',
    },
    {
      paste: `www-authenticate: Bearer error="invalid_token", error_description="Bearer token is malformed"`,
      verdict: 'certain',
    },
    {
      paste: `System.ArgumentException: The given token is invalid.
   at Microsoft.Exchange.WebServices.Data.OAuthCredentials..ctor(String token, Boolean verbatim)
   at Sync.MailReader.Connect() in C:\\src\\MailReader.cs:line 51`,
    },
    { paste: 'io.jsonwebtoken.MalformedJwtException: JWT strings must contain exactly 2 period characters. Found: 0' },
    {
      paste:
        '{"error":{"code":"InvalidAuthenticationToken","message":"CompactToken parsing failed with error code: 80049217"}}',
      verdict: 'certain',
    },
    {
      paste: 'GET https://graph.microsoft.com/v1.0/me\nAuthorization: Bearer undefined\n\nHTTP/1.1 401 Unauthorized',
      verdict: 'certain',
    },
    {
      paste:
        'curl -H "Authorization: Bearer Bearer eyJ0eXAi" https://graph.microsoft.com/v1.0/me\n{"error":{"code":"InvalidAuthenticationToken","message":"CompactToken parsing failed with error code: 8004920A"}}',
      verdict: 'certain',
    },
    {
      paste:
        'InvalidAuthenticationToken: IDX14100: JWT is not well formed, there are no dots (.).\nThe token needs to be in JWS or JWE Compact Serialization Format.',
    },
    {
      paste: `$t = (Get-AzAccessToken -ResourceUrl https://graph.microsoft.com).Token
$t.GetType() says System.Security.SecureString
InvokeRestMethod: IDX14100: JWT is not well formed, there are no dots (.)`,
    },
  ],
  nearMisses: [
    {
      paste: `JWT rejected due to invalid signature. Additional details: [[9] Invalid JWS Signature]`,
      cause: 'signature-invalid',
    },
    {
      paste: `Microsoft.Exchange.WebServices.Data.ServiceRequestException: The request failed. The remote server returned an error: (401) Unauthorized.
   at Sync.MailReader.Connect()`,
      cause: 'not-enough-evidence',
    },
    {
      paste:
        '{"error":{"code":"InvalidAuthenticationToken","message":"CompactToken validation failed with reason code: 80049228."}}',
      cause: 'token-expired',
    },
    {
      paste: '{"error":{"code":"InvalidAuthenticationToken","message":"Access token is empty."}}',
      cause: 'token-missing',
    },
  ],
};
