import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Grant } from '../../../../src/identity/msal/grants/grant.ts';
import { grantShelf } from '../../../../src/identity/msal/grants/grant-shelf.ts';
import { createSeal } from '../../../../src/identity/msal/grants/seal.ts';
import { deriveTokenKeys } from '../../../../src/identity/msal/grants/token-keys.ts';
import type { SealedGrants } from '../../../../src/storage/store.ts';
import { openTestStore } from '../test-store.ts';

const NOW = Date.UTC(2026, 10, 26, 10, 0);
const SAM = 'msteams/29:sam';
const seal = createSeal(await deriveTokenKeys([randomBytes(32)]));
const grant = (renewed: number, id = 'sign-in-1'): Grant => ({ id, cache: `{"of":${renewed}}`, renewed });

async function shelves(): Promise<{
  store: SealedGrants;
  one: ReturnType<typeof grantShelf>;
  two: ReturnType<typeof grantShelf>;
}> {
  const { grants } = openTestStore();
  return { store: grants, one: grantShelf(grants, seal), two: grantShelf(grants, seal) };
}

describe('grants on their shelf', () => {
  test('are bound, read, renewed and removed', async () => {
    const { one } = await shelves();
    expect(await one.get(SAM)).toEqual({ kind: 'none' });
    await one.bind(SAM, grant(NOW), NOW);
    const first = await one.get(SAM);
    if (first.kind !== 'grant') throw new Error(first.kind);
    expect(first.grant).toEqual(grant(NOW));
    expect(await one.renew(SAM, grant(NOW + 1), first.version, NOW + 1)).toBe('kept');
    expect(await one.get(SAM)).toMatchObject({ kind: 'grant', grant: grant(NOW + 1) });
    expect([await one.remove(SAM), await one.remove(SAM)]).toEqual([true, false]);
  });

  test('the later writer never brings back an older refresh token', async () => {
    const { one, two } = await shelves();
    await one.bind(SAM, grant(NOW), NOW);
    const read = await one.get(SAM);
    if (read.kind !== 'grant') throw new Error(read.kind);
    expect(await two.renew(SAM, grant(NOW + 2000), read.version, NOW + 2000)).toBe('kept');
    expect(await one.renew(SAM, grant(NOW + 1000), read.version, NOW + 2500)).toBe('later-one-stays');
    expect(await one.get(SAM)).toMatchObject({ grant: grant(NOW + 2000) });
    expect(await one.renew(SAM, grant(NOW + 3000), read.version, NOW + 3000)).toBe('kept');
    expect(await two.get(SAM)).toMatchObject({ grant: grant(NOW + 3000) });
  });

  test('a renewal does not undo a sign-out or a new sign-in', async () => {
    const { one, two } = await shelves();
    await one.bind(SAM, grant(NOW), NOW);
    const read = await one.get(SAM);
    if (read.kind !== 'grant') throw new Error(read.kind);
    await two.remove(SAM);
    expect(await one.renew(SAM, grant(NOW + 1), read.version, NOW + 1)).toBe('signed-out');
    expect(await one.get(SAM)).toEqual({ kind: 'none' });
    await two.bind(SAM, grant(NOW - 5, 'sign-in-2'), NOW);
    await two.bind(SAM, grant(NOW - 5, 'sign-in-2'), NOW);
    expect(await one.renew(SAM, grant(NOW + 2), read.version + 5, NOW + 2)).toBe('replaced');
    expect(await one.get(SAM)).toMatchObject({ grant: { id: 'sign-in-2' } });
  });

  test('twenty renewals at once leave the latest', async () => {
    const { one, two } = await shelves();
    await one.bind(SAM, grant(NOW), NOW);
    const read = await one.get(SAM);
    if (read.kind !== 'grant') throw new Error(read.kind);
    const order = Array.from({ length: 20 }, (_, index) => ((index * 7) % 20) + 1);
    await Promise.all(order.map((n) => (n % 2 === 0 ? one : two).renew(SAM, grant(NOW + n), read.version, NOW + n)));
    expect(await one.get(SAM)).toMatchObject({ grant: grant(NOW + 20) });
  });

  test('one that no key opens is told as such, and a new sign-in replaces it', async () => {
    const { store, one } = await shelves();
    const other = createSeal(await deriveTokenKeys([randomBytes(32)]));
    await grantShelf(store, other).bind(SAM, grant(NOW), NOW);
    expect(await one.get(SAM)).toMatchObject({ kind: 'unreadable', error: { reason: 'unknown-key' } });
    await one.bind(SAM, grant(NOW + 1), NOW);
    expect(await one.get(SAM)).toMatchObject({ kind: 'grant' });
  });

  test('a row moved to another person opens for nobody', async () => {
    const { store, one } = await shelves();
    await one.bind(SAM, grant(NOW), NOW);
    const row = await store.read(SAM);
    await store.write('msteams/29:kim', row?.sealed ?? '', null, NOW);
    expect(await one.get('msteams/29:kim')).toMatchObject({ kind: 'unreadable', error: { reason: 'altered' } });
  });
});
