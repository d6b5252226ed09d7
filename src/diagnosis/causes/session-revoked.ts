import type { Facts } from '../facts/facts.ts';
import { isOfATool, NAMES_A_TOOL, signInWithTool } from './accounts/signed-in-tool.ts';
import type { RootCause } from './root-cause.ts';
import { retold, told } from './words/told.ts';

/** A sign-in with user name and password is refused because of a wrong one. */
function sendsPassword(facts: Facts): boolean {
  return (
    facts.of('oauth-request').some((item) => item.parameters.grant_type === 'password') ||
    facts.of('setting').some((item) => item.name === 'grant' && item.values.includes('password'))
  );
}

export const sessionRevoked: RootCause = {
  id: 'session-revoked',
  title: 'The sign-in was revoked',
  owner: 'end-user',
  explanation:
    'Refresh tokens and sessions end when the password changes or is reset, when the person or an administrator revokes the sessions, or when a risk was found. Whatever was issued before that instant (TokensValidFrom) is refused. One new sign-in makes it good.',
  symptoms: [
    'AADSTS50173 «The provided grant has expired due to it being revoked»',
    'AADSTS50133, AADSTS50132 «session … password expiration or recent password change»',
    'It broke for one person at the moment of a password change',
  ],
  explains: ['token-expired', 'interaction-required', 'refresh-token-expired', 'token-missing', 'token-malformed'],
  rules: [
    NAMES_A_TOOL,
    {
      kind: 'code',
      codes: [50173, 50133, 50132],
      strength: 'decisive',
      says: (_, code) =>
        `AADSTS${code.code}: what was issued before the password change or revocation no longer counts`,
    },
    {
      kind: 'code',
      codes: [70008, 70000],
      strength: 'strong',
      when: (_, code) =>
        /revoked/i.test(code.message) && !/expired or (?:been )?revoked|authorization code/i.test(code.message),
      says: 'The text says that the grant was revoked',
    },
    {
      kind: 'code',
      codes: [16000],
      strength: 'fair',
      when: (_, code) => /password/i.test(code.message),
      says: 'The session ended with a password change',
    },
    {
      kind: 'phrase',
      phrases: [
        'grant has expired due to it being revoked',
        'session is not valid due to password expiration or recent password change',
        'tokensvalidfrom',
        'recent password change',
        'user session has been revoked',
      ],
      strength: 'strong',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'The text says that the session was revoked',
    },
    {
      kind: 'facts',
      phrases: ['tokenissuedbeforerevocationtimestamp'],
      onlyWith: 'its phrases',
      test: (facts) => {
        const at = facts.phrase('tokenissuedbeforerevocationtimestamp');
        return (
          at && {
            strength: 'weak',
            at,
            says: 'Behind the challenge stands a revocation: password change, or sessions revoked',
          }
        );
      },
    },
    told('password-changed', {
      errors: ['invalid_grant'],
      when: (facts) => !sendsPassword(facts),
      says: 'The grant was refused after the password had been changed: what was issued before it no longer counts',
    }),
    told('sessions-revoked', {
      errors: ['invalid_grant'],
      says: 'The grant was refused after sessions or grants had been revoked',
    }),
    retold(
      {
        'sessions-said-revoked': 'The sessions of the person are said to be revoked',
        'refused-since-password-changed':
          'Sign-in has to be made anew since the password was changed: refresh tokens from before it are refused',
      },
      { unnamed: 'weak' },
    ),
  ],
  headline: (facts) =>
    `The sign-in of ${facts.values.user ?? 'this person'} was revoked (password change, or sessions revoked); they have to sign in again.`,
  steps: (facts) => [
    signInWithTool(facts) ?? { text: 'Sign in again, once, in every program that uses this account.' },
    ...(isOfATool(facts)
      ? []
      : [
          {
            text: 'In the program, on invalid_grant throw the stored refresh token away and start an interactive sign-in; do not repeat the refresh.',
          },
        ]),
    {
      text: 'A job that must survive password changes should not run on a person’s account: use application permissions.',
    },
  ],
  patches: (facts) => (isOfATool(facts) ? [] : ['silent-then-interactive']),
  check: () => ({ text: 'After the new sign-in the silent token request succeeds.' }),
  sources: [
    {
      title: 'Refresh tokens: revocation',
      url: 'https://learn.microsoft.com/entra/identity-platform/refresh-tokens#token-revocation',
    },
    { title: 'Revoke user access', url: 'https://learn.microsoft.com/entra/identity/users/users-revoke-access' },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste: 'An administrator pressed «Revoke sessions» for me in Entra, now every program wants me to sign in again.',
    },
    {
      paste:
        'Those who changed their password last week have to reconnect their Outlook in our CRM: the refresh token is refused.',
    },
    { paste: 'invalid_grant at every refresh since Amara reset her password this morning', verdict: 'likely' },
    { paste: 'The admin pressed «Revoke sessions», and now our sync job gets invalid_grant', verdict: 'likely' },
    {
      paste:
        "AADSTS70000: The provided value for the 'code' or 'refresh_token' parameter is not valid. The grant may have been revoked by the user.",
    },
    {
      paste:
        "AADSTS50173: The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password. The grant was issued on '2026-05-18T07:22:34.0560000Z' and the TokensValidFrom date (before which tokens are not valid) for this user is '2026-06-05T11:20:59.0000000Z'.",
      verdict: 'certain',
    },
    { paste: 'AADSTS50133: Session is invalid due to expiration or recent password change.', verdict: 'certain' },
    {
      paste:
        'InteractionRequiredAuthError: invalid_grant: 50173 - [2026-06-05 11:21:00Z]: AADSTS50173: The provided grant has expired due to it being revoked',
      verdict: 'certain',
    },
  ],
  nearMisses: [
    { paste: 'I changed my password yesterday', cause: 'not-enough-evidence' },
    { paste: 'AADSTS700082: The refresh token has expired due to inactivity.', cause: 'refresh-token-expired' },
    { paste: 'AADSTS50055: The password is expired.', cause: 'password-expired' },
  ],
};
