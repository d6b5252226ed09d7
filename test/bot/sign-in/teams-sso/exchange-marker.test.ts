import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createExchangeMarker } from '../../../../src/bot/sign-in/teams-sso/exchange-marker.ts';
import { openSqliteStore } from '../../../../src/storage/sqlite/sqlite-store.ts';
import type { Store } from '../../../../src/storage/store.ts';

const ADA = { channelId: 'msteams', userId: '29:ada', aadObjectId: null, tenantId: null, name: null };

let store: Store;
beforeEach(() => {
  store = openSqliteStore(':memory:');
});
afterEach(() => store.close());

describe('the marker of token exchanges', () => {
  it('holds for five minutes, for one person, over all instances', async () => {
    let now = 1_000_000;
    const one = createExchangeMarker(store.state, () => now);
    const other = createExchangeMarker(store.state, () => now);
    await Promise.all([one.add(ADA, 'x1'), other.add(ADA, 'x2')]);
    expect(await other.has(ADA, 'x1')).toBe(true);
    expect(await one.has(ADA, 'x2')).toBe(true);
    expect(await one.has({ ...ADA, userId: '29:ben' }, 'x1')).toBe(false);
    now += 5 * 60_000;
    expect(await one.has(ADA, 'x1')).toBe(false);
  });

  it('stays small', async () => {
    const marker = createExchangeMarker(store.state, () => 1);
    for (let n = 0; n < 60; n += 1) await marker.add(ADA, `x${n}`);
    const [document] = Object.values(await store.state.read(['token-exchange/msteams/29:ada']));
    expect(document?.marks).toHaveLength(20);
    expect(await marker.has(ADA, 'x59')).toBe(true);
  });
});
