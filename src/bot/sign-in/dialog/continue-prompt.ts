import { ActivityTypes } from 'botbuilder';
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import type { SignIn } from '../../../identity/sign-in.ts';
import { wrongCodeText } from '../../../presentation/cards/sign-in/sign-in-words.ts';
import { readActivityText } from '../../activity-text.ts';
import { personOf } from '../../person-of.ts';
import { signInCodeIn } from '../sign-in-code.ts';
import { outcomeOf } from './sign-in-outcome.ts';

export interface PromptParts {
  readonly signIn: SignIn;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** As long as the token service keeps a sign-in open. */
export const PROMPT_TIMEOUT_MS = 15 * 60_000;

/**
 * A turn while a sign-in waits, alike for both ways: an outcome that was decided elsewhere ends it, six digits are
 * redeemed, and everything else leaves it waiting without a word.
 */
export async function continuePrompt(
  dc: DialogContext,
  { signIn, now }: PromptParts,
  expires: number,
): Promise<DialogTurnResult> {
  const decided = outcomeOf(dc.context);
  if (decided !== undefined) return dc.endDialog(decided);
  const { activity } = dc.context;
  const person = personOf(activity);
  if (activity.type === ActivityTypes.Event && person !== undefined) {
    // Web Chat's page reports a finished sign-in by an event; what it says is asked of the service itself.
    const answer = await signIn.token(person);
    return answer.kind === 'token' ? dc.endDialog({ kind: 'signed-in' }) : Dialog.EndOfTurn;
  }
  const code = signInCodeIn(readActivityText(activity).text);
  if (code === undefined || person === undefined) return Dialog.EndOfTurn;
  if (now() > expires) return dc.endDialog({ kind: 'timed-out' });
  const answer = await signIn.redeem(person, code);
  switch (answer.kind) {
    case 'signed-in':
      return dc.endDialog({ kind: 'signed-in' });
    case 'refused':
      return dc.endDialog({ kind: 'refused', refusal: answer.refusal });
    case 'wrong-code':
      if (answer.attemptsLeft === 0) return dc.endDialog({ kind: 'too-many-codes' });
      await dc.context.sendActivity({
        type: 'message',
        text: wrongCodeText(answer.attemptsLeft),
        textFormat: 'plain',
      });
      return Dialog.EndOfTurn;
  }
}
