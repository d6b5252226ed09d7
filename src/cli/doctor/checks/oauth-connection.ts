import { isObject } from '../../json-parts.ts';
import { botApp } from '../apps.ts';
import type { DoctorCheck } from '../doctor-check.ts';
import { pass, refused, skipped } from '../finding.ts';
import { jsonOf } from '../network.ts';
import { BOT_SCOPE } from './bot-app.ts';

const TOKEN_SERVICE = 'https://api.botframework.com';

/** Whether the token service knows the OAuth connection: it is asked to begin a sign-in that nobody finishes. */
export const oauthConnectionCheck: DoctorCheck = {
  id: 'oauth-connection',
  applies: ({ signIn }) => signIn?.way === 'token-service',
  async run({ settings, appToken, network, now }) {
    const { signIn } = settings;
    const app = botApp(settings);
    if (signIn?.way !== 'token-service') return skipped('The settings have to be mended first.');
    if (app === null) {
      return skipped(
        'Only the bot itself can ask for its connection, and a managed identity gets its tokens on Azure only.',
      );
    }
    const token = await appToken(app, BOT_SCOPE);
    if (token.kind !== 'token') return skipped('The app of the bot has to be mended first.');
    const state = signInState(signIn.connectionName, app.clientId);
    const answer = await network({
      method: 'GET',
      url: `${TOKEN_SERVICE}/api/botsignin/GetSignInResource?state=${encodeURIComponent(state)}`,
      headers: { Authorization: `Bearer ${token.accessToken}` },
    });
    if (answer.kind === 'answer' && answer.status === 200) {
      const body = jsonOf(answer);
      if (isObject(body) && typeof body.signInLink === 'string') {
        return pass(`The token service knows the connection ${signIn.connectionName}.`);
      }
    }
    const finding = refused(`The token service begins no sign-in by ${signIn.connectionName}.`, answer.refusal, now());
    if (answer.kind === 'unreachable' || answer.status >= 500) return finding;
    return {
      ...finding,
      cause: 'bot-oauth-connection',
      owner: 'app-developer',
      steps: [
        {
          text: 'Open Configuration of the Azure Bot and compare the name of its OAuth connection, letter by letter, with WHY401_OAUTH_CONNECTION.',
          value: signIn.connectionName,
        },
        { text: 'Use Test Connection there: it signs you in and shows what Entra ID says.' },
      ],
    };
  },
};

/** The state that the SDK sends as well: who asks, for which connection, in which conversation. */
function signInState(connectionName: string, appId: string): string {
  const nobody = { id: 'why401-doctor' };
  const conversation = {
    activityId: 'why401-doctor',
    bot: { id: appId },
    user: nobody,
    channelId: 'msteams',
    conversation: { id: 'why401-doctor' },
    serviceUrl: 'https://smba.trafficmanager.net/teams/',
  };
  return Buffer.from(
    JSON.stringify({ ConnectionName: connectionName, Conversation: conversation, MsAppId: appId }),
  ).toString('base64');
}
