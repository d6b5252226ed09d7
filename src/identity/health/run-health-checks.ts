import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { PermissionTable } from '../../diagnosis/permissions/permission-table.ts';
import type { Graph } from '../../graph/graph.ts';
import { accessTokenClaims } from '../../refusals/access-token-claims.ts';
import { diagnoseRefusal } from '../../refusals/diagnose-refusal.ts';
import type { Refusal } from '../../refusals/refusal.ts';
import type { Person } from '../person.ts';
import { BASE_SCOPES, type SignIn } from '../sign-in.ts';
import type { CheckContext } from './check-context.ts';
import { TOKEN_CHECKS } from './checks/index.ts';
import { GraphReplies } from './graph-replies.ts';
import type { HealthReport, HealthResult } from './health-report.ts';
import { once } from './once.ts';
import { reportOf } from './report-of.ts';
import { sightedClaims } from './sighted-claims.ts';
import { signInNeededBy } from './sign-in-needed-by.ts';
import { tokenAtHand } from './token-at-hand.ts';

/** What the checks ask. */
export interface HealthCheckParts {
  readonly signIn: SignIn;
  readonly graph: Graph;
  readonly person: Person;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Called with everything known so far whenever more is known. Not for the complete report: that is returned. */
  readonly onProgress?: (report: HealthReport) => void;
  /** Graph-qualified; BASE_SCOPES unless a feature needs more. */
  readonly neededScopes?: readonly string[];
  /** The whole table of Graph permissions, where an operator imported it. */
  readonly permissions?: PermissionTable | undefined;
}

/**
 * Checks a person's sign-in: first whether there is a token, then everything else side by side. Two calls stand behind
 * one another at most (the token, then Graph), three where Graph asks for a fresh token by a claims challenge and four
 * with the call that is then repeated.
 *
 * It never asks the person anything. What Graph, Entra ID or the network do
 * becomes a result; nothing of it is thrown.
 */
export async function runHealthChecks(parts: HealthCheckParts): Promise<HealthReport> {
  const { signIn, graph, person, now, onProgress, permissions } = parts;
  const at = now();
  const diagnose = (refusal: Refusal): Diagnosis => diagnoseRefusal(refusal, { now: now(), permissions });
  const answer = await signIn.token(person);
  const first = tokenAtHand(answer, signIn.way, { diagnose });
  if (answer.kind !== 'token') {
    const results = [...first, ...skippedChecks()];
    const signInNeeded = signInNeededBy({ token: answer });
    return reportOf(results, at, { complete: true, way: signIn.way, signedIn: false, signInNeeded });
  }

  const { token } = answer;
  const replies = new GraphReplies(graph, token.accessToken, now, (claims) => signIn.token(person, { claims }));
  const refresh = once(() => signIn.token(person, { refresh: true }));
  const rawClaims = accessTokenClaims(token.accessToken);
  const claims = rawClaims === null ? null : sightedClaims(rawClaims);
  const neededScopes = parts.neededScopes ?? BASE_SCOPES;
  const context: CheckContext = {
    way: signIn.way,
    person,
    claims,
    rawClaims,
    looksLikeJwt: token.accessToken.startsWith('eyJ'),
    expires: token.expires,
    neededScopes,
    now,
    profile: () => replies.get('/me?$select=id,displayName,userPrincipalName,mail'),
    mailboxSettings: () => replies.get('/me/mailboxSettings'),
    calendar: () => replies.get('/me/calendar?$select=id,name,canEdit'),
    refresh,
    diagnose,
  };

  const results: HealthResult[] = [...first];
  const about = { way: signIn.way, signedIn: true, ...(rawClaims === null ? {} : { claims: rawClaims }) };
  const tell = () => onProgress?.(reportOf(results, at, { ...about, complete: false }));
  const running: Promise<void>[] = [];
  for (const check of Object.values(TOKEN_CHECKS)) {
    const outcome = check.run(context);
    if (outcome instanceof Promise)
      running.push(
        outcome.then((done) => {
          results.push({ check: check.id, ...done });
          if (results.length < CHECKS) tell();
        }),
      );
    else results.push({ check: check.id, ...outcome });
  }
  tell();
  await Promise.all(running);
  const signInNeeded = signInNeededBy({
    refresh: await refresh(),
    challenge: replies.unmetChallenge,
    ...(claims === null || claims.appOnly ? {} : { granted: claims, neededScopes }),
  });
  const signedIn = !(signIn.way === 'token-service' && replies.grantLost);
  return reportOf(results, at, { ...about, signedIn, complete: true, signInNeeded });
}

const CHECKS = Object.keys(TOKEN_CHECKS).length + 2;

function skippedChecks(): HealthResult[] {
  return Object.values(TOKEN_CHECKS).map(({ id }) => ({
    check: id,
    state: 'skipped',
    says: 'Not checked: there is no token.',
  }));
}
