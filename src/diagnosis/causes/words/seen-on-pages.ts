import type { FindableCauseId } from '../../cause-id.ts';

/** Causes that a person meets on the sign-in page: its details hold the code that tells them apart. */
export const SEEN_ON_PAGES: ReadonlySet<FindableCauseId> = new Set([
  'account-disabled',
  'account-locked',
  'account-type-mismatch',
  'admin-consent-required',
  'app-disabled',
  'conditional-access-blocked',
  'consent-required',
  'credentials-wrong',
  'device-registration',
  'guest-not-invited',
  'mfa-required',
  'password-expired',
  'tenant-restricted',
  'user-not-assigned',
  'user-not-found',
]);
