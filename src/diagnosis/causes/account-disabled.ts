import type { FixStep } from '../diagnosis.ts';
import type { Facts } from '../facts/facts.ts';
import { isSeenByAPerson } from '../facts/on-a-page.ts';
import type { RootCause } from './root-cause.ts';
import { retold } from './words/told.ts';
import { ourApp, ourTenant, signInReference, theTenant } from './words/wording.ts';

/** The switch of the account, as Graph, the Azure CLI and PowerShell print it. */
const SWITCHED_OFF = [
  '"accountenabled": false',
  '"accountenabled":false',
  'accountenabled : false',
  'blockcredential : true',
] as const;
/** Commands and properties of people; a service principal has the switch, too. */
const PERSON = [
  'get-mguser',
  'get-azureaduser',
  'get-azaduser',
  'get-msoluser',
  'az ad user',
  'userprincipalname',
] as const;

/**
 * The row of the user in one environment, which has a switch of its own beside the account's, also for an app.
 * learn.microsoft.com/power-platform/admin/create-users, .../admin/manage-application-users
 */
const IN_DATAVERSE = ['is disabled. consider enabling this user', 'the specified user is either disabled'] as const;

function inDataverse(facts: Facts): boolean {
  return facts.anyPhrase(...IN_DATAVERSE) !== undefined;
}

function stepsInDataverse(facts: Facts): FixStep[] {
  return [
    {
      text:
        facts.actor === 'app'
          ? 'Power Platform admin centre, the environment, Settings, Users + permissions, Application users: choose the app, and activate it.'
          : 'Power Platform admin centre, the environment, Settings, Users + permissions, Users: the person’s status must be Enabled (for an app: Application users).',
    },
    {
      text: 'A person is switched on there by the account (sign-in allowed), a licence that Dataverse is part of, and the security group of the environment, where it has one.',
    },
    { text: 'Then give the user a security role, where it has none left, and call again: the token is in order.' },
  ];
}

function stepsInEntra(facts: Facts): FixStep[] {
  return [
    {
      text: `Entra admin centre, Users, ${facts.values.user ?? 'the account'}, Properties, Account status: enable it, where that is meant.`,
    },
    { text: 'Where the account comes from Active Directory, enable it there and wait for the synchronisation.' },
    {
      text: 'Where it was closed on purpose, move what runs on it to an account of its own, better to application permissions.',
    },
  ];
}

export const accountDisabled: RootCause = {
  id: 'account-disabled',
  title: 'The account is disabled',
  owner: 'tenant-admin',
  explanation:
    'An administrator (or the synchronisation from Active Directory) has blocked sign-in for this account, or for the guest in the tenant that invited it. No password and no program changes that.',
  symptoms: [
    'AADSTS50057 «The user account is disabled»',
    'AADSTS500571 «The guest user account is disabled»',
    'AADSTS80012 logon hours',
  ],
  explains: ['credentials-wrong', 'token-missing', 'token-malformed'],
  rules: [
    {
      kind: 'code',
      codes: [50057, 500571, 80012],
      strength: 'decisive',
      says: (_, code) => `AADSTS${code.code}: sign-in is blocked for this account`,
    },
    {
      kind: 'phrase',
      phrases: [
        'user account is disabled',
        'your account has been disabled',
        'account is disabled',
        'guest user account is disabled',
        'sign-in is blocked for this user',
      ],
      strength: 'strong',
      when: (facts) => facts.microsoft && facts.of('aadsts').length === 0,
      says: 'The text says that the account is disabled',
    },
    {
      kind: 'phrase',
      phrases: [IN_DATAVERSE[0]],
      strength: 'decisive',
      says: 'Dataverse names the user row of the caller, and that it is switched off',
    },
    {
      kind: 'phrase',
      phrases: [IN_DATAVERSE[1]],
      strength: 'strong',
      says: 'Dataverse says that the user of the caller is switched off, or in no business unit',
    },
    {
      // The sign-in page of a blocked account, which speaks of a lock.
      kind: 'phrase',
      phrases: ['contact your support person to unlock it'],
      strength: 'strong',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'The sign-in page says that only the support can open the account: sign-in is blocked for it',
    },
    {
      kind: 'facts',
      phrases: [...SWITCHED_OFF, ...PERSON],
      onlyWith: { phrases: SWITCHED_OFF },
      test: (facts) => {
        const at = facts.anyPhrase(...SWITCHED_OFF);
        return at === undefined || facts.anyPhrase(...PERSON) === undefined || facts.of('aadsts').length > 0
          ? undefined
          : { strength: 'strong', at, says: 'accountEnabled of the person is false' };
      },
    },
    retold(
      { 'account-said-disabled': 'The sign-in is said to tell that the account is disabled' },
      { unnamed: 'weak' },
    ),
  ],
  headline: (facts) =>
    inDataverse(facts)
      ? `The user behind this token is switched off in Dataverse${facts.values.host === undefined ? '' : ` (${facts.values.host})`}.`
      : `The account ${facts.values.user ?? 'that signs in'} is disabled in ${theTenant(facts)}.`,
  steps: (facts) => (inDataverse(facts) ? stepsInDataverse(facts) : stepsInEntra(facts)),
  patches: [],
  check: (facts) => ({
    text: inDataverse(facts)
      ? 'GET /api/data/v9.2/WhoAmI answers 200 with the same kind of token.'
      : 'The account signs in at https://myaccount.microsoft.com.',
  }),
  forward: (facts) =>
    inDataverse(facts)
      ? `The user of ${facts.actor === 'app' ? ourApp(facts) : 'the person'} is switched off in the Dataverse environment${facts.values.host === undefined ? '' : ` ${facts.values.host}`}. Please activate it (Power Platform admin centre, Settings, Users + permissions), or tell us which one to use.`
      : `The account ${facts.values.user ?? '(name)'} is disabled in ${ourTenant(facts)}${signInReference(facts)} and ${isSeenByAPerson(facts) ? 'the person has to sign in' : 'is needed for a program that signs in with it'}. Please enable it, or tell us which account to use.`,
  sources: [
    { title: 'Entra error codes', url: 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes' },
    {
      title: 'Manage application users in the Power Platform admin center',
      url: 'https://learn.microsoft.com/power-platform/admin/manage-application-users',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste:
        'GET https://org1.crm4.dynamics.com/api/data/v9.2/accounts 403\n{"error":{"code":"0x80040225","message":"The specified user(Id = 5d1f1e7a-2b3c-4d5e-8f90-a1b2c3d4e5f6) is disabled. Consider enabling this user."}}',
      verdict: 'certain',
    },
    { paste: 'HR took her back last week. The Microsoft sign-in still says that her account has been disabled.' },
    { paste: 'Your account has been locked. Contact your support person to unlock it, then try again.' },
    {
      paste:
        'The job of svc-rota cannot sign in any more.\naz ad user show --id svc-rota@contoso.example --query "{name:displayName,accountEnabled:accountEnabled}"\n{ "accountEnabled": false, "name": "svc-rota" }',
    },
    { paste: 'AADSTS50057: The user account is disabled.', verdict: 'certain' },
    { paste: 'AADSTS500571: The guest user account is disabled.', verdict: 'certain' },
    {
      paste:
        'ClientAuthenticationError: invalid_grant: AADSTS50057: The user account is disabled. Trace ID: 25760146-ca47-4d8f-b616-cabd6142d200',
      verdict: 'certain',
    },
  ],
  nearMisses: [
    {
      paste: "AADSTS7000112: Application '7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22'(calendar) is disabled.",
      cause: 'app-disabled',
    },
  ],
};
