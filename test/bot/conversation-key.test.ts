import type { Activity } from 'botbuilder';
import { describe, expect, it } from 'vitest';
import { deliveryKey, memoryOwner, personHash } from '../../src/bot/conversation-key.ts';

function activity(more: Record<string, unknown>): Activity {
  return {
    type: 'message',
    id: 'm1',
    channelId: 'msteams',
    conversation: { id: 'c1' },
    from: { id: 'p1' },
    ...more,
  } as unknown as Activity;
}

describe('deliveryKey', () => {
  it('is the same for a repeated delivery only', () => {
    const at = new Date('2026-03-02T09:00:00Z');
    const keys = [
      activity({}),
      activity({ id: 'm2' }),
      activity({ conversation: { id: 'c2' } }),
      activity({ channelId: 'slack' }),
      activity({ type: 'messageUpdate', timestamp: at }),
      activity({ type: 'messageUpdate', timestamp: new Date('2026-03-02T09:01:00Z') }),
      activity({ type: 'messageUpdate', text: 'a' }),
      activity({ type: 'messageUpdate', text: 'b' }),
      activity({ type: 'messageDelete', timestamp: at }),
    ].map(deliveryKey);
    expect(new Set(keys).size).toBe(keys.length);
    expect(deliveryKey(activity({ timestamp: at }))).toBe(deliveryKey(activity({ timestamp: new Date(0) })));
  });

  it('is undefined without an id', () => {
    expect(deliveryKey(activity({ id: undefined }))).toBeUndefined();
  });
});

it('memoryOwner needs to know who wrote', () => {
  expect(memoryOwner(activity({}))).toEqual({ conversation: 'msteams/c1', person: 'p1' });
  expect(memoryOwner(activity({ from: undefined }))).toBeUndefined();
});

it('personHash does not hold the id', () => {
  expect(personHash(activity({ from: { id: '29:anna' } }))).toMatch(/^[0-9a-f]{32}$/);
});
