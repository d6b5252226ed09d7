import { setImmediate as nextRound } from 'node:timers/promises';
import type { TurnContext } from 'botbuilder';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BotLogger } from '../../../src/bot/adapter/bot-logger.ts';
import { liveMessage } from '../../../src/bot/sign-in/live-message.ts';

interface Sent {
  readonly how: 'send' | 'update';
  readonly text: string;
  readonly id: string | undefined;
}

const quiet = { info: () => undefined } as unknown as BotLogger;

function channelOf(
  about: {
    channelId?: string;
    deliveryMode?: string;
    id?: string;
    refusesUpdates?: boolean;
    refusesMessages?: boolean;
  } = {},
): {
  context: TurnContext;
  sent: Sent[];
} {
  const { channelId = 'msteams', deliveryMode, id = 'm1', refusesUpdates = false, refusesMessages = false } = about;
  const sent: Sent[] = [];
  const context = {
    activity: { channelId, deliveryMode },
    async sendActivity({ text }: { text: string }) {
      if (refusesMessages) throw new Error('403');
      sent.push({ how: 'send', text, id: undefined });
      return { id };
    },
    async updateActivity({ text, id: updated }: { text: string; id: string }) {
      if (refusesUpdates) throw new Error('501');
      sent.push({ how: 'update', text, id: updated });
    },
  } as unknown as TurnContext;
  return { context, sent };
}

describe('a message that fills in', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is sent at once and updated four times a second at most, the newest state only', async () => {
    const { context, sent } = channelOf();
    const message = liveMessage(context, quiet);
    for (let step = 1; step <= 10; step += 1) {
      message.show({ text: `${step}` });
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(sent.map(({ text }) => text)).toEqual(['1', '5', '10'].slice(0, sent.length));
    await message.finish({ text: 'done' });
    expect(sent.at(-1)).toEqual({ how: 'update', text: 'done', id: 'm1' });
    expect(sent.filter(({ how }) => how === 'send')).toHaveLength(1);
    expect(sent.length).toBeLessThanOrEqual(4);
    // Nothing of it waits any more: timers are not counted, since what runs the tests sets some of its own.
    const { length } = sent;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toHaveLength(length);
  });

  it.each([
    ['expected replies', { deliveryMode: 'expectReplies' }],
    ['Slack', { channelId: 'slack' }],
    ['Web Chat', { channelId: 'webchat' }],
  ])('is one message at the end with %s', async (_, about) => {
    const { context, sent } = channelOf(about);
    const message = liveMessage(context, quiet);
    message.show({ text: '1' });
    await vi.advanceTimersByTimeAsync(1_000);
    await message.finish({ text: 'done' });
    expect(sent).toEqual([{ how: 'send', text: 'done', id: undefined }]);
  });

  it.each([
    ['gives no id', { id: '' }],
    ['refuses updates', { refusesUpdates: true }],
  ])('is sent anew at the end where the channel %s', async (_, about) => {
    const { context, sent } = channelOf(about);
    const message = liveMessage(context, quiet);
    message.show({ text: '1' });
    message.show({ text: '2' });
    await vi.advanceTimersByTimeAsync(1_000);
    await message.finish({ text: 'done' });
    expect(sent.map(({ how, text }) => [how, text])).toEqual([
      ['send', '1'],
      ['send', 'done'],
    ]);
  });

  it('throws what the channel refuses where it is finished, and nowhere else', async () => {
    const unhandled: unknown[] = [];
    const hear = (reason: unknown): void => void unhandled.push(reason);
    process.on('unhandledRejection', hear);
    try {
      const { context } = channelOf({ refusesMessages: true });
      const message = liveMessage(context, quiet);
      for (const text of ['1', '2', '3']) {
        message.show({ text });
        await vi.advanceTimersByTimeAsync(300);
        await nextRound();
      }
      await expect(message.finish({ text: 'done' })).rejects.toThrow('403');
      expect(unhandled).toEqual([]);
    } finally {
      process.off('unhandledRejection', hear);
    }
  });

  it('needs no intermediate state', async () => {
    const { context, sent } = channelOf();
    await liveMessage(context, quiet).finish({ text: 'done' });
    expect(sent).toEqual([{ how: 'send', text: 'done', id: undefined }]);
  });
});
