import { ActivityTypes, type TurnContext } from 'botbuilder';
import { logFailure } from '../../logging/log-failure.ts';
import { isAddressed } from '../conversation-scope.ts';
import { messageResponse } from '../turn/invoke-response.ts';
import type { BotLogger } from './bot-logger.ts';
import { type Trouble, troubleOf } from './trouble.ts';

/** Told of a turn that failed, whether or not the person could be told of it too. */
export type OnTurnFailed = (activity: { readonly type?: string; readonly name?: string }) => void;

/**
 * What happens when a turn throws: the failure is logged, masked, under an id, and the person is told in plain
 * words with the same id. Where the bot would have stayed silent it stays silent.
 *
 * @throws what the sending throws, so that the channel gets a 500 and may deliver again
 */
export function createTurnErrorHandler(
  logger: BotLogger,
  now: () => number,
  onFailed?: OnTurnFailed,
): (context: TurnContext, error: Error) => Promise<void> {
  return async (context, error) => {
    const { activity } = context;
    const { channelId: channel, type, name } = activity;
    const id = logFailure(logger, error, 'turn failed', { channel, type, name });
    onFailed?.({ type, ...(name === undefined ? {} : { name }) });
    const pressed = type === ActivityTypes.Invoke;
    const words = failureText(id, troubleOf(error, now()), pressed);
    if (pressed) {
      await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: messageResponse(words) });
      return;
    }
    const asked = type === ActivityTypes.Message || type === ActivityTypes.MessageUpdate;
    if (!asked || !isAddressed(activity)) return;
    await context.sendActivity({ type: ActivityTypes.Message, text: words, textFormat: 'plain' });
  };
}

/** No «something went wrong»: what broke, what was not lost, what to do, and the id that an operator can look up. */
function failureText(id: string, { what, again }: Trouble, pressed: boolean): string {
  const begin = pressed
    ? `I could not do that: ${what}`
    : `I could not finish this answer: ${what} Your message is fine, and nothing you pasted was passed on.`;
  const ask =
    again === null
      ? 'Another try would end the same way: please give the operator of this bot'
      : `Please ${pressed ? 'press the button' : 'send it'} ${again}. If it fails again, give the operator of this bot`;
  return `${begin} ${ask} the id ${id}: the log has the reason under it, with secrets masked.`;
}
