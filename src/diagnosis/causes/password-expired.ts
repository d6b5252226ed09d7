import type { RootCause } from './root-cause.ts';
import { retold, told } from './words/told.ts';
import { thePerson } from './words/wording.ts';

export const passwordExpired: RootCause = {
  id: 'password-expired',
  title: 'The password has expired or must be changed',
  owner: 'end-user',
  explanation:
    'The password was right, but it has run out, or an administrator or a risk policy wants a new one. A program cannot change it: the person does, in the browser. After that, every stored sign-in of this account has to be made anew.',
  symptoms: ['AADSTS50055 «The password is expired»', 'AADSTS50142, AADSTS50135 «password change is required»'],
  explains: ['credentials-wrong', 'token-missing', 'token-malformed'],
  rules: [
    {
      kind: 'code',
      codes: [50055, 50142, 50135, 50144, 81003],
      strength: 'decisive',
      when: (_, code) => code.code !== 81003,
      says: (_, code) => `AADSTS${code.code}: the password must be changed first`,
    },
    {
      kind: 'phrase',
      phrases: [
        'you need to update your password because this is the first time',
        'password is expired',
        'password has expired',
        'password change is required',
        'your password has expired',
        'must change the password',
      ],
      strength: 'strong',
      when: (facts) =>
        (facts.microsoft ||
          facts.phrase('you need to update your password because this is the first time') !== undefined) &&
        facts.of('aadsts').length === 0,
      says: 'The text says that the password has expired',
    },
    told('password-change-due', {
      errors: ['invalid_grant', 'interaction_required'],
      says: 'The grant was refused, and the password of the account is said to be due for a change',
    }),
    retold(
      { 'password-said-expired': 'The sign-in is said to tell that the password has expired' },
      { unnamed: 'weak' },
    ),
  ],
  headline: (facts) => `The password of ${thePerson(facts)} has expired and must be changed.`,
  steps: () => [
    {
      text: 'Sign in with a browser and change the password there:',
      link: { title: 'My account', url: 'https://myaccount.microsoft.com' },
    },
    { text: 'Sign in again in every program that uses this account.' },
    {
      text: 'An account that a job runs on should not be a person’s: move the job to application permissions or a managed identity.',
    },
  ],
  patches: [],
  check: () => ({
    text: 'The browser sign-in asks for no new password any more, and the program gets a token.',
  }),
  sources: [
    { title: 'Entra error codes', url: 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes' },
  ],
  lastChecked: '2026-11-22',
  hits: [
    { paste: 'Back from a long leave, and Outlook on the web says at sign-in that my password has expired.' },
    { paste: '«User must change password at next logon» is set for svc-rota, and ROPC answers invalid_grant' },
    {
      paste:
        'Aktualisieren Sie Ihr Kennwort. Das ist nötig, weil Sie sich zum ersten Mal anmelden oder Ihr Kennwort abgelaufen ist.',
    },
    {
      paste:
        'Update your password\nYou need to update your password because this is the first time you are signing in, or because your password has expired.',
    },
    { paste: 'AADSTS50055: The password is expired.', verdict: 'certain' },
    { paste: 'AADSTS50142: Password change is required due to a conditional access policy.', verdict: 'certain' },
    {
      paste: 'Connect-AzAccount : AADSTS70002: Error validating credentials. AADSTS50055: Password is expired.',
      verdict: 'certain',
    },
  ],
  nearMisses: [
    { paste: 'AADSTS50133: Session is invalid due to expiration or recent password change.', cause: 'session-revoked' },
  ],
};
