import { AuthenticationConstants } from 'botframework-connector';
import type { BotCredentials } from '../../settings.ts';
import { credentialsFactory } from '../adapter/bot-credentials.ts';
import { isObject } from '../is-object.ts';

/** The channel's service, as the connector client names it. */
export const CONNECTOR = AuthenticationConstants.ToChannelFromBotOAuthScope;
export const GRAPH = 'https://graph.microsoft.com';

/**
 * The bot's own token for one of Microsoft's services; the SDK keeps it until it expires. `null` for a local bot.
 *
 * @param audience for Graph the bot must have a tenant of its own: a multi-tenant bot asks at botframework.com
 */
export function botToken(bot: BotCredentials | null, audience: string): () => Promise<string | null> {
  if (bot === null) return () => Promise.resolve(null);
  const factory = credentialsFactory(bot);
  return async () => {
    const credentials: unknown = await factory.createCredentials(
      bot.appId,
      audience,
      AuthenticationConstants.ToChannelFromBotLoginUrl,
      true,
    );
    if (!isObject(credentials) || typeof credentials.getToken !== 'function') return null;
    const token: unknown = await (credentials.getToken as () => Promise<unknown>).call(credentials);
    return typeof token === 'string' ? token : null;
  };
}
