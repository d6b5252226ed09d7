/**
 * The root cause ids. They are a contract with other programs: a listed id never changes its meaning;
 * new ids are added with a file of their own in causes/.
 */
export const CAUSE_IDS = [
  // the token as the API sees it
  'token-missing',
  'token-malformed',
  'token-expired',
  'clock-skew',
  'wrong-audience',
  'id-token-used',
  'signature-invalid',
  'issuer-mismatch',
  'wrong-cloud',
  'missing-scope',
  'app-role-missing',
  'app-only-on-me',
  'app-access-policy',
  'mailbox-access-denied',
  'mailbox-unavailable',
  'cae-challenge',
  'app-api-policy',
  'legacy-protocol-retired',
  // getting the token
  'redirect-uri-mismatch',
  'redirect-platform-mismatch',
  'client-secret-invalid',
  'client-secret-expired',
  'client-credential-missing',
  'public-client-with-secret',
  'client-assertion-invalid',
  'federated-credential-mismatch',
  'app-not-found',
  'resource-not-found',
  'app-disabled',
  'tenant-not-found',
  'account-type-mismatch',
  'guest-not-invited',
  'user-not-assigned',
  'consent-required',
  'admin-consent-required',
  'invalid-scope',
  'mixed-resource-scopes',
  'invalid-request',
  'grant-not-allowed',
  'code-expired-or-redeemed',
  'pkce-mismatch',
  'refresh-token-expired',
  'session-revoked',
  'no-refresh-token',
  'obo-assertion-invalid',
  'state-or-nonce-mismatch',
  'interaction-required',
  'token-cache-miss',
  // the person and the tenant's policy
  'user-not-found',
  'credentials-wrong',
  'password-expired',
  'account-locked',
  'account-disabled',
  'mfa-required',
  'conditional-access-blocked',
  'tenant-restricted',
  'device-registration',
  // the bot and its channel
  'bot-credentials',
  'bot-sso-misconfigured',
  'bot-oauth-connection',
  // not the sign-in
  'throttled',
  'service-outage',
  'bad-event-payload',
  'not-enough-evidence',
] as const;

export type CauseId = (typeof CAUSE_IDS)[number];

/** Every id that a rule can find. `not-enough-evidence` is what remains when no rule does. */
export type FindableCauseId = Exclude<CauseId, 'not-enough-evidence'>;

const KNOWN: ReadonlySet<string> = new Set(CAUSE_IDS);

/** Narrows text from outside (a command line, a card's data) to a root cause id. */
export function isCauseId(text: string): text is CauseId {
  return KNOWN.has(text);
}

/** Who has to act. */
export const OWNERS = ['end-user', 'app-developer', 'tenant-admin', 'microsoft', 'identity-provider'] as const;
export type Owner = (typeof OWNERS)[number];
