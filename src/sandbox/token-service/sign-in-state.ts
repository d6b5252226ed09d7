import { ServiceError } from './service-error.ts';
import type { TokenOwner } from './token-service-parts.ts';

/** A conversation reference is some hundred bytes; names and ids of channels may be long. */
const LONGEST_STATE = 32_768;

/**
 * Reads the `state` with which a bot asks for a sign-in link: base64 of JSON with the connection's name and the
 * conversation reference.
 *
 * @throws ServiceError 400
 */
export function readSignInState(state: string | null): TokenOwner {
  if (state === null || state === '' || state.length > LONGEST_STATE) throw invalid();
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(state, 'base64').toString('utf8'));
  } catch {
    throw invalid();
  }
  const connectionName = text(parsed, 'connectionName');
  const conversation = field(parsed, 'conversation');
  const channelId = text(conversation, 'channelId');
  const userId = text(field(conversation, 'user'), 'id');
  if (channelId === '' || userId === '') throw invalid();
  return { connectionName, channelId, userId };
}

function invalid(): ServiceError {
  return new ServiceError(400, 'BadArgument', 'The state parameter is missing or is not valid.');
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function text(value: unknown, name: string): string {
  const found = field(value, name);
  return typeof found === 'string' ? found : '';
}
