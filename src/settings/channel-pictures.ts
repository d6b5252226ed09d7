import type { BotCredentials } from './bot-credentials.ts';
import { type Environment, given } from './environment.ts';
import type { SettingsProblem } from './settings-error.ts';

const NAME = 'WHY401_CHANNEL_PICTURES';

/**
 * Whether «Why this error?» may fetch the pictures of a channel message from Graph, as the app itself. Off unless it is
 * switched on: the teams must have granted ChannelMessage.Read.Group (the package made with --listen), and they grant it
 * to the app in webApplicationInfo of the manifest, so that must be the bot's own.
 */
export function readChannelPictures(
  env: Environment,
  bot: BotCredentials | null,
  problems: SettingsProblem[],
): boolean {
  const wanted = given(env.WHY401_CHANNEL_PICTURES)?.toLowerCase() ?? 'off';
  if (wanted === 'off') return false;
  if (wanted !== 'on') {
    problems.push({
      name: NAME,
      problem: 'is neither on nor off',
      fix: 'Set it to on or off, or leave it out for off',
    });
    return false;
  }
  if (bot === null) {
    problems.push({
      name: NAME,
      problem: 'is on, but the bot has no credentials to read pictures with',
      fix: 'Set the credentials of the bot as well (.env.example), or leave it out',
    });
    return false;
  }
  if (bot.appType !== 'SingleTenant') {
    problems.push({
      name: NAME,
      problem: `is on, but a bot of the type ${bot.appType} gets no token for the teams that granted it`,
      fix: 'Take a single-tenant bot (MicrosoftAppType), or leave it out',
    });
    return false;
  }
  const packaged = given(env.WHY401_SSO_APP_ID) ?? given(env.WHY401_MSAL_CLIENT_ID) ?? bot.appId;
  if (packaged.toLowerCase() !== bot.appId.toLowerCase()) {
    problems.push({
      name: NAME,
      problem:
        'is on, but teams grant the permission to the app that people sign in to, and that is another than the bot’s',
      fix: 'Let people sign in to the bot’s own app, or leave it out',
    });
    return false;
  }
  return true;
}
