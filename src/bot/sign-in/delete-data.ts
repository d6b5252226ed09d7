import type { TurnContext } from 'botbuilder';
import type { Person } from '../../identity/person.ts';
import { deletedDataText } from '../commands/delete-data.ts';
import { endSignIn } from './end-sign-in.ts';
import type { SignInTurnParts } from './sign-in-parts.ts';

/** Removes everything that is kept of one person, their grant first. */
export async function deleteData(parts: SignInTurnParts, context: TurnContext, person: Person): Promise<string> {
  const grant = (await endSignIn(parts, context, person))
    ? 'You are signed out.'
    : 'Your grant at the token service could not be removed, because the service refused: say “sign out” later, or remove why401 under https://myapps.microsoft.com';
  return `${await deletedDataText(parts.turn.store, context.activity)} ${grant}`;
}
