import type { TurnContext } from 'botbuilder';
import { ComponentDialog, type Dialog, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { PROMPT } from './prompt-id.ts';
import { readSignInOptions, type SignInOptions } from './sign-in-options.ts';
import type { SignInOutcome } from './sign-in-outcome.ts';

export const SIGN_IN_DIALOG = 'sign-in';
const STEPS = 'steps';

/** What follows a sign-in, in the turn in which it ended. */
export type AfterSignIn = (context: TurnContext, outcome: SignInOutcome, options: SignInOptions) => Promise<void>;

/** Asks a person to sign in, waits, and says how it ended. */
export class SignInDialog extends ComponentDialog {
  /** @param prompt asks and waits; its id is `PROMPT`, its result a SignInOutcome or OAuthPrompt's own */
  constructor(prompt: Dialog, after: AfterSignIn) {
    super(SIGN_IN_DIALOG);
    this.addDialog(
      new WaterfallDialog(STEPS, [
        (step) => step.beginDialog(PROMPT, readSignInOptions(step.options)),
        async (step: WaterfallStepContext) => {
          const outcome = readOutcome(step.result);
          await after(step.context, outcome, readSignInOptions(step.options));
          return step.endDialog(outcome);
        },
      ]),
    );
    this.addDialog(prompt);
    this.initialDialogId = STEPS;
  }
}

/** OAuthPrompt ends with the token itself, or with nothing where its time ran out. */
function readOutcome(result: unknown): SignInOutcome {
  if (typeof result !== 'object' || result === null) return { kind: 'timed-out' };
  return 'kind' in result ? (result as SignInOutcome) : { kind: 'signed-in' };
}
