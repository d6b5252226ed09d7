import {
  CallerIdConstants,
  type ConfigurationBotFrameworkAuthenticationOptions,
  ConfigurationServiceClientCredentialFactory,
  type ConfigurationServiceClientCredentialFactoryOptions,
} from 'botbuilder';
import { AuthenticationConstants } from 'botframework-connector';
import type { BotCredentials, BotRegion } from '../../settings.ts';

/**
 * The options for the authentication; without credentials they switch it off. Never holds the password.
 *
 * @param channelMetadataUrl the OpenID metadata whose keys sign the channel's tokens, where it is not the public cloud's
 * @param tokenServiceUrl the token service of a local bot: the sandbox's
 */
export function authenticationOptions(
  bot: BotCredentials | null,
  channelMetadataUrl?: string,
  tokenServiceUrl?: string,
): ConfigurationBotFrameworkAuthenticationOptions {
  if (bot === null) return tokenServiceUrl === undefined ? {} : { OAuthUrl: tokenServiceUrl };
  return {
    MicrosoftAppId: bot.appId,
    ...(bot.tenantId ? { MicrosoftAppTenantId: bot.tenantId } : {}),
    ...(channelMetadataUrl === undefined && bot.region === 'global'
      ? {}
      : publicCloudWith(channelMetadataUrl, TOKEN_SERVICES[bot.region])),
  };
}

/**
 * The token service of each region (https://learn.microsoft.com/azure/bot-service/bot-builder-authentication, «Prepare
 * the bot code»). A regional bot has its OAuth connections there only; the global address answers 500 for them.
 */
const TOKEN_SERVICES: Readonly<Record<BotRegion, string>> = {
  global: AuthenticationConstants.OAuthUrl,
  westeurope: 'https://europe.api.botframework.com',
  centralindia: 'https://india.api.botframework.com',
};

/** One address of its own makes the SDK take all others as stated, too: absent ones would stay empty. */
function publicCloudWith(
  channelMetadataUrl: string = AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
  tokenServiceUrl: string = AuthenticationConstants.OAuthUrl,
): ConfigurationBotFrameworkAuthenticationOptions {
  return {
    ToChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
    ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
    ToBotFromChannelTokenIssuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
    OAuthUrl: tokenServiceUrl,
    ToBotFromChannelOpenIdMetadataUrl: channelMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl,
    CallerId: CallerIdConstants.PublicAzureChannel,
  };
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
