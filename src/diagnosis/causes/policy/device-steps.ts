import type { FixStep } from '../../diagnosis.ts';
import type { Facts } from '../../facts/facts.ts';
import type { PolicyCondition } from './policy-condition.ts';

const WINDOWS = 'platform: windows';
const MAC = ['platform: macos', 'platform: mac os'] as const;
const PHONE = ['platform: ios', 'platform: android'] as const;
const LINUX = 'platform: linux';
/** What the page tells of the device: unknown to the tenant, registered, or in order. */
export const UNKNOWN_DEVICE = ['device state: unregistered', 'testatus: unregistered'] as const;
const KNOWN_DEVICE = ['device state: registered', 'testatus: registered'] as const;
export const DEVICE_IN_ORDER = ['device state: compliant', 'testatus: compliant'] as const;
const FIREFOX = 'firefox';
const CHROME = 'chrome';

/** Words of the page that describe the device, and names of browsers. */
export const DEVICE_PHRASES: readonly string[] = [
  WINDOWS,
  ...MAC,
  ...PHONE,
  LINUX,
  ...UNKNOWN_DEVICE,
  ...KNOWN_DEVICE,
  ...DEVICE_IN_ORDER,
  FIREFOX,
  CHROME,
];

/** The steps on the device itself, in the order in which they are tried. */
export function deviceSteps(facts: Facts, condition: PolicyCondition | undefined): FixStep[] {
  if (condition === 'browser') return [browserStep(facts)];
  const known = facts.anyPhrase(...KNOWN_DEVICE) !== undefined;
  return [
    ...lookAtTheDevice(facts),
    ...(known ? [] : [enrolStep(facts, condition)]),
    ...(condition === 'joined-device' ? [] : [complianceStep(facts, known)]),
    ...(isPhone(facts) ? [] : [browserStep(facts)]),
  ];
}

function isPhone(facts: Facts): boolean {
  return facts.anyPhrase(...PHONE) !== undefined;
}

function lookAtTheDevice(facts: Facts): FixStep[] {
  if (isPhone(facts) || facts.anyPhrase(...MAC, LINUX) !== undefined) return [];
  return [
    {
      text: `${facts.phrase(WINDOWS) === undefined ? 'On Windows look' : 'Look'} at what the device is (Command Prompt, as the person, not as administrator): AzureAdJoined or WorkplaceJoined must be YES, on a joined device AzureAdPrt as well; a hybrid join shows DomainJoined : YES, too.`,
      value: 'dsregcmd /status',
    },
  ];
}

/** What to do with a device that the organisation does not know. */
export function enrolStep(facts: Facts, condition: PolicyCondition | undefined): FixStep {
  const unknown =
    facts.anyPhrase(...UNKNOWN_DEVICE) === undefined
      ? 'Where the organisation does not know the device'
      : 'The page calls the device «Unregistered»: the organisation does not know it, or this browser does not show it. Where it is unknown';
  if (condition === 'joined-device')
    return {
      text: `${unknown}: only a device of the organisation is joined to its domain, and a private one cannot be. Use that device, in the company network or its VPN, and lock and unlock it once; IT joins it.`,
    };
  if (isPhone(facts) || facts.anyPhrase(...MAC) !== undefined)
    return { text: `${unknown}: install Company Portal, sign in with the work account, and enrol the device.` };
  if (facts.phrase(LINUX) !== undefined)
    return { text: `${unknown}: install Microsoft Edge and the Microsoft Intune app, and enrol the device there.` };
  return {
    text: `${unknown}: enrol it (Windows: Settings, Accounts, Access work or school, Connect; macOS, iOS, Android: the Company Portal app). Where private devices are not allowed, use one of the organisation.`,
  };
}

function complianceStep(facts: Facts, known: boolean): FixStep {
  if (facts.phrase(LINUX) !== undefined)
    return { text: 'In the Microsoft Intune app refresh the device, mend what it names, and wait some minutes.' };
  return {
    text: `${known ? 'The page calls the device «Registered», which is not yet compliant' : 'Where the organisation knows it'}: open Company Portal, this device, «Check access» (Windows) or «Check status», mend what it names (updates, encryption, PIN, virus protection), and wait some minutes.`,
  };
}

function browserStep(facts: Facts): FixStep {
  const inFirefox =
    'Firefox shows the device only with its setting «Allow Windows single sign-on for Microsoft, work, and school accounts» (Privacy & Security)';
  const inChrome =
    'Chrome on Windows shows the device only with the extension «Microsoft Single Sign On» or the policy CloudAPAuthEnabled';
  const often = 'use Edge, signed in with the work account, and no private window';
  if (facts.phrase(FIREFOX) !== undefined) return { text: `${inFirefox}; or ${often}.` };
  if (facts.phrase(CHROME) !== undefined) return { text: `${inChrome}; or ${often}.` };
  return {
    text: `In a browser ${often}: a browser that does not show the device counts as an unknown one. ${inChrome}, Firefox with «Allow Windows single sign-on for Microsoft, work, and school accounts».`,
  };
}
