import { expect, it } from 'vitest';
import { startSandboxBot, wordsSince } from '../sign-in/sandbox-bot.ts';

/** The SDK's client tries four times, which takes seconds; a channel gives up after fifteen. */
it('a token service that does not answer is diagnosed before the channel gives up', async () => {
  const bot = await startSandboxBot();
  try {
    await bot.adaSays('sign in');
    await bot.adaSays(await bot.codeAtPage());
    bot.running.sandbox.world.tokenService.outage = true;
    const [before, begun] = [bot.connector.calls.length, performance.now()];
    await bot.adaSays('check my sign-in');
    expect(wordsSince(bot, before)).toMatch(/error of the service|unavailable/);
    expect(performance.now() - begun).toBeLessThan(10_000);
  } finally {
    await bot.close();
  }
});
