import type { TurnContext } from 'botbuilder';
import type { Refusal } from '../../../refusals/refusal.ts';

/** How a sign-in in the chat ended. Never holds the token: who needs it asks the sign-in for it. */
export type SignInOutcome =
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'timed-out' }
  /** Too many wrong codes: the sign-in that waited for one is gone. */
  | { readonly kind: 'too-many-codes' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const OUTCOME = Symbol('why401.sign-in-outcome');

/** Tells the prompt that waits that the sign-in was decided elsewhere in this turn: by Teams' token exchange. */
export function setOutcome(context: TurnContext, outcome: SignInOutcome): void {
  context.turnState.set(OUTCOME, outcome);
}

/** What `setOutcome` left in this turn; `undefined` where nothing was decided elsewhere. */
export function outcomeOf(context: TurnContext): SignInOutcome | undefined {
  return context.turnState.get<SignInOutcome>(OUTCOME);
}
