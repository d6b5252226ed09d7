import type { Facts } from '../facts/facts.ts';
import type { RootCause, Signal } from './root-cause.ts';
import { told } from './words/told.ts';
import { theApp } from './words/wording.ts';

/** A native or desktop sign-in on loopback whose address stands under Web, by the pasted registration. */
function nativeAddressUnderWeb(facts: Facts): boolean {
  const registered = facts.of('setting').filter((item) => item.name === 'registered-redirect-uris');
  const web = registered.some((item) => /web/i.test(item.key) && item.values.length > 0);
  const publicEmpty = registered.some((item) => /public/i.test(item.key) && item.values.length === 0);
  return (
    web &&
    (publicEmpty || facts.of('setting').some((item) => item.name === 'public-client' && item.values.includes('true')))
  );
}

function interactive(facts: Facts): boolean {
  return facts
    .of('setting')
    .some((item) => item.name === 'grant' && /interactive|popup|loginredirect|tokenredirect/i.test(item.key));
}

type Platform = 'Web' | 'Single-page application' | 'Mobile and desktop applications';

/** Where the address belongs. */
function platformOf(facts: Facts): Platform {
  const codes = facts.of('aadsts').map((item) => item.code);
  const native = codes.includes(7000218) || nativeAddressUnderWeb(facts) || isMobile(facts);
  if (!native && secretWantedOfBrowser(facts) !== undefined) return 'Single-page application';
  if (codes.includes(9002326) || codes.includes(90023) || (!native && inBrowser(facts)))
    return 'Single-page application';
  return native ? 'Mobile and desktop applications' : 'Web';
}

function isMobile(facts: Facts): boolean {
  return facts.of('exception').some((item) => item.library === 'msal-mobile');
}

/** The page that redeems the code, as AADSTS9002326 names it. */
function originOf(facts: Facts): string | undefined {
  for (const { message } of facts.of('aadsts')) {
    const origin = /request origin: ['"]?(https?:\/\/[^\s'"<>]{3,200})/i.exec(message)?.[1];
    if (origin !== undefined) return origin.replace(/[.,;]$/, '');
  }
  return undefined;
}

/** A browser library that stands under Web: only there does the constructor of MSAL.js meet an http address. */
function inBrowser(facts: Facts): boolean {
  return (
    facts
      .of('setting')
      .some(
        (item) => item.name === 'registered-redirect-uris' && /^spa\b/i.test(item.key) && item.values.length === 0,
      ) && facts.of('setting').some((item) => item.name === 'public-client' && /^PublicClient/.test(item.key))
  );
}

function confidential(facts: Facts): boolean {
  return (
    facts.of('setting').some((item) => item.name === 'client-secret') ||
    facts.of('oauth-request').some((item) => item.parameters.client_secret !== undefined)
  );
}

/** Paths that a web framework answers on its server, which then redeems the code itself: a browser's code never has them. */
const OF_A_SERVER =
  /\/(?:api\/auth\/callback\/|signin-(?:oidc|microsoft)\b|login\/oauth2\/code\/|\.auth\/login\/|oauth-authorized\/|login\/azuread\b|oauth2\/callback\b|auth\/openid\/return\b)/i;

/** The list of the registration in which the address of the program stands, against the kind of program that sends it. */
function listAgainstProgram(facts: Facts): Signal | undefined {
  const settings = facts.of('setting');
  const sent = settings.filter((item) => item.name === 'redirect-uri').flatMap((item) => item.values);
  const registered = settings.filter((item) => item.name === 'registered-redirect-uris');
  const listed = (list: RegExp) =>
    registered.find(
      (item) => list.test(item.key) && item.values.some((uri) => sent.length === 0 || sent.includes(uri)),
    );
  const publicProgram = settings.some((item) => item.name === 'public-client' && /^PublicClient/.test(item.key));
  const web = listed(/^web\b/i);
  if (web !== undefined && publicProgram && !confidential(facts) && listed(/^(?:spa|publicClient)\b/i) === undefined) {
    return {
      strength: 'strong',
      at: web.span,
      says: 'The program is a public client (browser or desktop), and the registration has its address in the list Web',
    };
  }
  const spa = listed(/^spa\b/i);
  if (spa === undefined || publicProgram || web !== undefined) return undefined;
  if (confidential(facts)) {
    return {
      strength: 'strong',
      at: spa.span,
      says: 'The program is a server with a secret, and the registration has its address in the list Single-page application',
    };
  }
  const path = spa.values.find((uri) => OF_A_SERVER.test(uri));
  if (path !== undefined) {
    return {
      strength: 'strong',
      at: spa.span,
      says: `A server answers at ${path} and redeems the code, and the registration has this address in the list Single-page application`,
    };
  }
  return undefined;
}

const BROWSER_LIBRARIES = ['msal-browser', 'msal-react', 'msal-angular'] as const;

/** AADB2C90079, the number of Azure AD B2C for AADSTS7000218. */
function secretWantedOfBrowser(facts: Facts): Signal | undefined {
  const code = facts.of('aadsts').find((item) => item.family === 'AADB2C' && item.code === 90079);
  if (code === undefined || confidential(facts)) return undefined;
  const library =
    facts.anyPhrase(...BROWSER_LIBRARIES) !== undefined ||
    facts.of('exception').some((item) => item.library === 'msal-js') ||
    isMobile(facts) ||
    facts.of('setting').some((item) => item.name === 'public-client' && /^PublicClient/.test(item.key));
  return library
    ? {
        strength: 'decisive',
        at: code.span,
        says: 'AADB2C90079: a secret is wanted, and a library of the browser or a phone never sends one: its address stands under Web',
      }
    : undefined;
}

export const redirectPlatformMismatch: RootCause = {
  id: 'redirect-platform-mismatch',
  title: 'The redirect URI is registered under the wrong platform',
  owner: 'app-developer',
  explanation:
    'A registration keeps redirect addresses in three lists: Web (a server with a secret redeems the code), Single-page application (a browser redeems it, with PKCE and an Origin header), and Mobile and desktop (a program on the person’s machine, no secret). The list decides who may redeem the code. The same address under the wrong list is refused at the token endpoint, although the sign-in page was happy.',
  symptoms: [
    'AADSTS9002326 «Cross-origin token redemption is permitted only for the Single-Page Application client-type»',
    'AADSTS9002327 «Tokens issued for the Single-Page Application client-type may only be redeemed via cross-origin requests»',
    'AADSTS9002325 in a server app',
    'AADSTS7000218 in a browser or desktop app',
  ],
  explains: ['pkce-mismatch', 'client-credential-missing', 'token-missing', 'token-malformed'],
  rules: [
    {
      kind: 'code',
      codes: [9002326, 9002327, 9002325, 700046, 700047],
      strength: 'decisive',
      says: (_, code) => `AADSTS${code.code}: the platform of the redirect address does not fit who redeems the code`,
    },
    {
      kind: 'code',
      codes: [90023],
      strength: 'decisive',
      when: (_, code) => /cross-origin token redemption/i.test(code.message),
      says: 'The older number of AADSTS9002326, with its words',
    },
    {
      kind: 'code',
      codes: [7000218],
      strength: 'decisive',
      when: (facts) => nativeAddressUnderWeb(facts),
      says: 'No secret was sent because this is a desktop sign-in, and the registration has its address under web',
    },
    {
      kind: 'code',
      codes: [7000218],
      strength: 'weak',
      when: (facts) => !nativeAddressUnderWeb(facts),
      says: 'A browser or desktop sign-in gets this too, when its address stands under Web',
    },
    {
      kind: 'code',
      codes: [7000218],
      strength: 'strong',
      when: (facts) =>
        interactive(facts) ||
        facts.of('exception').some((item) => item.library === 'msal-js' || item.library === 'msal-mobile'),
      says: 'A browser or desktop library never sends a secret: its address stands under Web',
    },
    {
      kind: 'code',
      codes: [700025],
      strength: 'weak',
      says: 'Or the redirect address of a server app stands under Mobile and desktop',
    },
    {
      kind: 'phrase',
      phrases: [
        'cross-origin token redemption is permitted only',
        'may only be redeemed via cross-origin requests',
        'proof key for code exchange is required for cross-origin',
      ],
      strength: 'decisive',
      says: 'Entra ID says which platform the redirect address would need',
    },
    {
      kind: 'facts',
      onlyWith: { settings: ['registered-redirect-uris'] },
      test: (facts) => (facts.of('aadsts').length === 0 ? listAgainstProgram(facts) : undefined),
    },
    {
      kind: 'facts',
      phrases: ['has been blocked by cors policy'],
      onlyWith: 'its phrases',
      test: (facts) => {
        const at = facts.phrase('has been blocked by cors policy');
        if (at === undefined || !facts.of('oauth-request').some((item) => item.endpoint === 'token')) return undefined;
        return {
          strength: 'strong',
          at,
          says: 'The token endpoint answers browsers only for addresses of the platform Single-page application',
        };
      },
    },
    {
      kind: 'facts',
      phrases: BROWSER_LIBRARIES,
      onlyWith: { evidence: ['aadsts'] },
      test: secretWantedOfBrowser,
    },
    told('platform-web-in-browser', {
      errors: ['invalid_request', 'invalid_client', 'unauthorized_client', 'invalid_grant'],
      says: 'The redirect address is said to stand under Web, and a program in the browser redeems the code',
    }),
  ],
  headline: (facts) => {
    const codes = facts.of('aadsts').map((item) => item.code);
    const uri =
      facts.values.redirectUri === undefined ? 'The redirect URI' : `The redirect URI ${facts.values.redirectUri}`;
    if (codes.includes(9002326) || codes.includes(90023))
      return `${uri} is not registered as Single-page application, but a browser redeems the code.`;
    if (codes.includes(9002327) || (codes.includes(9002325) && confidential(facts)))
      return `${uri} is registered as Single-page application, but a server redeems the code.`;
    if (codes.includes(9002325))
      return `${uri} is registered as Single-page application, which asks for PKCE; a server app belongs under Web.`;
    return `${uri} is registered under the wrong platform for ${theApp(facts)}.`;
  },
  steps: (facts) => {
    const platform = platformOf(facts);
    const origin = facts.values.redirectUri === undefined ? originOf(facts) : undefined;
    return [
      {
        text: `App registrations, ${theApp(facts)}, Authentication: remove the redirect URI${origin === undefined ? '' : ` that begins with ${origin}`} from the platform where it stands now.`,
      },
      {
        text: `Add it under the platform «${platform}»${facts.values.redirectUri === undefined ? '.' : ':'}`,
        ...(facts.values.redirectUri === undefined ? {} : { value: facts.values.redirectUri }),
      },
      ...(platform === 'Single-page application'
        ? [
            {
              text: 'Or, where a server holds the secret, redeem the code on the server: the browser must not call the token endpoint then (no Origin header).',
            },
          ]
        : []),
      ...(platform === 'Web'
        ? [
            {
              text: 'Leave both boxes of «Implicit grant and hybrid flows» empty: a server that redeems a code needs neither.',
            },
          ]
        : []),
      ...(platform === 'Mobile and desktop applications'
        ? [{ text: 'Set «Allow public client flows» to Yes where the program uses device code or a password.' }]
        : []),
      { text: 'Sign in again: a code that was already issued stays with the old platform.' },
    ];
  },
  // In the browser and on a person's machine the code is right: only the list of the registration is wrong.
  patches: (facts) => (platformOf(facts) === 'Web' ? ['redirect-uri'] : []),
  check: () => ({ text: 'A fresh sign-in ends with a token, and the network tab shows 200 from /token.' }),
  sources: [
    { title: 'Redirect URI and platform', url: 'https://learn.microsoft.com/entra/identity-platform/reply-url' },
    {
      title: 'Authorization code flow: redirect URIs for single-page apps',
      url: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#redirect-uris-for-single-page-apps-spas',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste:
        'AADB2C90079: Clients must send a client_secret when redeeming a confidential grant.\nimport { MsalProvider } from "@azure/msal-react";',
      verdict: 'certain',
    },
    {
      paste:
        'CallbackRouteError: JWTInvalid: JWT must be a string\nApp registration > Authentication\nSingle-page application\nRedirect URIs  http://localhost:3000/api/auth/callback/microsoft-entra-id',
    },
    { paste: 'Our React app uses msal-browser, the redirect URI is listed under Web: invalid_request at /token' },
    {
      paste:
        '"spa": { "redirectUris": [] }, "web": { "redirectUris": ["http://localhost:4200"] }\nnew PublicClientApplication({ auth: { clientId: \'7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22\', redirectUri: \'http://localhost:4200\' } })',
    },
    {
      paste:
        "ServerError: invalid_request: AADSTS9002326: Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type. Request origin: 'http://localhost:4200'.",
      verdict: 'certain',
    },
    {
      paste:
        '{"error":"invalid_request","error_description":"AADSTS9002327: Tokens issued for the \'Single-Page Application\' client-type may only be redeemed via cross-origin requests.","error_codes":[9002327]}',
      verdict: 'certain',
    },
    {
      paste: 'AADSTS9002325: Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
      verdict: 'certain',
    },
  ],
  nearMisses: [
    {
      paste: 'AADB2C90079: Clients must send a client_secret when redeeming a confidential grant.',
      cause: 'client-credential-missing',
    },
    {
      paste:
        'CallbackRouteError: JWTInvalid: JWT must be a string\nApp registration > Authentication\nWeb\nRedirect URIs  http://localhost:3000/api/auth/callback/microsoft-entra-id',
      cause: 'not-enough-evidence',
    },
    {
      paste: 'Single-page application\nRedirect URIs  http://localhost:4200/\nthe sign-in fails with a blank page',
      cause: 'not-enough-evidence',
    },
    {
      paste:
        "AADSTS7000218: The request body must contain the following parameter: 'client_assertion' or 'client_secret'.\nPOST /token grant_type=client_credentials&client_id=7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22",
      cause: 'client-credential-missing',
    },
    {
      paste: 'AADSTS501481: The Code_Verifier does not match the code_challenge supplied in the authorization request.',
      cause: 'pkce-mismatch',
    },
  ],
};
