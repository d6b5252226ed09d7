import type { Owner } from '../../diagnosis/cause-id.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { SignInReason, SignInWay } from '../sign-in.ts';

/** The checks of a sign-in, in the order in which they are shown. */
export const HEALTH_CHECKS = [
  'connection',
  'token',
  'audience',
  'tenant',
  'person',
  'expiry',
  'clock',
  'scopes',
  'refresh',
  'profile',
  'mailbox',
  'calendar',
  'time-zone',
] as const;
export type HealthCheckId = (typeof HEALTH_CHECKS)[number];

/** `skipped`: this check could say nothing, because an earlier one failed or what it compares is not known. */
export type HealthState = 'pass' | 'warn' | 'fail' | 'skipped';

/** What to do where the check itself knows it and no root cause of the engine says it. */
export interface HealthAdvice {
  readonly owner: Owner;
  readonly text: string;
}

/** What one check found. */
export interface HealthResult {
  readonly check: HealthCheckId;
  readonly state: HealthState;
  /** One sentence with the values that were seen: «The token is for Microsoft Graph». Never a token. */
  readonly says: string;
  /** For `fail`, and for `warn` where there is one: root cause, fix and owner, from the engine. */
  readonly diagnosis?: Diagnosis;
  /** For `fail` and `warn` without a root cause: not signed in yet, another account, no time zone. */
  readonly advice?: HealthAdvice;
}

/** Signing in (again) would help. There is one of these in a report, however many calls met a challenge. */
export interface SignInNeeded {
  readonly reason: SignInReason;
  /** The decoded JSON of a claims challenge, for `TokenRequest.claims` of the invitation. */
  readonly claims?: string;
  /** Graph-qualified scopes that the token lacks, for `TokenRequest.extraScopes` of the invitation. */
  readonly scopes?: readonly string[];
}

/** The health report of a sign-in. */
export interface HealthReport {
  /** Those that are done, in the order of `HEALTH_CHECKS`. */
  readonly results: readonly HealthResult[];
  /** False while checks are still running: the card fills in. */
  readonly complete: boolean;
  /** The worst state of all. */
  readonly state: HealthState;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** How the person signs in; the card's words depend on it. */
  readonly way?: SignInWay;
  /** Whether there is a grant to sign out of. */
  readonly signedIn?: boolean;
  /** The claims of the access token that may be shown; absent where there is no token or it cannot be decoded. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly signInNeeded?: SignInNeeded;
}
