import type { BotCredentials } from './bot-credentials.ts';
import { type Environment, given } from './environment.ts';
import type { SettingsProblem } from './settings-error.ts';

const NAME = 'WHY401_CHANNEL_PICTURES';

/**
 * Whether «Why this error?» may fetch the pictures of a channel message from Graph, as the app itself. Off unless it is
 * switched on: the teams must have granted ChannelMessage.Read.Group (the package made with --listen).
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
  if (bot.appType === 'MultiTenant') {
    problems.push({
      name: NAME,
      problem: 'is on, but a multi-tenant bot has no tenant in which it could ask for a token of its own',
      fix: 'Make the bot single tenant or give it a managed identity (MicrosoftAppType), or leave it out',
    });
    return false;
  }
  return true;
}
