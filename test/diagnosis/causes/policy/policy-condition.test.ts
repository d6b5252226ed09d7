import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../../src/diagnosis/diagnose.ts';

const NOW = Date.UTC(2026, 10, 22, 12);

function answer(paste: string) {
  const { headline, fix } = diagnose(paste, { now: NOW });
  return {
    headline,
    owner: fix?.owner,
    steps: fix?.steps.map(({ text, value }) => `${text} ${value ?? ''}`) ?? [],
    patches: fix?.patches ?? [],
    forward: fix?.forward ?? '',
  };
}

const PAGE = (code: string, platform: string, state: string) =>
  `Message: ${code}: Your device is required to be managed to access this resource.\nApp name: Contoso Expenses\nApp id: 3f2504e0-4f89-41d3-9a0c-0305e82c3301\nDevice identifier: Not available\nDevice platform: ${platform}\nDevice state: ${state}`;

describe('what a Conditional Access policy asks for', () => {
  test('a device that has to be compliant: the steps on the device come first, and no code for an app', () => {
    const { headline, owner, steps, patches } = answer(PAGE('AADSTS53000', 'Windows 10', 'Unregistered'));
    expect(headline).toContain(
      '«Contoso Expenses» (3f2504e0-4f89-41d3-9a0c-0305e82c3301): it asks for a compliant device',
    );
    expect(owner).toBe('end-user');
    expect(steps[0]).toContain('dsregcmd /status');
    expect(steps[1]).toContain('«Unregistered»');
    expect(steps.join('\n')).toContain('tab «Device info»');
    expect(patches).toEqual([]);
  });

  test('a phone has no command line, and its app is Company Portal', () => {
    const { steps } = answer(PAGE('AADSTS530003', 'iOS', 'Unregistered'));
    expect(steps.join('\n')).not.toContain('dsregcmd');
    expect(steps[0]).toContain('install Company Portal');
  });

  test('a registered device is looked at for compliance, not enrolled again', () => {
    const { steps } = answer(PAGE('AADSTS53000', 'Android', 'Registered'));
    expect(steps[0]).toContain('«Registered»');
    expect(steps.join('\n')).not.toContain('enrol the device');
  });

  test('the browser that the person names', () => {
    const { steps } = answer(
      'You can’t get there from here. This application contains sensitive information and can only be accessed from: Contoso domain joined devices. I use Firefox.',
    );
    expect(steps.join('\n')).toContain('Firefox shows the device only with its setting');
    expect(steps.join('\n')).toContain('IT joins it');
  });

  test('the sentence of the page about the management compliance policy', () => {
    const { headline, owner } = answer(
      'This resource can only be accessed using devices or client applications that meet Fabrikam management compliance policy.',
    );
    expect(headline).toContain('a device that the organisation manages');
    expect(owner).toBe('end-user');
  });

  test('words beside AADSTS53003 are told as words, and the log decides', () => {
    const { headline, owner, steps } = answer(
      'AADSTS53003: Access has been blocked by Conditional Access policies.\nPolicy: CA012 - Require compliant device',
    );
    expect(headline).toContain('by the words of the text it asks for a compliant device');
    expect(owner).toBe('tenant-admin');
    expect(steps[0]).toContain('Sign-in logs');
  });

  test('an app that signs in as itself is judged by the address it calls from', () => {
    const { headline, steps, patches, forward } = answer(
      'grant_type=client_credentials&client_id=3f2504e0-4f89-41d3-9a0c-0305e82c3301&scope=https://graph.microsoft.com/.default\n{"error":"invalid_grant","error_description":"AADSTS53003: Access has been blocked by Conditional Access policies."}',
    );
    expect(headline).toContain('for workload identities blocks the app 3f2504e0');
    expect(steps.join('\n')).toContain('named location');
    expect(steps.join('\n')).not.toContain('interactive sign-in');
    expect(patches).toEqual([]);
    expect(forward).toContain('the sign-in of the app 3f2504e0');
  });

  test.each([
    ['AADSTS53002: Application used is not an approved application for Conditional Access.', 'Intune'],
    [
      'AADSTS530033: Remote device flow blocked due to device based conditional access.',
      'InteractiveBrowserCredential',
    ],
    ['AADSTS53011: User blocked due to risk on home tenant.', 'Risky users'],
    ['AADSTS53010: Can’t configure multi-factor authentication methods.', 'Temporary Access Pass'],
    ['AADSTS530084: Access has been blocked by conditional access token protection policy.', 'WAM'],
  ])('%s', (paste, step) => {
    expect(answer(paste).steps.join('\n')).toContain(step);
  });

  test('AADSTS50131 by risk is no matter of the device', () => {
    const { steps } = answer('AADSTS50131: Device is not in the required device state.');
    expect(steps.join('\n')).toContain('Device info');
    expect(answer('AADSTS50131: The request was blocked due to suspicious activity').steps.join('\n')).not.toContain(
      'Device info',
    );
  });
});
