import { checkTokenKeys } from '../../../identity/msal/grants/check-token-keys.ts';
import type { DoctorCheck } from '../doctor-check.ts';
import { pass, skipped } from '../finding.ts';

/** The keys that seal grants. What they look like is checked with the settings. */
export const tokenKeysCheck: DoctorCheck = {
  id: 'token-keys',
  applies: ({ signIn }) => signIn?.way === 'msal',
  async run({ settings: { signIn, keepDays } }) {
    const keys = signIn?.way === 'msal' ? signIn.tokenKeys : [];
    if (keys.length === 0) return skipped('The settings have to be mended first.');
    await checkTokenKeys(keys);
    if (keys.length === 1) return pass('One key seals the grants, and opens them again.');
    return pass(
      `The first key seals the grants, the second only opens older ones; it can go ${keepDays} days after the change.`,
    );
  },
};
