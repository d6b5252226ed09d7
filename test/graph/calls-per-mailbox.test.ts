import { describe, expect, it } from 'vitest';
import { CALLS_AT_A_TIME, CallsPerMailbox } from '../../src/graph/calls-per-mailbox.ts';

const NEVER = new AbortController().signal;

describe('calls per mailbox', () => {
  it('lets four in and the next one when one leaves, in order', async () => {
    const gates = new CallsPerMailbox();
    const inside = await Promise.all(Array.from({ length: CALLS_AT_A_TIME }, () => gates.enter('anna', NEVER)));
    const order: string[] = [];
    const enter = async (name: string) => {
      const leave = await gates.enter('anna', NEVER);
      order.push(name);
      return leave;
    };
    const fifth = enter('fifth');
    const sixth = enter('sixth');
    await Promise.resolve();
    expect(order).toEqual([]);
    inside[0]!();
    inside[0]!();
    const leaveFifth = await fifth;
    expect(order).toEqual(['fifth']);
    leaveFifth!();
    (await sixth)!();
    for (const leave of inside.slice(1)) leave!();
    expect(gates.busy).toBe(0);
  });

  it('lets nobody wait past their time', async () => {
    const gates = new CallsPerMailbox();
    const inside = await Promise.all(Array.from({ length: CALLS_AT_A_TIME }, () => gates.enter('anna', NEVER)));
    const impatient = new AbortController();
    const waiting = gates.enter('anna', impatient.signal);
    const patient = gates.enter('anna', NEVER);
    impatient.abort();
    expect(await waiting).toBeNull();
    expect(await gates.enter('anna', impatient.signal)).toBeNull();
    inside[0]!();
    expect(await patient).not.toBeNull();
  });

  it('forgets a mailbox that nobody uses', async () => {
    const gates = new CallsPerMailbox();
    for (let index = 0; index < 100; index += 1) (await gates.enter(`person-${index}`, NEVER))!();
    expect(gates.busy).toBe(0);
  });

  it('keeps a bounded number of mailboxes', async () => {
    const gates = new CallsPerMailbox();
    for (let index = 0; index < 10_003; index += 1) await gates.enter(`person-${index}`, NEVER);
    expect(gates.busy).toBe(10_001);
  });
});
