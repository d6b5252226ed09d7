import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BEN, type BotUnderTest, startBotUnderTest } from '../bot-under-test.ts';

let bot: BotUnderTest;
beforeEach(async () => {
  bot = await startBotUnderTest();
});
afterEach(() => bot.close());

interface Action {
  readonly type: string;
  readonly verb: string;
  readonly data: unknown;
  readonly fallback: { readonly data: unknown };
}

async function buttons(): Promise<readonly Action[]> {
  const [said] = await bot.say('AADSTS50011');
  return (said?.card?.actions ?? []) as readonly Action[];
}

function press(action: unknown, more: Record<string, unknown> = {}) {
  return bot.post({ type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' }, ...more });
}

describe('the buttons of a diagnosis card', () => {
  it('are kept as feedback and answered in words, the card left as it is', async () => {
    const [fixed, notIt] = await buttons();
    const { status, body } = await press(fixed);
    expect(status).toBe(200);
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.activity.message' });
    await press(notIt, { from: BEN });
    expect(bot.store.given).toMatchObject([
      { feedback: 'fixed', cause: 'client-secret-invalid', verdict: 'certain', at: Date.parse('2026-03-02T09:00:00Z') },
      { feedback: 'not-it', cause: 'client-secret-invalid', verdict: 'certain' },
    ]);
    const [first, second] = bot.store.given;
    expect(first?.diagnosisId).toBe(second?.diagnosisId);
    expect(first?.by).toMatch(/^[0-9a-f]{32}$/);
    expect(first?.by).not.toBe(second?.by);
  });

  it('work as Action.Submit, which arrives as a message with a value and no text', async () => {
    const [fixed] = await buttons();
    const [said] = await bot.say('', { value: fixed?.fallback.data });
    expect(said?.text).not.toBe('');
    expect(bot.store.given).toMatchObject([{ feedback: 'fixed' }]);
  });

  it.each([
    ['no action at all', undefined],
    ['a verb of another card', { type: 'Action.Execute', verb: 'order-pizza', data: { pizza: 1 } }],
    [
      'a cause that does not exist',
      {
        type: 'Action.Execute',
        verb: 'fixed',
        data: { why401: { verb: 'fixed', diagnosisId: 'a', cause: 'x', verdict: 'certain' } },
      },
    ],
    [
      'an id with anything in it',
      {
        type: 'Action.Execute',
        verb: 'fixed',
        data: { why401: { verb: 'fixed', diagnosisId: 'a b<c>', cause: 'token-expired', verdict: 'certain' } },
      },
    ],
  ])('are answered kindly and not kept where they hold %s', async (_, action) => {
    const { status, body } = await press(action);
    expect(status).toBe(200);
    expect(body).toMatchObject({ statusCode: 200, value: expect.stringContaining('no longer know this button') });
    expect(bot.store.given).toEqual([]);
  });

  it('answer with an id where the feedback cannot be kept', async () => {
    const [fixed] = await buttons();
    bot.store.feedback.record = () => Promise.reject(new Error('disk full'));
    const { status, body } = await press(fixed);
    expect(status).toBe(200);
    const { id } = bot.log.at(-1)?.data ?? {};
    expect(body).toMatchObject({ statusCode: 200, value: expect.stringContaining(String(id)) });
  });
});

describe('other invokes', () => {
  it('are answered 501', async () => {
    expect((await bot.post({ type: 'invoke', name: 'composeExtension/queryLink', value: {} })).status).toBe(501);
    expect((await bot.post({ type: 'invoke', name: 'signin/failure', value: {} })).status).toBe(501);
  });
});
