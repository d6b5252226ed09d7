import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSignInRecord, type SignInRecord } from '../../../src/identity/token-service/sign-in-record.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/sqlite-store.ts';
import type { Store } from '../../../src/storage/store.ts';

const ADA = { channelId: 'msteams', userId: '29:ada', aadObjectId: null, tenantId: null, name: null };
const BEN = { ...ADA, userId: '29:ben' };

let store: Store;
let record: SignInRecord;
let now: number;
beforeEach(() => {
  now = 1_000_000;
  store = openSqliteStore(':memory:');
  record = createSignInRecord(store.state, () => now);
});
afterEach(() => store.close());

describe('what is known of a sign-in', () => {
  it('is kept for each person', async () => {
    expect(await record.stateOf(ADA)).toBe('never');
    await record.setState(ADA, 'signed-in');
    expect(await record.stateOf(ADA)).toBe('signed-in');
    expect(await record.stateOf(BEN)).toBe('never');
    await record.setState(ADA, 'signed-out');
    expect(await record.stateOf(ADA)).toBe('signed-out');
  });

  it('survives two writers at once', async () => {
    const other = createSignInRecord(store.state, () => now);
    await Promise.all([record.setState(ADA, 'signed-in'), other.mayAnswer(ADA, 'a'), record.mayAnswer(ADA, 'b')]);
    expect(await record.stateOf(ADA)).toBe('signed-in');
    expect(await record.mayAnswer(ADA, 'a')).toBe(false);
    expect(await record.mayAnswer(ADA, 'b')).toBe(false);
  });

  it('goes with the rest when a person deletes their data', async () => {
    await record.setState(ADA, 'signed-in');
    await record.setState(BEN, 'signed-in');
    expect(await store.erase({ person: '29:ada', personKey: 'msteams/29:ada', by: 'x' })).toBe(1);
    expect(await record.stateOf(ADA)).toBe('never');
    expect(await record.stateOf(BEN)).toBe('signed-in');
  });
});

describe('a challenge', () => {
  it('may be answered with one sign-in, again only after a quarter of an hour', async () => {
    expect(await record.mayAnswer(ADA, 'claims')).toBe(true);
    expect(await record.mayAnswer(ADA, 'claims')).toBe(false);
    expect(await record.mayAnswer(BEN, 'claims')).toBe(true);
    now += 15 * 60_000;
    expect(await record.mayAnswer(ADA, 'claims')).toBe(true);
  });

  it('may differ each time, but not without end', async () => {
    const answers: boolean[] = [];
    for (const claims of ['1', '2', '3', '4', '5']) answers.push(await record.mayAnswer(ADA, claims));
    expect(answers).toEqual([true, true, true, false, false]);
  });

  it('leaves its hash, not its claims', async () => {
    await record.mayAnswer(ADA, '{"access_token":{"acrs":{"value":"c1"}}}');
    expect(JSON.stringify(await store.state.read(['sign-in/msteams/29:ada']))).not.toContain('acrs');
  });
});
