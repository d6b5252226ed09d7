import { describe, expect, test } from 'vitest';
import { singleFlight } from '../../../src/identity/msal/single-flight.ts';

describe('one at a time for each person', () => {
  test('the same request is answered once for all who ask', async () => {
    const flight = singleFlight<number>();
    let runs = 0;
    const work = async () => {
      runs += 1;
      return runs;
    };
    expect(await Promise.all(Array.from({ length: 5 }, () => flight('sam', 'token', work)))).toEqual([1, 1, 1, 1, 1]);
    expect(await flight('sam', 'token', work)).toBe(2);
  });

  test('another request of the person waits, that of another person does not', async () => {
    const flight = singleFlight<string>();
    const log: string[] = [];
    const slow = Promise.withResolvers<string>();
    const step = (name: string, until?: Promise<string>) => async () => {
      log.push(`${name} begins`);
      await until;
      log.push(`${name} ends`);
      return name;
    };
    const first = flight('sam', 'a', step('sam a', slow.promise));
    const second = flight('sam', 'b', step('sam b'));
    await flight('kim', 'a', step('kim a'));
    expect(log).toEqual(['sam a begins', 'kim a begins', 'kim a ends']);
    slow.resolve('go');
    expect(await Promise.all([first, second])).toEqual(['sam a', 'sam b']);
    expect(log.slice(3)).toEqual(['sam a ends', 'sam b begins', 'sam b ends']);
  });

  test('a failure is told to those who shared it and holds nobody up', async () => {
    const flight = singleFlight<string>();
    const failing = async (): Promise<string> => {
      throw new Error('no');
    };
    const both = await Promise.allSettled([flight('sam', 'a', failing), flight('sam', 'a', failing)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await flight('sam', 'a', async () => 'yes')).toBe('yes');
  });
});
