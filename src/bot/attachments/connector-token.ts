import { AuthenticationConstants } from 'botframework-connector';
import type { BotCredentials } from '../../settings.ts';
import { credentialsFactory } from '../adapter/bot-credentials.ts';
import { isObject } from '../is-object.ts';

/**
 * The bot's own token for the channel's service, as the connector client sends it; the SDK keeps it until it expires.
 * `null` for a local bot.
 */
export function connectorToken(bot: BotCredentials | null): () => Promise<string | null> {
  if (bot === null) return () => Promise.resolve(null);
  const factory = credentialsFactory(bot);
  return async () => {
    const credentials: unknown = await factory.createCredentials(
      bot.appId,
      AuthenticationConstants.ToChannelFromBotOAuthScope,
      AuthenticationConstants.ToChannelFromBotLoginUrl,
      true,
    );
    if (!isObject(credentials) || typeof credentials.getToken !== 'function') return null;
    const token: unknown = await (credentials.getToken as () => Promise<unknown>).call(credentials);
    return typeof token === 'string' ? token : null;
  };
}
