import type { Facts } from '../facts/facts.ts';
import { actorOf } from '../facts/sent-token.ts';
import type { RootCause } from './root-cause.ts';
import { told } from './words/told.ts';
import { theApp, withApiName } from './words/wording.ts';

/** Graph, Azure AD Graph, Exchange and SharePoint: nobody's own API. */
const OTHER_API = /graph\.(?:microsoft|windows)|^0000000[0-9a-f]-0000-0(?:000-c000|ff1-ce00)/;

/** Whether a token is exchanged on behalf of a person: by a request, a call of a library, or the grant's name in code. */
function exchanges(facts: Facts): boolean {
  return (
    facts.of('oauth-request').some((item) => /jwt-bearer/.test(item.parameters.grant_type ?? '')) ||
    facts.of('setting').some((item) => item.name === 'grant' && /on_behalf_of|jwt-bearer/.test(item.values.join(' ')))
  );
}

/** The one token that is shown, where it is none for an API of one's own. */
function foreignAssertion(facts: Facts): string | undefined {
  const token = facts.of('token').length === 1 ? facts.of('token')[0] : undefined;
  const { aud } = token?.claims ?? {};
  return aud !== undefined && OTHER_API.test(aud) ? aud : undefined;
}

/** Entra ID checks the assertion as one for the app that sends it, and Graph's tokens are signed in a way of their own. */
function signatureOfForeign(facts: Facts): boolean {
  return facts.of('aadsts').some(({ code }) => code === 50013) && foreignAssertion(facts) !== undefined;
}

export const oboAssertionInvalid: RootCause = {
  id: 'obo-assertion-invalid',
  title: 'The token handed to on-behalf-of is not one that it takes',
  owner: 'app-developer',
  explanation:
    'In the on-behalf-of flow an API hands in the access token that its caller sent, and gets one for the next API. It must be a user’s access token, still valid, and addressed to this very API: a Graph token, an ID token, an app-only token or a token for another client id is refused.',
  symptoms: [
    'AADSTS500131 «Assertion audience does not match the Client app presenting the assertion»',
    'AADSTS500133 «Assertion is not within its valid time range»',
    'AADSTS50013, AADSTS7000114, AADSTS5002726',
  ],
  explains: ['wrong-audience', 'token-expired', 'signature-invalid', 'app-only-on-me'],
  rules: [
    {
      // The token that comes in must be for the API that exchanges it (on-behalf-of flow, protocol diagram).
      kind: 'facts',
      onlyWith: { evidence: ['token'] },
      test: (facts) => {
        const request = facts.of('oauth-request').find((item) => /jwt-bearer/.test(item.parameters.grant_type ?? ''));
        const assertion = facts.of('token').find((item) => item.field === 'assertion');
        const client = request?.parameters.client_id;
        const aud = assertion?.claims.aud;
        if (assertion === undefined || client === undefined || aud === undefined || facts.of('aadsts').length > 0)
          return undefined;
        const graph = OTHER_API.test(aud);
        const otherId = /^[0-9a-f-]{36}$/i.test(aud) && aud.toLowerCase() !== client.toLowerCase();
        return graph || otherId
          ? {
              strength: 'strong',
              at: assertion.span,
              says: `The assertion is a token for ${aud}, not for the app that exchanges it (${client})`,
            }
          : undefined;
      },
    },
    {
      // Only a person's token can be exchanged: an app's own has nobody on whose behalf (on-behalf-of flow, limitations).
      kind: 'facts',
      onlyWith: { evidence: ['token'] },
      test: (facts) => {
        const asked = facts.of('oauth-request').some((item) => /jwt-bearer/.test(item.parameters.grant_type ?? ''));
        const assertion = facts.of('token').find((item) => item.field === 'assertion');
        if (!asked || assertion === undefined || facts.of('aadsts').length > 0) return undefined;
        return actorOf(assertion.claims, []) === 'app'
          ? {
              strength: 'strong',
              at: assertion.span,
              says: 'The assertion is a token of an app itself, not of a person',
            }
          : undefined;
      },
    },
    {
      // The same where the request is code, and the only token is shown decoded.
      kind: 'facts',
      onlyWith: { evidence: ['token'] },
      test: (facts) => {
        const token = facts.of('token').length === 1 ? facts.of('token')[0] : undefined;
        const { aud } = token?.claims ?? {};
        if (token === undefined || aud === undefined || token.sent || token.field === 'assertion') return undefined;
        const refused = facts
          .of('oauth-error')
          .some(({ error }) => error === 'invalid_grant' || error === 'invalid_request');
        return exchanges(facts) && refused && facts.of('aadsts').length === 0 && OTHER_API.test(aud)
          ? {
              strength: 'strong',
              at: token.span,
              says: `The token that is to be exchanged is one for ${withApiName(aud)}; on-behalf-of takes tokens for the app itself`,
            }
          : undefined;
      },
    },
    {
      kind: 'code',
      codes: [500131, 500132, 500133, 7000113, 7000114, 5002726, 240002, 1000014, 90016, 50030, 7000011],
      strength: 'decisive',
      says: (_, code) => `AADSTS${code.code} is about the assertion of the on-behalf-of request`,
    },
    {
      kind: 'code',
      codes: [50013],
      strength: 'decisive',
      when: (_, code) => !/api version/i.test(code.message),
      says: 'AADSTS50013: the assertion (the incoming token) was refused',
    },
    {
      kind: 'facts',
      onlyWith: { evidence: ['token'] },
      test: (facts) =>
        signatureOfForeign(facts)
          ? {
              strength: 'strong',
              at: facts.of('token')[0]!.span,
              says: `The token that is shown is one for ${withApiName(foreignAssertion(facts)!)}; on-behalf-of takes tokens for the app itself`,
            }
          : undefined,
    },
    {
      kind: 'code',
      codes: [500136, 500137],
      strength: 'decisive',
      says: 'The assertion has the token version of the other endpoint',
    },
    {
      kind: 'code',
      codes: [50027],
      strength: 'strong',
      when: (facts, code) =>
        !/thumbprint|certificate|time range|client assertion/i.test(code.message) &&
        facts.of('oauth-request').some((item) => /jwt-bearer/.test(item.parameters.grant_type ?? '')),
      says: 'The JWT in the on-behalf-of request is broken',
    },
    {
      kind: 'code',
      codes: [900144, 90014],
      strength: 'strong',
      when: (_, code) => /'(?:assertion|requested_token_use)'/.test(code.message),
      says: 'The on-behalf-of request lacks its assertion',
    },
    {
      kind: 'code',
      codes: [50000],
      strength: 'fair',
      when: (facts) => facts.of('oauth-request').some((item) => /jwt-bearer/.test(item.parameters.grant_type ?? '')),
      says: 'AADSTS50000 in an on-behalf-of request usually means an API that exposes no delegated scope',
    },
    {
      kind: 'phrase',
      phrases: [
        'is not allowed to make application on-behalf-of calls',
        'assertion audience does not match',
        'assertion failed signature validation',
        'assertion is not within its valid time range',
        'user assertion is not valid',
        'on-behalf-of flow is not supported with app',
      ],
      strength: 'strong',
      when: (facts) =>
        !facts.of('aadsts').some((code) => code.code === 700024 || code.code === 50012 || code.code === 700027),
      says: 'The text is about the assertion of the on-behalf-of flow',
    },
    told('foreign-assertion', {
      errors: ['invalid_grant', 'invalid_request'],
      says: 'The exchange was refused, and what is handed to it is said to be no user’s access token for this API',
    }),
  ],
  headline: (facts) => {
    const codes = facts.of('aadsts').map((code) => code.code);
    if (codes.includes(7000114) || codes.includes(7000113))
      return `An app-only token was handed to on-behalf-of; ${theApp(facts)} can exchange only a user’s token.`;
    if (codes.includes(500131)) {
      const audience = /audience in the assertion was '([^'\n]{1,200})'/i.exec(
        facts
          .of('aadsts')
          .map((item) => item.message)
          .join(' '),
      )?.[1];
      return `The token handed to on-behalf-of is ${audience === undefined ? '' : `for ${withApiName(audience)}, `}not addressed to ${theApp(facts)}.`;
    }
    if (signatureOfForeign(facts))
      return `The token handed to on-behalf-of is for ${withApiName(foreignAssertion(facts)!)}, not addressed to ${theApp(facts)}.`;
    if (codes.includes(500133)) return 'The token handed to on-behalf-of had already expired.';
    return 'The token handed to on-behalf-of is not a user’s access token for this API.';
  },
  steps: (facts) => [
    {
      text: 'Decode the incoming token: aud must be the client id (or the api:// address) of the API that does the exchange, scp must be there, exp must lie ahead.',
    },
    {
      text: 'Let the client ask for a scope of your API, not of Graph:',
      value: `api://${facts.values.clientId ?? 'YOUR_API_CLIENT_ID'}/access_as_user`,
    },
    {
      text: 'Hand on the access token from the Authorization header (without «Bearer »), not the ID token, and at once: do not keep it in a queue.',
    },
    { text: 'For a caller without a person, use client credentials; on-behalf-of is for people.' },
  ],
  patches: ['on-behalf-of'],
  check: () => ({ text: 'The exchange answers 200, and aud of the new token is the next API.' }),
  sources: [
    {
      title: 'On-behalf-of flow',
      url: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow',
    },
    { title: 'Entra error codes', url: 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes' },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste: `The token our API receives: aud 00000003-0000-0000-c000-000000000000, scp Calendars.Read
AcquireTokenOnBehalfOf: AADSTS50013: Assertion failed signature validation.`,
      verdict: 'certain',
    },
    {
      paste:
        'POST https://login.microsoftonline.com/5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77/oauth2/v2.0/token\ngrant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&requested_token_use=on_behalf_of&client_id=7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22&assertion=eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6Ims5In0.eyJhdWQiOiI3ZDFmMGM5ZS01YTBiLTRhNWMtOGY2NS0wZjBhNGYzZjFjMjIiLCJpc3MiOiJodHRwczovL2xvZ2luLm1pY3Jvc29mdG9ubGluZS5jb20vNWExYzliNTQtNmQxZS00YTBlLTlkNzAtMmIwYTJmMWM0ZTc3L3YyLjAiLCJpZHR5cCI6ImFwcCIsInJvbGVzIjpbIlJvdGEuV3JpdGUiXSwiYXpwIjoiNGIyZjFkMGEtOGY3ZS00YTg2LTljNTUtMWY2YTBmN2YyZDMxIn0.c2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJl\nHTTP/1.1 400 Bad Request',
      verdict: 'likely',
    },
    { paste: 'AcquireTokenOnBehalfOf with the ID token of the person as the assertion: invalid_grant' },
    {
      paste:
        'await cca.acquireTokenOnBehalfOf({ oboAssertion: header.slice(7), scopes: [\'https://graph.microsoft.com/Mail.Read\'] })\n400 { error: \'invalid_grant\' }\nclaims of what comes in: { "aud": "00000003-0000-0000-c000-000000000000", "scp": "User.Read" }',
    },
    {
      paste:
        "AADSTS500131: Assertion audience does not match the Client app presenting the assertion. The audience in the assertion was '00000003-0000-0000-c000-000000000000' and the expected audience is 'api://7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22'",
      verdict: 'certain',
    },
    {
      paste:
        "AADSTS50013: Assertion failed signature validation. [Reason - The key was not found., Thumbprint of key used by client: 'abc']",
      verdict: 'certain',
    },
    {
      paste:
        'MsalUiRequiredException: AADSTS500133: Assertion is not within its valid time range. Ensure that the access token is not expired before using it for user assertion, or request a new token.',
      verdict: 'certain',
    },
  ],
  nearMisses: [
    {
      paste:
        'ERROR: Client assertion is not within its valid time range. Current time: 2026-03-04T10:55:03Z, assertion valid from 2026-03-04T09:45:00Z, expiry time of assertion 2026-03-04T09:55:00Z.',
      cause: 'client-assertion-invalid',
    },
    {
      paste: 'AADSTS700027: Client assertion contains an invalid signature. [Reason - The key was not found.]',
      cause: 'client-assertion-invalid',
    },
  ],
};
