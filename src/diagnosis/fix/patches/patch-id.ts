/**
 * The patches: pieces of code that fix a root cause. Each exists in every language where it makes sense
 * (json for settings and bodies), takes the paster's own values, and is compiled, run or parsed by a test.
 */
export const PATCH_IDS = [
  /** Delegated sign-in for Graph: Graph-qualified scopes, right authority; offline_access only in raw HTTP. */
  'request-graph-scopes',
  /** Only the authority line: tenant, organizations, common or consumers. */
  'authority',
  /** The same where the kind of the account decides it. */
  'account-authority',
  /** The same in a program without a secret. */
  'public-account-authority',
  /** Authorization code flow with the same redirect URI on both calls. */
  'redirect-uri',
  /** Secret read from the environment at start, never in code; raw HTTP with --data-urlencode. */
  'client-secret',
  /** Certificate credential instead of a secret. */
  'client-certificate',
  /** App-only: client credentials with {resource}/.default. */
  'client-credentials',
  /** Silent first, interactive on interaction_required, one retry. */
  'silent-then-interactive',
  /** Claims challenge handed to the token request once. */
  'claims-challenge',
  /** On-behalf-of with the incoming access token. */
  'on-behalf-of',
  /** Authorization code with PKCE, verifier kept per attempt. */
  'pkce',
  /** MSAL.js in a page: silent first, then a redirect. */
  'browser-sign-in',
  /** MSAL in a program on a person's own machine: silent first, then a window. */
  'desktop-sign-in',
  /** Authorization header built right: one Bearer, one space, a non-empty access token. */
  'authorization-header',
  /** Refresh token by offline_access and the cache of MSAL. */
  'refresh-token',
  /** Token cache that outlives a restart and is shared. */
  'token-cache',
  /** An own API validates audience, issuer, version. */
  'validate-token',
  /** Retry-After obeyed, capped, with jitter. */
  'retry-after',
  /** A valid event body: end one hour after its start, one time zone, attendees a list. */
  'event-body',
  /** /users/{id} instead of /me for app-only. */
  'users-instead-of-me',
  /** Device code flow as a public client. */
  'device-code',
  /** Scopes of two APIs asked for one after the other. */
  'one-resource-per-request',
  /** Error handling that shows status, WWW-Authenticate, body and request id. */
  'show-diagnostics',
  /** IMAP or SMTP with XOAUTH2 and the outlook.office.com scopes. */
  'exchange-imap-smtp',
  /** The bot's settings: app id, password, type, tenant. */
  'bot-settings',
  /** Manifest webApplicationInfo and the API that is exposed, for Teams SSO. */
  'teams-sso-manifest',
  /** Application access policy or RBAC for Applications in Exchange Online PowerShell. */
  'mailbox-policy',
  /** Federated identity credential. */
  'federated-credential',
  /** National cloud: login host, Graph host, scope. */
  'national-cloud',
] as const;
export type PatchId = (typeof PATCH_IDS)[number];
