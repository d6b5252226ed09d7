import { expect, it } from 'vitest';
import { createBackground } from '../../../src/bot/attachments/background.ts';

function gate(): { readonly open: () => void; readonly opened: Promise<void> } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), opened };
}

it('does a few things at once, and the rest when there is room', async () => {
  const background = createBackground();
  const { open, opened } = gate();
  let running = 0;
  let most = 0;
  let done = 0;
  for (let i = 0; i < 12; i += 1) {
    const task = async (): Promise<void> => {
      running += 1;
      most = Math.max(most, running);
      await opened;
      running -= 1;
      done += 1;
    };
    background.run({ task });
  }
  expect(running).toBe(4);
  open();
  await background.settled();
  expect([most, done]).toEqual([4, 12]);
});

it('refuses what it could not do soon', async () => {
  const background = createBackground();
  const { open, opened } = gate();
  const taken = Array.from({ length: 40 }, () => background.run({ task: () => opened })).filter((it) => it).length;
  expect(taken).toBe(28);
  open();
  await background.settled();
  expect(background.run({ task: async () => {} })).toBe(true);
});

it('goes on after a failure', async () => {
  const background = createBackground();
  let done = false;
  background.run({ task: () => Promise.reject(new Error('no')) });
  background.run({
    task: async () => {
      done = true;
    },
  });
  await background.settled();
  expect(done).toBe(true);
});

it('does what is about the same thing in its order, and other things meanwhile', async () => {
  const background = createBackground();
  const { open, opened } = gate();
  const done: string[] = [];
  const first = async (): Promise<void> => {
    await opened;
    done.push('first edition');
  };
  background.run({ task: first, key: 'message' });
  background.run({ task: async () => void done.push('second edition'), key: 'message' });
  background.run({ task: async () => void done.push('another message'), key: 'other' });
  await new Promise((resolve) => setImmediate(resolve));
  open();
  await background.settled();
  expect(done).toEqual(['another message', 'first edition', 'second edition']);
});

it('tells of what the service did not come to before it stops', async () => {
  const background = createBackground(20);
  const told: string[] = [];
  const never = (): Promise<void> => new Promise(() => undefined);
  for (let index = 0; index < 6; index += 1)
    background.run({ task: never, onStopped: async () => void told.push(`work ${index}`) });
  background.run({ task: never, onStopped: () => Promise.reject(new Error('the channel is gone')) });
  await background.settled();
  expect(told).toEqual(['work 0', 'work 1', 'work 2', 'work 3', 'work 4', 'work 5']);
});
