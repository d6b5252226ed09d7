import { asAda, startSandboxBot } from '../../test/bot/sign-in/sandbox-bot.ts';

/**
 * The clients of one person send Teams' assertion at once, as they do when a card arrives.
 *
 * @returns how many exchanges the token service was asked for
 */
export async function exchangesFor(clients: number): Promise<number> {
  const bot = await startSandboxBot();
  try {
    const { world, entra, recent } = bot.running.sandbox;
    const ada = world.people[0]!;
    const assertion = await entra.teamsToken({ person: ada, resource: world.connection.tokenExchangeUrl });
    if (assertion.kind !== 'token') throw new Error(assertion.message);
    const value = { id: 'one-card', token: assertion.token, connectionName: world.connection.name };
    const invoke = { ...asAda(ada), type: 'invoke', name: 'signin/tokenExchange', value };
    const answers = await Promise.all(Array.from({ length: clients }, () => bot.post(invoke)));
    const refused = answers.find(({ status }) => status !== 200);
    if (refused !== undefined) throw new Error(`A client was answered with ${refused.status}`);
    return recent.list().filter(({ path }) => path.includes('/exchange')).length;
  } finally {
    await bot.close();
  }
}
