/**
 * The sandbox's world: one small company in Entra ID, its people and mailboxes, and the app that why401 signs in with.
 *
 * A fault never makes a server answer a canned error. It changes this world (a secret's expiry, a registered address,
 * the scopes the connection asks for), and the servers refuse for the same reason for which the real ones would.
 * All of it is mutable and lives in memory: a restart of the sandbox is a fresh world.
 */
export interface World {
  readonly tenants: SandboxTenant[];
  readonly people: SandboxPerson[];
  readonly apps: AppRegistration[];
  /** Which apps a tenant knows (service principals): client id and tenant id. */
  readonly servicePrincipals: ServicePrincipal[];
  /** What people, or an administrator for all of a tenant, have agreed to. */
  readonly consents: DelegatedConsent[];
  readonly policies: Policy[];
  readonly mailboxes: Mailbox[];
  /** How why401 asks for tokens: what an operator would have typed into an OAuth connection or a settings file. */
  readonly connection: ConnectionSettings;
  /** What the client does wrong with a token it has (sends none, cuts it, sends the ID token). */
  readonly client: ClientBehaviour;
  readonly graph: GraphConditions;
  readonly tokenService: TokenServiceConditions;
  readonly entra: EntraConditions;
}

export interface SandboxTenant {
  readonly id: string;
  readonly domain: string;
  readonly name: string;
  /** The tenant of personal Microsoft accounts, 9188040d-6c67-4c5b-b112-36a304b66dad. */
  readonly consumers: boolean;
  exists: boolean;
}

export interface SandboxPerson {
  /** Object id in `tenantId`. A guest has another one in their home tenant, where their mailbox is. */
  readonly oid: string;
  readonly tenantId: string;
  readonly userPrincipalName: string;
  readonly displayName: string;
  readonly kind: 'member' | 'guest' | 'personal';
  /** A guest's home tenant and their object id there. */
  readonly home?: { readonly tenantId: string; readonly oid: string };
  password: string;
  exists: boolean;
  enabled: boolean;
  locked: boolean;
  passwordExpired: boolean;
  /** Whether a second factor was shown. Approving one on the sandbox's page sets it. */
  mfaDone: boolean;
  /** False: the person has no second factor yet. Absent counts as true. */
  mfaRegistered?: boolean;
  /** Seconds since 1970: tokens from before are revoked. */
  sessionsValidFrom: number;
  assignedTo: Set<string>;
}

export type AccountTypes = 'one-tenant' | 'any-tenant' | 'any-tenant-and-personal' | 'personal-only';
export type RedirectPlatform = 'web' | 'spa' | 'public-client';

export interface AppRegistration {
  clientId: string;
  readonly name: string;
  readonly homeTenantId: string;
  accountTypes: AccountTypes;
  redirectUris: { uri: string; platform: RedirectPlatform }[];
  /** `expires` in milliseconds since 1970, here and for certificates. */
  secrets: { readonly id: string; readonly value: string; expires: number }[];
  /** SHA-256 thumbprints (base64url) and public keys (SPKI, PEM) of registered certificates. */
  certificates: { readonly thumbprint: string; readonly publicKey: string; expires: number }[];
  identifierUris: string[];
  /** Scopes that this app exposes as an API. */
  exposedScopes: string[];
  preAuthorisedClients: string[];
  publicClientFlows: boolean;
  /** Version of the access tokens of this app as an API. */
  accessTokenVersion: 1 | 2;
  enabled: boolean;
  /** Application permissions of Graph that an administrator has granted. */
  appRoles: string[];
}

export interface ServicePrincipal {
  readonly clientId: string;
  readonly tenantId: string;
  enabled: boolean;
  assignmentRequired: boolean;
}

export interface DelegatedConsent {
  readonly clientId: string;
  readonly tenantId: string;
  /** Object id, or `everybody` for an administrator's consent. */
  readonly personId: string;
  /** `https://graph.microsoft.com` or an identifier URI. */
  readonly resource: string;
  scopes: string[];
}

export type Policy =
  | { readonly kind: 'block-by-conditional-access'; readonly tenantId: string }
  | { readonly kind: 'require-mfa'; readonly tenantId: string }
  /** A browser on a device that the tenant does not know; `not-compliant` is one that it knows and that breaks its rules. */
  | {
      readonly kind: 'require-compliant-device';
      readonly tenantId: string;
      readonly device?: 'unknown' | 'not-compliant';
    }
  | { readonly kind: 'sign-in-frequency'; readonly tenantId: string; readonly seconds: number }
  | { readonly kind: 'tenant-restrictions'; readonly tenantId: string }
  | { readonly kind: 'no-user-consent'; readonly tenantId: string }
  | { readonly kind: 'app-access-policy'; readonly tenantId: string; readonly clientId: string };

export interface Mailbox {
  readonly ownerId: string;
  state: 'active' | 'unlicensed' | 'inactive' | 'on-premises';
  /** Windows or IANA name; empty where the mailbox was never opened. */
  timeZone: string;
  readonly events: SandboxEvent[];
}

/** An event as Graph shows it. The Graph server parses what it gets before it comes here. */
export type SandboxEvent = { readonly id: string } & Record<string, unknown>;

export interface ConnectionSettings {
  readonly name: string;
  clientId: string;
  clientSecret: string;
  /** Tenant id, domain, `common`, `organizations` or `consumers`. */
  tenant: string;
  scopes: string[];
  redirectUri: string;
  /** Whether the code verifier that belongs to the challenge is sent. */
  pkce: 'right' | 'wrong' | 'missing';
  grantFlow: 'delegated' | 'app-only';
  responseType: string;
  /** The identifier URI that Teams SSO asks for. */
  tokenExchangeUrl: string;
}

export interface ClientBehaviour {
  token: 'as-is' | 'none' | 'cut' | 'quoted' | 'id-token' | 'old' | 'altered';
  /** Milliseconds by which the client's clock is ahead of the world's. */
  clockOffsetMs: number;
}

export interface GraphConditions {
  /** Milliseconds of delay for each call. */
  delayMs: number;
  outage: boolean;
  throttled: boolean;
  /** Seconds told in Retry-After. */
  retryAfter: number;
  /** Milliseconds since 1970: tokens of a sign-in from before meet a claims challenge; `null` for none. */
  claimsChallengeBefore: number | null;
  /** The national cloud whose tokens this Graph takes. */
  cloud: 'global' | 'usgov' | 'china';
}

export interface TokenServiceConditions {
  delayMs: number;
  outage: boolean;
  /** Whether the connection of that name exists. */
  connectionExists: boolean;
}

export interface EntraConditions {
  delayMs: number;
  outage: boolean;
  throttled: boolean;
  /** Lifetimes in seconds. */
  accessTokenSeconds: number;
  refreshTokenSeconds: number;
  codeSeconds: number;
}
