import type { Activity } from 'botbuilder';
import type { UserTokenClient } from 'botframework-connector';
import type { SandboxPerson } from '../../../src/sandbox/world/world.ts';
import { activityOf, userTokenClient } from '../token-service/token-service-under-test.ts';
import { Browser } from './browser.ts';
import { signInOnPages } from './entra-pages.ts';
import { errorText } from './msal-client.ts';
import { teamsAssertion } from './token-endpoint-trials.ts';
import { type Outcome, refused, type Trial, WORKED } from './trial.ts';
import type { TrialSandbox } from './trial-sandbox.ts';

const USER = 'user-1';
const CHANNEL = 'msteams';

/** botframework-connector: gets the sign-in link, follows it in a browser, redeems the code that the page shows. */
export const byOAuthCard =
  (who: (sandbox: TrialSandbox) => SandboxPerson = (sandbox) => sandbox.person('ada')): Trial =>
  async (sandbox) =>
  async () => {
    try {
      return await signInByCard(sandbox, who(sandbox));
    } catch (error) {
      return refused(errorText(error));
    }
  };

async function signInByCard(sandbox: TrialSandbox, person: SandboxPerson): Promise<Outcome> {
  const client = await clientOf(sandbox);
  const { name } = sandbox.world.connection;
  const { signInLink } = await client.getSignInResource(name, activityOf(USER) as unknown as Activity, '');
  const end = await signInOnPages(new Browser(() => false), signInLink ?? '', person);
  if (end.kind === 'landing') throw new Error('The browser left the sandbox');
  const code = /\b\d{6}\b/.exec(end.text)?.[0];
  if (end.status !== 200 || code === undefined) return refused(end.text);
  const answer = await client.getUserToken(USER, name, CHANNEL, code);
  return answer?.token === undefined ? refused('The code gave no token') : WORKED;
}

/** botframework-connector: exchanges the assertion that Teams got while all was well. */
export const byTeamsExchange: Trial = async (sandbox) => {
  const token = await teamsAssertion(sandbox);
  return async () => {
    try {
      const client = await clientOf(sandbox);
      const answer: unknown = await client.exchangeToken(USER, sandbox.world.connection.name, CHANNEL, { token });
      // The SDK hands a refusal of 400 back like an answer.
      if (!hasToken(answer)) return refused(`exchangeToken: ${JSON.stringify(answer)}`);
      return WORKED;
    } catch (error) {
      return refused(errorText(error));
    }
  };
};

function clientOf(sandbox: TrialSandbox): Promise<UserTokenClient> {
  return userTokenClient(`${sandbox.origin}/token-service`);
}

function hasToken(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'token' in answer && typeof answer.token === 'string';
}
