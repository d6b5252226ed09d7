import { randomBytes } from 'node:crypto';
import { describe, expect } from 'vitest';
import type { PendingSignIn } from '../../src/storage/store.ts';
import { AT, MINUTE, type StoreFixture, storeTest } from './store-fixture.ts';

const SAM = 'msteams/29:sam';
const KIM = 'msteams/29:kim';

const signIn = (person: string, changes: Partial<PendingSignIn> = {}): PendingSignIn => ({
  id: randomBytes(16).toString('base64url'),
  person,
  sealed: 'sealed verifier',
  sealedGrant: null,
  attempts: 0,
  expires: AT + 10 * MINUTE,
  ...changes,
});
const trueOnes = (answers: readonly boolean[]): number => answers.filter(Boolean).length;

/** Grants and pending sign-ins: whatever two instances do at once, one of them wins. */
export function describeSignInStore(name: string, createFixture: () => Promise<StoreFixture>): void {
  const holds = storeTest(createFixture);

  describe(`${name}: sealed grants`, () => {
    holds('gives back what was written, under a new version each time', async ({ grants }) => {
      expect(await grants.read(SAM)).toBeUndefined();
      expect(await grants.write(SAM, 'first', null, AT)).toBe(true);
      const first = await grants.read(SAM);
      expect(first).toEqual({ sealed: 'first', version: expect.any(Number) });
      expect(await grants.write(SAM, 'second', first!.version, AT)).toBe(true);
      const second = await grants.read(SAM);
      expect(second?.sealed).toBe('second');
      expect(second?.version).not.toBe(first?.version);
      expect(Number.isSafeInteger(second?.version)).toBe(true);
    });

    holds('refuses a writer who read an older version, and one who read nothing', async ({ grants }) => {
      await grants.write(SAM, 'first', null, AT);
      const { version } = (await grants.read(SAM))!;
      await grants.write(SAM, 'second', version, AT);
      expect(await grants.write(SAM, 'late', version, AT)).toBe(false);
      expect(await grants.write(SAM, 'late', null, AT)).toBe(false);
      expect((await grants.read(SAM))?.sealed).toBe('second');
    });

    holds('changes nothing where a version is expected and none is there', async ({ grants }) => {
      expect(await grants.write(SAM, 'revived', 1, AT)).toBe(false);
      expect(await grants.read(SAM)).toBeUndefined();
    });

    holds('never gives a version twice, so a refresh from before a sign-out cannot come back', async ({ grants }) => {
      const versions = new Set<number>();
      for (let round = 0; round < 20; round += 1) {
        await grants.write(SAM, `sign-in ${round}`, null, AT);
        versions.add((await grants.read(SAM))!.version);
        await grants.remove(SAM);
      }
      expect(versions.size).toBe(20);
    });

    holds('removes once, and one person only', async ({ grants }, { open }) => {
      const other = await open();
      await grants.write(SAM, 'sam', null, AT);
      await grants.write(KIM, 'kim', null, AT);
      expect(trueOnes(await Promise.all([grants.remove(SAM), other.grants.remove(SAM), grants.remove(SAM)]))).toBe(1);
      expect(await other.grants.read(SAM)).toBeUndefined();
      expect((await other.grants.read(KIM))?.sealed).toBe('kim');
    });

    holds('lets one of two instances win each time, from nothing and from a version', async ({ grants }, { open }) => {
      const other = (await open()).grants;
      for (let round = 0; round < 20; round += 1) {
        const expected = (await grants.read(SAM))?.version ?? null;
        const sealed = [`a${round}`, `b${round}`, `c${round}`, `d${round}`];
        const wrote = await Promise.all(
          sealed.map((text, index) => (index % 2 === 0 ? grants : other).write(SAM, text, expected, AT)),
        );
        expect(trueOnes(wrote)).toBe(1);
        expect((await other.read(SAM))?.sealed).toBe(sealed[wrote.indexOf(true)]);
      }
    });

    holds('keeps a large one, whole', async ({ grants }) => {
      const large = randomBytes(60_000).toString('base64url');
      await grants.write(SAM, large, null, AT);
      expect((await grants.read(SAM))?.sealed).toBe(large);
    });
  });

  describe(`${name}: pending sign-ins`, () => {
    holds('finds what was opened, until it expires', async ({ signIns }) => {
      const begun = signIn(SAM);
      await signIns.open(begun);
      expect(await signIns.find(begun.id, AT)).toEqual(begun);
      expect(await signIns.find(begun.id, begun.expires - 1)).toEqual(begun);
      expect(await signIns.find(begun.id, begun.expires)).toBeUndefined();
      expect(await signIns.find('unknown', AT)).toBeUndefined();
    });

    holds('replaces an earlier one of the same person, completed or not', async ({ signIns }) => {
      const [first, second, kims] = [signIn(SAM), signIn(SAM), signIn(KIM)];
      await signIns.open(kims);
      await signIns.open(first);
      await signIns.complete(first.id, 'grant of the first', AT);
      await signIns.attempt(SAM, AT, 5);
      await signIns.open(second);
      expect(await signIns.find(first.id, AT)).toBeUndefined();
      expect(await signIns.find(second.id, AT)).toEqual(second);
      expect(await signIns.attempt(SAM, AT, 5)).toBeUndefined();
      expect(await signIns.find(kims.id, AT)).toEqual(kims);
    });

    holds('keeps one of a person when two instances open at once', async ({ signIns }, { open }) => {
      const other = await open();
      const begun = Array.from({ length: 12 }, () => signIn(SAM));
      await Promise.all(begun.map((one, index) => (index % 2 === 0 ? signIns : other.signIns).open(one)));
      const found = await Promise.all(begun.map(({ id }) => signIns.find(id, AT)));
      expect(found.filter((one) => one !== undefined)).toHaveLength(1);
    });

    holds('is completed exactly once over two instances, and the first grant stays', async ({ signIns }, { open }) => {
      const other = (await open()).signIns;
      const begun = Array.from({ length: 20 }, (_, n) => signIn(`msteams/29:person-${n}`));
      await Promise.all(begun.map((one) => signIns.open(one)));
      for (const { id, person } of begun) {
        const done = await Promise.all([signIns.complete(id, 'here', AT), other.complete(id, 'there', AT)]);
        expect(trueOnes(done)).toBe(1);
        expect((await signIns.attempt(person, AT, 5))?.sealedGrant).toBe(done[0] ? 'here' : 'there');
      }
    });

    holds('is not completed when it has expired or was never opened', async ({ signIns }) => {
      const begun = signIn(SAM);
      await signIns.open(begun);
      expect(await signIns.complete(begun.id, 'grant', begun.expires)).toBe(false);
      expect(await signIns.complete('unknown', 'grant', AT)).toBe(false);
      expect((await signIns.find(begun.id, AT))?.sealedGrant).toBeNull();
    });

    holds('gives nothing to type a code against before it is completed, and counts nothing', async ({ signIns }) => {
      const begun = signIn(SAM);
      await signIns.open(begun);
      for (let tries = 0; tries < 10; tries += 1) expect(await signIns.attempt(SAM, AT, 3)).toBeUndefined();
      await signIns.complete(begun.id, 'grant', AT);
      expect(await signIns.attempt(SAM, AT, 3)).toEqual({ ...begun, sealedGrant: 'grant', attempts: 1 });
    });

    holds('is removed after so many attempts, over two instances', async ({ signIns }, { open }) => {
      const other = (await open()).signIns;
      const begun = signIn(SAM);
      await signIns.open(begun);
      await signIns.complete(begun.id, 'grant', AT);
      const tries = await Promise.all(
        Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? signIns : other).attempt(SAM, AT, 5)),
      );
      const counted = tries.flatMap((one) => one?.attempts ?? []);
      expect(counted.sort()).toEqual([1, 2, 3, 4, 5]);
      expect(await signIns.find(begun.id, AT)).toBeUndefined();
      expect(await signIns.remove(begun.id)).toBe(false);
    });

    holds('takes no attempt after it has expired, and none of another person', async ({ signIns }) => {
      const begun = signIn(SAM);
      await signIns.open(begun);
      await signIns.complete(begun.id, 'grant', AT);
      expect(await signIns.attempt(SAM, begun.expires, 5)).toBeUndefined();
      expect(await signIns.attempt(KIM, AT, 5)).toBeUndefined();
      expect(await signIns.attempt(SAM, AT, 5)).toMatchObject({ attempts: 1 });
    });

    holds('is removed exactly once over two instances: one may bind the grant', async ({ signIns }, { open }) => {
      const other = (await open()).signIns;
      const begun = Array.from({ length: 20 }, (_, n) => signIn(`msteams/29:person-${n}`));
      await Promise.all(begun.map((one) => signIns.open(one)));
      const removed = await Promise.all(begun.map(({ id }) => Promise.all([signIns.remove(id), other.remove(id)])));
      expect(removed.map(trueOnes)).toEqual(begun.map(() => 1));
    });
  });
}
