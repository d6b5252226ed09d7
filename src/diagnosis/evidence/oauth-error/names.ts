/** Errors of a protected resource's challenge: RFC 6750 section 3.1, and Entra's claims challenge. */
export const CHALLENGE_ERROR_NAMES: ReadonlySet<string> = new Set([
  'invalid_request',
  'invalid_token',
  'insufficient_scope',
  'insufficient_claims',
]);

/**
 * Errors of authorization servers: RFC 6749 (4.1.2.1, 5.2), RFC 6750 (3.1), RFC 8628 (3.5), RFC 7591, RFC 8707,
 * RFC 9126 and 9449, OpenID Connect Core (3.1.2.6), and those that Entra ID adds
 * (https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#error-codes-for-token-endpoint-errors).
 */
export const OAUTH_ERROR_NAMES: ReadonlySet<string> = new Set([
  'access_denied',
  'account_selection_required',
  'authorization_declined',
  'authorization_pending',
  'bad_verification_code',
  'code_expired',
  'consent_required',
  'expired_token',
  'insufficient_claims',
  'insufficient_scope',
  'interaction_required',
  'invalid_client',
  'invalid_client_metadata',
  'invalid_dpop_proof',
  'invalid_grant',
  'invalid_instance',
  'invalid_redirect_uri',
  'invalid_request',
  'invalid_request_object',
  'invalid_request_uri',
  'invalid_resource',
  'invalid_scope',
  'invalid_target',
  'invalid_tenant',
  'invalid_token',
  'invalid_token_response',
  'login_required',
  'redirect_uri_mismatch',
  'registration_not_supported',
  'request_not_supported',
  'request_uri_not_supported',
  'server_error',
  'slow_down',
  'temporarily_unavailable',
  'unauthorized_client',
  'unsupported_grant_type',
  'unsupported_response_mode',
  'unsupported_response_type',
  'unsupported_token_type',
]);
