import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPacedUpdates } from '../../../../src/bot/triage/cards/paced-updates.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('updates of one message', () => {
  it('run at once, then once a second, the last of them always', async () => {
    const ran: string[] = [];
    const updates = createPacedUpdates(
      () => undefined,
      () => false,
    );
    const request = (name: string) => updates.request('card', async () => void ran.push(name));
    for (const name of ['a', 'b', 'c']) request(name);
    await vi.advanceTimersByTimeAsync(0);
    expect(ran).toEqual(['a']);
    await vi.advanceTimersByTimeAsync(999);
    expect(ran).toEqual(['a']);
    await vi.advanceTimersByTimeAsync(1);
    expect(ran).toEqual(['a', 'c']);
    updates.request('another', async () => void ran.push('x'));
    await vi.advanceTimersByTimeAsync(0);
    expect(ran).toEqual(['a', 'c', 'x']);
  });

  it('are tried again where the channel is busy, and given up where it refuses', async () => {
    let calls = 0;
    const failures: unknown[] = [];
    const updates = createPacedUpdates(
      (error) => void failures.push(error),
      (error) => error === 'busy',
    );
    updates.request('card', async () => {
      calls += 1;
      if (calls < 3) throw 'busy';
    });
    await vi.advanceTimersByTimeAsync(10_000);
    expect([calls, failures]).toEqual([3, []]);
    updates.request('gone', () => Promise.reject('gone'));
    await vi.advanceTimersByTimeAsync(0);
    expect(failures).toEqual(['gone']);
  });

  it('do not wait where the service stops', async () => {
    vi.useRealTimers();
    const ran: number[] = [];
    const updates = createPacedUpdates(
      () => undefined,
      () => false,
      60_000,
    );
    updates.request('card', async () => void ran.push(1));
    updates.request('card', async () => void ran.push(2));
    await updates.settle();
    expect(ran).toEqual([1, 2]);
  });

  it('keep no processor busy where the service stops and one of them takes its time', async () => {
    vi.useRealTimers();
    const updates = createPacedUpdates(
      () => undefined,
      () => false,
    );
    updates.request('card', () => new Promise((resolve) => setTimeout(resolve, 50)));
    const rounds = vi.spyOn(globalThis, 'setImmediate');
    await updates.settle();
    expect(rounds.mock.calls.length).toBeLessThan(5);
    rounds.mockRestore();
  });
});
