import type { Facts } from '../facts/facts.ts';
import { codeFlow } from './credentials/code-flow.ts';
import type { RootCause, Signal } from './root-cause.ts';
import { told } from './words/told.ts';

/** RFC 7636, section 4: a verifier without a challenge before it, or a challenge without its verifier, is refused. */
function oneHalfOnly(facts: Facts): Signal | undefined {
  const flow = codeFlow(facts);
  if (flow === undefined) return undefined;
  const { asked, redeemed } = flow;
  const challenge = asked.parameters.code_challenge !== undefined;
  const verifier = redeemed.parameters.code_verifier !== undefined;
  if (verifier && !challenge)
    return {
      strength: 'strong',
      at: redeemed.span,
      says: 'The token request has a code_verifier, but the sign-in was asked for without a code_challenge',
    };
  if (challenge && !verifier && redeemed.bodyForm !== undefined)
    return {
      strength: 'strong',
      at: redeemed.span,
      says: 'The sign-in was asked for with a code_challenge, but the token request has no code_verifier',
    };
  return undefined;
}

export const pkceMismatch: RootCause = {
  id: 'pkce-mismatch',
  title: 'The PKCE verifier does not belong to the challenge',
  owner: 'app-developer',
  explanation:
    'With PKCE the client sends a hash (code_challenge) when it asks for the code, and the secret behind it (code_verifier) when it redeems the code; they must belong together (RFC 7636). They do not when two attempts overlap (two tabs, a double click), the verifier was lost with the session, another instance answers, the verifier is encoded differently, or one program asks for the code and another redeems it.',
  symptoms: [
    'AADSTS50148, AADSTS501481 «The Code_Verifier does not match the code_challenge»',
    'AADSTS501491 «Invalid size of Code_Challenge parameter»',
  ],
  // Without a token, what is called next gets none, or the word undefined.
  explains: ['token-missing', 'token-malformed'],
  rules: [
    {
      kind: 'code',
      codes: [50148, 501481, 50147, 501471, 50149, 501491, 501461],
      strength: 'decisive',
      when: (_, code) => code.code !== 501461,
      says: (_, code) => `AADSTS${code.code} is about code_verifier and code_challenge`,
    },
    {
      // The sign-in of personal accounts has one number for every grant that it refuses.
      kind: 'code',
      codes: [70000, 70002, 9002313],
      strength: 'decisive',
      when: (_, code) => /code_(?:verifier|challenge)/i.test(code.message),
      says: (_, code) => `AADSTS${code.code}, and its words are about code_verifier and code_challenge`,
    },
    {
      // Other authorization servers say this as well.
      kind: 'phrase',
      phrases: ['code_verifier does not match', 'code verifier does not match'],
      strength: 'strong',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'The server says that the verifier does not match',
    },
    {
      kind: 'phrase',
      phrases: [
        'invalid size of code_challenge',
        'pkce code_verifier cookie was missing',
        'pkce_verification_failed',
        'missing code verifier',
        'code_verifier is missing',
        'pkcecodeverifier',
        'invalidcheck: pkcecodeverifier',
        'a code_challenge must be included',
      ],
      strength: 'decisive',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'The verifier is missing or does not fit',
    },
    { kind: 'facts', onlyWith: { evidence: ['oauth-request'] }, test: oneHalfOnly },
    { kind: 'code', codes: [9002325], strength: 'weak', says: 'PKCE was asked for and not sent' },
    told('code-verifier-lost', {
      errors: ['invalid_grant', 'invalid_request'],
      says: 'The grant was refused, and the code_verifier is said to be lost or another one',
    }),
  ],
  headline: () => 'The code_verifier of the token request does not belong to the code_challenge of the sign-in.',
  steps: () => [
    {
      text: 'Keep the verifier with the attempt: in the session or in a cookie, under the state of this one sign-in, until its answer comes back.',
    },
    {
      text: 'Ask and redeem in the same program: a code that a browser library asked for cannot be redeemed by a server without that verifier.',
    },
    {
      text: 'With several instances, keep sessions in a shared store, and start a sign-in only once (guard against double clicks and two middlewares).',
    },
    {
      text: 'The challenge is',
      value: 'BASE64URL(SHA256(ASCII(code_verifier))), without padding, with code_challenge_method=S256',
    },
  ],
  patches: ['pkce'],
  check: () => ({ text: 'A sign-in in one private window ends with a token.' }),
  sources: [
    { title: 'RFC 7636: PKCE', url: 'https://www.rfc-editor.org/rfc/rfc7636' },
    {
      title: 'Authorization code flow',
      url: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste:
        'GET https://login.microsoftonline.com/contoso.com/oauth2/v2.0/authorize?client_id=7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22&response_type=code&scope=openid\nPOST https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token\nAuthorization: Basic ***\n\ngrant_type=authorization_code&code=0.AX&code_verifier=decoy\n400 invalid_grant',
    },
    { paste: 'With two tabs the code_verifier of the first is overwritten in session storage: invalid_grant' },
    {
      paste:
        'GET https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22&response_type=code&scope=openid\nPOST https://login.microsoftonline.com/common/oauth2/v2.0/token\nclient_id=7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22&grant_type=authorization_code&code=0.AX&code_verifier=***\n\n400 invalid_grant',
    },
    {
      paste: 'AADSTS501481: The Code_Verifier does not match the code_challenge supplied in the authorization request.',
      verdict: 'certain',
    },
    {
      paste:
        '{"error":"invalid_grant","error_description":"AADSTS50148: The code_verifier does not match the code_challenge supplied in the authorization request for PKCE.","error_codes":[50148]}',
      verdict: 'certain',
    },
    {
      paste:
        "invalid_grant: AADSTS70000: The 'code_verifier' that was sent does not match the 'code_challenge' of the authorization request.",
      verdict: 'certain',
    },
    { paste: 'AADSTS501491: Invalid size of Code_Challenge parameter.', verdict: 'certain' },
  ],
  nearMisses: [
    {
      paste: 'AADSTS9002325: Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
      cause: 'redirect-platform-mismatch',
    },
    {
      paste:
        'AADSTS54005: OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
      cause: 'code-expired-or-redeemed',
    },
  ],
};
