import type { TurnContext } from 'botbuilder';
import { type Dialog, type DialogContext, DialogSet, type DialogState } from 'botbuilder-dialogs';
import type { BotState as StoredState } from '../../../storage/store.ts';
import { PersonConversationState } from './dialog-storage.ts';
import { SIGN_IN_DIALOG } from './sign-in-dialog.ts';
import type { SignInOptions } from './sign-in-options.ts';
import { type SignInOutcome, setOutcome } from './sign-in-outcome.ts';

/** The sign-in of one person in one conversation, over its turns. */
export interface SignInFlow {
  /** Begins a sign-in; one that waited already ends with it. */
  begin(context: TurnContext, options: SignInOptions): Promise<void>;
  /**
   * Hands this turn to the sign-in that waits.
   *
   * @param outcome where it was decided elsewhere
   * @returns false where none waits; nothing was said then
   */
  continueWith(context: TurnContext, outcome?: SignInOutcome): Promise<boolean>;
  /** @returns false where none waits */
  cancel(context: TurnContext): Promise<boolean>;
}

/** @param dialog has the id `SIGN_IN_DIALOG` */
export function createSignInFlow(stored: StoredState, dialog: Dialog): SignInFlow {
  const state = new PersonConversationState(stored);
  const stack = state.createProperty<DialogState>('dialog');

  const turn = async <T>(context: TurnContext, act: (dc: DialogContext) => Promise<T>): Promise<T> => {
    const dc = await new DialogSet(stack).add(dialog).createContext(context);
    const before = dc.stack.length;
    const result = await act(dc);
    if (dc.stack.length > 0) await state.saveChanges(context);
    else if (before > 0) await state.delete(context);
    return result;
  };

  return {
    begin: (context, options) =>
      turn(context, async (dc) => {
        await dc.cancelAllDialogs();
        await dc.beginDialog(SIGN_IN_DIALOG, options);
      }),
    continueWith: (context, outcome) =>
      turn(context, async (dc) => {
        if (dc.activeDialog === undefined) return false;
        if (outcome !== undefined) setOutcome(context, outcome);
        await dc.continueDialog();
        return true;
      }),
    cancel: (context) =>
      turn(context, async (dc) => {
        if (dc.activeDialog === undefined) return false;
        await dc.cancelAllDialogs();
        return true;
      }),
  };
}
