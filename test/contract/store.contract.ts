import { describe, expect, test } from 'vitest';
import { type Feedback, type MemoryOwner, type Store, StoreConflictError } from '../../src/storage/store.ts';

/** Stores that share their content, as two instances of the service do; `open` may be called again for the same content. */
export interface StoreFixture {
  open(): Promise<Store>;
  /** Closes what was opened and removes the content. */
  dispose(): Promise<void>;
}

const AT = Date.UTC(2026, 2, 14, 9, 30);
const MINUTE = 60_000;
const SAM: MemoryOwner = { conversation: 'msteams/19:helpdesk;messageid=1', person: '29:sam' };

/** What every implementation of the storage port must do. */
export function describeStore(name: string, createFixture: () => Promise<StoreFixture>): void {
  const withStore = async (body: (store: Store, fixture: StoreFixture) => Promise<void>): Promise<void> => {
    const fixture = await createFixture();
    try {
      await body(await fixture.open(), fixture);
    } finally {
      await fixture.dispose();
    }
  };
  const holds = (what: string, body: (store: Store, fixture: StoreFixture) => Promise<void>): void =>
    test(what, () => withStore(body));

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

    holds('prunes what is older, and only that', async ({ seen }) => {
      await seen.claim('old', AT - 1);
      await seen.claim('new', AT);
      await seen.prune(AT);
      expect([await seen.claim('old', AT), await seen.claim('new', AT)]).toEqual([true, false]);
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
    const entry = (activityId: string, at: number, remembered: unknown = { codes: [activityId] }) => ({
      activityId,
      at,
      expires: at + 30 * MINUTE,
      remembered,
    });

    holds('recalls what was kept, oldest first, until it expires', async ({ memory }) => {
      const first = entry('1', AT);
      const second = entry('2', AT + 10 * MINUTE, ['any', { JSON: null }]);
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

    holds('prunes what has expired', async ({ memory }) => {
      await memory.keep(SAM, entry('1', AT));
      await memory.keep(SAM, entry('2', AT + MINUTE));
      await memory.prune(AT + 30 * MINUTE);
      expect(await memory.recall(SAM, 0)).toEqual([entry('2', AT + MINUTE)]);
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
      await store.memory.keep(SAM, { activityId: '1', at: AT, expires: AT + 1, remembered: 1 });
      expect((await other.state.read(['a'])).a?.n).toBe(1);
      expect(await other.memory.recall(SAM, AT)).toHaveLength(1);
    });
  });
}
