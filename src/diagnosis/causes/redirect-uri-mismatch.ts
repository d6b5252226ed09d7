import type { FixStep } from '../diagnosis.ts';
import type { Facts } from '../facts/facts.ts';
import { madeOnce } from '../made-once.ts';
import type { Span } from '../text/span.ts';
import { codeFlow } from './credentials/code-flow.ts';
import type { RootCause, Signal } from './root-cause.ts';
import { appleInternalError } from './words/apple-msal-codes.ts';
import { retold } from './words/told.ts';
import { ourApp, sentence, theApp, withValue } from './words/wording.ts';

interface TwoAddresses {
  readonly sent: string;
  readonly asked: string;
}

/** Both addresses of AADSTS500112: the token request's, and the authorization request's. */
function atRedemption(facts: Facts): TwoAddresses | undefined {
  for (const { code, message } of facts.of('aadsts')) {
    if (code !== 500112) continue;
    const match =
      /address '?(https?:\/\/[^\s'"<>]{3,300}?)'? does not match the reply address '?(https?:\/\/[^\s'"<>]{3,300}?)'? provided/i.exec(
        message,
      );
    if (match !== null) return { sent: match[1]!, asked: match[2]! };
  }
  return undefined;
}

/** The https form of an http address on a public host, which cannot be registered; `undefined` for all others. */
function publicHttps(uri: string): string | undefined {
  return /^http:\/\/(?!localhost\b|127\.0\.0\.1|\[::1\])/.test(uri) ? uri.replace(/^http:/, 'https:') : undefined;
}

/** What MSAL for Android and iOS say. */
const MOBILE = [
  "redirect uri in the configuration file doesn't match with the one generated with package name",
  "redirect uri doesn't match the uri generated with caller package name",
  "is not registered in the app's info.plist",
  'intent filter for: browsertabactivity is missing',
  // The broker of Apple platforms.
  'redirect uri has incorrect scheme - it must be in the form of',
  'source application does not match redirect uri host',
] as const;
/** What MSAL.NET says of another address than loopback with the system browser. */
const LOOPBACK = 'only loopback redirect uri is supported';

const BOT_REDIRECT = /token\.botframework\.(?:com|azure\.us)\/\.auth\/web\/redirect/i;

/** The authorize and the token request must carry the same address, byte for byte (RFC 6749, section 4.1.3). */
function twoAddresses(facts: Facts): Signal | undefined {
  const sent = facts.of('oauth-request').flatMap((item) => item.parameters.redirect_uri ?? []);
  const settings = facts
    .of('setting')
    .filter((item) => item.name === 'redirect-uri')
    .flatMap((item) => item.values);
  const all = [...new Set([...sent, ...settings].filter((uri) => /^[a-z][a-z0-9+.-]*:\/\//i.test(uri)))];
  if (all.length < 2 || facts.of('setting').some((item) => item.name === 'registered-redirect-uris')) return undefined;
  const [one, other] = all as [string, string];
  const near =
    one.replace(/\/$/, '').toLowerCase() === other.replace(/\/$/, '').toLowerCase() ||
    one.split('/')[2] === other.split('/')[2];
  const failed = facts.of('oauth-error').length > 0 || facts.of('aadsts').length > 0;
  if (!near || !failed) return undefined;
  return {
    strength: 'strong',
    at: facts.of('setting').find((item) => item.name === 'redirect-uri')?.span,
    says: `Two redirect addresses stand in this: ${one} and ${other}. They must be the same to the last character`,
  };
}

/** Both requests of one sign-in, each with its address: where these differ, the second is refused whatever else is right. */
function inOneFlow(facts: Facts): Signal | undefined {
  const two = facts.of('aadsts').length > 0 ? undefined : ofOneFlow(facts);
  return (
    two && {
      strength: 'strong',
      at: two.at,
      says: `The sign-in was asked for with ${two.asked}, and the code is redeemed with ${two.sent}. They must be the same to the last character`,
    }
  );
}

function ofOneFlow(facts: Facts): (TwoAddresses & { readonly at: Span }) | undefined {
  const flow = codeFlow(facts);
  const asked = flow?.asked.parameters.redirect_uri;
  const sent = flow?.redeemed.parameters.redirect_uri;
  return flow === undefined || asked === undefined || sent === undefined || asked === sent
    ? undefined
    : { asked, sent, at: flow.redeemed.span };
}

/** The address that was sent against the list of the registration. */
function againstRegistration(facts: Facts): Signal | undefined {
  const registered = facts
    .of('setting')
    .filter((item) => item.name === 'registered-redirect-uris')
    .flatMap((item) => item.values);
  const sent = facts.values.redirectUri;
  if (sent === undefined || registered.length === 0 || registered.includes(sent)) return undefined;
  return {
    strength: 'strong',
    at: facts.of('setting').find((item) => item.name === 'registered-redirect-uris')?.span,
    says: `${sent} is not among the registered addresses: ${registered.slice(0, 4).join(', ')}`,
  };
}

/** What tells two addresses apart that a person takes for the same. */
function nearness(sent: string, registered: string): string | undefined {
  if (sent === registered) return undefined;
  if (withoutSlash(sent) === withoutSlash(registered))
    return sent.endsWith('/') ? 'without the slash at the end' : 'with a slash at the end';
  if (sent.toLowerCase() === registered.toLowerCase()) return 'in other capital letters';
  const [one, other] = [PARTS.exec(sent)?.groups, PARTS.exec(registered)?.groups];
  if (one === undefined || other === undefined) return undefined;
  const path = one.path === other.path;
  if (path && one.host === other.host && one.port === other.port)
    return `with ${other.scheme} in place of ${one.scheme}`;
  if (path && one.host === other.host) return 'with another port';
  if (path && one.scheme === other.scheme) return `at the host ${other.host}${other.port ?? ''}`;
  return one.scheme === other.scheme && one.host === other.host && one.port === other.port
    ? `with the path ${other.path === '' ? '/' : other.path}`
    : undefined;
}

/** What people type differs as it is typed, so that nothing is normalised. */
const PARTS =
  /^(?<scheme>[a-z][a-z0-9+.-]{0,40}):\/\/(?<host>[^/?#:]{1,253})(?<port>:\d{1,5})?(?<path>[/?][^#]{0,2000})?$/i;

function withoutSlash(uri: string): string {
  return uri.endsWith('/') ? uri.slice(0, -1) : uri;
}

interface Nearest {
  readonly uri: string;
  readonly how: string;
  readonly platform?: string;
}

/** Headline and steps ask for it in turn. */
const NEAREST = madeOnce((facts: Facts): { readonly found: Nearest | undefined } => ({ found: nearestTo(facts) }));

/** The registered address that comes nearest to the one that was sent, and its platform where the list says it. */
function nearestRegistered(facts: Facts): Nearest | undefined {
  return facts.once(NEAREST).found;
}

function nearestTo(facts: Facts): Nearest | undefined {
  const sent = facts.values.redirectUri;
  if (sent === undefined) return undefined;
  for (const setting of facts.of('setting')) {
    if (setting.name !== 'registered-redirect-uris') continue;
    for (const uri of setting.values) {
      const how = nearness(sent, uri);
      if (how === undefined) continue;
      const platform = PLATFORM_OF.find(([key]) => setting.key.toLowerCase().startsWith(key))?.[1];
      return { uri, how, ...(platform === undefined ? {} : { platform }) };
    }
  }
  return undefined;
}

const PLATFORM_OF: readonly (readonly [key: string, platform: string])[] = [
  ['spa', 'Single-page application'],
  ['publicclient', 'Mobile and desktop applications'],
  ['web', 'Web'],
];

/** Addresses of a scheme of one's own come back to a program on the machine or phone. */
function platformFor(uri: string | undefined): string {
  return uri !== undefined && /^[a-z][a-z0-9+.-]{2,80}:/i.test(uri) && !/^https?:/i.test(uri)
    ? '«Mobile and desktop applications»'
    : 'Web (for a browser-only app: Single-page application)';
}

/** The same address on localhost, where it is loopback by number: Entra ID takes the two for different ones. */
function loopbackByNumber(uri: string | undefined): string | undefined {
  const match = /^http:\/\/(?:127\.0\.0\.1|\[::1\])(:\d{1,5})?(\/.{0,300})?$/.exec(uri ?? '');
  return match === null ? undefined : `http://localhost${match[1] ?? ''}${match[2] ?? ''}`;
}

/** https://learn.microsoft.com/entra/identity-platform/reply-url#localhost-exceptions */
function stepsOnLoopback(facts: Facts, uri: string, onLocalhost: string): FixStep[] {
  return [
    {
      text: 'Where the program lets you choose, send localhost in place of the number: to Entra ID they are two addresses.',
      value: onLocalhost,
    },
    {
      text: `App registrations, ${theApp(facts)}, Authentication: under «Mobile and desktop applications» (a command-line tool, an editor, a desktop app) the port is not compared, under Web it is; the path is in both.`,
      value: onLocalhost.replace(/:\d{1,5}(?=\/|$)/, ''),
    },
    {
      text: 'Where it has to be the number, the field of the portal does not take it with http: add it in the Manifest (publicClient, redirectUris, or web).',
      value: uri,
    },
    { text: 'Make sure that the client id of the request is the app that you edited.' },
  ];
}

export const redirectUriMismatch: RootCause = {
  id: 'redirect-uri-mismatch',
  title: 'The redirect URI is not registered exactly as it was sent',
  owner: 'app-developer',
  explanation:
    'Entra ID sends the answer of a sign-in only to addresses that stand in the app registration, compared to the last character: scheme, host, port, path, a slash at the end and upper case all count. Behind a proxy the app often believes that it is called by http and builds an http address. The token request must repeat the address of the authorization request.',
  symptoms: [
    'AADSTS50011 «The redirect URI … specified in the request does not match»',
    'AADSTS500113 «No reply address is registered»',
    'AADSTS500112 at code redemption',
    'Sign-in works locally and fails after deployment',
  ],
  // Without a token, what is called next gets none, or the word undefined.
  explains: ['token-missing', 'token-malformed'],
  rules: [
    {
      kind: 'code',
      codes: [50011],
      strength: 'decisive',
      when: (_, code) => !BOT_REDIRECT.test(code.message),
      says: (facts) =>
        facts.values.redirectUri === undefined
          ? 'AADSTS50011: the address sent is not registered'
          : `AADSTS50011: ${facts.values.redirectUri} is not registered for this app`,
    },
    {
      kind: 'code',
      codes: [50011],
      strength: 'fair',
      when: (_, code) => BOT_REDIRECT.test(code.message),
      says: 'The address of the Bot Framework token service is not registered for this app',
    },
    {
      kind: 'code',
      codes: [500113, 500112, 900971, 500117, 500119, 700009],
      strength: 'decisive',
      says: (_, code) => `AADSTS${code.code} is about the redirect address of the request`,
    },
    {
      kind: 'code',
      codes: [70000, 70002, 9002313],
      strength: 'strong',
      when: (facts) => twoAddresses(facts) !== undefined,
      says: 'The grant is refused, and the two requests carry different redirect addresses',
    },
    {
      kind: 'code',
      codes: [90102],
      strength: 'strong',
      when: (_, code) => /redirect_uri/i.test(code.message),
      says: 'The redirect address in the request is not absolute',
    },
    {
      kind: 'code',
      codes: [90026],
      when: (_, code) => /redirect|reply|\*/i.test(code.message),
      strength: 'fair',
      says: 'A wildcard in a host name: redirect addresses of this kind are refused',
    },
    {
      kind: 'phrase',
      phrases: [
        'does not match the redirect uris configured',
        'does not match the reply urls configured',
        'does not match the reply addresses configured',
        "the provided value for the input parameter 'redirect_uri' is not valid",
        'reply url specified in the request does not match',
        'redirecturimismatcherror',
        'no reply address is registered',
      ],
      strength: 'decisive',
      when: (facts) => facts.of('vendor').length === 0 && facts.of('aadsts').length === 0,
      says: 'The sign-in service says that the redirect address does not match',
    },
    {
      // Google's, GitHub's and Salesforce's name for it, which Entra ID never sends: people use it for Entra ID's error, too.
      kind: 'phrase',
      phrases: ['redirect_uri_mismatch'],
      strength: 'fair',
      when: (facts) => facts.microsoft && facts.of('aadsts').length === 0,
      says: 'The text names a redirect address that does not match, beside addresses of Entra ID',
    },
    {
      // MSAL for Android and iOS compare the address with the package before anything is sent.
      kind: 'phrase',
      phrases: [...MOBILE, LOOPBACK],
      strength: 'decisive',
      says: 'MSAL found that the redirect address does not fit the package name, the signature hash or the URL scheme of the app',
    },
    { kind: 'facts', onlyWith: { evidence: ['oauth-request'], settings: ['redirect-uri'] }, test: twoAddresses },
    { kind: 'facts', onlyWith: { evidence: ['oauth-request'] }, test: inOneFlow },
    { kind: 'facts', onlyWith: { settings: ['registered-redirect-uris'] }, test: againstRegistration },
    {
      kind: 'phrase',
      phrases: appleInternalError(-42001, -42602),
      strength: 'strong',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'MSAL for Apple platforms: the scheme msauth.BUNDLE_ID is not in Info.plist, or the redirect address is none of this kind',
    },
    {
      // Entra ID takes http addresses for the local machine only, whatever is registered.
      kind: 'facts',
      onlyWith: { evidence: ['oauth-request'] },
      test: (facts) => {
        const sent = facts
          .of('oauth-request')
          .find((item) => publicHttps(item.parameters.redirect_uri ?? '') !== undefined);
        return sent?.host != null &&
          /(^|\.)(microsoftonline\.com|b2clogin\.com|ciamlogin\.com)$/i.test(sent.host) &&
          facts.of('aadsts').length === 0
          ? {
              strength: 'fair',
              at: sent.span,
              says: 'The redirect address is http on a public host; only localhost may go without TLS',
            }
          : undefined;
      },
    },
    retold(
      {
        'reply-address-refused':
          'The sign-in is said to refuse the redirect address: it is none of those registered for the app',
      },
      { unnamed: 'weak' },
    ),
  ],
  headline: (facts) => {
    const codes = facts.of('aadsts').map((item) => item.code);
    const two = atRedemption(facts) ?? (codes.length === 0 ? ofOneFlow(facts) : undefined);
    if (two !== undefined)
      return `The token request sent the redirect URI ${two.sent}, but the sign-in was asked for with ${two.asked}.`;
    if (codes.includes(500113)) return `No redirect URI is registered for ${theApp(facts)}.`;
    if (codes.includes(900971))
      return `The sign-in request of ${theApp(facts)} has no redirect URI, and its registration has none to fall back on.`;
    if (codes.includes(500119)) return 'Redirect URIs that begin with urn: are not allowed any more.';
    if (facts.anyPhrase(...MOBILE) !== undefined)
      return 'The redirect URI does not fit the package name and signature hash (Android) or the bundle ID and URL scheme (iOS) of the app.';
    if (facts.phrase(LOOPBACK) !== undefined)
      return 'MSAL.NET signs in with the system browser here, and that comes back only to a loopback address: http://localhost.';
    const uri = facts.values.redirectUri;
    if (uri !== undefined && publicHttps(uri) !== undefined)
      return `The redirect URI ${uri} of ${theApp(facts)} has to be https: Entra ID takes http for localhost only.`;
    const near = nearestRegistered(facts);
    if (near !== undefined)
      return `The redirect URI ${uri} is registered for ${theApp(facts)} only ${near.how}: ${near.uri}.`;
    return `The redirect URI ${uri ?? 'of the request'} is not registered in exactly this form for ${theApp(facts)}.`;
  },
  steps: (facts) => {
    if (facts.anyPhrase(...MOBILE) !== undefined) {
      return [
        {
          text: `App registrations, ${theApp(facts)}, Authentication, Add a platform: Android (package name and signature hash) or iOS / macOS (bundle ID). The portal then shows the address; copy it into the program’s configuration:`,
          value: 'msauth://PACKAGE_NAME/URL_ENCODED_SIGNATURE_HASH (Android), msauth.BUNDLE_ID://auth (iOS)',
        },
        {
          text: 'Android: debug, release and Play App Signing keys have different hashes. Register each, and put the same hash into AndroidManifest.xml (there not URL-encoded):',
          value: 'keytool -exportcert -alias ALIAS -keystore KEYSTORE | openssl sha1 -binary | openssl base64',
        },
        { text: 'iOS: list the scheme msauth.BUNDLE_ID in Info.plist under CFBundleURLSchemes, without spaces.' },
      ];
    }
    if (facts.phrase(LOOPBACK) !== undefined || facts.of('aadsts').some((item) => item.code === 500119)) {
      return [
        {
          text: `App registrations, ${theApp(facts)}, Authentication: add under the platform «Mobile and desktop applications»`,
          value: 'http://localhost',
        },
        {
          text: 'Give the program the same address (MSAL.NET: WithRedirectUri or WithDefaultRedirectUri). The port may differ on loopback.',
        },
      ];
    }
    const uri = facts.values.redirectUri;
    const https = uri === undefined ? undefined : publicHttps(uri);
    const two = atRedemption(facts);
    if (two !== undefined) {
      return [
        {
          text: `The sign-in was asked for with ${two.asked}. Send the same address in the token request:`,
          value: two.asked,
        },
        {
          text: 'Take both from one setting. Behind a proxy, an app that builds the address from the request has to read X-Forwarded-Proto and X-Forwarded-Host, or one of the two comes out with another scheme or host.',
        },
        { text: `Register that address: App registrations, ${theApp(facts)}, Authentication, platform Web.` },
      ];
    }
    const loopback = loopbackByNumber(uri);
    if (loopback !== undefined && nearestRegistered(facts) === undefined) return stepsOnLoopback(facts, uri!, loopback);
    return [
      ...(https === undefined
        ? []
        : [
            {
              text: 'Let the app send the https address. Behind a proxy it often does not know that it is called by https: let it read X-Forwarded-Proto, or set the public address in its settings.',
            },
          ]),
      {
        text: `App registrations, ${theApp(facts)}, Authentication: add under the platform ${nearestRegistered(facts)?.platform ?? platformFor(uri)} exactly${uri === undefined ? ' the address that the request sends as redirect_uri.' : ''}`,
        ...withValue(https ?? uri),
      },
      {
        text:
          nearestRegistered(facts) === undefined
            ? 'Send the same address in the authorization request and in the token request: same scheme, port, path, capital letters and final slash.'
            : 'Or let the program send the one that is registered, in the authorization request and in the token request:',
        ...withValue(nearestRegistered(facts)?.uri),
      },
      { text: 'Make sure that the client id of the request is the app that you edited.' },
    ];
  },
  // A web server’s code helps no app on a phone.
  patches: (facts) => (facts.anyPhrase(...MOBILE) === undefined ? ['redirect-uri'] : []),
  check: () => ({
    text: 'Sign in again in a private window: the browser comes back to the address with a code in it. A change in the registration works within a minute or two.',
  }),
  forward: (facts) => {
    const uri = facts.values.redirectUri;
    return uri === undefined || atRedemption(facts) !== undefined
      ? undefined
      : `${sentence(ourApp(facts))} needs the redirect URI ${publicHttps(uri) ?? uri} in its registration (Authentication, Add a platform). Please add it, exactly as it stands here.`;
  },
  sources: [
    {
      title: 'AADSTS50011: redirect URI mismatch',
      url: 'https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts50011-redirect-uri-mismatch',
    },
    { title: 'Redirect URI restrictions', url: 'https://learn.microsoft.com/entra/identity-platform/reply-url' },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste:
        'Since the move to the new domain Microsoft says after the sign-in that the reply URL in the request does not match those of the app. It still works locally.',
    },
    {
      paste:
        'Error Domain=MSALErrorDomain Code=-50000 "(null)" UserInfo={MSALErrorDescriptionKey=MSAL redirectUri validation error: redirect uri has incorrect scheme - it must be in the form of msauth.<app_bundle_id>://auth, MSALInternalErrorCodeKey=-42000}',
      verdict: 'certain',
    },
    {
      paste:
        'GET https://login.microsoftonline.com/contoso.com/oauth2/v2.0/authorize?client_id=7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22&response_type=code&redirect_uri=https%3A%2F%2Frota.contoso.com%2Fcb&scope=openid\nPOST https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token\nclient_id=7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22&grant_type=authorization_code&code=0.AX&redirect_uri=https%3A%2F%2Frota.contoso.com%2Fcb%2F&client_secret=***',
      verdict: 'likely',
    },
    {
      paste:
        "com.microsoft.identity.client.exception.MsalClientException: The redirect URI in the configuration file doesn't match with the one generated with package name and signature hash. Please verify the uri in the config file and your app registration in Azure portal.",
      verdict: 'certain',
    },
    {
      paste:
        'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22&response_type=code&redirect_uri=http%3A%2F%2Frota.contoso.example%2Fcb&scope=openid\n\nRedirect URIs in the portal (Web):\nhttps://rota.contoso.example/cb',
    },
    {
      paste:
        "AADSTS50011: The redirect URI 'http://localhost:5000/callback/' specified in the request does not match the redirect URIs configured for the application '7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22'.",
      verdict: 'certain',
    },
    {
      paste:
        'https://app.contoso.com/signin?error=invalid_request&error_description=AADSTS50011%3a+The+reply+URL+specified+in+the+request+does+not+match+the+reply+URLs+configured+for+the+application%3a+%277d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22%27.',
      verdict: 'certain',
    },
    { paste: 'AADSTS500113: No reply address is registered for the application.', verdict: 'certain' },
    {
      paste:
        '{"error":"invalid_grant","error_description":"AADSTS70000: The provided access grant is invalid or malformed.","error_codes":[70000]}\nauthorize: redirect_uri=https://app.contoso.com/auth\ntoken: redirect_uri=https://app.contoso.com/auth/',
      verdict: 'possible',
    },
    {
      paste:
        'Sign-in works on localhost and not on the server:\nGET https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=11111111-2222-4333-8444-555555555555&response_type=code&redirect_uri=http%3A%2F%2Fapp.contoso.com%2Fsignin-oidc&scope=openid%20profile',
      verdict: 'likely',
    },
  ],
  nearMisses: [
    {
      // Two attempts: the second request for a code has the address of the redemption.
      paste:
        'GET https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22&response_type=code&redirect_uri=https%3A%2F%2Frota.contoso.com%2Fcb\nGET https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22&response_type=code&redirect_uri=https%3A%2F%2Frota.contoso.com%2Fsignin\nPOST https://login.microsoftonline.com/common/oauth2/v2.0/token client_id=7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22&grant_type=authorization_code&code=0.AX&redirect_uri=https%3A%2F%2Frota.contoso.com%2Fsignin',
      cause: 'not-enough-evidence',
    },
    {
      // GitHub, Google, Salesforce and LinkedIn have this error; Entra ID has a number for it.
      paste:
        'http://localhost:4000/auth/callback?error=redirect_uri_mismatch&error_description=The+redirect_uri+is+not+associated+with+this+application.',
      cause: 'not-enough-evidence',
    },
    {
      paste:
        'MsalServiceException: WAM Error\n Error Code: 3399614473\n Error Message: ApiContractViolation\n WAM Error Message: (pii)',
      cause: 'not-enough-evidence',
    },
    {
      paste:
        "AADSTS9002326: Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type.",
      cause: 'redirect-platform-mismatch',
    },
    {
      paste:
        'AADSTS54005: OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
      cause: 'code-expired-or-redeemed',
    },
  ],
};
