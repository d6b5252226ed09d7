import { aadstsEntry } from '../../diagnosis/codes/aadsts.ts';
import type { Refusal } from '../../refusals/refusal.ts';
import type { SignInReason } from '../sign-in.ts';

/** Errors of the token endpoint that only an interactive sign-in can cure (RFC 6749 section 5.2, OpenID Connect Core 3.1.2.6). */
const ASKS_FOR_PERSON = /\b(?:invalid_grant|interaction_required|login_required|consent_required)\b/;
const ENTRA_CODE = /\bAADSTS(\d{5,7})\b/;

const REASONS: Readonly<Record<string, SignInReason>> = {
  'session-revoked': 'revoked',
  'refresh-token-expired': 'expired',
  'consent-required': 'more-scopes',
  'interaction-required': 'expired',
  'token-expired': 'expired',
  'mfa-required': 'claims-challenge',
};

/** Why the person has to sign in again, where the refusal says that this would help; `null` where it would not. */
export function reasonToSignInAgain(refusal: Refusal): SignInReason | null {
  const body = refusal.response?.body ?? '';
  const code = ENTRA_CODE.exec(body)?.[1];
  const cause = code === undefined ? undefined : aadstsEntry(Number(code))?.cause;
  const known = cause === undefined ? undefined : REASONS[cause];
  if (known !== undefined) return known;
  // Any other code of Entra ID names something that signing in again meets again.
  return cause === undefined && ASKS_FOR_PERSON.test(body) ? 'expired' : null;
}
