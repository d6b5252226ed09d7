import { randomBytes } from 'node:crypto';
import { describe, expect } from 'vitest';
import { LONGEST_IDS } from '../../src/bot/adapter/id-lengths.ts';
import { type Feedback, type MemoryOwner, StoreConflictError } from '../../src/storage/store.ts';
import { describeOutbox } from './outbox.contract.ts';
import { describeDraftStore } from './store-drafts.contract.ts';
import { AT, MINUTE, type StoreFixture, storeTest } from './store-fixture.ts';
import { describeRetention } from './store-retention.contract.ts';
import { describeSignInStore } from './store-sign-in.contract.ts';
import { report, WINDOW } from './triage-fixture.ts';
import { describeTriageInstances } from './triage-instances.contract.ts';
import { describeTriageRetention } from './triage-retention.contract.ts';
import { describeTriageStore } from './triage-store.contract.ts';

const SAM: MemoryOwner = { conversation: 'msteams/19:helpdesk;messageid=1', person: '29:sam' };

/** What every implementation of the storage port must do. */
export function describeStore(name: string, createFixture: () => Promise<StoreFixture>): void {
  const holds = storeTest(createFixture);

  describe(`${name}: bot state`, () => {
    holds('gives back what was written, with an eTag', async ({ state }) => {
      await state.write({ a: { count: 1, nested: { list: [1, null, 'ü'] } } });
      const { a } = await state.read(['a']);
      expect(a).toEqual({ count: 1, nested: { list: [1, null, 'ü'] }, eTag: expect.stringMatching(/./) });
    });

    holds('leaves out what is not there', async ({ state }) => {
      await state.write({ a: { n: 1 } });
      expect(Object.keys(await state.read(['a', 'b']))).toEqual(['a']);
      expect(await state.read([])).toEqual({});
    });

    holds('changes the eTag with every write', async ({ state }) => {
      await state.write({ a: { n: 1 } });
      const first = (await state.read(['a'])).a?.eTag;
      await state.write({ a: { n: 1 } });
      expect((await state.read(['a'])).a?.eTag).not.toBe(first);
    });

    holds('overwrites without an eTag, with * and with an empty one', async ({ state }) => {
      for (const change of [{ n: 1 }, { n: 2, eTag: '*' }, { n: 3, eTag: '' }, { n: 4 }]) {
        await state.write({ a: change });
        expect((await state.read(['a'])).a?.n).toBe(change.n);
      }
    });

    holds('takes a change that names the stored eTag and refuses one that names an older', async ({ state }) => {
      await state.write({ a: { n: 1 } });
      const { a } = await state.read(['a']);
      await state.write({ a: { n: 2, eTag: a?.eTag } });
      const late = state.write({ a: { n: 3, eTag: a?.eTag } });
      await expect(late).rejects.toBeInstanceOf(StoreConflictError);
      await expect(late).rejects.toMatchObject({ code: 'WHY401_STORE_CONFLICT', key: 'a' });
      expect((await state.read(['a'])).a?.n).toBe(2);
    });

    holds(
      'creates under any eTag, once: what the sign-in middleware of botbuilder tells repeats by',
      async ({ state }) => {
        await state.write({ exchange: { eTag: 'id-1' } });
        await expect(state.write({ exchange: { eTag: 'id-1' } })).rejects.toBeInstanceOf(StoreConflictError);
      },
    );

    holds(
      'lets one of two instances win under the same eTag, and keeps its whole write',
      async ({ state }, { open }) => {
        const other = (await open()).state;
        await state.write({ a: { n: 0 }, b: { n: 0 } });
        for (let round = 1; round <= 10; round += 1) {
          const { a } = await state.read(['a']);
          const writes = [0, 1, 2, 3].map((writer) => {
            const n = round * 10 + writer;
            return (writer % 2 === 0 ? state : other).write({ b: { n }, a: { n, eTag: a?.eTag } }).then(() => n);
          });
          const outcomes = await Promise.allSettled(writes);
          const won = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []));
          expect(won).toHaveLength(1);
          const read = await other.read(['a', 'b']);
          expect([read.a?.n, read.b?.n]).toEqual([won[0], won[0]]);
        }
      },
    );

    holds('creates under an eTag once over two instances', async ({ state }, { open }) => {
      const other = (await open()).state;
      const writes = [state, other, state, other].map((one) => one.write({ exchange: { eTag: 'id-1' } }));
      const outcomes = await Promise.allSettled(writes);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    holds('keeps all changes of one write or none', async ({ state }) => {
      await state.write({ b: { n: 1 } });
      await expect(state.write({ a: { n: 1 }, b: { n: 2, eTag: 'other' } })).rejects.toBeInstanceOf(StoreConflictError);
      expect(await state.read(['a'])).toEqual({});
      expect((await state.read(['b'])).b?.n).toBe(1);
    });

    holds('deletes, also what is not there', async ({ state }) => {
      await state.write({ a: { n: 1 }, b: { n: 1 } });
      await state.delete(['a', 'missing']);
      await state.delete([]);
      expect(Object.keys(await state.read(['a', 'b']))).toEqual(['b']);
    });

    holds('takes any key', async ({ state }) => {
      const keys = ['a/b?c#d\\e', "it's; DROP TABLE bot_state", '__proto__', 'ключ 🔑', ' ', 'x'.repeat(2_000)];
      await state.write(Object.fromEntries(keys.map((key, n) => [key, { n }])));
      const read = await state.read(keys);
      expect(keys.map((key) => Object.getOwnPropertyDescriptor(read, key)?.value.n)).toEqual(keys.map((_, n) => n));
    });

    holds('refuses what is no document', async ({ state }) => {
      for (const change of ['text', 7, null, undefined, [1]]) {
        await expect(state.write({ a: change })).rejects.toBeInstanceOf(TypeError);
      }
      expect(await state.read(['a'])).toEqual({});
    });
  });

  describe(`${name}: seen activities`, () => {
    holds('is claimed exactly once', async ({ seen }) => {
      expect([await seen.claim('k', AT), await seen.claim('k', AT + 1), await seen.claim('l', AT)]).toEqual([
        true,
        false,
        true,
      ]);
    });

    holds('is claimed exactly once over two instances', async ({ seen }, { open }) => {
      const other = await open();
      const keys = Array.from({ length: 50 }, (_, index) => `activity-${index}`);
      const claims = await Promise.all(keys.flatMap((key) => [seen.claim(key, AT), other.seen.claim(key, AT)]));
      expect(claims.filter(Boolean)).toHaveLength(keys.length);
      expect(keys.every((_, index) => claims[index * 2] !== claims[index * 2 + 1])).toBe(true);
    });

    holds('can be claimed again after a release', async ({ seen }) => {
      await seen.claim('k', AT);
      await seen.release('k');
      await seen.release('never claimed');
      expect(await seen.claim('k', AT)).toBe(true);
    });

    holds('says whether it is claimed, and claims nothing by that', async ({ seen }) => {
      expect(await seen.isClaimed('k')).toBe(false);
      expect(await seen.claim('k', AT)).toBe(true);
      expect(await seen.isClaimed('k')).toBe(true);
    });

    holds('is taken over once where nobody held it anew', async ({ seen }, { open }) => {
      const other = await open();
      await seen.claim('k', AT);
      expect(await other.seen.takeOver('k', AT + MINUTE, AT)).toBe(false);
      expect(await seen.takeOver('k', AT + 5, AT + 1)).toBe(true);
      const both = [seen, other.seen, seen, other.seen].map((each) => each.takeOver('k', AT + MINUTE, AT + 6));
      expect((await Promise.all(both)).filter(Boolean)).toHaveLength(1);
      expect(await seen.takeOver('never claimed', AT, AT + MINUTE)).toBe(false);
    });
  });

  describe(`${name}: feedback`, () => {
    const said: Feedback = {
      diagnosisId: 'd1',
      cause: 'wrong-audience',
      verdict: 'certain',
      feedback: 'fixed',
      by: 'h1',
      at: AT,
    };

    holds('lists what was said since, oldest first', async ({ feedback }) => {
      const later: Feedback = { ...said, diagnosisId: 'd2', feedback: 'not-it', at: AT + MINUTE };
      await feedback.record(later);
      await feedback.record(said);
      expect(await feedback.list(AT)).toEqual([said, later]);
      expect(await feedback.list(AT + 1)).toEqual([later]);
    });

    holds('counts the last word of one person on one diagnosis', async ({ feedback }) => {
      const changed: Feedback = { ...said, feedback: 'not-it', at: AT + MINUTE };
      await feedback.record(said);
      await feedback.record(changed);
      await feedback.record(said);
      expect(await feedback.list(0)).toEqual([changed]);
    });

    holds('keeps the words of two people apart', async ({ feedback }) => {
      await feedback.record(said);
      await feedback.record({ ...said, by: 'h2', feedback: 'not-it' });
      expect((await feedback.list(0)).map(({ by }) => by)).toEqual(['h1', 'h2']);
    });
  });

  describe(`${name}: evidence memory`, () => {
    const entry = (activityId: string, at: number, remembered = JSON.stringify({ codes: [activityId] })) => ({
      activityId,
      at,
      expires: at + 30 * MINUTE,
      remembered,
    });

    holds('recalls what was kept, oldest first, until it expires', async ({ memory }) => {
      const first = entry('1', AT);
      const second = entry('2', AT + 10 * MINUTE, ' ["any", {"JSON": null}]');
      await memory.keep(SAM, second);
      await memory.keep(SAM, first);
      expect(await memory.recall(SAM, AT + 10 * MINUTE)).toEqual([first, second]);
      expect(await memory.recall(SAM, AT + 30 * MINUTE)).toEqual([second]);
      expect(await memory.recall(SAM, AT + 40 * MINUTE)).toEqual([]);
    });

    holds('never crosses from one person or conversation to another', async ({ memory }) => {
      await memory.keep(SAM, entry('1', AT));
      for (const other of [
        { ...SAM, person: '29:kim' },
        { ...SAM, conversation: 'msteams/19:helpdesk;messageid=2' },
        { conversation: SAM.person, person: SAM.conversation },
      ]) {
        expect(await memory.recall(other, AT)).toEqual([]);
        await memory.drop(other, '1');
        expect(await memory.forget(other)).toBe(0);
      }
      expect(await memory.recall(SAM, AT)).toHaveLength(1);
    });

    holds('replaces what an edited message gave', async ({ memory }) => {
      await memory.keep(SAM, entry('1', AT, 'before'));
      await memory.keep(SAM, entry('1', AT + MINUTE, 'after'));
      expect(await memory.recall(SAM, AT)).toEqual([entry('1', AT + MINUTE, 'after')]);
    });

    holds('drops what a deleted message gave', async ({ memory }) => {
      await memory.keep(SAM, entry('1', AT));
      await memory.keep(SAM, entry('2', AT));
      await memory.drop(SAM, '1');
      expect((await memory.recall(SAM, AT)).map(({ activityId }) => activityId)).toEqual(['2']);
    });

    holds('forgets all of one owner and says how much', async ({ memory }) => {
      await memory.keep(SAM, entry('1', AT));
      await memory.keep(SAM, entry('2', AT));
      expect(await memory.forget(SAM)).toBe(2);
      expect(await memory.recall(SAM, AT)).toEqual([]);
      expect(await memory.forget(SAM)).toBe(0);
    });
  });

  describeSignInStore(name, createFixture);
  describeDraftStore(name, createFixture);
  describeRetention(name, createFixture);
  describeTriageStore(name, createFixture);
  describeTriageInstances(name, createFixture);
  describeTriageRetention(name, createFixture);
  describeOutbox(name, createFixture);

  describe(`${name}: ids as long as the edge lets in`, () => {
    const id = (bytes: number): string => randomBytes(bytes).toString('base64url').slice(0, bytes);

    holds('are kept wherever they make a key', async (store) => {
      const [conversation, person, activity] = Object.values(LONGEST_IDS).map(id) as [string, string, string];
      const owner = { conversation: `msteams/${conversation}`, person };
      const warned = `warned/msteams/${conversation}/${activity}/access-token,client-secret,refresh-token`;
      expect(await store.seen.claim(warned, AT)).toBe(true);
      expect(await store.seen.claim(warned, AT)).toBe(false);
      await store.memory.keep(owner, { activityId: activity, at: AT, expires: AT + 1, remembered: '{}' });
      expect(await store.memory.recall(owner, AT)).toHaveLength(1);
      const key = `replies/msteams/${conversation}/${person}`;
      await store.state.write({ [key]: { n: 1 } });
      expect((await store.state.read([key]))[key]?.n).toBe(1);
      const place = { desk: `msteams/${conversation}`, thread: conversation, activityId: activity };
      await store.triage.report(report({ ...place, reporter: { id: person, name: 'Ada' } }), WINDOW);
      expect((await store.triage.caseIn(place.desk, place.thread, person))?.activityId).toBe(activity);
      expect(await store.erase({ person, personKey: `msteams/${person}`, by: 'nobody' })).toBeGreaterThan(0);
    });
  });

  describe(`${name}: life`, () => {
    holds('answers a ping until it is closed', async (store) => {
      await expect(store.ping()).resolves.toBeUndefined();
      await store.close();
      await store.close();
      await expect(store.ping()).rejects.toThrow();
      await expect(store.seen.claim('k', AT)).rejects.toThrow();
    });

    holds('shows one instance what another wrote', async (store, { open }) => {
      const other = await open();
      await store.state.write({ a: { n: 1 } });
      await store.memory.keep(SAM, { activityId: '1', at: AT, expires: AT + 1, remembered: '1' });
      expect((await other.state.read(['a'])).a?.n).toBe(1);
      expect(await other.memory.recall(SAM, AT)).toHaveLength(1);
    });
  });
}
