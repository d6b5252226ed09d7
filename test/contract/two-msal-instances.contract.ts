import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGraph } from '../../src/graph/graph-client.ts';
import { sandboxTransport } from '../../src/sandbox/client-transport.ts';
import { type BotUnderTest, startBotUnderTest } from '../bot/bot-under-test.ts';
import { asAda, oauthCards, wordsSince } from '../bot/sign-in/sandbox-bot.ts';
import { createMsalFixture, type MsalFixture } from '../identity/msal/msal-fixture.ts';
import type { SharedStore } from './two-instances.contract.ts';

/** What two instances on one store must do where the service itself keeps the grants. */
export function describeTwoMsalInstances(name: string, share: () => Promise<SharedStore>): void {
  describe(`two instances on one store, by MSAL: ${name}`, () => {
    let shared: SharedStore;
    let msal: MsalFixture;
    let one: BotUnderTest;
    let other: BotUnderTest;
    beforeEach(async () => {
      shared = await share();
      const [first, second] = shared.stores.map((store) => ({ ...store, given: [] }));
      msal = await createMsalFixture({ store: first! });
      const { now, sandbox } = msal;
      const graph = createGraph({ fetch: sandboxTransport(sandbox), now });
      const bySecond = await msal.another({ store: second! });
      one = await startBotUnderTest({ now, store: first!, signIn: () => ({ by: msal.signIn, graph }) });
      other = await startBotUnderTest({
        now,
        store: second!,
        connector: one.connector,
        signIn: () => ({ by: bySecond, graph }),
      });
    });
    afterEach(async () => {
      await other.close();
      await one.close();
      await msal.dispose();
      await shared.dispose();
    });

    let said = 0;
    async function words(bot: BotUnderTest, text: string): Promise<string> {
      said += 1;
      const before = one.connector.calls.length;
      await bot.post({ ...asAda(msal.sandbox.world.people[0]!), id: `said-${said}`, text });
      return wordsSince(one, before);
    }

    it('card from one, pages at the other, code typed at either: signed in at both, and out at both', async () => {
      await words(other, 'check my sign-in');
      const link = oauthCards(one).at(-1)!.buttons[0]!.value;
      const code = await msal.completeAtPage(link, msal.sandbox.world.people[0]!);
      expect(await words(one, code)).toContain('Your sign-in works');
      expect(await words(other, 'who am i')).toContain('You are signed in as ada@');
      expect(await words(other, code)).toContain('no sign-in of yours waits');
      expect(await words(other, 'sign out')).toContain('Signed out');
      expect(await words(one, 'who am i')).toContain('not signed in');
    });

    it('a renewal at one is used at the other', async () => {
      const ada = msal.asPerson(0);
      await msal.signIn.exchange(ada.person, await msal.assertionFor(ada.account));
      const bySecond = await msal.another({ store: shared.stores[1] });
      for (const by of [bySecond, msal.signIn, bySecond]) {
        const renewed = await by.token(ada.person, { refresh: true });
        expect(renewed.kind).toBe('token');
        expect(await msal.signIn.token(ada.person)).toEqual(renewed);
      }
    });
  });
}
