import type { Facts } from '../facts/facts.ts';
import { tenantLink } from '../fix/portal-links.ts';
import { namedAccount } from './accounts/account-home.ts';
import type { RootCause } from './root-cause.ts';
import { codeWords, issuerWords } from './words/code-words.ts';
import { retold, told } from './words/told.ts';
import { sentence, signInReference, theApp, thePerson, withValue } from './words/wording.ts';

/** An address keeps its lower case at the beginning of a sentence. */
const atStart = (who: string): string => (who.includes('@') ? who : sentence(who));

/** The older sentence with an application in the person's place: that app lacks an app role, which is another cause. */
const NAMES_AN_APP = /^[^']{0,40}application '[0-9a-f-]{36}'[^']{0,80} is not assigned to a role/i;

/** `the application Planner ('4b2f…')`: the sentence names the app before its id. */
function app(facts: Facts): string {
  const named = /application ([^('\n]{1,80}) \('([0-9a-f-]{36})'\)/i.exec(issuerWords(facts));
  return named === null ? theApp(facts) : `the app «${named[1]}» (${named[2]})`;
}

function person(facts: Facts): string {
  return namedAccount(issuerWords(facts)) ?? thePerson(facts);
}

const REQUIRED = [
  'approleassignmentrequired : true',
  '"approleassignmentrequired": true',
  '"approleassignmentrequired":true',
] as const;
const FAILS = [
  'having trouble signing you in',
  'cannot sign in',
  "can't sign in",
  'can not sign in',
  'sign-in fails',
  'login fails',
  'approleassignedto',
] as const;

export const userNotAssigned: RootCause = {
  id: 'user-not-assigned',
  title: 'The app demands an assignment, and the person has none',
  owner: 'tenant-admin',
  explanation:
    'On the enterprise application «Assignment required?» is set to Yes: only people and groups on its list come in, administrators included. Membership counts directly only: a group inside an assigned group does not. Assigning a group needs a licence of Entra ID P1.',
  symptoms: [
    'AADSTS50105 «… to block users unless they are specifically granted (“assigned”) access»',
    '«The signed in user … is not assigned to a role for the application»',
    'It works for some colleagues and not for others',
  ],
  explains: ['interaction-required', 'consent-required', 'token-missing', 'token-malformed'],
  rules: [
    {
      kind: 'code',
      codes: [50105],
      strength: 'decisive',
      when: (facts, code) => !NAMES_AN_APP.test(codeWords(facts, code)),
      says: (facts) => `AADSTS50105: ${person(facts)} is not on the app’s list of assigned people`,
    },
    {
      kind: 'phrase',
      phrases: [
        'to block users unless they are specifically granted',
        'is not assigned to a role for the application',
        'they are not a direct member of a group with access',
      ],
      strength: 'decisive',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'The sign-in service says that the person is not assigned to the app',
    },
    {
      // The switch as PowerShell and Graph print it, beside a sign-in that fails.
      kind: 'facts',
      phrases: [...REQUIRED, ...FAILS],
      onlyWith: { phrases: REQUIRED },
      test: (facts) => {
        const at = facts.anyPhrase(...REQUIRED);
        return at !== undefined && facts.anyPhrase(...FAILS) !== undefined && facts.of('aadsts').length === 0
          ? { strength: 'fair', at, says: 'appRoleAssignmentRequired is true: only people on the list get in' }
          : undefined;
      },
    },
    told('assignment-missing', {
      when: (facts) => facts.status === null,
      says: 'The app is said to require assignment, and the person to have none',
    }),
    retold({ 'assignment-said-missing': 'The sign-in is said to let in only people who are assigned to the app' }),
  ],
  headline: (facts) =>
    `${atStart(person(facts))} is not assigned to ${app(facts)}, which lets in only people and groups on its list.`,
  steps: (facts) => [
    {
      text: `Enterprise apps, ${app(facts)}, Users and groups, Add user/group: choose the person, or a group in which the person is a direct member.`,
      ...withValue(namedAccount(issuerWords(facts)) ?? facts.values.user),
      link: tenantLink('enterprise-apps', facts.values),
    },
    { text: 'Or let everybody in the tenant in: Enterprise apps, the app, Properties, «Assignment required?»: No.' },
    { text: 'Sign in again in a private browser window; a new assignment can take a few minutes.' },
  ],
  patches: [],
  check: (facts) => ({
    text: `Enterprise apps, the app, Users and groups lists ${person(facts)} or a group of theirs, and the sign-in comes through.`,
  }),
  forward: (facts) =>
    `${atStart(person(facts))} cannot sign in to ${app(facts) === 'your app' ? 'our app' : app(facts)}${signInReference(facts) || ' (AADSTS50105)'}: assignment is required and missing. Please add the person, or a group in which the person is a direct member, in Entra admin centre, Enterprise apps, the app, Users and groups.`,
  sources: [
    {
      title: 'AADSTS50105: the user is not assigned to a role for the application',
      url: 'https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts50105-user-not-assigned-role',
    },
    {
      title: 'Assign users and groups to an application',
      url: 'https://learn.microsoft.com/entra/identity/enterprise-apps/assign-user-or-group-access-portal',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste:
        'Peter is new in sales. The tool says it is set to block users unless they are specifically granted access.',
    },
    { paste: 'Get-MgServicePrincipal | fl\nAppRoleAssignmentRequired : True\nThe new colleague cannot sign in.' },
    { paste: '«Assignment required?» is Yes for the app, and the new colleague is in no group of it' },
    {
      paste:
        "AADSTS50105: Your administrator has configured the application Planner ('4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31') to block users unless they are specifically granted ('assigned') access to the application. The signed in user 'amara@contoso.com' is blocked because they are not a direct member of a group with access, nor had access directly assigned by an administrator.",
      verdict: 'certain',
    },
    {
      paste:
        'https://app.contoso.com/signin-oidc#error=interaction_required&error_description=AADSTS50105%3a+The+signed+in+user+%27amara%40contoso.com%27+is+not+assigned+to+a+role+for+the+application+%274b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31%27(planner).',
      verdict: 'certain',
    },
    {
      paste:
        '{"status":{"errorCode":50105,"failureReason":"The signed in user is not assigned to a role for the application."}}',
      verdict: 'certain',
    },
    {
      paste:
        "AADSTS50105: Der angemeldete Benutzer 'j.vogel@contoso.de' ist keiner Rolle für die Anwendung '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31'(planer) zugewiesen.",
      verdict: 'certain',
    },
  ],
  nearMisses: [
    {
      paste:
        "AADSTS50105: Application '7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22' is not assigned to a role for the application '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31'.",
      cause: 'app-role-missing',
    },
    { paste: 'AADSTS90094: The grant requires admin permission.', cause: 'admin-consent-required' },
  ],
};
