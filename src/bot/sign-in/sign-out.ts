import type { TurnContext } from 'botbuilder';
import type { Person } from '../../identity/person.ts';
import { SignInRefusedError } from '../../identity/sign-in-refused-error.ts';
import { NOT_SIGNED_IN_TEXT, SIGNED_OUT_TEXT } from '../../presentation/cards/sign-in/sign-in-words.ts';
import type { Answer } from '../answer.ts';
import { refusalAnswer } from './refusal-answer.ts';
import type { SignInTurnParts } from './sign-in-parts.ts';

/** «sign out»: the grant is removed, and a sign-in that waited ends. */
export async function signOut(parts: SignInTurnParts, context: TurnContext, person: Person): Promise<Answer> {
  await parts.flow.cancel(context);
  try {
    return { text: (await parts.signIn.signOut(person)) ? SIGNED_OUT_TEXT : NOT_SIGNED_IN_TEXT };
  } catch (error) {
    if (error instanceof SignInRefusedError) return refusalAnswer(parts.turn, error.refusal, person.channelId);
    throw error;
  }
}
