import { type InvokeResponse, StatusCodes, type TurnContext } from 'botbuilder';
import { personKey } from '../../../identity/person.ts';
import type { RedeemAnswer } from '../../../identity/sign-in.ts';
import { WINDOW_CLOSED_CODE_TEXT, WINDOW_CLOSED_TEXT } from '../../../presentation/cards/sign-in/sign-in-words.ts';
import { isObject } from '../../is-object.ts';
import { personOf } from '../../person-of.ts';
import { say } from '../../say.ts';
import { refusalAnswer } from '../refusal-answer.ts';
import type { SignInTurnParts } from '../sign-in-parts.ts';
import { inFlight } from './in-flight.ts';

/** What Teams sends in place of a code where the person closed the window. */
const CANCELLED_BY_USER = 'CancelledByUser';
const LONGEST_CODE = 128;

/**
 * `signin/verifyState`: the sign-in window of Teams has closed, with a code or without. 200 where the code was redeemed
 * or the person cancelled, 404 where it was not; Teams then asks the person to type it.
 */
export function verifyState(parts: SignInTurnParts): (context: TurnContext) => Promise<InvokeResponse> {
  const { signIn, flow, turn } = parts;
  const shared = inFlight<RedeemAnswer>();
  return async (context) => {
    const { value } = context.activity;
    const state = isObject(value) && typeof value.state === 'string' ? value.state.trim() : '';
    if (state === CANCELLED_BY_USER) return windowClosed(parts, context);
    const person = personOf(context.activity);
    if (state === '' || state.length > LONGEST_CODE || person === undefined) return { status: StatusCodes.NOT_FOUND };
    const key = `${personKey(person)}/${state}`;
    const answer = await shared(key, () => signIn.redeem(person, state));
    switch (answer.kind) {
      case 'wrong-code':
        return { status: StatusCodes.NOT_FOUND };
      case 'refused': {
        const told = await flow.continueWith(context, { kind: 'refused', refusal: answer.refusal });
        if (!told) await say(context, await refusalAnswer(turn, answer.refusal, person.channelId));
        return { status: StatusCodes.NOT_FOUND };
      }
      case 'signed-in':
        await flow.continueWith(context, { kind: 'signed-in' });
        return { status: StatusCodes.OK };
    }
  };
}

/** The page of the MSAL way shows a code to type, so its window is closed by everybody: that sign-in goes on waiting. */
async function windowClosed({ signIn, flow }: SignInTurnParts, context: TurnContext): Promise<InvokeResponse> {
  if (signIn.way === 'token-service') {
    await flow.cancel(context);
    await say(context, WINDOW_CLOSED_TEXT);
  } else {
    await say(context, WINDOW_CLOSED_CODE_TEXT);
  }
  return { status: StatusCodes.OK };
}
