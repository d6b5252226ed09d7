import { botApp } from '../apps.ts';
import { type DoctorCheck, isConnected } from '../doctor-check.ts';
import { skipped } from '../finding.ts';
import { credentialFinding } from './credential.ts';

export const BOT_SCOPE = 'https://api.botframework.com/.default';

/** Whether the bot can sign in to the channel: without that it hears everything and can say nothing. */
export const botAppCheck: DoctorCheck = {
  id: 'bot-app',
  applies: isConnected,
  async run(installation) {
    const { bot } = installation.settings;
    const app = botApp(installation.settings);
    if (app !== null) return credentialFinding('The app of the bot', app, BOT_SCOPE, installation);
    return skipped(
      bot?.appType === 'UserAssignedMSI'
        ? 'The bot is a managed identity, which gets its tokens on Azure only: see there that the web app has it.'
        : 'The credentials of the bot have to be mended first.',
    );
  },
};
