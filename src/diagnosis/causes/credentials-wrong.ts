import type { FixStep } from '../diagnosis.ts';
import type { Facts } from '../facts/facts.ts';
import type { RootCause } from './root-cause.ts';
import { retold, told } from './words/told.ts';
import { thePerson } from './words/wording.ts';

const PAGE_OF_PASSWORDS = 'your account or password is incorrect';
const BESIDE_IT = ['remember your password', 'reset it now', 'forgot my password'] as const;

/** AADB2C90118 is no failure of the person: the old kind of user flow hands the wish to the app. */
function forgot(facts: Facts): boolean {
  return facts.of('aadsts').some(({ family, code }) => family === 'AADB2C' && code === 90118);
}

/** learn.microsoft.com/azure/active-directory-b2c/add-password-reset-policy */
const STEPS_TO_RESET: readonly FixStep[] = [
  {
    text: 'Best: let the user flow do it. Azure AD B2C, User flows, the sign-up and sign-in flow, Properties: switch «Self-service password reset» on (in custom policies: the embedded journey for it). Then this answer comes no more.',
  },
  {
    text: 'Or catch AADB2C90118 where the app reads the answer of the sign-in, and send the person to the user flow for the reset of the password:',
    value: 'https://YOUR_TENANT.b2clogin.com/YOUR_TENANT.onmicrosoft.com/B2C_1_passwordreset',
  },
  { text: 'With MSAL.js name that address among knownAuthorities, and start loginRedirect with it as the authority.' },
];

export const credentialsWrong: RootCause = {
  id: 'credentials-wrong',
  title: 'User name or password is wrong, or cannot be checked there',
  owner: 'end-user',
  ownerFor: (facts) => (forgot(facts) ? 'app-developer' : 'end-user'),
  explanation:
    'Entra ID could not confirm the password. It is wrong, or it cannot be checked in this way: in a password flow (username and password sent by the program) Entra ID has no password for people of a federated domain, for passwordless people and for guests, and says the same. The same password then works in the browser.',
  symptoms: [
    'AADSTS50126 «Error validating credentials due to invalid username or password»',
    'AADSTS50056, AADSTS81016',
    'IMAP: «NO AUTHENTICATE failed», SMTP: «535 5.7.3 Authentication unsuccessful»',
  ],
  // Without a token, what is called next gets none, or the word undefined.
  explains: ['token-missing', 'token-malformed'],
  rules: [
    {
      kind: 'code',
      codes: [50126, 50056, 50054, 50181, 50182, 50184, 130503, 130504, 130505, 130507],
      strength: 'decisive',
      says: (_, code) => `AADSTS${code.code}: the credentials of the person were not accepted`,
    },
    {
      kind: 'code',
      codes: [70002, 50000],
      strength: 'strong',
      when: (_, code) =>
        /invalid username or password|incorrect (?:user id|username) or password|password out of sync/i.test(
          code.message,
        ),
      says: 'The text speaks of user name and password',
    },
    {
      kind: 'phrase',
      // The sentences of the sign-in page, and of AD FS to the password grant.
      phrases: [
        "your account or password is incorrect. if you don't remember your password",
        'that password is incorrect for your microsoft account',
        'ihr konto oder kennwort ist nicht korrekt',
        'votre compte ou mot de passe est incorrect',
        'incorrect user id or password. type the correct user id and password',
        'id3242: the security token could not be authenticated',
        // Exchange over SMTP: 535 5.7.139.
        'authentication unsuccessful, the user credentials were incorrect',
      ],
      strength: 'strong',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'The sign-in page says that the password is not right',
    },
    {
      kind: 'phrase',
      phrases: [
        'invalid username or password',
        'your account or password is incorrect',
        'incorrect user id or password',
        'logondenied',
        'the user name or password is incorrect',
      ],
      strength: 'fair',
      when: (facts) => facts.microsoft && facts.of('aadsts').length === 0 && facts.of('vendor').length === 0,
      says: 'The text speaks of user name and password',
    },
    {
      // The two halves of the page's sentence, one of them misread in a picture; or its title and its links.
      kind: 'facts',
      phrases: [PAGE_OF_PASSWORDS, ...BESIDE_IT],
      onlyWith: { phrases: [PAGE_OF_PASSWORDS] },
      test: (facts) => {
        const at = facts.phrase(PAGE_OF_PASSWORDS);
        return at === undefined || facts.anyPhrase(...BESIDE_IT) === undefined || facts.of('aadsts').length > 0
          ? undefined
          : { strength: 'fair', at, says: 'The sign-in page says that the password is not right' };
      },
    },
    {
      kind: 'phrase',
      phrases: ['535 5.7.3 authentication unsuccessful', '535 5.7.3'],
      strength: 'fair',
      // With a token no password was asked.
      when: (facts) => facts.of('aadsts').length === 0 && facts.token === null,
      says: 'SMTP 5.7.3: user name, password or token was refused',
    },
    {
      // The old SharePoint client library (IdcrlException), which knows one sentence for every refusal of name and password.
      kind: 'phrase',
      phrases: ['name or password does not match one in the microsoft account system'],
      strength: 'fair',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'The library sent name and password itself, and they were refused',
    },
    told('password-encoded', {
      errors: ['invalid_grant'],
      strength: 'fair',
      says: 'The password has characters that a form must encode (& + %); sent as they are, another password arrives',
    }),
    retold({ 'password-said-wrong': 'The sign-in is said to find the password wrong' }),
  ],
  headline: (facts) =>
    forgot(facts)
      ? 'The person chose «Forgot your password?» on the page of Azure AD B2C, and the app has to start the reset of the password.'
      : `The user name or password of ${thePerson(facts)} was not accepted.`,
  steps: (facts) =>
    forgot(facts)
      ? STEPS_TO_RESET
      : [
          {
            text: 'Sign in once in the browser with the same name and password:',
            link: { title: 'My account', url: 'https://myaccount.microsoft.com' },
          },
          ...(facts.of('oauth-request').some((item) => item.parameters.grant_type === 'password') ||
          facts.anyPhrase('invalid username or password') !== undefined
            ? [
                {
                  text: 'Where it works there, the program sends the password itself (ROPC), which does not work for federated, passwordless, guest or multi-factor accounts: use the authorization code or device code flow.',
                },
              ]
            : [
                {
                  text: 'Where it works there but not in the program, the program sends the password itself: use an interactive sign-in in its place.',
                },
              ]),
          {
            text: 'Where it does not work there, reset the password.',
            link: { title: 'Reset the password', url: 'https://passwordreset.microsoftonline.com' },
          },
          { text: 'Look for programs with an old saved password: they lock the account.' },
        ],
  patches: (facts) => (forgot(facts) ? [] : ['device-code']),
  check: (facts) =>
    forgot(facts)
      ? { text: '«Forgot your password?» leads to the reset, and after it back to the app, signed in.' }
      : { text: 'The sign-in succeeds in the browser and in the program.' },
  sources: [
    {
      title: 'AADSTS50126',
      url: 'https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts50126-invalid-username-password',
    },
    {
      title: 'Username and password flow: its limits',
      url: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth-ropc',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    { paste: 'Outlook im Browser nimmt mein Passwort nicht, es sei falsch. Ich tippe es sicher richtig.' },
    { paste: "Your account or password is\nincorrect. lf you don't remember your password, reset it now." },
    {
      paste:
        'grant_type=password {"error":"invalid_grant"} and the password has & and +, special characters are not encoded',
    },
    {
      paste:
        'SMTP Error: 535 5.7.139 Authentication unsuccessful, the user credentials were incorrect. [FR4P281CA0213.DEUP281.PROD.OUTLOOK.COM 2025-07-21T08:12:33.123Z]',
    },
    { paste: "Your account or password is incorrect. If you don't remember your password, reset it now." },
    { paste: 'AADSTS50126: Error validating credentials due to invalid username or password.', verdict: 'certain' },
    {
      paste:
        'msal4j.MsalServiceException: AADSTS70002: Error validating credentials. AADSTS50126: Invalid username or password',
      verdict: 'certain',
    },
    {
      paste:
        '{"error":"invalid_grant","error_description":"AADSTS50056: Invalid or null password: password does not exist in the directory for this user.","error_codes":[50056]}',
      verdict: 'certain',
    },
    {
      paste:
        'Ihr Konto oder Kennwort ist nicht korrekt. Wenn Sie sich nicht an Ihr Kennwort erinnern, setzen Sie es jetzt zurück.',
    },
    {
      paste:
        'Connect-PnPOnline : The sign-in name or password does not match one in the Microsoft account system.\n+ CategoryInfo : NotSpecified: (:) [Connect-PnPOnline], IdcrlException',
      verdict: 'likely',
    },
  ],
  nearMisses: [
    {
      paste:
        "AADSTS50053: The account is locked, you've tried to sign in too many times with an incorrect user ID or password.",
      cause: 'account-locked',
    },
    { paste: 'AADSTS50055: The password is expired.', cause: 'password-expired' },
    { paste: 'Login failed: invalid username or password', cause: 'not-enough-evidence' },
  ],
};
