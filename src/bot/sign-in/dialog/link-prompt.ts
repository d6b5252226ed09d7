import { ActivityTypes, type TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import type { Person } from '../../../identity/person.ts';
import type { Invitation } from '../../../identity/sign-in.ts';
import { signInCard, signInCardText } from '../../../presentation/cards/sign-in/sign-in-card.ts';
import { SIGN_IN_BUTTON, signInWords } from '../../../presentation/cards/sign-in/sign-in-words.ts';
import { answerActivity } from '../../answer.ts';
import { scopeOf } from '../../conversation-scope.ts';
import { personOf } from '../../person-of.ts';
import { continuePrompt, PROMPT_TIMEOUT_MS, type PromptParts } from './continue-prompt.ts';
import { PROMPT } from './prompt-id.ts';
import { readSignInOptions, type SignInOptions } from './sign-in-options.ts';

/** Teams shows the card only where it could not sign in silently. */
const IF_ASKED = 'Press the button, sign in, and type the six digits that the last page shows into this chat.';

/**
 * Sign-in by a link of our own: a card with the link, then the six digits that its last page shows. In a personal chat of
 * Teams the card lets Teams try silently first, where that is set up.
 */
export class LinkPrompt extends Dialog {
  readonly #parts: PromptParts;

  constructor(parts: PromptParts) {
    super(PROMPT);
    this.#parts = parts;
  }

  /** Ends at once where there is a token, unless that token is the reason to sign in again. */
  override async beginDialog(dc: DialogContext, given?: object): Promise<DialogTurnResult> {
    const { signIn, now } = this.#parts;
    const options = readSignInOptions(given);
    const person = personOf(dc.context.activity);
    if (person === undefined) return dc.endDialog({ kind: 'timed-out' });
    if (options.request === undefined && options.again !== true) {
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
  { reason, request, next }: SignInOptions,
): Promise<void> {
  const { signInLink, connectionName, tokenExchangeResource, carriesClaims } = invitation;
  const words = signInWords(reason, { carriesClaims, scopes: request?.extraScopes ?? [], forEvent: next === 'draft' });
  // Claims of a challenge and further scopes want the person; in a crowd, every client of every member would answer.
  const silent = request === undefined && person.channelId === 'msteams' && scopeOf(context.activity) === 'personal';
  if (silent && tokenExchangeResource !== undefined) {
    const buttons = [{ type: 'signin', title: SIGN_IN_BUTTON, value: signInLink }];
    const text = `${words} ${IF_ASKED}`;
    const content = { connectionName: connectionName ?? '', text, buttons, tokenExchangeResource };
    const attachments = [{ contentType: 'application/vnd.microsoft.card.oauth', content }];
    await context.sendActivity({ type: ActivityTypes.Message, summary: SIGN_IN_BUTTON, attachments });
    return;
  }
  const card = signInCard(words, signInLink);
  const answer = { text: signInCardText(words, signInLink), card, summary: SIGN_IN_BUTTON };
  await context.sendActivity(answerActivity(answer, person.channelId));
}
