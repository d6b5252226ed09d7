import { isObject } from '../is-object.ts';

/** The bot does not belong to this team or channel any more: nothing it sends there will ever arrive. */
const REMOVED_CODES: ReadonlySet<unknown> = new Set(['BotNotInConversationRoster', 'BotNotInConversation']);
/** Worth another try, with what the platform says of throttling: 429, and 412, 502, 504 the same way. */
const PASSING: ReadonlySet<unknown> = new Set([412, 429, 502, 503, 504]);

/** The message, thread or channel is gone, or the bot may not write there: trying again gives the same. */
export function isGone(error: unknown): boolean {
  return isObject(error) && (error.statusCode === 403 || error.statusCode === 404);
}

/** Told of by the connector where the bot was removed. */
export function isBotRemoved(error: unknown): boolean {
  return isObject(error) && error.statusCode === 403 && REMOVED_CODES.has(codeOf(error));
}

/** Whether the channel may take the same a little later. */
export function isPassing(error: unknown): boolean {
  return isObject(error) && PASSING.has(error.statusCode);
}

/** ms-rest puts the code of the body beside the status, or leaves it in the parsed body. */
function codeOf({ code, body, details }: Record<string, unknown>): unknown {
  for (const from of [body, details]) {
    if (isObject(from) && isObject(from.error) && typeof from.error.code === 'string') return from.error.code;
    if (isObject(from) && typeof from.code === 'string') return from.code;
  }
  return code;
}
