import {
  type ConfigurationBotFrameworkAuthenticationOptions,
  ConfigurationServiceClientCredentialFactory,
  type ConfigurationServiceClientCredentialFactoryOptions,
} from 'botbuilder';
import type { BotCredentials } from '../../settings.ts';

/** The options for the authentication; without credentials they switch it off. Never holds the password. */
export function authenticationOptions(bot: BotCredentials | null): ConfigurationBotFrameworkAuthenticationOptions {
  if (bot === null) return {};
  return { MicrosoftAppId: bot.appId, ...(bot.tenantId ? { MicrosoftAppTenantId: bot.tenantId } : {}) };
}

/**
 * The factory of the credentials for outgoing calls.
 * It is built apart from the options above because botbuilder drops the password and the type from those.
 */
export function credentialsFactory(bot: BotCredentials | null): ConfigurationServiceClientCredentialFactory {
  const options: ConfigurationServiceClientCredentialFactoryOptions = {};
  if (bot !== null) {
    options.MicrosoftAppId = bot.appId;
    if (bot.appPassword) options.MicrosoftAppPassword = bot.appPassword;
    options.MicrosoftAppType = bot.appType;
    if (bot.tenantId) options.MicrosoftAppTenantId = bot.tenantId;
  }
  return new ConfigurationServiceClientCredentialFactory(options);
}
