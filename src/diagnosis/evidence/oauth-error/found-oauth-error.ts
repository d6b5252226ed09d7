import type { ClaimsChallenge, OAuthErrorEvidence } from '../evidence.ts';

/** An OAuth error with its place in the unwrapped text. */
export interface FoundOAuthError {
  readonly error: string;
  readonly description: string;
  readonly suberror: string | null;
  readonly claims: ClaimsChallenge | undefined;
  readonly where: OAuthErrorEvidence['where'];
  readonly start: number;
  readonly end: number;
}
