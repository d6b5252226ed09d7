import type { TurnContext } from 'botbuilder';
import { DialogContextError } from 'botbuilder-dialogs';
import { IN_PERSONAL_CHAT_TEXT, NO_PERSONAL_CHAT_TEXT } from '../../presentation/cards/sign-in/sign-in-words.ts';
import { scopeOf } from '../conversation-scope.ts';
import { isObject } from '../is-object.ts';
import { inPersonalChat } from '../turn/personal-chat.ts';
import type { TurnParts } from '../turn/turn-parts.ts';

/**
 * Runs a turn where nobody else reads along: here in a personal chat, else in the person's own.
 *
 * @returns the line for the crowd, which tells nothing of the person; `undefined` in a personal chat
 */
export async function inPrivate(
  parts: Pick<TurnParts, 'appId' | 'logger'>,
  context: TurnContext,
  turn: (context: TurnContext) => Promise<void>,
): Promise<string | undefined> {
  if (scopeOf(context.activity) === 'personal') {
    await turn(context);
    return undefined;
  }
  let opened = false;
  try {
    await inPersonalChat(parts, context, (personal) => {
      opened = true;
      return turn(personal);
    });
    return IN_PERSONAL_CHAT_TEXT;
  } catch (err) {
    if (opened && !isForbidden(err)) throw err;
    parts.logger.info({ err, channel: context.activity.channelId }, 'personal chat could not be opened');
    return NO_PERSONAL_CHAT_TEXT;
  }
}

/** Teams lets a bot open a chat with somebody who has not installed it, and refuses the first message. */
function isForbidden(error: unknown): boolean {
  if (!isObject(error)) return false;
  // A dialog wraps what is thrown in it.
  return error.statusCode === 403 || (error instanceof DialogContextError && isForbidden(error.error));
}
