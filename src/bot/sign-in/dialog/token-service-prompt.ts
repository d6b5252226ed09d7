import { ActivityTypes } from 'botbuilder';
import { type DialogContext, type DialogTurnResult, OAuthPrompt, type OAuthPromptSettings } from 'botbuilder-dialogs';
import { reasonToSignInAgain } from '../../../identity/token-service/refusal-reason.ts';
import { CODE_MAY_FOLLOW, SIGN_IN_BUTTON, signInWords } from '../../../presentation/cards/sign-in/sign-in-words.ts';
import { tokenServiceRefusal } from '../../adapter/token-service-refusal.ts';
import { continuePrompt, PROMPT_TIMEOUT_MS, type PromptParts } from './continue-prompt.ts';
import { PROMPT } from './prompt-id.ts';
import { readSignInOptions } from './sign-in-options.ts';

/**
 * OAuthPrompt, with the code redeemed through the port: its own way takes any six digits of any message for a code,
 * which a paste may well hold, and turns every failure into silence.
 */
export class TokenServicePrompt extends OAuthPrompt {
  readonly #parts: PromptParts;
  readonly #settings: OAuthPromptSettings;

  constructor(parts: PromptParts, connectionName: string) {
    const settings = { connectionName, title: SIGN_IN_BUTTON, timeout: PROMPT_TIMEOUT_MS };
    super(PROMPT, settings);
    this.#parts = parts;
    this.#settings = settings;
  }

  /** Ends at once where there is a token; sends the OAuth card otherwise. */
  override async beginDialog(dc: DialogContext, options?: object): Promise<DialogTurnResult> {
    const { reason, request, next } = readSignInOptions(options);
    const words = signInWords(reason, {
      carriesClaims: false,
      scopes: request?.extraScopes ?? [],
      forEvent: next === 'draft',
    });
    const text = `${words} ${CODE_MAY_FOLLOW}`;
    const prompt = { type: ActivityTypes.Message, text, textFormat: 'plain' };
    let result: DialogTurnResult;
    try {
      result = await super.beginDialog(dc, { prompt });
    } catch (error) {
      const refusal = tokenServiceRefusal(error);
      if (refusal === undefined) throw error;
      if (reasonToSignInAgain(refusal) === null) return dc.endDialog({ kind: 'refused', refusal });
      // The service could not renew a grant: the card is still due, and the prompt waits already.
      await OAuthPrompt.sendOAuthCard(this.#settings, dc.context, prompt);
      result = OAuthPrompt.EndOfTurn;
    }
    if (dc.activeDialog?.id === this.id) dc.activeDialog.state.expires = this.#parts.now() + PROMPT_TIMEOUT_MS;
    return result;
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const expires: unknown = dc.activeDialog?.state.expires;
    return continuePrompt(dc, this.#parts, typeof expires === 'number' ? expires : 0);
  }
}
