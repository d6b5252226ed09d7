import { botApp, signInApp } from '../apps.ts';
import type { DoctorCheck } from '../doctor-check.ts';
import { pass, skipped } from '../finding.ts';

/** The bot's app and the app that Teams signs people in to: two things, which may be the same registration. */
export const appIdsCheck: DoctorCheck = {
  id: 'app-ids',
  applies: ({ bot, signIn }) => bot !== null && signIn !== null,
  async run({ settings, registration }) {
    const { bot, signIn } = settings;
    if (bot === null || signIn === null) return skipped('The settings have to be mended first.');
    const same = bot.appId.toLowerCase() === signIn.ssoAppId.toLowerCase();
    const says = same
      ? `The app ${bot.appId} is both the bot and what people sign in to.`
      : `The bot is the app ${bot.appId}; people sign in to the app ${signIn.ssoAppId}.`;
    const reader = signInApp(settings) ?? botApp(settings);
    const known = reader === null ? null : await registration(signIn.ssoAppId, reader);
    const expected = `api://botid-${bot.appId}`;
    if (known === null) {
      return pass(`${says} For silent sign-in in Teams, the second must have the Application ID URI ${expected}.`);
    }
    const ends = [bot.appId, signIn.ssoAppId].map((id) => `botid-${id.toLowerCase()}`);
    const fits = known.identifierUris.some((uri) => ends.some((end) => uri.toLowerCase().endsWith(end)));
    if (fits) return pass(`${says} It has the Application ID URI that Teams asks for.`);
    return {
      state: 'warn',
      says: `${says} It has no Application ID URI for the bot, so Teams cannot sign people in silently.`,
      cause: 'bot-sso-misconfigured',
      owner: 'app-developer',
      steps: [
        { text: `Open Expose an API of the app ${signIn.ssoAppId} and set the Application ID URI.`, value: expected },
        { text: 'Write the same value into webApplicationInfo.resource of the Teams manifest.' },
        ...(signIn.way === 'token-service'
          ? [{ text: 'Write the same value into Token Exchange URL of the OAuth connection.' }]
          : []),
      ],
    };
  },
};
