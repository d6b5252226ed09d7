import type { TurnContext } from 'botbuilder';
import type { HealthReport, SignInNeeded } from '../../identity/health/health-report.ts';
import type { Person } from '../../identity/person.ts';
import { checkSignIn } from './check-sign-in.ts';
import type { SignInOptions } from './dialog/sign-in-options.ts';
import type { SignInTurnParts } from './sign-in-parts.ts';

/**
 * «check my sign-in»: the report, and a sign-in where one would help, after which the check runs again by itself.
 * Somebody who never signed in is asked to first: a report of checks that could not run tells them nothing.
 */
export async function beginCheck(parts: SignInTurnParts, context: TurnContext, person: Person): Promise<void> {
  const answer = await parts.signIn.token(person);
  if (answer.kind === 'sign-in-needed' && answer.refusal === undefined && NEVER_SIGNED_IN.has(answer.reason)) {
    await parts.flow.begin(context, { reason: answer.reason, next: 'check' });
    return;
  }
  const report = await checkSignIn(parts, context, person, answer);
  const needed = report.signInNeeded ?? (await sessionOver(parts, person, report));
  if (needed !== undefined) await parts.flow.begin(context, optionsFor(needed));
}

const NEVER_SIGNED_IN: ReadonlySet<string> = new Set(['first-time', 'signed-out']);
const SESSION_OVER: ReadonlySet<string> = new Set(['cae-challenge', 'session-revoked']);

/**
 * Where Graph ended the session of a token that the token service keeps. The service declares no capability cp1, so
 * Graph names no claims; the challenge that is meant is written out: a token newer than this one.
 */
async function sessionOver(
  { signIn, turn }: SignInTurnParts,
  person: Person,
  report: HealthReport,
): Promise<SignInNeeded | undefined> {
  const ended = report.results.some(
    ({ state, diagnosis }) => state === 'fail' && diagnosis !== undefined && SESSION_OVER.has(diagnosis.cause),
  );
  if (signIn.way !== 'token-service' || report.signedIn === false || !ended) return undefined;
  const { iat } = report.claims ?? {};
  const newerThan = typeof iat === 'number' ? iat : Math.floor(turn.now() / 1000);
  const nbf = { essential: true, value: String(newerThan + 1) };
  const answer = await signIn.token(person, { claims: JSON.stringify({ access_token: { nbf } }) });
  return answer.kind === 'sign-in-needed' ? { reason: 'revoked' } : undefined;
}

function optionsFor({ reason, claims, scopes }: SignInNeeded): SignInOptions {
  const request = {
    ...(claims === undefined ? {} : { claims }),
    ...(scopes === undefined || scopes.length === 0 ? {} : { extraScopes: scopes }),
  };
  return { reason, next: 'check', ...(Object.keys(request).length === 0 ? {} : { request }) };
}
