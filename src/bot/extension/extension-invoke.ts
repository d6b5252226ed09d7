import type { InvokeResponse, TurnContext } from 'botbuilder';
import { logFailure } from '../../logging/log-failure.ts';
import { wordsCard } from '../../presentation/cards/dialog-cards.ts';
import { troubleOf } from '../adapter/trouble.ts';
import { isObject } from '../is-object.ts';
import type { TurnParts } from '../turn/turn-parts.ts';
import { dialogResponse } from './dialog.ts';
import { messageResult, onSearchCauses } from './search-causes.ts';
import { onPostDiagnosis, onWhyError } from './why-error.ts';

/** The commands, as the manifest names them. */
const WHY_ERROR = 'why401';
const CAUSES = 'causes';

const QUERY = 'composeExtension/query';
const FETCH_TASK = 'composeExtension/fetchTask';
const SUBMIT_ACTION = 'composeExtension/submitAction';

/**
 * An invoke of the message extension. A failure is told in the dialog or the results, under an id for the operator: for
 * an HTTP 500 the client says only that it cannot reach the app.
 *
 * @returns `undefined` for every other invoke
 */
export async function onExtensionInvoke(parts: TurnParts, context: TurnContext): Promise<InvokeResponse | undefined> {
  const { name, value, channelId: channel } = context.activity;
  if (name !== QUERY && name !== FETCH_TASK && name !== SUBMIT_ACTION) return undefined;
  try {
    return await responseTo(parts, context, name, isObject(value) ? value.commandId : undefined);
  } catch (error) {
    const id = logFailure(parts.logger, error, 'message extension failed', { channel, name });
    const { what, again } = troubleOf(error, parts.now());
    const words = `${what.charAt(0).toUpperCase()}${what.slice(1)} The message is fine, and nothing of it was kept. ${again === null ? '' : `Please try ${again}. `}The operator of this bot finds the reason under the id ${id}.`;
    if (name === QUERY) return messageResult(words);
    return dialogResponse(wordsCard('I could not finish this', [words]), 'medium');
  }
}

async function responseTo(
  parts: TurnParts,
  context: TurnContext,
  name: string,
  commandId: unknown,
): Promise<InvokeResponse> {
  if (name === QUERY) {
    return isNamed(commandId, CAUSES)
      ? onSearchCauses(context.activity.value)
      : messageResult('I have no such search.');
  }
  // A submission of a dialog names its command too; an older package may have had others.
  if (!isNamed(commandId, WHY_ERROR)) return dialogResponse(wordsCard('I have no such command', [UPDATE]), 'medium');
  return name === FETCH_TASK ? onWhyError(parts, context) : onPostDiagnosis(parts, context);
}

/** There is one command of each kind: a client that names none means it. */
function isNamed(commandId: unknown, name: string): boolean {
  return commandId === name || commandId === undefined || commandId === '';
}

const UPDATE = 'The app in Teams and the service may be of different versions: an administrator can update the app.';
