import { type DoctorCheck, isConnected } from '../doctor-check.ts';
import { pass, skipped } from '../finding.ts';

/** Whether anybody can sign in at all. */
export const signInCheck: DoctorCheck = {
  id: 'sign-in',
  applies: isConnected,
  async run({ settings: { signIn }, problems }) {
    if (signIn?.way === 'msal') return pass('People sign in by MSAL; their grants are kept here, sealed.');
    if (signIn?.way === 'token-service') {
      return pass(`People sign in by the OAuth connection ${signIn.connectionName} of the Azure Bot.`);
    }
    if (problems.length > 0) return skipped('The settings have to be mended first.');
    return {
      state: 'warn',
      says: 'Nobody can sign in: the bot diagnoses pastes, but checks no sign-in and creates no event.',
      steps: [
        { text: 'Make an OAuth connection in the Azure Bot, and set its name.', value: 'WHY401_OAUTH_CONNECTION' },
        {
          text: 'Or let the service keep the grants itself: set the app that people sign in to, and what it needs (.env.example).',
          value: 'WHY401_MSAL_CLIENT_ID',
        },
      ],
    };
  },
};
