import type { TurnContext } from 'botbuilder';
import type { Person } from '../../identity/person.ts';
import { SIGNED_IN_TEXT } from '../../presentation/cards/sign-in/sign-in-words.ts';
import { signInHelps } from '../../presentation/health-next-step.ts';
import { say } from '../say.ts';
import { optionsFor, withSessionOver } from './begin-check.ts';
import type { SignInTurnParts } from './sign-in-parts.ts';

/**
 * «sign in»: asks the person to. Whoever has a token is asked only where the checks say that another sign-in helps: a
 * grant that cannot be renewed, a permission that is missing, a session that was ended.
 */
export async function beginSignIn(parts: SignInTurnParts, context: TurnContext, person: Person): Promise<void> {
  const { signIn, graph, checks, flow, turn } = parts;
  const answer = await signIn.token(person);
  if (answer.kind !== 'token') {
    const reason = answer.kind === 'sign-in-needed' ? answer.reason : 'first-time';
    return flow.begin(context, { reason, next: 'nothing' });
  }
  const report = await withSessionOver(parts, person, await checks({ signIn, graph, person, now: turn.now }));
  if (report.signInNeeded !== undefined && signInHelps(report))
    return flow.begin(context, optionsFor(report.signInNeeded));
  await flow.cancel(context);
  await say(context, SIGNED_IN_TEXT);
}
