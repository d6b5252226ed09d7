import type { FindableCauseId } from '../../diagnosis/cause-id.ts';
import { accountDisabled } from './account-disabled.ts';
import { accountLocked } from './account-locked.ts';
import { accountTypeMismatch } from './account-type-mismatch.ts';
import { adminConsentRequired } from './admin-consent-required.ts';
import { appAccessPolicy } from './app-access-policy.ts';
import { appDisabled } from './app-disabled.ts';
import { appNotFound } from './app-not-found.ts';
import { appOnlyOnMe } from './app-only-on-me.ts';
import { appRoleMissing } from './app-role-missing.ts';
import { botOauthConnection } from './bot-oauth-connection.ts';
import { caeChallenge } from './cae-challenge.ts';
import { clientAssertionInvalid } from './client-assertion-invalid.ts';
import { clientCredentialMissing } from './client-credential-missing.ts';
import { clientSecretExpired } from './client-secret-expired.ts';
import { clientSecretInvalid } from './client-secret-invalid.ts';
import { clockSkew } from './clock-skew.ts';
import { codeExpiredOrRedeemed } from './code-expired-or-redeemed.ts';
import { conditionalAccessBlocked } from './conditional-access-blocked.ts';
import { consentRequired } from './consent-required.ts';
import { credentialsWrong } from './credentials-wrong.ts';
import { deviceRegistration } from './device-registration.ts';
import { type Fault, isFault, type NoFault } from './fault.ts';
import { grantNotAllowed } from './grant-not-allowed.ts';
import { guestNotInvited } from './guest-not-invited.ts';
import { idTokenUsed } from './id-token-used.ts';
import { invalidRequest } from './invalid-request.ts';
import { invalidScope } from './invalid-scope.ts';
import { mailboxUnavailable } from './mailbox-unavailable.ts';
import { mfaRequired } from './mfa-required.ts';
import { missingScope } from './missing-scope.ts';
import { mixedResourceScopes } from './mixed-resource-scopes.ts';
import { noRefreshToken } from './no-refresh-token.ts';
import { oboAssertionInvalid } from './obo-assertion-invalid.ts';
import { passwordExpired } from './password-expired.ts';
import { pkceMismatch } from './pkce-mismatch.ts';
import { publicClientWithSecret } from './public-client-with-secret.ts';
import { redirectPlatformMismatch } from './redirect-platform-mismatch.ts';
import { redirectUriMismatch } from './redirect-uri-mismatch.ts';
import { refreshTokenExpired } from './refresh-token-expired.ts';
import { resourceNotFound } from './resource-not-found.ts';
import { serviceOutage } from './service-outage.ts';
import { sessionRevoked } from './session-revoked.ts';
import { signatureInvalid } from './signature-invalid.ts';
import { tenantNotFound } from './tenant-not-found.ts';
import { tenantRestricted } from './tenant-restricted.ts';
import { throttled } from './throttled.ts';
import { tokenExpired } from './token-expired.ts';
import { tokenMalformed } from './token-malformed.ts';
import { tokenMissing } from './token-missing.ts';
import { userNotAssigned } from './user-not-assigned.ts';
import { userNotFound } from './user-not-found.ts';
import { wrongAudience } from './wrong-audience.ts';
import { wrongCloud } from './wrong-cloud.ts';

/** Every root cause: how to produce it, or why the sandbox cannot. The compiler asks for each new one. */
export const FAULTS: Readonly<Record<FindableCauseId, Fault | NoFault>> = {
  'token-missing': tokenMissing,
  'token-malformed': tokenMalformed,
  'token-expired': tokenExpired,
  'clock-skew': clockSkew,
  'wrong-audience': wrongAudience,
  'id-token-used': idTokenUsed,
  'signature-invalid': signatureInvalid,
  'issuer-mismatch': notHere(
    'issuer-mismatch',
    'it shows where an API of your own validates tokens, and the sandbox has none',
  ),
  'wrong-cloud': wrongCloud,
  'missing-scope': missingScope,
  'app-role-missing': appRoleMissing,
  'app-only-on-me': appOnlyOnMe,
  'app-access-policy': appAccessPolicy,
  'mailbox-access-denied': notHere('mailbox-access-denied', 'why401 calls no other person’s mailbox'),
  'mailbox-unavailable': mailboxUnavailable,
  'cae-challenge': caeChallenge,
  'app-api-policy': notHere('app-api-policy', 'it concerns EWS and SMTP, which why401 does not use'),
  'legacy-protocol-retired': notHere('legacy-protocol-retired', 'why401 uses no retired protocol'),
  'redirect-uri-mismatch': redirectUriMismatch,
  'redirect-platform-mismatch': redirectPlatformMismatch,
  'client-secret-invalid': clientSecretInvalid,
  'client-secret-expired': clientSecretExpired,
  'client-credential-missing': clientCredentialMissing,
  'public-client-with-secret': publicClientWithSecret,
  'client-assertion-invalid': clientAssertionInvalid,
  'federated-credential-mismatch': notHere(
    'federated-credential-mismatch',
    'why401 signs in with a secret or a certificate, not with a token of another issuer',
  ),
  'app-not-found': appNotFound,
  'resource-not-found': resourceNotFound,
  'app-disabled': appDisabled,
  'tenant-not-found': tenantNotFound,
  'account-type-mismatch': accountTypeMismatch,
  'guest-not-invited': guestNotInvited,
  'user-not-assigned': userNotAssigned,
  'consent-required': consentRequired,
  'admin-consent-required': adminConsentRequired,
  'invalid-scope': invalidScope,
  'mixed-resource-scopes': mixedResourceScopes,
  'invalid-request': invalidRequest,
  'grant-not-allowed': grantNotAllowed,
  'code-expired-or-redeemed': codeExpiredOrRedeemed,
  'pkce-mismatch': pkceMismatch,
  'refresh-token-expired': refreshTokenExpired,
  'session-revoked': sessionRevoked,
  'no-refresh-token': noRefreshToken,
  'obo-assertion-invalid': oboAssertionInvalid,
  'state-or-nonce-mismatch': notHere(
    'state-or-nonce-mismatch',
    'it happens in the browser of the person: open the sign-in link twice and finish the older one',
  ),
  'interaction-required': notHere(
    'interaction-required',
    'it is what a silent sign-in says without a session: sign out, then ask for the check',
  ),
  'token-cache-miss': notHere(
    'token-cache-miss',
    'it is what an emptied token cache says: sign out, then ask for the check',
  ),
  'user-not-found': userNotFound,
  'credentials-wrong': credentialsWrong,
  'password-expired': passwordExpired,
  'account-locked': accountLocked,
  'account-disabled': accountDisabled,
  'mfa-required': mfaRequired,
  'conditional-access-blocked': conditionalAccessBlocked,
  'tenant-restricted': tenantRestricted,
  'device-registration': deviceRegistration,
  'bot-credentials': notHere('bot-credentials', 'the sandbox runs without the credentials of a bot'),
  'bot-sso-misconfigured': notHere(
    'bot-sso-misconfigured',
    'it shows in the Teams client, before anything reaches the bot',
  ),
  'bot-oauth-connection': botOauthConnection,
  throttled,
  'service-outage': serviceOutage,
  'bad-event-payload': notHere('bad-event-payload', 'why401 checks the event before it sends it'),
};

/** The faults that can be switched on, in the order of the list of root causes. */
export const AVAILABLE_FAULTS: readonly Fault[] = Object.values(FAULTS).filter(isFault);

function notHere(cause: FindableCauseId, unavailable: string): NoFault {
  return { cause, unavailable };
}
