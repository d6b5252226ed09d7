import { type Activity, CloudAdapter, type InvokeResponse, type ResourceResponse, type TurnContext } from 'botbuilder';
import { describe, expect, it } from 'vitest';
import { ActivityAdapter } from '../../../src/bot/adapter/activity-adapter.ts';
import type { BotLogger } from '../../../src/bot/adapter/bot-logger.ts';
import { CachedAuthentication } from '../../../src/bot/adapter/cached-authentication.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} } as unknown as BotLogger;

type Logic = (context: TurnContext) => Promise<void>;
interface Outcome {
  readonly response: InvokeResponse | undefined;
  readonly noticed: readonly unknown[];
}

class Stock extends CloudAdapter {
  turn(activity: Activity, logic: Logic): Promise<InvokeResponse | undefined> {
    return this.processActivity('', activity, logic);
  }
}
class Lean extends ActivityAdapter {
  turn(activity: Activity, logic: Logic): Promise<InvokeResponse | undefined> {
    return this.processActivity('', activity, logic);
  }
}

const delivered: Partial<Activity> = {
  type: 'message',
  id: 'in-1',
  channelId: 'msteams',
  serviceUrl: 'http://127.0.0.1:9/',
  conversation: { id: 'c', isGroup: false, conversationType: 'personal', name: '' },
  from: { id: 'anna', name: 'Anna' },
  recipient: { id: 'bot', name: 'why401' },
  locale: 'de-DE',
  callerId: 'urn:written-by-the-caller',
  text: 'hello',
};
const expecting = { ...delivered, deliveryMode: 'expectReplies' };

/** What a turn notes down, beside what the caller gets: `[]` for the same is part of the comparison. */
type Scene = (context: TurnContext, note: (it: unknown) => void) => Promise<unknown>;

async function play(adapter: Stock | Lean, activity: Partial<Activity>, scene: Scene): Promise<Outcome> {
  const noticed: unknown[] = [];
  const response = await adapter.turn(structuredClone(activity) as Activity, async (context) => {
    await scene(context, (it) => noticed.push(structuredClone(it)));
    noticed.push({ responded: context.responded, locale: context.locale, callerId: context.activity.callerId ?? null });
  });
  return { response: structuredClone(response), noticed };
}

const SCENES: Readonly<Record<string, { activity?: Partial<Activity>; scene: Scene }>> = {
  'says nothing': { scene: async () => undefined },
  'a message': { scene: (context) => context.sendActivity({ type: 'message', text: 'a' }) },
  'a message that has an id and a language of its own': {
    scene: (context) => context.sendActivity({ type: 'message', id: 'x', locale: 'en-GB', text: 'a' }),
  },
  'words that are spoken': { scene: (context) => context.sendActivity('a', 'ah', 'expectingInput') },
  'something without a type': { scene: (context) => context.sendActivity({ text: 'a' }) },
  'several, among them no message': {
    scene: (context) => context.sendActivities([{ type: 'typing' }, { type: 'message', text: 'a' }, { text: 'b' }]),
  },
  'a trace alone': { scene: (context) => context.sendActivity({ type: 'trace', name: 't' }) },
  'what sending returns': {
    scene: async (context, note) => {
      note(await context.sendActivity({ type: 'message', text: 'a' }));
      note(await context.sendActivities([{ type: 'message', text: 'b' }, { text: 'c' }]));
      note(await context.sendActivities([]));
    },
  },
  'a handler that changes what is sent': {
    scene: async (context, note) => {
      context.onSendActivities(async (_, activities, next): Promise<ResourceResponse[]> => {
        note(activities);
        for (const activity of activities) activity.text = `${activity.text}!`;
        return next();
      });
      await context.sendActivity({ type: 'message', text: 'a' });
    },
  },
  'a handler that lets nothing through': {
    scene: async (context) => {
      context.onSendActivities(async () => []);
      await context.sendActivity({ type: 'message', text: 'a' });
    },
  },
  'replies to nobody': { activity: { ...delivered, type: 'event' }, scene: async () => undefined },
  'an invoke without an answer': { activity: { ...delivered, type: 'invoke' }, scene: async () => undefined },
  'an invoke with an answer': {
    activity: { ...delivered, type: 'invoke' },
    scene: (context) => context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: { a: 1 } } }),
  },
  'an invoke whose replies are expected': {
    activity: { ...expecting, type: 'invoke' },
    scene: (context) => context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: { a: 1 } } }),
  },
  'what the turn carries': {
    scene: async (context, note) => {
      const adapter = context.adapter as CloudAdapter;
      note(context.turnState.get<string>(adapter.OAuthScopeKey));
      for (const key of [adapter.BotIdentityKey, adapter.ConnectorClientKey, adapter.UserTokenClientKey])
        note(context.turnState.get<object>(key)?.constructor.name);
      note(typeof context.turnState.get('botCallbackHandler'));
    },
  },
};

describe('a lean turn', () => {
  const stock = new Stock(new CachedAuthentication(null));
  const lean = new Lean(new CachedAuthentication(null), silent);

  it.each(Object.entries(SCENES))('does as botbuilder does: %s', async (_, { activity = expecting, scene }) => {
    const expected = await play(stock, activity, scene);
    expect(await play(lean, activity, scene)).toEqual(expected);
  });

  it('takes nobody at their word about who calls', async () => {
    const { noticed } = await play(lean, expecting, async () => undefined);
    expect(noticed).toEqual([{ responded: false, locale: 'de-DE', callerId: null }]);
  });

  it('hands a failure to the one who listens, and throws it where nobody does', async () => {
    const failing = async (): Promise<void> => {
      throw new Error('no');
    };
    await expect(lean.turn({ ...expecting } as Activity, failing)).rejects.toThrow('no');
    const listening = new Lean(new CachedAuthentication(null), silent);
    const heard: unknown[] = [];
    listening.onTurnError = async (context, error) => void heard.push(context.activity.id, error.message);
    await listening.turn({ ...expecting } as Activity, failing);
    expect(heard).toEqual(['in-1', 'no']);
  });

  it('ends with its turn', async () => {
    let kept: TurnContext | undefined;
    await lean.turn({ ...expecting } as Activity, async (context) => {
      kept = context;
    });
    expect(() => kept?.activity).toThrow(TypeError);
  });
});
