import type { FindableCauseId } from '../cause-id.ts';
import type { Facts } from '../facts/facts.ts';
import { isSignInRefused, wasLetIn } from '../facts/let-in.ts';

/**
 * What can only go wrong before there is a token. Kinds of accounts, consent and policies are none of these: with them a
 * token may be issued that opens nothing.
 */
const BEFORE_A_TOKEN: ReadonlySet<FindableCauseId> = new Set([
  'redirect-uri-mismatch',
  'redirect-platform-mismatch',
  'client-secret-invalid',
  'client-secret-expired',
  'client-credential-missing',
  'public-client-with-secret',
  'client-assertion-invalid',
  'federated-credential-mismatch',
  'app-not-found',
  'tenant-not-found',
  'mixed-resource-scopes',
  'invalid-request',
  'grant-not-allowed',
  'code-expired-or-redeemed',
  'pkce-mismatch',
  'state-or-nonce-mismatch',
]);

/**
 * Whether a cause that only settings and requests speak for is refuted: nothing says that the sign-in was refused, and
 * the call behind it was made with a token.
 */
export function isPast(cause: FindableCauseId, facts: Facts): boolean {
  return BEFORE_A_TOKEN.has(cause) && !isSignInRefused(facts) && wasLetIn(facts);
}
