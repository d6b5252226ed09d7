import { type InvokeResponse, StatusCodes, type TurnContext } from 'botbuilder';
import { conversationKey } from '../../conversation-key.ts';
import { scopeOf } from '../../conversation-scope.ts';
import { isObject } from '../../is-object.ts';
import { say } from '../../say.ts';
import { explained } from '../refusal-answer.ts';
import type { SignInTurnParts } from '../sign-in-parts.ts';

/** Every client of a person reports the same failure: it is explained once in this time. */
const TOLD_FOR_MS = 5 * 60_000;
const LONGEST_TEXT = 2_000;

/**
 * `signin/failure`: Teams could not sign in silently and, for most of its codes, shows the person nothing. The engine
 * explains it; the answer is always 200, because there is nothing that Teams could do with another.
 *
 * @see https://learn.microsoft.com/microsoftteams/platform/teams-sdk/teams/user-authentication/troubleshooting-sso
 */
export function signInFailure({ turn }: SignInTurnParts): (context: TurnContext) => Promise<InvokeResponse> {
  return async (context) => {
    const { activity } = context;
    const { code, message } = readFailure(activity.value);
    turn.logger.warn({ code: code.slice(0, 60) }, 'Teams reports that its silent sign-in failed');
    const key = `sign-in-failure/${conversationKey(activity)}/${code}/${Math.floor(turn.now() / TOLD_FOR_MS)}`;
    if (scopeOf(activity) !== 'personal' || !(await turn.store.seen.claim(key, turn.now()))) {
      return { status: StatusCodes.OK };
    }
    const text = `signin/failure ${JSON.stringify({ code, message })}`;
    const { answer } = await explained(turn, text, activity.channelId);
    await say(context, answer);
    return { status: StatusCodes.OK };
  };
}

function readFailure(value: unknown): { readonly code: string; readonly message: string } {
  const { code, message } = isObject(value) ? value : {};
  return { code: textOf(code, 100), message: textOf(message, LONGEST_TEXT) };
}

function textOf(value: unknown, limit: number): string {
  return typeof value === 'string' ? value.slice(0, limit) : '';
}
