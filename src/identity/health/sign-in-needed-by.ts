import { claimsOfRefusal } from '../../refusals/claims-challenge.ts';
import { isGraphAudience } from '../graph-audience.ts';
import type { TokenAnswer } from '../sign-in.ts';
import type { SignInNeeded } from './health-report.ts';
import { missingScopes } from './needed-scopes.ts';
import type { SightedClaims } from './sighted-claims.ts';

interface Found {
  readonly token?: TokenAnswer;
  readonly refresh?: TokenAnswer;
  /** Claims that Graph asks for and that could not be met without the person. */
  readonly challenge?: string | null;
  readonly granted?: SightedClaims;
  readonly neededScopes?: readonly string[];
}

/** The one sign-in that would help, however many checks met a reason for it: the most demanding reason wins. */
export function signInNeededBy(found: Found): SignInNeeded | undefined {
  if (found.challenge != null) return { reason: 'claims-challenge', claims: found.challenge };
  for (const answer of [found.token, found.refresh]) {
    if (answer?.kind !== 'sign-in-needed') continue;
    const claims = answer.claims ?? (answer.refusal === undefined ? null : claimsOfRefusal(answer.refusal));
    return { reason: answer.reason, ...(claims === null ? {} : { claims }) };
  }
  if (found.granted === undefined || !isGraphAudience(found.granted.aud)) return undefined;
  const scopes = missingScopes(found.granted.scp, found.neededScopes ?? []);
  return scopes.length === 0 ? undefined : { reason: 'more-scopes', scopes };
}
