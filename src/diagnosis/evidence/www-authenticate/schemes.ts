/**
 * Authentication schemes that a pasted header may name: IANA's HTTP Authentication Scheme Registry, and those that
 * Microsoft's services send besides (PoP, NTLM, SharedKey).
 */
export const AUTHENTICATION_SCHEMES: ReadonlySet<string> = new Set([
  'basic',
  'bearer',
  'digest',
  'dpop',
  'gnap',
  'hawk',
  'hoba',
  'kerberos',
  'mutual',
  'negotiate',
  'ntlm',
  'oauth',
  'pop',
  'privatetoken',
  'scram-sha-1',
  'scram-sha-256',
  'sharedkey',
  'token',
  'vapid',
]);

/** Parameters that challenges of RFC 6750, RFC 9728 and of Microsoft's services carry. */
export const CHALLENGE_PARAMETERS: ReadonlySet<string> = new Set([
  'algorithm',
  'authorization',
  'authorization_uri',
  'charset',
  'claims',
  'client_id',
  'error',
  'error_codes',
  'error_description',
  'errordescription',
  'error_uri',
  'nonce',
  'realm',
  'resource',
  'resource_id',
  'resource_metadata',
  'scope',
  'token_types',
  'trusted_issuers',
]);

/** The name under which a parameter is kept: lower case, with Microsoft's second spelling folded into RFC 6750's. */
export function parameterName(written: string): string {
  const name = written.toLowerCase();
  return name === 'errordescription' ? 'error_description' : name;
}
