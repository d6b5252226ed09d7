import { describe, expect, it } from 'vitest';
import { createReadiness, ProbeTimeoutError } from '../../src/http/readiness.ts';

describe('readiness', () => {
  it('gives what is not ready, in its order', async () => {
    const ask = createReadiness([
      { name: 'store', check: async () => {} },
      {
        name: 'keys',
        check: () => {
          throw new Error('no key');
        },
      },
      { name: 'disk', check: () => Promise.reject(new Error('full')) },
    ]);
    expect((await ask()).map(({ name, error }) => [name, (error as Error).message])).toEqual([
      ['keys', 'no key'],
      ['disk', 'full'],
    ]);
  });

  it('bounds each probe in time, side by side, and starts no second one that hangs', async () => {
    let started = 0;
    const check = (): Promise<void> => {
      started += 1;
      return new Promise(() => {});
    };
    const hanging = { withinMs: 20, check };
    const ask = createReadiness([
      { name: 'a', ...hanging },
      { name: 'b', ...hanging },
    ]);
    const began = performance.now();
    const failed = await ask();
    expect(failed.every(({ error }) => error instanceof ProbeTimeoutError)).toBe(true);
    expect(performance.now() - began).toBeLessThan(2_000);
    await ask();
    expect(started).toBe(2);
  });

  it('asks anew once there was an answer', async () => {
    let ready = false;
    const ask = createReadiness([
      { name: 'store', check: () => (ready ? Promise.resolve() : Promise.reject(new Error())) },
    ]);
    expect(await ask()).toHaveLength(1);
    ready = true;
    expect(await ask()).toEqual([]);
  });
});
