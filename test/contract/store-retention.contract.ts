import { describe, expect } from 'vitest';
import type { ErasedPerson, Store } from '../../src/storage/store.ts';
import { AT, MINUTE, type StoreFixture, storeTest } from './store-fixture.ts';

const SAM: ErasedPerson = { person: '29:sam', personKey: 'msteams/29:sam', by: 'hash-of-sam' };
const TEAM = 'msteams/19:helpdesk@thread.tacv2;messageid=1';
const said = { diagnosisId: 'd1', cause: 'wrong-audience', verdict: 'certain', feedback: 'fixed', at: AT } as const;
const signIn = { sealed: 's', sealedGrant: null, attempts: 0, expires: AT + MINUTE };
const draft = { conversation: 'c', content: '{}', at: AT, expires: AT + MINUTE };
const entry = { activityId: '1', at: AT, expires: AT + MINUTE, remembered: '1' };

async function keepThingsOf(store: Store, channel: string, id: string, hash: string): Promise<void> {
  await store.memory.keep({ conversation: `${channel}/19:helpdesk`, person: id }, entry);
  await store.memory.keep({ conversation: `${channel}/19:other`, person: id }, entry);
  await store.state.write({ [`replies/${channel}/19:helpdesk/${id}`]: { n: 1 } });
  await store.state.write({ [`sign-in/${channel}/${id}`]: { n: 1 }, [`${channel}/users/${id}`]: { n: 1 } });
  await store.feedback.record({ ...said, by: hash });
  await store.grants.write(`${channel}/${id}`, 'sealed', null, AT);
  await store.signIns.open({ ...signIn, id: `sign-in of ${channel}/${id}`, person: `${channel}/${id}` });
  await store.drafts.create({ ...draft, id: `draft of ${channel}/${id}`, person: `${channel}/${id}` });
}

async function countThingsOf(store: Store, channel: string, id: string, hash: string): Promise<number> {
  const lists = await Promise.all([
    store.memory.recall({ conversation: `${channel}/19:helpdesk`, person: id }, AT),
    store.memory.recall({ conversation: `${channel}/19:other`, person: id }, AT),
    store.feedback.list(0).then((all) => all.filter(({ by }) => by === hash)),
  ]);
  const keys = [`replies/${channel}/19:helpdesk/${id}`, `sign-in/${channel}/${id}`, `${channel}/users/${id}`];
  const documents = Object.keys(await store.state.read(keys)).length;
  const grant = await store.grants.read(`${channel}/${id}`);
  const begun = await store.signIns.find(`sign-in of ${channel}/${id}`, AT);
  const drafted = await store.drafts.read(`draft of ${channel}/${id}`, AT);
  return lists.flat().length + documents + [grant, begun, drafted].filter((one) => one !== undefined).length;
}

/** What is removed: one person's things when they ask, and everybody's when it has had its time. */
export function describeRetention(name: string, createFixture: () => Promise<StoreFixture>): void {
  const holds = storeTest(createFixture);

  describe(`${name}: erasing a person`, () => {
    holds('removes theirs in every table and says how many things that were', async (store) => {
      await keepThingsOf(store, 'msteams', SAM.person, SAM.by);
      expect(await countThingsOf(store, 'msteams', SAM.person, SAM.by)).toBe(9);
      expect(await store.erase(SAM)).toBe(9);
      expect(await countThingsOf(store, 'msteams', SAM.person, SAM.by)).toBe(0);
      expect(await store.erase(SAM)).toBe(0);
    });

    holds('leaves what belongs to teams where only the personal app is gone', async (store) => {
      const agent = `agents/${TEAM}/29:sam`;
      await keepThingsOf(store, 'msteams', SAM.person, SAM.by);
      await store.state.write({ [agent]: { name: 'Sam' } });
      expect(await store.erase({ ...SAM, keepsTeams: true })).toBe(9);
      expect(await countThingsOf(store, 'msteams', SAM.person, SAM.by)).toBe(0);
      expect(Object.keys(await store.state.read([agent]))).toEqual([agent]);
      expect(await store.erase(SAM)).toBe(1);
    });

    holds('leaves what is somebody else’s, however alike their ids are', async (store) => {
      const others = [
        ['msteams', '29:kim', 'hash-of-kim'],
        ['msteams', '29:sa', 'hash-2'],
        ['msteams', '29:sam2', 'hash-3'],
        ['msteams', '129:sam', 'hash-4'],
        ['msteams', '29_sam', 'hash-5'],
        ['msteams', '29:SAM', 'hash-6'],
        ['slack', '29:sam', 'hash-7'],
      ] as const;
      for (const [channel, id, hash] of others) await keepThingsOf(store, channel, id, hash);
      await store.state.write({ [TEAM]: { n: 1 }, '29:sam': { n: 1 } });
      expect(await store.erase(SAM)).toBe(0);
      for (const [channel, id, hash] of others) expect(await countThingsOf(store, channel, id, hash)).toBe(9);
      expect(Object.keys(await store.state.read([TEAM, '29:sam']))).toHaveLength(2);
    });

    holds('takes signs of patterns in an id as they are', async (store) => {
      await keepThingsOf(store, 'msteams', 'a%b_c\\', 'h1');
      await keepThingsOf(store, 'msteams', 'aXb_c\\', 'h2');
      expect(await store.erase({ person: 'a%b_c\\', personKey: 'msteams/a%b_c\\', by: 'h1' })).toBe(9);
      expect(await countThingsOf(store, 'msteams', 'aXb_c\\', 'h2')).toBe(9);
    });
  });

  describe(`${name}: pruning`, () => {
    const limits = { now: AT, seenBefore: AT, keptBefore: AT };

    holds('removes marks of activities that are older, and only those', async ({ seen, prune }) => {
      await seen.claim('old', AT - 1);
      await seen.claim('new', AT);
      await prune(limits);
      expect([await seen.claim('old', AT), await seen.claim('new', AT)]).toEqual([true, false]);
    });

    holds('removes expired evidence', async ({ memory, prune }) => {
      const owner = { conversation: TEAM, person: SAM.person };
      await memory.keep(owner, { ...entry, expires: AT });
      await memory.keep(owner, { ...entry, activityId: '2', expires: AT + 1 });
      await prune(limits);
      expect((await memory.recall(owner, 0)).map(({ activityId }) => activityId)).toEqual(['2']);
    });

    holds('removes expired sign-ins', async ({ signIns, prune }) => {
      await signIns.open({ ...signIn, id: 'expired', person: 'a', expires: AT });
      await signIns.open({ ...signIn, id: 'alive', person: 'b', expires: AT + 1 });
      await prune(limits);
      expect(await signIns.find('expired', 0)).toBeUndefined();
      expect(await signIns.find('alive', 0)).toMatchObject({ id: 'alive' });
    });

    holds('removes expired drafts', async ({ drafts, prune }) => {
      await drafts.create({ ...draft, id: 'expired', person: 'a', expires: AT });
      await drafts.create({ ...draft, id: 'alive', person: 'a', expires: AT + 1 });
      await prune(limits);
      expect(await drafts.read('expired', 0)).toBeUndefined();
      expect(await drafts.read('alive', 0)).toMatchObject({ id: 'alive' });
    });

    holds('removes old feedback', async ({ feedback, prune }) => {
      await feedback.record({ ...said, by: 'old', at: AT - 1 });
      await feedback.record({ ...said, by: 'new' });
      await prune(limits);
      expect((await feedback.list(0)).map(({ by }) => by)).toEqual(['new']);
    });

    holds('removes grants that were not written since, and keeps the ones that were renewed', async (store) => {
      const { grants, prune } = store;
      await grants.write('unused', 'sealed', null, AT - 1);
      await grants.write('renewed', 'sealed', null, AT - 1);
      await grants.write('renewed', 'sealed', (await grants.read('renewed'))!.version, AT);
      await prune(limits);
      expect(await grants.read('unused')).toBeUndefined();
      expect(await grants.read('renewed')).toBeDefined();
    });

    holds('removes bot state that was not written since', async (_, { open }) => {
      let now = AT - 1;
      const { state, prune } = await open(() => now);
      await state.write({ untouched: { n: 1 }, touched: { n: 1 } });
      now = AT;
      await state.write({ touched: { n: 2 }, fresh: { n: 1 } });
      await prune(limits);
      expect(Object.keys(await state.read(['untouched', 'touched', 'fresh'])).sort()).toEqual(['fresh', 'touched']);
    });

    holds('removes more than one step’s worth, by two instances at once', async ({ seen, prune }, { open }) => {
      const other = await open();
      const keys = Array.from({ length: 1_300 }, (_, n) => `activity-${n}`);
      await Promise.all(keys.map((key) => seen.claim(key, AT - 1)));
      await seen.claim('new', AT);
      await Promise.all([prune(limits), other.prune(limits)]);
      await prune(limits);
      const again = await Promise.all(keys.map((key) => seen.claim(key, AT)));
      expect(again.filter(Boolean)).toHaveLength(keys.length);
      expect(await seen.claim('new', AT)).toBe(false);
    });
  });
}
