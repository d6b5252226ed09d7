import type { FixStep } from '../diagnosis.ts';
import type { Facts } from '../facts/facts.ts';
import { isSeenByAPerson } from '../facts/on-a-page.ts';
import { isOfATool, NAMES_A_TOOL, toolName } from './accounts/signed-in-tool.ts';
import { DEVICE_IN_ORDER, DEVICE_PHRASES, deviceSteps, enrolStep, UNKNOWN_DEVICE } from './policy/device-steps.ts';
import {
  asksTheDevice,
  CONDITION_PHRASES,
  isOnlyTold,
  type PolicyCondition,
  policyCondition,
} from './policy/policy-condition.ts';
import type { RootCause } from './root-cause.ts';
import { appleError, appleInternalError } from './words/apple-msal-codes.ts';
import { retold, told } from './words/told.ts';
import { ourApp, signInReference, theApp, thePerson } from './words/wording.ts';

/** Sign-ins by device code, as tools and libraries call them. */
const DEVICE_CODE = [
  '-usedeviceauthentication',
  '--use-device-code',
  'microsoft.com/devicelogin',
  'aka.ms/devicelogin',
  'acquire_token_by_device_flow',
  'acquire_token_with_device_code',
  'acquiretokenwithdevicecode',
  'acquiretokenbydevicecode',
  'devicecodecredential',
] as const;

/** Sign-ins of an app as itself, by the grant and by the calls of libraries. */
const AS_ITSELF = [
  'client credentials',
  'client_credentials',
  'clientsecretcredential',
  'clientcertificatecredential',
  'managedidentitycredential',
  'service principal',
  'workload identity',
  'managed identity',
  'acquire_token_for_client',
  'acquiretokenforclient',
  'acquiretokenbyclientcredential',
] as const;

/** The policy that the entry of the sign-in log names as the one that failed. */
function failedPolicy(facts: Facts): string | undefined {
  return facts.of('setting').find((item) => item.name === 'failed-policy')?.values[0];
}

/** What the person can mend: the device has to be enrolled and in order (facts of the table of codes). */
const OF_THE_PERSON: ReadonlySet<number> = new Set([53000, 53001, 53002, 53009, 53010, 530002, 530003]);

/**
 * The lines below «More details» on the page of a policy, «Device platform» and «Device state», in ASCII: «Geräteplattform»,
 * «État de l'appareil». No other page of the sign-in describes the device.
 */
const DEVICE_LINES: readonly (readonly [platform: string, state: string])[] = [
  ['device platform', 'device state'],
  ['teplattform', 'testatus'],
  ["plateforme de l'appareil", "tat de l'appareil"],
  ['plataforma del dispositivo', 'estado del dispositivo'],
  ['piattaforma del dispositivo', 'stato del dispositivo'],
  ['piattaforma dispositivo', 'stato dispositivo'],
  ['apparaatplatform', 'apparaatstatus'],
  ['plataforma do dispositivo', 'estado do dispositivo'],
  ['platforma urz', 'stan urz'],
];

/** AADSTS50053 without a wrong password: the address is known for attacks. */
/** AADSTS50053 has two sentences: too many wrong passwords, and an address with a bad name. */
const BY_ADDRESS = /malicious|ip address/i;

function byAddress(facts: Facts): boolean {
  return facts.of('aadsts').some(({ code, message }) => code === 50053 && BY_ADDRESS.test(message));
}

/** A sign-in that no browser shows the device in. */
function withoutBrowser(facts: Facts): boolean {
  return (
    facts.anyPhrase(...DEVICE_CODE) !== undefined ||
    facts
      .of('oauth-request')
      .some((item) => /device_code|client_credentials|password/.test(item.parameters.grant_type ?? ''))
  );
}

/** What is to be met, where the refusal tells it; where not, what the log may tell. */
function stepsToMeet(facts: Facts, condition: PolicyCondition | undefined): FixStep[] {
  if (asksTheDevice(condition)) {
    return [
      ...deviceSteps(facts, condition),
      ...(isPageOfThePolicy(facts) && !withoutBrowser(facts)
        ? []
        : [
            {
              text: 'A device code, a user name with password, or a server can never show a device: let the person sign in on the device itself, by the browser or the broker (WAM, Company Portal, Authenticator), and hand the claims of the answer to that sign-in.',
            },
          ]),
    ];
  }
  switch (condition) {
    case 'app-protection':
      return [
        {
          text: 'Use the app that the policy lets in (Outlook, Teams, Edge and other apps with Intune’s SDK; on iOS with Authenticator, on Android with Company Portal installed), not the built-in mail app or another browser. The app needs an app protection policy of Intune assigned to the person.',
        },
      ];
    case 'device-code':
      return [
        {
          text: 'Sign in by another flow: the browser on the machine itself (az login, Connect-MgGraph without -UseDeviceCode, InteractiveBrowserCredential), and for a job without a person its own identity (managed identity, federated credential, certificate).',
        },
      ];
    case 'risk':
      return [
        {
          text: 'As an administrator of the person’s own tenant: ID Protection, Risky users: confirm the person safe or dismiss the risk, or let them change their password where the policy allows that.',
        },
      ];
    case 'security-info':
      return [
        {
          text: 'Register the methods where the policy allows it (the company network, a managed device), or let an administrator issue a Temporary Access Pass.',
          link: { title: 'Security info', url: 'https://aka.ms/mfasetup' },
        },
      ];
    case 'token-protection':
      return [
        {
          text: 'Sign in on a joined or registered device with a client that binds its tokens: the native Office apps, or a program that uses the broker (MSAL with WAM). A browser or an older library cannot.',
        },
      ];
    default: {
      const elsewhere = withoutAPerson(facts);
      return [
        ...(facts.anyPhrase(...UNKNOWN_DEVICE) === undefined
          ? []
          : [
              {
                text: `${enrolStep(facts, undefined).text} All this only where the policy asks for a managed device.`,
              },
            ]),
        ...(facts.anyPhrase(...DEVICE_IN_ORDER) === undefined
          ? []
          : [
              {
                text: 'The page calls the device «Compliant»: the policy asks for something else, a place, an app, or the risk.',
              },
            ]),
        ...(elsewhere.length > 0
          ? elsewhere
          : [
              {
                text: 'Meet the condition that it names: the right place (network), a managed device, a browser in place of the device code flow, a current client; or have the risk cleared.',
              },
            ]),
      ];
    }
  }
}

function grantTypes(facts: Facts): string[] {
  return facts.of('oauth-request').map((item) => item.parameters.grant_type ?? '');
}

/** No person in the call: the policy is one for the service principal. */
function isOfTheApp(facts: Facts): boolean {
  if (facts.actor !== null || grantTypes(facts).length > 0)
    return facts.actor === 'app' || grantTypes(facts).includes('client_credentials');
  return (
    facts.values.user === undefined &&
    facts.anyPhrase(...DEVICE_CODE) === undefined &&
    facts.anyPhrase(...AS_ITSELF) !== undefined
  );
}

/** The app, or the tool that signs the person in. */
function theProgram(facts: Facts): string {
  return toolWithoutId(facts) ?? theApp(facts);
}

/** An id says more: the log is searched for it. */
function toolWithoutId(facts: Facts): string | undefined {
  return facts.values.clientId === undefined && facts.values.appName === undefined ? toolName(facts) : undefined;
}

/** The table of codes on AADSTS53003: what it is where nobody sits before a browser. */
function withoutAPerson(facts: Facts): FixStep[] {
  if (isOfTheApp(facts))
    return [
      {
        text: 'No person signs in here: it is a policy for workload identities, which judges the address that the job calls from. Add that address to the named location of the policy, or let the job run from one that is in it. Entries of apps stand in the tab «Service principal sign-ins» of the log.',
      },
    ];
  if (facts.anyPhrase(...DEVICE_CODE) !== undefined)
    return [
      {
        text: 'This is a device code sign-in: policies with the condition «Authentication flows» forbid it, and policies for devices can never be met by it. Sign in by the browser of the machine.',
      },
    ];
  if (grantTypes(facts).some((grant) => grant.includes('jwt-bearer')))
    return [
      {
        text: 'The API in the middle (on-behalf-of) cannot meet it: it answers 401 with the claims of this refusal, and the client signs the person in again with them.',
      },
    ];
  return [];
}

function logStep(facts: Facts, condition: PolicyCondition | undefined): FixStep {
  const { correlationId, user } = facts.values;
  const by =
    correlationId === undefined ? (user === undefined ? 'the time' : 'the person and the time') : 'the correlation id';
  const shown =
    ' The tab «Device info» tells what was shown of the device: an empty Device ID means that the browser or client showed none';
  const rest =
    condition === 'joined-device'
      ? '; «Join Type» must be «Microsoft Entra hybrid joined».'
      : '; «Compliant: No» leads to Intune admin center, Devices, All devices, the device, Device compliance.';
  const device = asksTheDevice(condition) ? `${shown}${rest}` : '';
  return {
    text: `As an administrator: Entra ID, Monitoring & health, Sign-in logs, filter by ${by}, tab «Conditional Access»: the policy with the result Failure, its conditions, and which grant control is not satisfied.${device}`,
    ...(correlationId === undefined ? (user === undefined ? {} : { value: user }) : { value: correlationId }),
  };
}

function namesTheApp({ values }: Facts): boolean {
  return values.clientId !== undefined || values.appName !== undefined;
}

/** The page below which the device is described: whoever copies it has no code to change. */
function isPageOfThePolicy(facts: Facts): boolean {
  return isSeenByAPerson(facts) || deviceLines(facts) !== undefined;
}

function deviceLines(facts: Facts): (typeof DEVICE_LINES)[number] | undefined {
  return DEVICE_LINES.find(
    ([platform, state]) => facts.phrase(platform) !== undefined && facts.phrase(state) !== undefined,
  );
}

/** What the policy wants, as half a sentence behind its name. */
const WANTS: Readonly<Record<PolicyCondition, string>> = {
  'compliant-device': 'asks for a compliant device, and this one did not show that it is',
  'joined-device': 'asks for a device that is joined to the organisation’s domain, and this one is not',
  'managed-device': 'asks for a device that the organisation manages, and this one did not show that it is',
  browser: 'asks for a device, and this browser cannot show it',
  'app-protection': 'asks for an app that Intune protects, and this app is none',
  'device-code': 'refuses the device code flow',
  risk: 'refuses because of the risk of this sign-in or person',
  'security-info': 'does not let a method be registered from this place or device',
  'token-protection': 'asks for tokens bound to the device, which this client cannot hold',
};

const POLICY = 'conditional access policy';
const REFUSED = [
  'blocked by',
  'denied',
  'refused',
  'does not satisfy',
  'not satisfied',
  'required by',
  'requires',
] as const;

export const conditionalAccessBlocked: RootCause = {
  id: 'conditional-access-blocked',
  title: 'A Conditional Access policy refuses the sign-in',
  owner: 'tenant-admin',
  ownerFor: (facts) => {
    const codes = facts.of('aadsts');
    const ofThePerson =
      codes.length === 0 ? asksTheDevice(policyCondition(facts)) : codes.every(({ code }) => OF_THE_PERSON.has(code));
    return ofThePerson ? 'end-user' : 'tenant-admin';
  },
  explanation:
    'The password (and the second factor) were right; a policy of the tenant refuses this combination of person, app, device, place, client and risk. The sign-in log names the policy. A policy may ask for a managed or compliant device, which device-code and server-side sign-ins can never show.',
  symptoms: [
    'AADSTS53003 «Access has been blocked by Conditional Access policies»',
    "«You don't have access to this … does not meet the criteria»",
    'AADSTS53000 (device not compliant), 53001 (not joined), 530003, 53011 (risk)',
  ],
  explains: [
    'interaction-required',
    'cae-challenge',
    'missing-scope',
    'account-locked',
    'device-registration',
    'token-missing',
    'token-malformed',
  ],
  rules: [
    {
      kind: 'code',
      codes: [
        53003, 53000, 53001, 53002, 53005, 53008, 53009, 53010, 53011, 530001, 530002, 530003, 530004, 530032, 530033,
        530034, 530036, 530084, 50131, 501292, 501311, 700014, 9001011, 50077, 50081,
      ],
      strength: 'decisive',
      says: (_, code) => `AADSTS${code.code}: a policy of the tenant refuses the sign-in`,
    },
    {
      kind: 'code',
      codes: [530035],
      strength: 'strong',
      says: 'AADSTS530035: security defaults of the tenant refuse the sign-in',
    },
    {
      kind: 'code',
      codes: [50053],
      strength: 'strong',
      when: (_, code) => BY_ADDRESS.test(code.message),
      says: 'The sign-in was blocked for the address it came from',
    },
    {
      kind: 'code',
      codes: [50097],
      strength: 'strong',
      when: (facts) =>
        facts.anyPhrase(...DEVICE_CODE) !== undefined ||
        facts
          .of('oauth-request')
          .some((item) => /device_code|client_credentials/.test(item.parameters.grant_type ?? '')),
      says: 'A device-code or server-side sign-in can never prove a device',
    },
    { kind: 'facts', phrases: [...DEVICE_CODE, ...AS_ITSELF], onlyWith: 'its phrases', test: () => undefined },
    NAMES_A_TOOL,
    {
      kind: 'facts',
      phrases: [...CONDITION_PHRASES, ...DEVICE_PHRASES],
      onlyWith: 'its phrases',
      test: () => undefined,
    },
    {
      kind: 'phrase',
      phrases: [
        'blocked by conditional access',
        'does not meet the criteria to access this resource',
        "your sign-in was successful but you don't have permission to access this resource",
        'your admin requires your device to be managed',
        'you cannot access this right now',
        "you can't get there from here",
        'access policy does not allow token issuance',
        'device must be compliant',
        'devices or client applications that meet',
        'management compliance policy',
        'blockedbyconditionalaccess',
        '"conditionalaccessstatus": "failure"',
        '"conditionalaccessstatus":"failure"',
        'your sign-in was successful but does not meet the criteria',
        'aber nicht die kriterien f',
        'pond pas aux crit',
        'no cumple los criterios para',
        'non soddisfa i criteri per',
        'voldoet niet aan de criteria',
        'sie haben hierauf derzeit keinen zugriff',
        'set up your device to get access',
        'help us keep your device secure',
        'nnen von hier aus nicht darauf zugreifen',
        'vous ne pouvez pas y acc',
        'no puede acceder desde aqu',
        'a security policy is preventing access',
        // The pages of risk policies.
        'detected something unusual about this sign-in',
        'detected suspicious activity on your account',
        'restricts at-risk users',
        'policy requires users to be on a managed device',
        'intune_policy_required',
        'intuneappprotectionpolicyrequired',
      ],
      strength: 'strong',
      when: (facts) =>
        facts.of('vendor').length === 0 &&
        (facts.of('aadsts').length === 0 || facts.of('aadsts').some((code) => code.code === 53003)),
      says: 'The page or text says that a policy refuses',
    },
    {
      // Azure DevOps checks the policies of the tenant itself.
      kind: 'phrase',
      phrases: ['vs403463'],
      strength: 'decisive',
      says: 'VS403463: Azure DevOps says that a Conditional Access policy of the tenant refuses this call',
    },
    {
      // Administrators talk about their policies all day; beside a refusal the name of one is its reason.
      kind: 'facts',
      phrases: [POLICY, ...REFUSED],
      onlyWith: { phrases: [POLICY] },
      test: (facts) => {
        const at = facts.phrase(POLICY);
        // A program that makes or changes such policies names them as well; this is what the API for them answers.
        if (at === undefined || facts.phrase('required scopes are missing in the token') !== undefined)
          return undefined;
        if (facts.of('vendor').length > 0 || facts.of('aadsts').length > 0) return undefined;
        const refused =
          facts.anyPhrase(...REFUSED) !== undefined ||
          facts.of('oauth-error').length > 0 ||
          facts.of('api-error').length > 0 ||
          facts.of('exception').length > 0 ||
          (facts.status ?? 0) >= 400;
        return { strength: refused ? 'fair' : 'weak', at, says: 'The text names a Conditional Access policy' };
      },
    },
    {
      kind: 'phrase',
      phrases: [...appleError(-50004), ...appleInternalError(-42719)],
      strength: 'decisive',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'MSAL for Apple platforms: the API is protected by an app protection or compliance policy of Intune',
    },
    {
      kind: 'phrase',
      phrases: ['did not meet the criteria to be authenticated successfully', 'not allowed by policy conditions'],
      strength: 'fair',
      when: (facts) => facts.of('aadsts').every((code) => code.code === 131010),
      says: 'A policy of the tenant (Conditional Access, security defaults) does not let this sign-in through',
    },
    {
      kind: 'facts',
      phrases: [...DEVICE_LINES.flat(), ...UNKNOWN_DEVICE, ...DEVICE_IN_ORDER],
      onlyWith: { phrases: DEVICE_LINES.map(([platform]) => platform) },
      test: (facts) => {
        const lines = deviceLines(facts);
        return lines === undefined || facts.of('aadsts').length > 0
          ? undefined
          : {
              strength: 'weak',
              at: facts.phrase(lines[0]),
              says: 'The page describes the device (platform and state), as that of a Conditional Access policy does',
            };
      },
    },
    told('policy-by-place', {
      strength: 'weak',
      says: 'A policy of the tenant is said to refuse this place or device',
    }),
    retold({
      'policy-said-to-block': 'The sign-in is said to succeed, and a condition of place, device or app to stop it',
      'stopped-by-place':
        'The sign-in is said to be stopped outside of the office, and to pass inside: a policy of places and networks',
    }),
  ],
  headline: (facts) => {
    if (byAddress(facts))
      return `Entra ID blocked the sign-in of ${thePerson(facts)} because of the address it came from.`;
    const policy = failedPolicy(facts);
    const who = facts.values.user === undefined ? 'this sign-in' : `the sign-in of ${facts.values.user}`;
    const condition = policyCondition(facts);
    const by = policy === undefined ? 'A Conditional Access policy' : `The Conditional Access policy «${policy}»`;
    if (condition === undefined && isOfTheApp(facts))
      return `${by} for workload identities blocks ${theApp(facts)}, which signs in as itself.`;
    if (condition === undefined)
      return `${policy === undefined ? `${by} of the tenant` : by} blocks ${who} to ${theProgram(facts)}.`;
    if (isOnlyTold(facts))
      return `${by} blocks ${who} to ${theProgram(facts)}; by the words of the text it ${WANTS[condition]}.`;
    return `${by} stops ${who}${namesTheApp(facts) ? ` to ${theApp(facts)}` : ''}: it ${WANTS[condition]}.`;
  },
  steps: (facts) => {
    const condition = policyCondition(facts);
    const policy = failedPolicy(facts);
    const forThePerson = (asksTheDevice(condition) || condition === 'app-protection') && !isOnlyTold(facts);
    const log = [
      ...(policy === undefined
        ? []
        : [
            {
              text: 'As an administrator: Entra ID, Conditional Access, Policies: open the policy that the log names as failed, and look at its conditions and its grant controls.',
              value: policy,
            },
          ]),
      logStep(facts, condition),
    ];
    return [
      ...(forThePerson ? [] : log),
      ...stepsToMeet(facts, condition),
      ...(forThePerson ? log : []),
      {
        text: 'Or the administrator decides to leave the app or account out of that policy, as narrow as can be (one app, one group), and tests it with «What If».',
      },
      ...(isPageOfThePolicy(facts) || asksTheDevice(condition) || isOfTheApp(facts) || isOfATool(facts)
        ? []
        : [
            {
              text: 'In a program, hand the claims of the answer to an interactive sign-in; do not repeat the same request.',
            },
          ]),
    ];
  },
  // An API puts the claims into a header, the token endpoint into its answer, where MSAL takes them from.
  patches: (facts) => {
    if (isOfTheApp(facts) || isOfATool(facts) || deviceLines(facts) !== undefined) return [];
    return facts.of('challenge').length > 0 ? ['claims-challenge'] : ['silent-then-interactive'];
  },
  check: (facts) =>
    asksTheDevice(policyCondition(facts))
      ? {
          text: 'Sign in again: it comes through, and its entry in the sign-in log has a Device ID and «Compliant: Yes» (or a join type) on the tab «Device info».',
        }
      : { text: '«What If» shows no blocking policy, and a fresh sign-in ends with a token.' },
  forward: (facts) => {
    const policy = failedPolicy(facts);
    const what = policy === undefined ? 'A Conditional Access policy' : `The Conditional Access policy «${policy}»`;
    const condition = policyCondition(facts);
    if (condition !== undefined && asksTheDevice(condition))
      return `${what} keeps ${facts.values.user ?? 'a person'} out of ${ourApp(facts)}${signInReference(facts)}: it ${WANTS[condition]}. Please look at this sign-in in the sign-in log: the tab Conditional Access names the policy and the grant control, the tab Device info what was shown of the device. Please tell us whether the device is to be enrolled, which rule of compliance it fails, or that another device is to be used.`;
    return `${byAddress(facts) ? 'Entra ID' : what} blocks ${isOfTheApp(facts) ? 'the sign-in of' : facts.values.user === undefined ? 'a sign-in to' : `${facts.values.user} from`} ${toolWithoutId(facts) ?? ourApp(facts)}${isOfTheApp(facts) ? ' as itself (Service principal sign-ins)' : ''}${byAddress(facts) ? ', because of the address it comes from' : ''}${signInReference(facts)}. ${policy === undefined ? 'Please look at this sign-in in the sign-in log, tab Conditional Access, and tell us which policy and condition it is' : 'Please look at its conditions for this sign-in, and tell us which of them is not met'}, or leave the app out of that policy.`;
  },
  sources: [
    {
      title: 'Troubleshoot sign-in problems with Conditional Access',
      url: 'https://learn.microsoft.com/entra/identity/conditional-access/troubleshoot-conditional-access',
    },
    { title: 'The What If tool', url: 'https://learn.microsoft.com/entra/identity/conditional-access/what-if-tool' },
  ],
  lastChecked: '2026-11-22',
  hits: [
    { paste: "On the train Outlook web says that I can't access this right now, the sign-in was successful." },
    { paste: "From home I can't access the Entra app after the sign-in, in the office I can." },
    {
      paste: `{"message":"VS403463: The conditional access policy defined by your Azure Active Directory administrator has failed."}`,
      verdict: 'certain',
    },
    {
      paste:
        'App name: Contoso CRM\nDevice identifier: Not available\nDevice platform: Windows 10\nDevice state: Unregistered',
      verdict: 'possible',
    },
    {
      paste:
        "You don't have access to this\nYour sign-in was successful but you don't have permission to access this resource.",
    },
    {
      paste: 'PS> Connect-AzAccount -UseDeviceAuthentication\nAADSTS50097: Device authentication is required.',
    },
    { paste: '"conditionalAccessStatus": "failure", "appliedConditionalAccessPolicies": [{ "result": "failure" }]' },
    {
      paste: 'From the office we get a token, from the data center it is blocked by the CA policy for locations',
      verdict: 'possible',
    },
    {
      paste:
        'Your sign-in was blocked\nWe’ve detected something unusual about this sign-in. Before you can continue, we need to verify your identity.',
    },
    {
      paste:
        'Your sign-in was successful but your admin requires the device requesting access to be managed by Contoso to access this resource.',
    },
    { paste: 'サインインは成功しましたが、このリソースにアクセスするための条件を満たしていません' },
    { paste: "Votre connexion a réussi mais elle ne répond pas aux critères permettant d'accéder à cette ressource." },
    {
      paste:
        'AADSTS53003: Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
      verdict: 'certain',
    },
    {
      paste:
        "You don't have access to this\nYour sign-in was successful but does not meet the criteria to access this resource.\n\nTroubleshooting details\nError Code: 53003\nRequest Id: 91d69862-e8c2-438d-84b3-10b0fbbd7b00\nCorrelation Id: 95878d0d-c08a-46c5-80c0-803d4011011d",
      verdict: 'certain',
    },
    {
      paste:
        '{"error":"interaction_required","error_description":"AADSTS53000: Device is not in required device state: compliant. Conditional Access policy requires a compliant device, and the device is not compliant.","error_codes":[53000],"claims":"{\\"access_token\\":{\\"capolids\\":{\\"essential\\":true,\\"values\\":[\\"8fb03cb6-ef96-4793-a76f-1fe5906c68eb\\"]}}}"}',
      verdict: 'certain',
    },
    { paste: 'Error Domain=MSALErrorDomain Code=-50004 "(null)" UserInfo={MSALDisplayableUserIdKey=kim@contoso.com}' },
    {
      paste:
        '535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator.',
    },
  ],
  nearMisses: [
    { paste: 'Outlook on the laptop: AADSTS50097: Device authentication is required.', cause: 'device-registration' },
    { paste: 'Which conditional access policies are there?', cause: 'not-enough-evidence' },
    {
      paste: `Error: creating Conditional Access Policy
unexpected status 403 (403 Forbidden) with error: AccessDenied: You cannot perform the requested operation, required scopes are missing in the token.`,
      cause: 'missing-scope',
    },
    {
      paste: '535 5.7.139 Authentication unsuccessful, the user credentials were incorrect.',
      cause: 'credentials-wrong',
    },
    {
      paste:
        "AADSTS50076: Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access 'x'.",
      cause: 'mfa-required',
    },
    { paste: 'AADSTS500212: Outbound policy of the home tenant does not allow access.', cause: 'tenant-restricted' },
  ],
};
