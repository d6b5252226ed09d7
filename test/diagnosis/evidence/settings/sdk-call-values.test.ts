import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../../src/diagnosis/diagnose.ts';

const APP = '5b0e7a52-4a1f-4b7e-9d0d-3c2f4f9b8a10';
const TENANT = '7f2b1c64-90aa-4a53-8d1c-22f0b6b9d3e1';
const EXPIRED = 'AADSTS7000222: The provided client secret keys are expired.';
const now = Date.UTC(2026, 10, 22);

function patchOf(code: string): string {
  const { fix } = diagnose(`${code}\n\n${EXPIRED}`, { now });
  return (fix?.patches ?? []).map((patch) => patch.code).join('\n');
}

describe('sdkCallValues', () => {
  it.each([
    `app = msal.ConfidentialClientApplication("${APP}", authority="https://login.microsoftonline.com/${TENANT}", client_credential=SECRET)`,
    `var credential = new ClientSecretCredential("${TENANT}", "${APP}", secret);`,
    `cred, err := azidentity.NewClientSecretCredential("${TENANT}", "${APP}", os.Getenv("S"), nil)`,
    `ConfidentialClientApplication.builder("${APP}", credential).authority("https://login.microsoftonline.com/${TENANT}/").build();`,
  ])('puts app and tenant of the call into the patch: %s', (code) => {
    const patch = patchOf(code);
    expect(patch).toContain(APP);
    expect(patch).toContain(TENANT);
  });

  it('masks the secret of the call, names it, and knows that there is one', () => {
    const secret = 'kT9vQz2mLw7Xc4Rb';
    const answer = diagnose(`app = ConfidentialClientApplication("${APP}", "${secret}", AUTHORITY)\n\n${EXPIRED}`, {
      now,
    });
    expect(JSON.stringify(answer)).not.toContain(secret);
    expect(answer.secrets.map(({ kind }) => kind)).toContain('client-secret');
  });

  it('sees the ID of a secret in the place of its value', () => {
    const call = `new ClientSecretCredential("${TENANT}", "${APP}", "0d5c1c64-10aa-4a53-8d1c-22f0b6b9d3e7")`;
    const refusal =
      'AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID';
    const because = diagnose(`${call}\n\n${refusal}`, { now }).findings.flatMap((finding) => finding.because);
    expect(because.map(({ says }) => says).join('\n')).toMatch(/GUID/);
  });
});
