import type { Facts } from '../../facts/facts.ts';

/** What a Conditional Access policy asks for, as far as the refusal itself tells it. */
export type PolicyCondition =
  | 'compliant-device'
  | 'joined-device'
  | 'managed-device'
  | 'browser'
  | 'app-protection'
  | 'device-code'
  | 'risk'
  | 'security-info'
  | 'token-protection';

/** Names and texts of the table of codes; AADSTS53003 alone tells no condition. */
const BY_CODE: ReadonlyMap<number, PolicyCondition> = new Map<number, PolicyCondition>([
  [53000, 'compliant-device'],
  [530002, 'compliant-device'],
  [53001, 'joined-device'],
  [530003, 'managed-device'],
  [50131, 'managed-device'],
  [50097, 'managed-device'],
  [53008, 'browser'],
  [530001, 'browser'],
  [501311, 'browser'],
  [53002, 'app-protection'],
  [53005, 'app-protection'],
  [53009, 'app-protection'],
  [530033, 'device-code'],
  [530036, 'device-code'],
  [53011, 'risk'],
  [530032, 'risk'],
  [53010, 'security-info'],
  [530084, 'token-protection'],
]);

/** Sentences of the pages, names of the grant controls in the portal, and their values in the log’s JSON. */
const BY_PHRASE: readonly (readonly [PolicyCondition, readonly string[]])[] = [
  [
    'compliant-device',
    [
      'device must be compliant',
      'requires a compliant device',
      'require compliant device',
      'requirecompliantdevice',
      'requires compliant device',
      'require device to be marked as compliant',
      '"compliantdevice"',
      'help us keep your device secure',
      "doesn't comply with your it requirements",
    ],
  ],
  [
    'joined-device',
    [
      'requires a domain joined device',
      'require domain-joined device',
      'require hybrid azure ad joined device',
      'require microsoft entra hybrid joined device',
      'requiredomainjoineddevice',
      'domain joined devices',
      '"domainjoineddevice"',
    ],
  ],
  [
    'managed-device',
    [
      'management compliance policy',
      'requires the device requesting access to be managed',
      'your admin requires your device to be managed',
      'device is required to be managed',
      'policy requires users to be on a managed device',
      'set up your device to get access',
    ],
  ],
  [
    'app-protection',
    [
      'intune_policy_required',
      'intuneappprotectionpolicyrequired',
      'require approved client app',
      'require app protection policy',
    ],
  ],
  ['risk', ['detected something unusual about this sign-in', 'detected suspicious activity on your account']],
];

/** All sentences that tell a condition. */
export const CONDITION_PHRASES: readonly string[] = BY_PHRASE.flatMap(([, phrases]) => phrases);

const OF_THE_DEVICE: ReadonlySet<PolicyCondition | undefined> = new Set<PolicyCondition | undefined>([
  'compliant-device',
  'joined-device',
  'managed-device',
  'browser',
]);

/** The condition that the refusal tells: its code before the words beside it. */
export function policyCondition(facts: Facts): PolicyCondition | undefined {
  return byCode(facts) ?? BY_PHRASE.find(([, phrases]) => facts.anyPhrase(...phrases) !== undefined)?.[0];
}

/** Whether a code refused without its condition, and only words beside it name one: a policy’s name, a report of somebody. */
export function isOnlyTold(facts: Facts): boolean {
  return facts.of('aadsts').length > 0 && byCode(facts) === undefined;
}

function byCode(facts: Facts): PolicyCondition | undefined {
  for (const { code, message } of facts.of('aadsts')) {
    // AADSTS50131 is also the policy by risk, AADSTS50053 the block of an address.
    if (code === 50131 && !/device/i.test(message)) continue;
    const condition = BY_CODE.get(code);
    if (condition !== undefined) return condition;
  }
  return undefined;
}

/** Whether the policy asks the device for something that a person can look at on the device. */
export function asksTheDevice(condition: PolicyCondition | undefined): boolean {
  return OF_THE_DEVICE.has(condition);
}
