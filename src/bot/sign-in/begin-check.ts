import type { TurnContext } from 'botbuilder';
import type { HealthReport, SignInNeeded } from '../../identity/health/health-report.ts';
import type { Person } from '../../identity/person.ts';
import { signInHelps } from '../../presentation/health-next-step.ts';
import { checkSignIn } from './check-sign-in.ts';
import type { SignInOptions } from './dialog/sign-in-options.ts';
import { endedSession } from './ended-session.ts';
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
  const report = await checkSignIn(parts, context, person, {
    answer,
    conclude: (checked) => withSessionOver(parts, person, checked),
    signInFollows: signInHelps,
  });
  if (report.signInNeeded !== undefined && signInHelps(report))
    await parts.flow.begin(context, optionsFor(report.signInNeeded));
}

/** Reasons for which there is nothing to check yet. */
export const NEVER_SIGNED_IN: ReadonlySet<string> = new Set(['first-time', 'signed-out']);

/** The report with the sign-in that it asks for where Graph ended the session. */
export async function withSessionOver(
  parts: SignInTurnParts,
  person: Person,
  report: HealthReport,
): Promise<HealthReport> {
  const causes = report.results.flatMap(({ state, diagnosis }) =>
    state === 'fail' && diagnosis !== undefined ? [diagnosis.cause] : [],
  );
  if (report.signInNeeded !== undefined || report.signedIn === false) return report;
  const reason = await endedSession(parts, person, causes, report.claims);
  return reason === undefined ? report : { ...report, signedIn: false, signInNeeded: { reason } };
}

/** The sign-in that a report asks for. */
export function optionsFor(
  { reason, claims, scopes }: SignInNeeded,
  next: Pick<SignInOptions, 'next' | 'draft'> = { next: 'check' },
): SignInOptions {
  const request = {
    ...(claims === undefined ? {} : { claims }),
    ...(scopes === undefined || scopes.length === 0 ? {} : { extraScopes: scopes }),
  };
  return { reason, ...next, again: true, ...(Object.keys(request).length === 0 ? {} : { request }) };
}
