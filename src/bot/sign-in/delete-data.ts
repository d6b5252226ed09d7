import type { TurnContext } from 'botbuilder';
import type { Person } from '../../identity/person.ts';
import { SignInRefusedError } from '../../identity/sign-in-refused-error.ts';
import { deletedDataText } from '../commands/delete-data.ts';
import type { SignInTurnParts } from './sign-in-parts.ts';

/** Removes everything that is kept of one person, their grant first. */
export async function deleteData(parts: SignInTurnParts, context: TurnContext, person: Person): Promise<string> {
  const { turn, signIn, flow } = parts;
  await flow.cancel(context);
  let grant = 'You are signed out.';
  try {
    await signIn.signOut(person);
  } catch (err) {
    if (!(err instanceof SignInRefusedError)) throw err;
    turn.logger.warn({ err }, 'grant of a person who deletes their data could not be removed');
    grant =
      'Your grant at the token service could not be removed, because the service refused: say “sign out” later, or remove why401 under https://myapps.microsoft.com';
  }
  return `${await deletedDataText(turn.store, context.activity)} ${grant}`;
}
