import type { FindableCauseId } from '../cause-id.ts';
import { accountDisabled } from './account-disabled.ts';
import { accountLocked } from './account-locked.ts';
import { accountTypeMismatch } from './account-type-mismatch.ts';
import { adminConsentRequired } from './admin-consent-required.ts';
import { appAccessPolicy } from './app-access-policy.ts';
import { appApiPolicy } from './app-api-policy.ts';
import { appDisabled } from './app-disabled.ts';
import { appNotFound } from './app-not-found.ts';
import { appOnlyOnMe } from './app-only-on-me.ts';
import { appRoleMissing } from './app-role-missing.ts';
import { badEventPayload } from './bad-event-payload.ts';
import { botCredentials } from './bot-credentials.ts';
import { botOauthConnection } from './bot-oauth-connection.ts';
import { botSsoMisconfigured } from './bot-sso-misconfigured.ts';
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
import { federatedCredentialMismatch } from './federated-credential-mismatch.ts';
import { grantNotAllowed } from './grant-not-allowed.ts';
import { guestNotInvited } from './guest-not-invited.ts';
import { idTokenUsed } from './id-token-used.ts';
import { interactionRequired } from './interaction-required.ts';
import { invalidRequest } from './invalid-request.ts';
import { invalidScope } from './invalid-scope.ts';
import { issuerMismatch } from './issuer-mismatch.ts';
import { legacyProtocolRetired } from './legacy-protocol-retired.ts';
import { mailboxAccessDenied } from './mailbox-access-denied.ts';
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
import type { RootCause } from './root-cause.ts';
import { serviceOutage } from './service-outage.ts';
import { sessionRevoked } from './session-revoked.ts';
import { signatureInvalid } from './signature-invalid.ts';
import { stateOrNonceMismatch } from './state-or-nonce-mismatch.ts';
import { tenantNotFound } from './tenant-not-found.ts';
import { tenantRestricted } from './tenant-restricted.ts';
import { throttled } from './throttled.ts';
import { tokenCacheMiss } from './token-cache-miss.ts';
import { tokenExpired } from './token-expired.ts';
import { tokenMalformed } from './token-malformed.ts';
import { tokenMissing } from './token-missing.ts';
import { userNotAssigned } from './user-not-assigned.ts';
import { userNotFound } from './user-not-found.ts';
import { wrongAudience } from './wrong-audience.ts';
import { wrongCloud } from './wrong-cloud.ts';

/** Every root cause. Exhaustive: the compiler asks for a file for every id. */
export const ROOT_CAUSES: Readonly<Record<FindableCauseId, RootCause>> = {
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
  'state-or-nonce-mismatch': stateOrNonceMismatch,
  'interaction-required': interactionRequired,
  'token-cache-miss': tokenCacheMiss,
  'user-not-found': userNotFound,
  'credentials-wrong': credentialsWrong,
  'password-expired': passwordExpired,
  'account-locked': accountLocked,
  'account-disabled': accountDisabled,
  'mfa-required': mfaRequired,
  'conditional-access-blocked': conditionalAccessBlocked,
  'tenant-restricted': tenantRestricted,
  'device-registration': deviceRegistration,
  'bot-credentials': botCredentials,
  'bot-sso-misconfigured': botSsoMisconfigured,
  'bot-oauth-connection': botOauthConnection,
  throttled: throttled,
  'service-outage': serviceOutage,
  'bad-event-payload': badEventPayload,
};
