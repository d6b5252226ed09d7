import type { Facts } from '../facts/facts.ts';
import { tenantLink } from '../fix/portal-links.ts';
import { accountHome, homeTenant, namedAccount } from './accounts/account-home.ts';
import type { RootCause } from './root-cause.ts';
import { codeWords, issuerWords } from './words/code-words.ts';
import { retold } from './words/told.ts';
import { ourApp, theApp } from './words/wording.ts';

/** Words are translated, quotes are kept: the tenant follows the word for it in any of the languages that are pasted most. */
const IN_TENANT = /(?:tenant|inquilino|locataire|mandant\w*|テナント)\s{0,2}['"]([^'"\n{}]{1,80})['"]/i;

function person(facts: Facts): string {
  return namedAccount(issuerWords(facts)) ?? facts.values.user ?? 'The person who signs in';
}

function whichTenant(facts: Facts): string {
  const named = IN_TENANT.exec(issuerWords(facts))?.[1] ?? facts.values.tenant;
  return named === undefined ? 'the tenant of the app' : `the tenant ${named}`;
}

export const guestNotInvited: RootCause = {
  id: 'guest-not-invited',
  title: 'The person is not in this tenant',
  owner: 'tenant-admin',
  explanation:
    'The person signed in at home, and then the tenant that the authority names looked for them among its own members and guests and did not find them. Somebody there invites the account as a guest, or the authority names the wrong tenant. An invitation counts once it is accepted; a guest who was deleted and invited anew has to accept again.',
  symptoms: [
    'AADSTS50020 with the identity provider https://sts.windows.net/…/',
    'AADSTS90072 in the sign-in logs',
    'AADSTS51004 «does not exist in the … directory»',
    '«Selected user account does not exist in tenant … and cannot access the application»',
    'AADSTS50014: the invitation is not accepted yet',
  ],
  explains: ['interaction-required', 'token-cache-miss', 'token-missing', 'token-malformed'],
  rules: [
    {
      kind: 'code',
      codes: [50020, 90072, 500211],
      strength: 'decisive',
      when: (facts, code) => accountHome(codeWords(facts, code)) === 'organisation',
      says: (facts, code) =>
        `The identity provider is another organisation (${homeTenant(codeWords(facts, code)) ?? 'sts.windows.net'}), and ${whichTenant(facts)} does not know the account`,
    },
    {
      kind: 'code',
      codes: [50020, 90072, 500211],
      strength: 'strong',
      when: (facts, code) => accountHome(codeWords(facts, code)) === 'other',
      says: 'The account comes from outside, and this tenant does not know it',
    },
    {
      kind: 'code',
      codes: [50020, 90072, 500211],
      strength: 'weak',
      when: (facts, code) => accountHome(codeWords(facts, code)) === 'personal',
      says: 'If this personal account was to come as a guest, its invitation is missing',
    },
    {
      kind: 'code',
      codes: [50020, 90072, 500211],
      strength: 'fair',
      when: (facts, code) =>
        accountHome(codeWords(facts, code)) === null && !/api version/i.test(codeWords(facts, code)),
      says: (_, code) => `AADSTS${code.code}: the account is in none of the lists of this tenant`,
    },
    {
      kind: 'code',
      codes: [51004, 50014, 16003, 50177, 50178, 500141, 500142, 700056],
      strength: 'decisive',
      when: (facts, code) => accountHome(codeWords(facts, code)) !== 'personal',
      says: (_, code) => `AADSTS${code.code}: ${SAYS[code.code] ?? 'the account is not (or not yet) in this tenant'}`,
    },
    {
      kind: 'code',
      codes: [16000],
      strength: 'fair',
      when: (facts, code) => accountHome(codeWords(facts, code)) === 'organisation',
      says: 'The account that is signed in belongs to another organisation, and this tenant does not know it',
    },
    {
      kind: 'phrase',
      phrases: [
        'selected user account does not exist in tenant',
        'needs to be added as an external user in the tenant first',
        'the account must be added to the directory',
        'has not accepted the invitation',
        'guest user is in pending state',
        'invitation redemption failed',
      ],
      strength: 'strong',
      when: (facts) => facts.of('aadsts').length === 0 && accountHome(issuerWords(facts)) !== 'personal',
      says: 'The sign-in page says that the account is not in this tenant',
    },
    retold(
      {
        'organisation-account-said-absent':
          'The sign-in is said not to find the account of another organisation in this tenant',
      },
      { strength: 'strong' },
    ),
    retold(
      { 'personal-account-said-absent': 'Where only guests are meant to sign in, the account has to be invited first' },
      { strength: 'weak', unnamed: 'hint' },
    ),
  ],
  headline: (facts) => {
    const home = homeTenant(issuerWords(facts));
    return `${person(facts)}${home === undefined ? '' : ` (of tenant ${home})`} is neither a member nor a guest of ${whichTenant(facts)}, to which ${theApp(facts)} sends the sign-in.`;
  },
  steps: (facts) => {
    const host = facts.values.loginHost ?? 'login.microsoftonline.com';
    return [
      {
        text: `In ${whichTenant(facts)}: Users, New user, Invite external user, with the address that the person signs in with.`,
        value: namedAccount(issuerWords(facts)) ?? facts.values.user ?? 'person@their-organisation.com',
        link: tenantLink('users', facts.values),
      },
      {
        text: 'The person accepts the invitation from the mail. A guest who was deleted and invited anew: open the guest, B2B collaboration, Reset redemption status.',
      },
      {
        text: 'If it is the wrong account: sign out everywhere, or use a private browser window, and choose the account of this tenant.',
      },
      {
        text: 'If the app is for several organisations: set Supported account types (Authentication) to «Multiple Entra ID tenants», and let the authority be',
        value: `https://${host}/organizations`,
      },
    ];
  },
  patches: (facts) => (accountHome(issuerWords(facts)) === 'organisation' ? ['authority'] : []),
  check: (facts) => ({
    text: `Users, in ${whichTenant(facts)}, lists the person as Guest with the invitation state Accepted; signing in with a private window works.`,
  }),
  forward: (facts) =>
    `${person(facts)} cannot sign in to ${ourApp(facts)}: the account is not in ${whichTenant(facts)}. Please invite it as a guest (Entra admin centre, Users, New user, Invite external user) if it should have access, or tell us which account to use.`,
  sources: [
    {
      title: 'AADSTS50020: user account from identity provider does not exist in tenant',
      url: 'https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts50020-user-account-identity-provider-does-not-exist',
    },
    {
      title: 'Add guest users',
      url: 'https://learn.microsoft.com/entra/external-id/b2b-quickstart-add-guest-users-portal',
    },
    {
      title: 'Reset redemption status of a guest',
      url: 'https://learn.microsoft.com/entra/external-id/reset-redemption-status',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    { paste: `External consultant, own company account: "does not exist in tenant" at login. Invite him or what?` },
    {
      paste:
        "AADSTS50020: User account 'amara@contoso.com' from identity provider 'https://sts.windows.net/5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77/' does not exist in tenant 'Fabrikam' and cannot access the application '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31'(planner) in that tenant. The account needs to be added as an external user in the tenant first.",
      verdict: 'certain',
    },
    {
      paste:
        "AADSTS50020: Das Benutzerkonto 'j.vogel@contoso.de' des Identitätsanbieters 'https://sts.windows.net/5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77/' ist im Mandanten 'Fabrikam GmbH' nicht vorhanden und kann auf die Anwendung '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31'(planer) in diesem Mandanten nicht zugreifen.",
      verdict: 'certain',
    },
    {
      paste:
        '{"status":{"errorCode":90072,"failureReason":"User account \'amara@contoso.com\' from identity provider \'https://sts.windows.net/5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77/\' does not exist in tenant \'Fabrikam\' and cannot access the application."}}',
      verdict: 'certain',
    },
    {
      paste:
        "Selected user account does not exist in tenant 'Fabrikam' and cannot access the application '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31' in that tenant. The account needs to be added as an external user in the tenant first. Please use a different account.",
    },
    {
      paste:
        'invalid_grant: AADSTS51004: The user account {EmailHidden} does not exist in the 5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77 directory. To sign into this application, the account must be added to the directory.',
      verdict: 'certain',
    },
    {
      paste:
        'error=access_denied&error_description=AADSTS50020%3a+User+account+%27%7bEmailHidden%7d%27+from+identity+provider+%27https%3a%2f%2fsts.windows.net%2f5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77%2f%27+does+not+exist+in+tenant+%27Fabrikam%27',
      verdict: 'certain',
    },
  ],
  nearMisses: [
    {
      paste: `my private hotmail: the account does not exist in tenant. colleagues with the company address get in`,
      cause: 'account-type-mismatch',
    },
    {
      paste:
        "AADSTS50020: User account 'kim.larsen@outlook.com' from identity provider 'live.com' does not exist in tenant 'Microsoft Services' and cannot access the application '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31'(planner) in that tenant.",
      cause: 'account-type-mismatch',
    },
    {
      paste:
        "AADSTS50105: The signed in user 'amara@contoso.com' is not assigned to a role for the application '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31'(planner).",
      cause: 'user-not-assigned',
    },
    {
      paste: 'AADSTS50034: The user account amara@contoso.com does not exist in the fabrikam.com directory.',
      cause: 'user-not-found',
    },
  ],
};

const SAYS: Readonly<Record<number, string>> = {
  50014: 'the guest has not accepted the invitation yet',
  51004: 'the directory has no such account',
  16003: 'the account that is signed in is not in the tenant of the API',
  500141: 'the invitation was accepted outside the app; sign in again',
};
