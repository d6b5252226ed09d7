import type { RootCause } from './root-cause.ts';
import { sentence, theApp } from './wording.ts';

export const publicClientWithSecret: RootCause = {
  id: 'public-client-with-secret',
  title: 'A public client sent a secret',
  owner: 'app-developer',
  explanation:
    'The token request came in as a public client (its redirect address stands under Mobile and desktop, or Single-page application, or the flow is a public one) and carried a client secret or assertion. Entra ID refuses that: a program on the person’s machine cannot keep a secret. Either leave the secret out, or make the app a confidential one with its address under Web.',
  symptoms: [
    "AADSTS700025 «Client is public so neither 'client_assertion' nor 'client_secret' should be presented.»",
    'AADSTS9002319, AADSTS90023 «Public clients can’t send a client secret»',
  ],
  // Without a token, what is called next gets none, or the word undefined.
  explains: ['token-missing', 'token-malformed'],
  rules: [
    {
      kind: 'code',
      codes: [700025, 9002319],
      strength: 'decisive',
      says: (_, code) => `AADSTS${code.code}: a secret came from a client that counts as public`,
    },
    {
      kind: 'code',
      codes: [90023, 70002],
      strength: 'decisive',
      when: (_, code) => /public clients? (?:can'?t|should not|cannot)[^.]{0,40}secret/i.test(code.message),
      says: 'The words of the older number say that a public client sent a secret',
    },
    {
      kind: 'phrase',
      phrases: [
        'client is public so neither',
        "public clients can't send a client secret",
        'public client should not send a client secret',
      ],
      strength: 'decisive',
      says: 'Entra ID says that a public client sent a secret',
    },
  ],
  headline: (facts) =>
    `${sentence(theApp(facts))} is registered as a public client here, and the token request carried a secret.`,
  steps: (facts) => [
    { text: 'A program on the person’s machine or in the browser: take the secret out of the request and use PKCE.' },
    {
      text: `A server app: App registrations, ${theApp(facts)}, Authentication: move its redirect URI from «Mobile and desktop applications» (or Single-page application) to «Web»`,
      ...(facts.values.redirectUri === undefined ? {} : { value: facts.values.redirectUri }),
    },
    { text: 'Set «Allow public client flows» to No where no device-code or desktop sign-in is used.' },
  ],
  patches: ['pkce', 'redirect-uri'],
  check: () => ({ text: 'A fresh sign-in ends with a token.' }),
  sources: [
    {
      title: 'Public and confidential client apps',
      url: 'https://learn.microsoft.com/entra/identity-platform/msal-client-applications',
    },
    { title: 'Entra error codes', url: 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes' },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste:
        "AADSTS700025: Client is public so neither 'client_assertion' nor 'client_secret' should be presented. Trace ID: 9e5c446c-bfc8-4948-8954-ec0188c96500",
      verdict: 'certain',
    },
    {
      paste:
        '{"error":"invalid_request","error_description":"AADSTS90023: Public clients can\'t send a client secret.","error_codes":[90023]}',
      verdict: 'certain',
    },
    {
      paste:
        "msal.exceptions: invalid_client: AADSTS700025: Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
      verdict: 'certain',
    },
  ],
  nearMisses: [
    {
      paste:
        "AADSTS7000218: The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
      cause: 'client-credential-missing',
    },
  ],
};
