import { randomBytes } from 'node:crypto';
import { describe, expect } from 'vitest';
import type { NewDraft } from '../../src/storage/store.ts';
import { AT, MINUTE, type StoreFixture, storeTest } from './store-fixture.ts';

const SAM = 'msteams/29:sam';
const CHAT = 'msteams/a:chat';

const draft = (changes: Partial<NewDraft> = {}): NewDraft => ({
  id: randomBytes(16).toString('base64url'),
  person: SAM,
  conversation: CHAT,
  content: '{"title":"Lunch"}',
  at: AT,
  expires: AT + 60 * MINUTE,
  ...changes,
});
const trueOnes = (answers: readonly boolean[]): number => answers.filter(Boolean).length;

/** Drafts of events: whatever two instances do at once, each step happens once. */
export function describeDraftStore(name: string, createFixture: () => Promise<StoreFixture>): void {
  const holds = storeTest(createFixture);

  describe(`${name}: drafts of events`, () => {
    holds('gives back what was put in, until it expires', async ({ drafts }) => {
      const lunch = draft();
      await drafts.create(lunch);
      const whole = { ...lunch, version: 1, state: 'open', event: null, made: null, claimedUntil: 0 };
      expect(await drafts.read(lunch.id, AT)).toEqual(whole);
      expect(await drafts.read(lunch.id, lunch.expires)).toBeUndefined();
      expect(await drafts.read('unknown', AT)).toBeUndefined();
    });

    holds('finds the newest open one of a person in a conversation', async ({ drafts }) => {
      const [old, young] = [draft(), draft({ at: AT + 1 })];
      for (const one of [young, old, draft({ person: 'msteams/29:kim', at: AT + 2 }), draft({ conversation: 'c' })])
        await drafts.create(one);
      expect((await drafts.newest(SAM, CHAT, 'open', AT))?.id).toBe(young.id);
      await drafts.close(young.id, 'cancelled');
      expect((await drafts.newest(SAM, CHAT, 'open', AT))?.id).toBe(old.id);
      expect(await drafts.newest(SAM, CHAT, 'open', old.expires)).toBeUndefined();
    });

    holds('takes a change to the version that was read, and no other', async ({ drafts }, { open }) => {
      const other = (await open()).drafts;
      const lunch = draft();
      await drafts.create(lunch);
      const wrote = await Promise.all([
        drafts.update(lunch.id, 1, 'here', lunch.expires + 1),
        other.update(lunch.id, 1, 'there', lunch.expires + 1),
      ]);
      expect(trueOnes(wrote)).toBe(1);
      expect(await other.read(lunch.id, AT)).toMatchObject({
        version: 2,
        content: wrote[0] ? 'here' : 'there',
        expires: lunch.expires + 1,
      });
    });

    holds('lets one of many create it, over two instances', async ({ drafts }, { open }) => {
      const other = (await open()).drafts;
      for (let round = 0; round < 20; round += 1) {
        const one = draft();
        await drafts.create(one);
        const claims = await Promise.all(
          [drafts, other, drafts, other].map((by) => by.claim(one.id, 1, AT, AT + MINUTE)),
        );
        expect(trueOnes(claims)).toBe(1);
        const made = await Promise.all([drafts, other].map((by) => by.created(one.id, '{"id":"e"}', AT, AT + MINUTE)));
        expect(trueOnes(made)).toBe(1);
        expect(await drafts.read(one.id, AT)).toMatchObject({ state: 'created', event: '{"id":"e"}', made: AT });
        expect(await other.claim(one.id, 1, AT + 2 * MINUTE, AT + 3 * MINUTE)).toBe(false);
      }
    });

    holds('changes nothing while it is being created, and gives the claim of the dead on', async ({ drafts }) => {
      const lunch = draft();
      await drafts.create(lunch);
      expect(await drafts.claim(lunch.id, 2, AT, AT + MINUTE)).toBe(false);
      expect(await drafts.claim(lunch.id, 1, AT, AT + MINUTE)).toBe(true);
      expect(await drafts.update(lunch.id, 1, 'changed', lunch.expires)).toBe(false);
      expect(await drafts.close(lunch.id, 'cancelled')).toBe(false);
      expect(await drafts.claim(lunch.id, 1, AT + MINUTE - 1, AT + 2 * MINUTE)).toBe(false);
      expect(await drafts.claim(lunch.id, 1, AT + MINUTE, AT + 2 * MINUTE)).toBe(true);
      // The one that was thought dead has nothing more to say.
      await drafts.release(lunch.id, AT + MINUTE, 'nothing-made');
      expect(await drafts.read(lunch.id, AT)).toMatchObject({ state: 'creating', claimedUntil: AT + 2 * MINUTE });
    });

    holds('opens again where nothing was made, and only repeats where nobody knows', async ({ drafts }) => {
      const [refused, lost] = [draft(), draft()];
      for (const { id } of [refused, lost]) {
        await drafts.create(id === lost.id ? lost : refused);
        await drafts.claim(id, 1, AT, AT + MINUTE);
      }
      await drafts.release(refused.id, AT + MINUTE, 'nothing-made');
      await drafts.release(lost.id, AT + MINUTE, 'unknown');
      expect(await drafts.update(refused.id, 1, 'changed', refused.expires)).toBe(true);
      expect(await drafts.update(lost.id, 1, 'changed', lost.expires)).toBe(false);
      expect(await drafts.claim(lost.id, 1, AT + 1, AT + MINUTE)).toBe(true);
    });

    holds('finds what the dead left in the middle, and nothing else', async ({ drafts }) => {
      const [alive, dead, older, told, made, gone] = Array.from({ length: 6 }, (_, index) =>
        draft(index === 5 ? { expires: AT + 2 * MINUTE } : {}),
      ) as [NewDraft, NewDraft, NewDraft, NewDraft, NewDraft, NewDraft];
      for (const one of [alive, dead, older, told, made, gone, draft()]) await drafts.create(one);
      await drafts.claim(alive.id, 1, AT, AT + 10 * MINUTE);
      for (const { id } of [dead, told, made, gone]) await drafts.claim(id, 1, AT, AT + MINUTE);
      await drafts.claim(older.id, 1, AT, AT + 1);
      await drafts.release(told.id, AT + MINUTE, 'unknown');
      await drafts.created(made.id, '{}', AT, made.expires);
      const at = AT + 3 * MINUTE;
      expect((await drafts.left(at, 9)).map(({ id }) => id)).toEqual([older.id, dead.id]);
      expect(await drafts.left(at, 1)).toMatchObject([{ id: older.id, state: 'creating', claimedUntil: AT + 1 }]);
      expect(await drafts.claim(dead.id, 1, at, at + MINUTE)).toBe(true);
      expect((await drafts.left(at, 9)).map(({ id }) => id)).toEqual([older.id]);
    });

    holds('ends once: cancelled before, undone after', async ({ drafts }, { open }) => {
      const other = (await open()).drafts;
      const [given, kept] = [draft(), draft()];
      for (const one of [given, kept]) await drafts.create(one);
      const ended = await Promise.all([drafts.close(given.id, 'cancelled'), other.close(given.id, 'cancelled')]);
      expect(trueOnes(ended)).toBe(1);
      expect(await drafts.claim(given.id, 1, AT, AT + MINUTE)).toBe(false);
      expect(await drafts.close(kept.id, 'undone')).toBe(false);
      await drafts.claim(kept.id, 1, AT, AT + MINUTE);
      await drafts.created(kept.id, '{}', AT, kept.expires);
      expect(await drafts.update(kept.id, 1, 'moved', kept.expires)).toBe(true);
      expect(await drafts.close(kept.id, 'undone')).toBe(true);
      expect(await drafts.close(kept.id, 'undone')).toBe(false);
    });
  });
}
