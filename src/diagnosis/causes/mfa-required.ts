import type { FixStep } from '../diagnosis.ts';
import type { Facts } from '../facts/facts.ts';
import { isSeenByAPerson } from '../facts/on-a-page.ts';
import { isOfATool, NAMES_A_TOOL, signInWithTool } from './accounts/signed-in-tool.ts';
import type { RootCause } from './root-cause.ts';
import { retold, told } from './words/told.ts';
import { ourApp, sentence, signInReference, thePerson } from './words/wording.ts';

/** For the program that met it. */
/** User name and password go through the program (ROPC), which can show no page. */
function sendsThePassword(facts: Facts): boolean {
  return (
    facts.of('oauth-request').some((item) => item.parameters.grant_type === 'password') ||
    facts.of('setting').some((item) => item.name === 'grant' && item.values.includes('password')) ||
    facts.anyPhrase(...PASSWORD_CREDENTIAL) !== undefined
  );
}

/** Azure Identity’s name for it, in the message of the failure, and the name of the grant as people write it. */
const PASSWORD_CREDENTIAL = [
  'usernamepasswordcredential',
  'resource owner password',
  '(ropc)',
  '(ropc,',
  'with ropc',
  'via ropc',
  'uses ropc',
  'using ropc',
  'ropc flow',
  'ropc grant',
] as const;

/**
 * Azure asks for it itself with everything that is created, changed or deleted, whatever the policies of the tenant:
 * learn.microsoft.com/entra/identity/authentication/concept-mandatory-multifactor-authentication
 */
const BY_AZURE = 'users must authenticate with multi-factor authentication to';

function stepsForAzure(facts: Facts): FixStep[] {
  const tenant = facts.values.tenant;
  return [
    {
      text: 'Bring the tool up to date (Azure CLI 2.76, Azure PowerShell 14.3 or later), sign in anew and give the second factor (Azure PowerShell: Connect-AzAccount):',
      value: `az logout; az login${tenant === undefined ? '' : ` --tenant ${tenant}`}`,
    },
    {
      text: 'A pipeline or script that signs in as a person can never pass this: let it sign in as itself (managed identity, service principal, federated credential), which is not asked for it.',
    },
    {
      text: 'No exception for single accounts exists. To postpone the enforcement for the whole tenant, a Global Administrator opens https://aka.ms/managemfaforazure.',
    },
  ];
}

function stepsWithoutPassword(facts: Facts): FixStep[] {
  return [
    {
      text: `The program sends user name and password itself (ROPC). That can never show a second factor, whatever ${facts.values.user ?? 'the person'} has registered: replace it.`,
    },
    {
      text: 'A job without a person: its own identity (managed identity, federated credential, certificate) with application permissions that an administrator consents to.',
    },
    {
      text: 'A program that a person starts: the authorization code flow in a browser, or the device code flow where there is none; hand over the claims of the answer.',
    },
    {
      text: 'Taking the account out of multi-factor authentication is no way out: Azure’s own portals and tools require it whatever the tenant’s policies say.',
    },
  ];
}

function programSteps(facts: Facts): FixStep[] {
  const tool = signInWithTool(facts);
  if (tool !== undefined)
    return [
      tool,
      {
        text: 'A script without a person cannot give the second factor: let it sign in as itself (service principal, managed identity, federated credential).',
      },
    ];
  return [
    {
      text: 'Sign in interactively once; in the program, on interaction_required open the sign-in and hand over the claims of the answer.',
    },
    facts.language === 'powershell'
      ? {
          text: 'A sign-in with user name and password inside the program can never pass this: use the device code or authorization code flow, or application permissions for a job.',
        }
      : {
          text: 'A middle API (on-behalf-of) cannot answer it: pass the claims back to the client, which signs the person in.',
        },
  ];
}

export const mfaRequired: RootCause = {
  id: 'mfa-required',
  title: 'More proof of identity is due (multi-factor authentication)',
  owner: 'end-user',
  ownerFor: (facts) =>
    facts.of('aadsts').some((code) => code.code === 53004)
      ? 'tenant-admin'
      : sendsThePassword(facts)
        ? 'app-developer'
        : 'end-user',
  explanation:
    'The tenant asks for a second factor, or for a method to be registered first. That takes a page and a person: silent requests, on-behalf-of and password flows can only report it. The answer often carries claims; the program hands them to the interactive sign-in, or the same demand comes back.',
  symptoms: [
    'AADSTS50076 «you must use multi-factor authentication»',
    'AADSTS50079 «required to enroll for multi-factor authentication»',
    'AADSTS50074, AADSTS500121, AADSTS50158',
  ],
  explains: [
    'interaction-required',
    'cae-challenge',
    'conditional-access-blocked',
    'legacy-protocol-retired',
    'token-missing',
    'token-malformed',
  ],
  rules: [
    NAMES_A_TOOL,
    { kind: 'facts', phrases: PASSWORD_CREDENTIAL, onlyWith: 'its phrases', test: () => undefined },
    {
      kind: 'code',
      codes: [50076, 50079, 50074, 50072, 50158, 500121, 50203, 53004, 53006, 54008, 50078, 50125],
      strength: 'decisive',
      when: (_, code) => code.code !== 50125,
      says: (_, code) => `AADSTS${code.code}: a second factor (or its registration) is asked for`,
    },
    {
      kind: 'phrase',
      phrases: [
        'must use multi-factor authentication',
        'required to use multi-factor authentication',
        'strong authentication is required',
        'must enroll in multi-factor authentication',
        'your organization needs more information to keep your account secure',
        'set up the following methods of proving who you are',
        'weitere informationen erforderlich',
        "plus d'informations requises",
        'mfa is required',
        // Partner Center, whose API takes a person's token only with a second factor in it.
        'mfa required. (10001)',
        'multi-factor authentication is required',
        'multifactor authentication is required',
      ],
      strength: 'strong',
      when: (facts) => facts.of('aadsts').length === 0 && facts.of('vendor').length === 0,
      says: 'The text asks for multi-factor authentication',
    },
    {
      kind: 'phrase',
      phrases: [BY_AZURE],
      strength: 'decisive',
      says: 'Azure Resource Manager says that it takes changes only from people who signed in with a second factor',
    },
    {
      // The Teams library, of getAuthToken without a page.
      kind: 'phrase',
      phrases: ['resourcerequiresmfa'],
      strength: 'strong',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'resourceRequiresMfa: Teams got no token for the page without a second factor',
    },
    {
      // The page after a second factor that did not come through (AADSTS500121).
      kind: 'phrase',
      phrases: ["we're having trouble verifying your account"],
      strength: 'fair',
      when: (facts) => facts.of('aadsts').length === 0 && facts.of('vendor').length === 0,
      says: 'The sign-in page says that the second factor could not be checked',
    },
    {
      kind: 'phrase',
      phrases: ['more information required'],
      strength: 'weak',
      when: (facts) => facts.of('aadsts').length === 0 && facts.of('vendor').length === 0,
      says: 'The title of the page that asks for a second factor to be registered',
    },
    told('second-factor-on-password', {
      errors: ['invalid_grant', 'interaction_required'],
      says: 'A sign-in with user name and password cannot show a second factor, and the account is said to need one',
    }),
    told('second-factor-on-password', {
      strength: 'weak',
      says: 'A sign-in with user name and password cannot show a second factor, and one is said to be wanted',
    }),
    retold(
      {
        'second-factor-out-of-reach':
          'The second proof is asked for, and the phone that gives it is said to be another one now',
        'second-factor-unanswered': 'The sign-in is said to have waited for the second proof in vain',
      },
      { strength: 'fair', unnamed: 'weak' },
    ),
  ],
  headline: (facts) => {
    const codes = facts.of('aadsts').map((code) => code.code);
    if (facts.phrase(BY_AZURE) !== undefined)
      return `Azure takes changes only from people who signed in with a second factor, and the token of ${thePerson(facts)} has none.`;
    if (sendsThePassword(facts) && !codes.includes(53004))
      return `The tenant asks ${thePerson(facts)} for a second factor, which a program that sends user name and password can never give.`;
    if (codes.includes(50079) || codes.includes(50072))
      return `${facts.values.user ?? 'The person who signs in'} has to register a second factor first.`;
    if (codes.includes(500121)) return 'The second factor was refused, ignored or mistyped.';
    return `The tenant asks ${thePerson(facts)} for a second factor.`;
  },
  steps: (facts) => {
    if (facts.phrase(BY_AZURE) !== undefined) return stepsForAzure(facts);
    return sendsThePassword(facts)
      ? stepsWithoutPassword(facts)
      : [
          {
            text: 'Register the second factor, or look at the one that is registered (My sign-ins, Security info):',
            link: { title: 'Security info', url: 'https://aka.ms/mfasetup' },
          },
          ...(isSeenByAPerson(facts)
            ? [
                {
                  text: 'With a new phone, or where no request arrives: choose «Use another way to sign in» on the page, or add the account anew in Authenticator.',
                },
                {
                  text: 'Where no way is left, an administrator opens Entra ID, Users, the person, Authentication methods: remove the method of the old phone («Require re-register multifactor authentication»), or issue a Temporary Access Pass.',
                },
              ]
            : programSteps(facts)),
        ];
  },
  // An API puts the claims into a header, the token endpoint into its answer, where MSAL takes them from.
  patches: (facts) => {
    if (facts.phrase(BY_AZURE) !== undefined) return [];
    if (sendsThePassword(facts)) return ['device-code'];
    if (isOfATool(facts)) return [];
    return facts.of('challenge').length > 0 ? ['claims-challenge'] : ['silent-then-interactive'];
  },
  check: () => ({ text: 'After the interactive sign-in the silent request succeeds.' }),
  forward: (facts) =>
    sendsThePassword(facts)
      ? `${sentence(ourApp(facts))} signs in with the user name and password of ${facts.values.user ?? 'an account'}, and stops at multi-factor authentication${signInReference(facts)}. We will replace that sign-in. For a job that runs without a person, please review an identity of its own with the application permissions that it needs.`
      : `The sign-in of ${facts.values.user ?? 'a person'} stops at multi-factor authentication${signInReference(facts)}${facts.of('aadsts').some((code) => code.code === 53004) ? ', and the registration of a method is blocked by risk: please clear the risk or issue a temporary access pass' : ': please check the registered methods of this account'}.`,
  sources: [
    {
      title: 'Handle multi-factor and claims in MSAL',
      url: 'https://learn.microsoft.com/entra/identity-platform/msal-error-handling-js',
    },
    {
      title: 'Developer guidance for Conditional Access',
      url: 'https://learn.microsoft.com/entra/identity-platform/v2-conditional-access-dev-guide',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste:
        '{"error":{"code":"RequestDisallowedByAzure","message":"Resource \'st1\' was disallowed by Azure: Users must use MFA for Create operation. Users must authenticate with multi-factor authentication to create or update resources."}}',
      verdict: 'certain',
    },
    { paste: 'New phone since Monday, and Microsoft keeps asking for a code of the Authenticator on the old one.' },
    {
      paste: `Python, msal with ROPC, the account of the room display. AADSTS50076: you must use multi-factor authentication to access '00000003-0000-0000-c000-000000000000'.`,
      verdict: 'certain',
    },
    { paste: "I tap approve on the phone, and the page says: we didn't hear from you." },
    { paste: `Get-PartnerCustomerSubscription : Authentication failed. MFA required. (10001)` },
    { paste: 'Sorry, we’re having trouble verifying your account. Please try again.' },
    { paste: 'ROPC works for all accounts but those with MFA: invalid_grant' },
    {
      paste: 'Se necesita más información\nSu organización necesita más información para mantener la cuenta segura',
    },
    { paste: 'Your Microsoft Authenticator app was asked: in the Authenticator app, but you didn’t respond in time' },
    {
      paste:
        "AADSTS50076: Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '00000003-0000-0000-c000-000000000000'.",
      verdict: 'certain',
    },
    {
      paste:
        '{"error":"interaction_required","error_description":"AADSTS50079: Due to a configuration change made by your administrator, you must enroll in multi-factor authentication.","error_codes":[50079],"suberror":"basic_action","claims":"{\\"access_token\\":{\\"capolids\\":{\\"essential\\":true,\\"values\\":[\\"8fb03cb6-ef96-4793-a76f-1fe5906c68eb\\"]}}}"}',
      verdict: 'certain',
    },
    {
      paste: 'Connect-MsolService : AADSTS500121: Authentication failed during strong authentication request.',
      verdict: 'certain',
    },
  ],
  nearMisses: [
    {
      paste:
        'AADSTS53003: Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
      cause: 'conditional-access-blocked',
    },
  ],
};
