import type { FindableCauseId } from '../cause-id.ts';
import { appAccessPolicy } from './app-access-policy.ts';
import { appApiPolicy } from './app-api-policy.ts';
import { appOnlyOnMe } from './app-only-on-me.ts';
import { appRoleMissing } from './app-role-missing.ts';
import { caeChallenge } from './cae-challenge.ts';
import { clientAssertionInvalid } from './client-assertion-invalid.ts';
import { clientCredentialMissing } from './client-credential-missing.ts';
import { clientSecretExpired } from './client-secret-expired.ts';
import { clientSecretInvalid } from './client-secret-invalid.ts';
import { clockSkew } from './clock-skew.ts';
import { codeExpiredOrRedeemed } from './code-expired-or-redeemed.ts';
import { federatedCredentialMismatch } from './federated-credential-mismatch.ts';
import { grantNotAllowed } from './grant-not-allowed.ts';
import { idTokenUsed } from './id-token-used.ts';
import { invalidRequest } from './invalid-request.ts';
import { issuerMismatch } from './issuer-mismatch.ts';
import { legacyProtocolRetired } from './legacy-protocol-retired.ts';
import { mailboxAccessDenied } from './mailbox-access-denied.ts';
import { mailboxUnavailable } from './mailbox-unavailable.ts';
import { missingScope } from './missing-scope.ts';
import { pkceMismatch } from './pkce-mismatch.ts';
import { publicClientWithSecret } from './public-client-with-secret.ts';
import { redirectPlatformMismatch } from './redirect-platform-mismatch.ts';
import { redirectUriMismatch } from './redirect-uri-mismatch.ts';
import { signatureInvalid } from './signature-invalid.ts';
import { stateOrNonceMismatch } from './state-or-nonce-mismatch.ts';
import { tokenExpired } from './token-expired.ts';
import { tokenMalformed } from './token-malformed.ts';
import { tokenMissing } from './token-missing.ts';
import { wrongAudience } from './wrong-audience.ts';
import { wrongCloud } from './wrong-cloud.ts';
import type { RootCause } from './root-cause.ts';

/** Every root cause. Exhaustive: the compiler asks for a file for every id. */
export const ROOT_CAUSES: Readonly<Record<FindableCauseId, RootCause>> = ({
  'token-missing': tokenMissing,
  'token-malformed': tokenMalformed,
  'token-expired': tokenExpired,
  'clock-skew': clockSkew,
  'wrong-audience': wrongAudience,
  'id-token-used': idTokenUsed,
  'signature-invalid': signatureInvalid,
  'issuer-mismatch': issuerMismatch,
  'wrong-cloud': wrongCloud,
  'missing-scope': missingScope,
  'app-role-missing': appRoleMissing,
  'app-only-on-me': appOnlyOnMe,
  'app-access-policy': appAccessPolicy,
  'mailbox-access-denied': mailboxAccessDenied,
  'mailbox-unavailable': mailboxUnavailable,
  'cae-challenge': caeChallenge,
  'app-api-policy': appApiPolicy,
  'legacy-protocol-retired': legacyProtocolRetired,
  'redirect-uri-mismatch': redirectUriMismatch,
  'redirect-platform-mismatch': redirectPlatformMismatch,
  'client-secret-invalid': clientSecretInvalid,
  'client-secret-expired': clientSecretExpired,
  'client-credential-missing': clientCredentialMissing,
  'public-client-with-secret': publicClientWithSecret,
  'client-assertion-invalid': clientAssertionInvalid,
  'federated-credential-mismatch': federatedCredentialMismatch,
  'invalid-request': invalidRequest,
  'grant-not-allowed': grantNotAllowed,
  'code-expired-or-redeemed': codeExpiredOrRedeemed,
  'pkce-mismatch': pkceMismatch,
  'state-or-nonce-mismatch': stateOrNonceMismatch,
} as Partial<Record<FindableCauseId, RootCause>>) as Record<FindableCauseId, RootCause>;
