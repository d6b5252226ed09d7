import type { RootCause } from './root-cause.ts';
import { retold } from './words/told.ts';
import { signInReference, thePerson } from './words/wording.ts';

/** Smart lockout and the block of an address share one number; the words tell them apart. */
const ADDRESS_BLOCK = /malicious|ip address|blocked/i;

/** The page of a personal account that Microsoft itself has locked. */
const AGREEMENT = 'activity that violates our microsoft services agreement';

export const accountLocked: RootCause = {
  id: 'account-locked',
  title: 'The account is locked after too many wrong passwords',
  owner: 'end-user',
  ownerFor: (facts) =>
    facts.of('aadsts').some((code) => code.code === 50053 && ADDRESS_BLOCK.test(code.message))
      ? 'tenant-admin'
      : 'end-user',
  explanation:
    'Smart lockout closes an account for a minute and longer after ten wrong passwords in a row. Very often the person did nothing: a phone, a service or a script still sends an old password. Waiting helps only until the next round of it.',
  symptoms: [
    "AADSTS50053 «The account is locked, you've tried to sign in too many times with an incorrect user ID or password»",
  ],
  explains: ['credentials-wrong', 'throttled', 'token-missing', 'token-malformed'],
  rules: [
    {
      kind: 'code',
      codes: [50053],
      strength: 'decisive',
      when: (_, code) => !ADDRESS_BLOCK.test(code.message),
      says: 'AADSTS50053: too many wrong passwords',
    },
    {
      kind: 'code',
      codes: [50053],
      strength: 'fair',
      when: (_, code) => ADDRESS_BLOCK.test(code.message),
      says: 'AADSTS50053: sign-in is blocked, here by the address it comes from',
    },
    {
      kind: 'code',
      codes: [120014],
      strength: 'strong',
      says: 'The account is locked or disabled in Active Directory',
    },
    {
      // Everybody's accounts are locked now and then.
      kind: 'phrase',
      phrases: ['the account is locked', 'your account is temporarily locked', 'account has been locked'],
      strength: 'fair',
      when: (facts) =>
        facts.microsoft &&
        facts.of('vendor').length === 0 &&
        facts.of('aadsts').length === 0 &&
        facts.phrase('contact your support person to unlock it') === undefined,
      says: 'The text says that the account is locked',
    },
    {
      kind: 'phrase',
      phrases: [
        'tried to sign in too many times with an incorrect account or password',
        'your account is temporarily locked to prevent unauthorized use',
        AGREEMENT,
        'too many times with an incorrect user id or password',
      ],
      strength: 'strong',
      // The page of a blocked account speaks of a lock, too (Azure AD B2C calls the sentence UserMessageIfUserAccountDisabled).
      when: (facts) =>
        facts.of('vendor').length === 0 &&
        facts.of('aadsts').length === 0 &&
        facts.phrase('contact your support person to unlock it') === undefined,
      says: 'The text says that the account is locked',
    },
    retold({ 'account-said-locked': 'The sign-in is said to tell that the account is locked' }, { unnamed: 'weak' }),
  ],
  headline: (facts) =>
    facts.phrase(AGREEMENT) !== undefined
      ? 'Microsoft has locked this personal account for a breach of its Services Agreement.'
      : `The account of ${thePerson(facts)} is locked after too many wrong passwords.`,
  steps: (facts) =>
    facts.phrase(AGREEMENT) !== undefined
      ? [
          {
            text: 'Sign in in the browser and follow «Next» on the page: a code by phone, or the form of appeal, opens the account again; no administrator can.',
          },
        ]
      : [
          {
            text: 'Wait some minutes without trying (each wrong try makes the lock longer), then sign in with the browser, or reset the password:',
            link: { title: 'Reset the password', url: 'https://passwordreset.microsoftonline.com' },
          },
          {
            text: 'Find what sends the old password: Entra ID, Monitoring & health, Sign-in logs, filter by this user and error 50053, look at client app, address and time.',
          },
          { text: 'Change the password there, or move that program to OAuth.' },
        ],
  patches: [],
  check: () => ({ text: 'The sign-in log shows a success, and no new 50053 in the next hour.' }),
  forward: (facts) =>
    `The account ${facts.values.user ?? '(name)'} is locked${signInReference(facts) || ' (AADSTS50053)'}. Please look at its sign-in log for the program and address that sends a wrong password, and unlock it or reset the password.`,
  sources: [
    {
      title: 'Smart lockout',
      url: 'https://learn.microsoft.com/entra/identity/authentication/howto-password-smart-lockout',
    },
    { title: 'Entra error codes', url: 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes' },
  ],
  lastChecked: '2026-11-22',
  hits: [
    { paste: 'Microsoft sagt beim Anmelden, mein Konto ist vorübergehend gesperrt, dabei war das Kennwort richtig.' },
    {
      paste:
        "AADSTS50053: The account is locked, you've tried to sign in too many times with an incorrect user ID or password.",
      verdict: 'certain',
    },
    {
      paste:
        "Status: Failure\nSign-in error code: 50053\nFailure reason: The account is locked, you've tried to sign in too many times with an incorrect user ID or password.\nCorrelation ID: 15c2635d-ba3f-4a8c-94c2-865374f35dc4",
    },
    {
      paste:
        '{"error":"invalid_grant","error_description":"AADSTS50053: You\'ve tried to sign in too many times with an incorrect user ID or password.","error_codes":[50053]}',
      verdict: 'certain',
    },
  ],
  nearMisses: [
    { paste: 'Your account has been locked. Please contact our customer service.', cause: 'not-enough-evidence' },
    {
      paste: 'Your account has been locked. Contact your support person to unlock it, then try again.',
      cause: 'account-disabled',
    },
    { paste: 'AADSTS50057: The user account is disabled.', cause: 'account-disabled' },
    {
      paste: 'AADSTS50053: Sign-in was blocked because it came from an IP address with malicious activity.',
      cause: 'conditional-access-blocked',
    },
  ],
};
