import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/storage/store.ts';
import type { BotUnderTest } from '../bot/bot-under-test.ts';
import { asAda, oauthCards, type SandboxBot, startSandboxBot } from '../bot/sign-in/sandbox-bot.ts';

/** Two connections to one store, each for an instance of its own. */
export interface SharedStore {
  readonly stores: readonly [Store, Store];
  dispose(): Promise<void>;
}

/** What two instances of the bot on one store must do. */
export function describeTwoInstances(name: string, share: () => Promise<SharedStore>): void {
  describe(`two instances on one store: ${name}`, () => {
    let shared: SharedStore;
    let one: SandboxBot;
    let other: BotUnderTest;
    beforeEach(async () => {
      shared = await share();
      const [first, second] = shared.stores.map((store) => ({ ...store, given: [] }));
      one = await startSandboxBot({ store: first! });
      other = await one.another({ store: second! });
    });
    afterEach(async () => {
      await other.close();
      await one.close();
      await shared.dispose();
    });

    const ada = (): Record<string, unknown> => asAda(one.running.sandbox.world.people[0]!);

    it('a sign-in that began on one goes on on the other, and the first knows of it', async () => {
      await one.adaSays('check my sign-in');
      const before = one.connector.calls.length;
      await other.post({ ...ada(), id: 'from-the-other', text: await one.codeAtPage() });
      expect(JSON.stringify(one.connector.calls.at(-1)?.body)).toContain('Your sign-in works');
      expect(one.connector.calls.length).toBeGreaterThan(before);
      expect((await one.adaSays('who am i'))[0]?.summary).toContain('You are signed in as');
      expect((await one.adaSays('cancel'))[0]?.text).toContain('nothing under way');
    });

    it('a sign-in is cancelled on the instance that did not begin it', async () => {
      await one.adaSays('sign in');
      await other.post({ ...ada(), id: 'from-the-other', text: 'cancel' });
      expect(one.connector.calls.at(-1)?.body.text).toContain('Cancelled');
      expect((await one.adaSays(await one.codeAtPage()))[0]?.text).toContain('no sign-in of yours waits');
    });

    it('an activity that is delivered to both is handled once', async () => {
      const delivery = { ...ada(), id: 'twice', text: 'sign in' };
      await Promise.all([one.post(delivery), other.post(delivery)]);
      expect(oauthCards(one)).toHaveLength(1);
    });

    it('a silent sign-in whose clients reach both completes the sign-in once', async () => {
      await one.adaSays('sign in');
      const [card] = oauthCards(one);
      const { entra, world } = one.running.sandbox;
      const answer = await entra.teamsToken({ person: world.people[0]!, resource: card!.tokenExchangeResource!.uri });
      if (answer.kind !== 'token') throw new Error(answer.message);
      const value = { id: card!.tokenExchangeResource!.id, token: answer.token, connectionName: 'graph' };
      const invoke = { ...ada(), type: 'invoke', name: 'signin/tokenExchange', value };
      const before = one.connector.calls.length;
      const answers = await Promise.all([one.post(invoke), other.post(invoke), one.post(invoke), other.post(invoke)]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      const said = one.connector.calls.slice(before).map(({ body }) => String(body.text));
      expect(said.filter((text) => text.includes('You are signed in'))).toHaveLength(1);
    });
  });
}
