import type { Facts } from '../facts/facts.ts';
import type { RootCause } from './root-cause.ts';
import { retold, told } from './words/told.ts';

const EITHER = /authorization code or refresh token/i;
const CODE_OVER = /authorization code has expired/i;

/** The request in the paste redeems a code. */
function redeems(facts: Facts): boolean {
  return (
    facts.of('oauth-request').some((item) => item.parameters.grant_type === 'authorization_code') ||
    facts.of('setting').some((item) => item.name === 'grant' && item.values.includes('authorization_code'))
  );
}

export const codeExpiredOrRedeemed: RootCause = {
  id: 'code-expired-or-redeemed',
  title: 'The authorization code was used twice or too late',
  owner: 'app-developer',
  explanation:
    'An authorization code works once and for a few minutes. The second request with it is refused: a page that was reloaded, two middlewares or instances that both redeem it, an automatic retry, or a mail scanner that opened the link. Device codes end after 15 minutes in the same way.',
  symptoms: [
    'AADSTS54005 «OAuth2 Authorization code was already redeemed»',
    'AADSTS70008 with «authorization code»',
    'AADSTS70000 «The provided value for the code is not valid»',
    'expired_token in the device flow',
  ],
  // Without a token, what is called next gets none, or the word undefined.
  explains: ['token-missing', 'token-malformed'],
  rules: [
    {
      kind: 'code',
      codes: [54005, 70019, 70020, 70033, 70035, 29207, 29208],
      strength: 'decisive',
      says: (_, code) => `AADSTS${code.code}: the code was used already, or has run out`,
    },
    {
      kind: 'code',
      codes: [70008, 70000, 9002313, 70002],
      strength: 'strong',
      when: (facts, code) =>
        /authorization code|'code' is|value for the (?:input parameter )?'?code'?|auth code/i.test(code.message) &&
        !/'code' or 'refresh_token'/i.test(code.message) &&
        !(EITHER.test(code.message) && !CODE_OVER.test(code.message) && !redeems(facts)) &&
        !(
          facts.values.redirectUri !== undefined &&
          facts.of('setting').filter((item) => item.name === 'redirect-uri').length > 1
        ),
      says: 'The text speaks of the authorization code: it ran out or was used before',
    },
    {
      kind: 'code',
      codes: [70008],
      strength: 'weak',
      when: (facts, code) => EITHER.test(code.message) && !CODE_OVER.test(code.message) && !redeems(facts),
      says: 'AADSTS70008 is said of a code that was redeemed too late as well',
    },
    {
      kind: 'code',
      codes: [70000],
      strength: 'weak',
      when: (_, code) => /provided access grant is invalid or malformed/i.test(code.message),
      says: 'A code that was used twice or cut short is refused like this',
    },
    {
      kind: 'phrase',
      phrases: [
        'authorization code was already redeemed',
        'code was already redeemed',
        'authorization code has expired',
        'code_expired',
        'device code has expired',
        'user code has expired',
        'verification code expired before contacting the server',
        'the code has already been used',
        'user_timeout_reached',
      ],
      strength: 'strong',
      when: (facts) => facts.of('aadsts').length === 0 && facts.microsoft,
      says: 'The text says that the code was used or has run out',
    },
    {
      // RFC 8628, section 3.5: the device code is over. Other servers name an access token so.
      kind: 'facts',
      phrases: ['device_code', 'device code', 'devicecode'],
      onlyWith: 'its phrases',
      test: (facts) => {
        const error = facts.of('oauth-error').find((item) => item.error === 'expired_token' && item.where !== 'text');
        return error !== undefined &&
          facts.of('aadsts').length === 0 &&
          facts.anyPhrase('device_code', 'device code', 'devicecode') !== undefined
          ? {
              strength: 'decisive',
              at: error.span,
              says: 'expired_token: the device code ran out before the sign-in was finished',
            }
          : undefined;
      },
    },
    {
      kind: 'phrase',
      // The Bot Framework token service; Microsoft Graph PowerShell, which waits two minutes; go-autorest (kubectl, Terraform).
      phrases: [
        'sign in code was not found or expired',
        'devicecodecredential: context deadline exceeded',
        'device code terminal timed-out',
        'error while retrieving oauth token: code expired',
      ],
      strength: 'strong',
      says: 'The code of this sign-in ran out before it was finished',
    },
    told('code-sent-twice', {
      errors: ['invalid_grant'],
      says: 'The grant was refused, and the same code is said to go out more than once',
    }),
    told('code-sent-late', {
      errors: ['invalid_grant'],
      says: 'The grant was refused; a code lives for a few minutes, and this one is said to be older',
    }),
    retold({ 'device-code-said-over': 'The code for the device is said to have run out before it was typed in' }),
  ],
  headline: () => 'The authorization (or device) code was redeemed a second time, or after it had run out.',
  steps: () => [
    { text: 'Start a new sign-in: this code cannot be saved.' },
    {
      text: 'Redeem the code in one place only: look for two middlewares or libraries that both handle the callback, and for retries around the token request.',
    },
    { text: 'Answer the callback with a redirect to a clean address, so that a reload does not send the code again.' },
    { text: 'In the device flow, poll until the answer comes, and ask for a new code when expired_token does.' },
  ],
  patches: ['redirect-uri'],
  check: () => ({ text: 'The log shows one POST to /token for each sign-in, answered with 200.' }),
  sources: [
    {
      title: 'Authorization code flow',
      url: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow',
    },
    { title: 'RFC 6749, section 4.1.2: single use', url: 'https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2' },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste:
        'The screen in the meeting room showed a code for microsoft.com/devicelogin. When I typed it in it said that the code has expired.',
    },
    { paste: 'React StrictMode runs the callback twice; the second request with the code gets invalid_grant' },
    { paste: 'I pasted the code from the address bar into curl twenty minutes later: invalid_grant' },
    {
      paste:
        'AADSTS54005: OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
      verdict: 'certain',
    },
    {
      paste:
        '{"error":"invalid_grant","error_description":"AADSTS70008: The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource. The provided authorization code has expired.","error_codes":[70008]}',
      verdict: 'possible',
    },
    {
      paste: 'AADSTS70002: Error validating credentials. AADSTS54005: OAuth2 Authorization code was already redeemed.',
      verdict: 'certain',
    },
    { paste: 'Connect-MgGraph : Device code terminal timed-out after 120 seconds. Please try again.' },
    { paste: '{"error":"expired_token","error_description":"The device_code has expired."}' },
  ],
  nearMisses: [
    { paste: 'The source code runs twice as fast, and the job says invalid_grant', cause: 'not-enough-evidence' },
    {
      paste:
        '{"error":"expired_token","error_description":"The access token expired"}\nGET https://graph.microsoft.com/v1.0/me',
      cause: 'token-expired',
    },
    {
      paste:
        'AADSTS70043: The refresh token has expired or is invalid due to sign-in frequency checks by conditional access.',
      cause: 'refresh-token-expired',
    },
  ],
};
