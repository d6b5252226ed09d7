import type { Facts } from '../facts/facts.ts';
import type { RootCause, Signal } from './root-cause.ts';
import { told } from './words/told.ts';
import { sentence, theApp } from './words/wording.ts';

/** A scheme of its own can be registered under Mobile and desktop only. */
const OWN_SCHEME = /^(?!https?:)[a-z][a-z0-9+.-]{1,60}:\/\//i;
const REFUSED: ReadonlySet<string> = new Set(['invalid_client', 'invalid_request', 'unauthorized_client']);

/** The token request of an app whose address stands under a public platform, with a secret in it, and its refusal. */
function secretBesidePublicAddress(facts: Facts): Signal | undefined {
  if (facts.of('aadsts').length > 0 || facts.of('vendor').length > 0) return undefined;
  const error = facts.of('oauth-error').find((item) => REFUSED.has(item.error) && item.description === '');
  if (error === undefined) return undefined;
  const secret =
    facts.of('setting').some((item) => item.name === 'client-secret') ||
    facts.of('oauth-request').some((item) => item.parameters.client_secret !== undefined);
  const redirect = facts
    .of('setting')
    .filter((item) => item.name === 'redirect-uri' || item.name === 'registered-redirect-uris')
    .flatMap((item) => item.values);
  const isPublic = [...redirect, facts.values.redirectUri ?? ''].some((uri) => OWN_SCHEME.test(uri));
  return secret && isPublic
    ? {
        strength: 'strong',
        at: error.span,
        says: `${error.error}: the redirect address is one of a public client, and the token request carries a secret`,
      }
    : undefined;
}

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
  explains: ['client-secret-invalid', 'token-missing', 'token-malformed'],
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
    {
      kind: 'facts',
      onlyWith: { evidence: ['oauth-error'] },
      test: secretBesidePublicAddress,
    },
    told('secret-beside-public-platform', {
      errors: ['invalid_client', 'invalid_request', 'unauthorized_client'],
      says: 'The redirect address is said to stand under Mobile and desktop applications, and a secret to be sent',
    }),
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
  patches: ['redirect-uri'],
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
        'POST https://login.microsoftonline.com/common/oauth2/v2.0/token\ngrant_type=authorization_code&client_id=7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22&client_secret=***&redirect_uri=com.contoso.rota%3A%2F%2Fauth\n\n{"error":"invalid_client"}',
    },
    {
      paste:
        'The phone app redeems the code with client_id and client_secret, and gets\n{"error":"invalid_client"}\nredirect com.contoso.rota://auth, registered under Mobile and desktop applications',
    },
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
