import { ActivityTypes, type TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import type { Person } from '../../../identity/person.ts';
import type { Invitation } from '../../../identity/sign-in.ts';
import { signInCard, signInCardText } from '../../../presentation/cards/sign-in-card.ts';
import { SIGN_IN_BUTTON, signInWords } from '../../../presentation/cards/sign-in-words.ts';
import { answerActivity } from '../../answer.ts';
import { personOf } from '../person-of.ts';
import { continuePrompt, PROMPT_TIMEOUT_MS, type PromptParts } from './continue-prompt.ts';
import { PROMPT } from './prompt-id.ts';
import { readSignInOptions, type SignInOptions } from './sign-in-options.ts';

/** Sign-in by a link of our own: a card with the link, then the six digits that its last page shows. */
export class LinkPrompt extends Dialog {
  readonly #parts: PromptParts;

  constructor(parts: PromptParts) {
    super(PROMPT);
    this.#parts = parts;
  }

  /** Ends at once where there is a token, unless the sign-in is about something that this token lacks. */
  override async beginDialog(dc: DialogContext, given?: object): Promise<DialogTurnResult> {
    const { signIn, now } = this.#parts;
    const options = readSignInOptions(given);
    const person = personOf(dc.context.activity);
    if (person === undefined) return dc.endDialog({ kind: 'timed-out' });
    if (options.request === undefined) {
      const answer = await signIn.token(person);
      if (answer.kind === 'token') return dc.endDialog({ kind: 'signed-in' });
      if (answer.kind === 'refused') return dc.endDialog({ kind: 'refused', refusal: answer.refusal });
    }
    const invitation = await signIn.invite(person, options.request);
    if ('refusal' in invitation) return dc.endDialog({ kind: 'refused', refusal: invitation.refusal });
    await sendInvitation(dc.context, person, invitation, options);
    if (dc.activeDialog !== undefined) dc.activeDialog.state = { expires: now() + PROMPT_TIMEOUT_MS };
    return Dialog.EndOfTurn;
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const expires: unknown = dc.activeDialog?.state?.expires;
    return continuePrompt(dc, this.#parts, typeof expires === 'number' ? expires : 0);
  }
}

async function sendInvitation(
  context: TurnContext,
  person: Person,
  invitation: Invitation,
  { reason, request }: SignInOptions,
): Promise<void> {
  const { signInLink, connectionName, tokenExchangeResource, carriesClaims } = invitation;
  const words = signInWords(reason, { carriesClaims, scopes: request?.extraScopes ?? [] });
  // Teams can sign in silently, which asks the person nothing; claims of a challenge want the person.
  const silent = person.channelId === 'msteams' && tokenExchangeResource !== undefined && request?.claims === undefined;
  if (silent) {
    const buttons = [{ type: 'signin', title: SIGN_IN_BUTTON, value: signInLink }];
    const content = { connectionName: connectionName ?? '', text: words, buttons, tokenExchangeResource };
    const attachments = [{ contentType: 'application/vnd.microsoft.card.oauth', content }];
    await context.sendActivity({ type: ActivityTypes.Message, summary: SIGN_IN_BUTTON, attachments });
    return;
  }
  const card = signInCard(words, signInLink);
  const answer = { text: signInCardText(words, signInLink), card, summary: SIGN_IN_BUTTON };
  await context.sendActivity(answerActivity(answer, person.channelId));
}
