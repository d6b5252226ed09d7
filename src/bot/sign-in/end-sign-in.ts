import type { TurnContext } from 'botbuilder';
import type { Person } from '../../identity/person.ts';
import { SignInRefusedError } from '../../identity/sign-in-refused-error.ts';
import type { SignInTurnParts } from './sign-in-parts.ts';

/**
 * Ends a sign-in that waits, and removes the grant of one person, before what is kept of them goes.
 *
 * @returns false where the service that keeps the grant refused to remove it
 */
export async function endSignIn(
  { turn, signIn, flow }: SignInTurnParts,
  context: TurnContext,
  person: Person,
): Promise<boolean> {
  await flow.cancel(context);
  try {
    await signIn.signOut(person);
    return true;
  } catch (err) {
    if (!(err instanceof SignInRefusedError)) throw err;
    turn.logger.warn({ err }, 'grant of a person whose data are deleted could not be removed');
    return false;
  }
}
