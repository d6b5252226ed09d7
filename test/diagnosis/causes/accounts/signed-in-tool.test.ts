import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../../src/diagnosis/diagnose.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const TENANT = '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d';
const REVOKED = 'AADSTS50173: The provided grant has expired due to it being revoked, a fresh auth token is needed.';

function answer(paste: string) {
  const { fix } = diagnose(paste, { now: NOW });
  return { values: fix?.steps.map(({ value }) => value) ?? [], patches: fix?.patches ?? [] };
}

describe('a sign-in that a command-line tool keeps', () => {
  test.each([
    [`az account get-access-token --tenant ${TENANT}\nERROR: ${REVOKED}`, `az login --tenant ${TENANT}`],
    [`Connect-MgGraph : ${REVOKED}`, 'Disconnect-MgGraph; Connect-MgGraph'],
    [`Get-AzAccessToken: ${REVOKED}`, 'Connect-AzAccount'],
    [
      'AzureDeveloperCliCredential: ERROR: AADSTS700082: The refresh token has expired due to inactivity.',
      'azd auth login',
    ],
    [
      'az login\nERROR: AADSTS50076: Due to a configuration change made by your administrator, you must use multi-factor authentication to access x.',
      'az login',
    ],
  ])('%s', (paste, command) => {
    const { values, patches } = answer(paste);
    expect(values).toContain(command);
    expect(patches).toEqual([]);
  });

  test('a program of one’s own is no tool', () => {
    const { values, patches } = answer(
      `client_id=3f2504e0-4f89-41d3-9a0c-0305e82c3301&grant_type=refresh_token\n${REVOKED}\n(az login works)`,
    );
    expect(values).not.toContain('az login');
    expect(patches).not.toEqual([]);
  });
});
