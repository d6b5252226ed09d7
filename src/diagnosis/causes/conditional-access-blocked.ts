import type { FixStep } from '../diagnosis.ts';
import type { Facts } from '../facts/facts.ts';
import { isSeenByAPerson } from '../facts/on-a-page.ts';
import { appleError, appleInternalError } from './apple-msal-codes.ts';
import type { RootCause } from './root-cause.ts';
import { told } from './told.ts';
import { ourApp, signInReference, theApp, thePerson } from './wording.ts';

const DEVICE = new Set([53000, 53001, 50131, 530002, 530003, 530033, 9001011, 50097, 53009, 53005, 501311]);

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

/** The policy that the entry of the sign-in log names as the one that failed. */
function failedPolicy(facts: Facts): string | undefined {
  return facts.of('setting').find((item) => item.name === 'failed-policy')?.values[0];
}

/** What the person can mend: the device has to be enrolled and in order (facts of the table of codes). */
const OF_THE_PERSON: ReadonlySet<number> = new Set([53000, 53001, 53002, 53009, 53010, 530002, 530003]);

function isDevice(codes: readonly number[]): boolean {
  return codes.some((code) => DEVICE.has(code));
}

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

/** What the page tells of the device: unknown to the tenant, or in order, so that the policy asks for something else. */
const UNKNOWN_DEVICE = ['device state: unregistered', 'testatus: unregistered'] as const;
const DEVICE_IN_ORDER = ['device state: compliant', 'testatus: compliant'] as const;

/** AADSTS50053 without a wrong password: the address is known for attacks. */
function byAddress(facts: Facts): boolean {
  return facts.of('aadsts').some((code) => code.code === 50053);
}

/** The page says of the device what a policy for devices would ask. */
function stepOfTheDevice(facts: Facts): FixStep[] {
  if (facts.anyPhrase(...UNKNOWN_DEVICE) !== undefined)
    return [
      {
        text: 'The page calls the device «Unregistered»: the organisation does not know it. Where the policy asks for a managed device, use one, or enrol this one (Company Portal; Settings, Accounts, Access work or school) and sign in there in Edge.',
      },
    ];
  if (facts.anyPhrase(...DEVICE_IN_ORDER) !== undefined)
    return [
      {
        text: 'The page calls the device «Compliant»: the policy asks for something else, a place, an app, or the risk.',
      },
    ];
  return [];
}

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
  ownerFor: (facts) =>
    facts.of('aadsts').length > 0 && facts.of('aadsts').every(({ code }) => OF_THE_PERSON.has(code))
      ? 'end-user'
      : 'tenant-admin',
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
      when: (_, code) => /malicious|ip address/i.test(code.message),
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
    { kind: 'facts', phrases: DEVICE_CODE, onlyWith: 'its phrases', test: () => undefined },
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
        const lines = DEVICE_LINES.find(
          ([platform, state]) => facts.phrase(platform) !== undefined && facts.phrase(state) !== undefined,
        );
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
  ],
  headline: (facts) => {
    const codes = facts.of('aadsts').map((code) => code.code);
    if (codes.includes(53000) || codes.includes(530002))
      return 'A Conditional Access policy asks for a compliant device, and this device is not.';
    if (codes.includes(53001) || codes.includes(9001011))
      return 'A Conditional Access policy asks for a domain-joined device.';
    if (codes.includes(530036) || codes.includes(530033))
      return 'A Conditional Access policy refuses the device code flow.';
    if (codes.includes(53011) || codes.includes(530032))
      return 'A Conditional Access policy refuses because of the risk of this sign-in or person.';
    if (byAddress(facts))
      return `Entra ID blocked the sign-in of ${thePerson(facts)} because of the address it came from.`;
    const policy = failedPolicy(facts);
    const who = facts.values.user === undefined ? 'this sign-in' : `the sign-in of ${facts.values.user}`;
    return `${policy === undefined ? 'A Conditional Access policy of the tenant' : `The Conditional Access policy «${policy}»`} blocks ${who} to ${theApp(facts)}.`;
  },
  steps: (facts) => {
    const codes = facts.of('aadsts').map((code) => code.code);
    const { correlationId } = facts.values;
    const policy = failedPolicy(facts);
    return [
      ...(policy === undefined
        ? []
        : [
            {
              text: 'As an administrator: Entra ID, Conditional Access, Policies: open the policy that the log names as failed, and look at its conditions.',
              value: policy,
            },
          ]),
      {
        text: 'As an administrator: Entra ID, Monitoring & health, Sign-in logs, filter by the correlation id or the time, tab «Conditional Access»: it names the policy and the condition that failed.',
        ...(correlationId === undefined ? {} : { value: correlationId }),
      },
      ...stepOfTheDevice(facts),
      ...(isDevice(codes)
        ? [
            {
              text: 'Sign in from a managed, compliant device in a browser that shows it (Edge, or Chrome with the Microsoft extension); device code and server-side sign-ins cannot.',
            },
          ]
        : [
            {
              text: 'Meet the condition: the right place (network), a browser in place of the device code flow, a current client; or have the risk cleared.',
            },
          ]),
      {
        text: 'Or decide that the app or account is to be left out of that policy, as narrow as can be (one app, one group), and test it with «What If».',
      },
      ...(isSeenByAPerson(facts)
        ? []
        : [
            {
              text: 'In a program, hand the claims of the answer to an interactive sign-in; do not repeat the same request.',
            },
          ]),
    ];
  },
  // An API puts the claims into a header, the token endpoint into its answer, where MSAL takes them from.
  patches: (facts) => (facts.of('challenge').length > 0 ? ['claims-challenge'] : ['silent-then-interactive']),
  check: () => ({ text: '«What If» shows no blocking policy, and a fresh sign-in ends with a token.' }),
  forward: (facts) => {
    const policy = failedPolicy(facts);
    const what = policy === undefined ? 'A Conditional Access policy' : `The Conditional Access policy «${policy}»`;
    return `${byAddress(facts) ? 'Entra ID' : what} blocks ${facts.values.user === undefined ? 'a sign-in to' : `${facts.values.user} from`} ${ourApp(facts)}${byAddress(facts) ? ', because of the address it comes from' : ''}${signInReference(facts)}. ${policy === undefined ? 'Please look at this sign-in in the sign-in log, tab Conditional Access, and tell us which policy and condition it is' : 'Please look at its conditions for this sign-in, and tell us which of them is not met'}, or leave the app out of that policy.`;
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
