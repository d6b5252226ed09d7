import type { Activity } from 'botbuilder';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Delivery, type GeneratedDay, generateDay } from '../../../bench/triage/generated-day.ts';
import { type ReplayChannel, startReplayChannel } from '../../../bench/triage/replay-channel.ts';
import { type ReplayChild, startReplayChild } from '../../../bench/triage/replay-child.ts';
import { post } from '../../../bench/triage/replay-day.ts';
import { type ReplayScore, scoreReplay } from '../../../bench/triage/score-replay.ts';
import { deliveryKey } from '../../../src/bot/conversation-key.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { openPostgresStore } from '../../../src/storage/postgres/postgres-store.ts';
import { type PostgresServer, postgresBin, startPostgres } from '../../storage/postgres/postgres-server.ts';

const SIZE = { messages: 300, reports: 110 } as const;
/** What Teams waits before it sends an activity again that was not answered. */
const REPEATED_AFTER_MS = 15_000;
const LIMIT_MS = 40_000;

let day: GeneratedDay;
/** The report at which one instance ends. */
let victim: string;

describe.skipIf(postgresBin === undefined)('two instances on one PostgreSQL while a day is replayed', () => {
  let server: PostgresServer;
  const children: ReplayChild[] = [];
  let channel: ReplayChannel | undefined;

  /** What the day becomes where nothing happens to anybody. */
  let undisturbed: readonly string[];

  beforeAll(async () => {
    server = await startPostgres();
    const whole = generateDay(SIZE, 7);
    // Two deliveries of one at the same moment are another test's; here an instance dies.
    const deliveries = whole.deliveries.filter(({ atOnce }) => !atOnce);
    victim = reportInTheMiddle(whole, deliveries);
    day = {
      ...whole,
      deliveries: deliveries.map((delivery) => (delivery.activity.id === victim ? withLog(delivery) : delivery)),
    };
    const url = await server.newUrl();
    const quiet = await startReplayChannel();
    const child = await startReplayChild({ store: { postgres: url } });
    try {
      await deliverAll(
        day.deliveries,
        [{ child, dead: false, now: undefined }],
        quiet.serviceUrl,
        async () => undefined,
      );
      await child.settle();
      undisturbed = casesIn(await scoreOf(url, quiet));
    } finally {
      await child.kill();
      await quiet.close();
    }
  });
  afterEach(async () => {
    for (const child of children.splice(0)) await child.kill();
    await channel?.close();
    channel = undefined;
  });
  afterAll(() => server?.dispose());

  test.each([
    ['as it has begun to read a report', 'claimed'],
    ['as its answer has reached the channel', 'answered'],
  ] as const)(
    'one is killed %s: nothing is lost and nothing answered twice',
    async (_, moment) => {
      const url = await server.newUrl();
      const watching = await openPostgresStore(url);
      const lanes: Lane[] = [];
      let killed: Promise<void> | undefined;
      const strike = (lane: Lane | undefined): Promise<void> => {
        if (lane === undefined) return Promise.resolve();
        lane.dead = true;
        killed ??= lane.child.kill();
        return killed;
      };
      channel = await startReplayChannel(async (activity) => {
        const lane = lanes.find(({ now }) => now?.activity.id === activity);
        if (moment === 'answered' && killed === undefined && activity === victim) await strike(lane);
      });
      const start = async (): Promise<void> => {
        const child = await startReplayChild({ store: { postgres: url } });
        children.push(child);
        lanes.push({ child, dead: false, now: undefined });
      };
      await Promise.all([start(), start()]);
      const repeated = await deliverAll(day.deliveries, lanes, channel.serviceUrl, async (lane, delivery) => {
        const key = deliveryKey(delivery.activity as unknown as Activity);
        if (moment !== 'claimed' || killed !== undefined || delivery.activity.id !== victim || key === undefined)
          return;
        while (!(await watching.seen.isClaimed(key))) await new Promise((resolve) => setImmediate(resolve));
        await strike(lane);
      });
      await watching.close();
      expect(killed).toBeDefined();
      expect(repeated).toBeGreaterThan(0);
      for (const { child, dead } of lanes) if (!dead) await child.settle();

      const score = await scoreOf(url, channel);
      expect(casesIn(score)).toEqual(undisturbed);
      // In its own thread, or by the card of its incident in the same one.
      const unanswered = score.scored.filter(({ kept }) => kept !== undefined && kept.card === null);
      expect(unanswered.map(({ planned }) => planned.id).filter((id) => !channel?.answers.has(id))).toEqual([]);
      expect(score.answeredTwice).toEqual([]);
      expect(score.interruptions).toEqual([]);
      expect(score.withdrawnAndKept).toEqual([]);
      expect(score.otherwise).toEqual([]);
      expect(score.expected.incidents.length).toBeGreaterThan(3);
    },
    LIMIT_MS,
  );
});

async function scoreOf(url: string, channel: ReplayChannel): Promise<ReplayScore> {
  const store = await openPostgresStore(url);
  try {
    return await scoreReplay(day, channel, store);
  } finally {
    await store.close();
  }
}

/** Each report that became a case, and the cause it has. */
function casesIn({ scored }: ReplayScore): readonly string[] {
  return scored.flatMap(({ planned, kept }) => (kept === undefined ? [] : [`${planned.id} ${kept.cause}`]));
}

/** An instance, and what it has been given to do: one after the other, so that its end meets one activity. */
interface Lane {
  readonly child: ReplayChild;
  dead: boolean;
  now: Delivery | undefined;
}

/** A report of the middle of the day, in a thread of its own: by then there are cases and incidents that could be lost. */
function reportInTheMiddle({ reports }: GeneratedDay, deliveries: readonly Delivery[]): string {
  // Of those that are sure to be answered: the bot is silent over a report that it cannot decide.
  const plain = new Set(
    deliveries
      .filter(({ activity }) => activity.attachments === undefined)
      .filter(({ activity }) => diagnose(String(activity.text), { now: Date.now() }).verdict === 'certain')
      .map(({ activity }) => activity.id),
  );
  const sure = reports.filter(
    ({ id, thread, decidable, fate, incident }) =>
      plain.has(id) && thread.endsWith(id) && decidable && fate === 'stays' && incident !== null,
  );
  const middle = sure[sure.length >> 1];
  if (middle === undefined) throw new Error('The day has no report to end at');
  return middle.id;
}

/** With half a megabyte of log below it reading takes long enough to end in the middle of it. */
function withLog(delivery: Delivery): Delivery {
  const lines = Array.from(
    { length: 6_000 },
    (_, n) => `2026-11-23 10:00:00 INFO [portal-api] request ${n} completed in ${n % 97} ms, cache hit`,
  );
  const { activity } = delivery;
  return { ...delivery, activity: { ...activity, text: [activity.text, '', ...lines].join('\n') } };
}

/**
 * Delivers to both instances, each activity of a thread after the one before it. What is not answered with a success is
 * delivered again, to whoever is left. @returns how often that was
 */
async function deliverAll(
  deliveries: readonly Delivery[],
  lanes: readonly Lane[],
  serviceUrl: string,
  onSent: (lane: Lane, delivery: Delivery) => Promise<void>,
): Promise<number> {
  const waiting = [...deliveries];
  const busy = new Set<string>();
  let repeated = 0;
  const work = async (lane: Lane): Promise<void> => {
    while (!lane.dead) {
      const next = waiting.findIndex(({ thread }) => !busy.has(thread));
      if (next === -1) {
        if (waiting.length === 0 && busy.size === 0) return;
        await new Promise((resolve) => setTimeout(resolve, 2));
        continue;
      }
      const [delivery] = waiting.splice(next, 1);
      if (delivery === undefined) return;
      busy.add(delivery.thread);
      lane.now = delivery;
      const turn = post(lane.child.url, JSON.stringify({ ...delivery.activity, serviceUrl }), delivery.at).catch(
        () => 0,
      );
      await onSent(lane, delivery);
      const status = await turn;
      lane.now = undefined;
      if (status !== 200) {
        repeated += 1;
        waiting.unshift({ ...delivery, at: delivery.at + REPEATED_AFTER_MS });
      }
      busy.delete(delivery.thread);
    }
  };
  await Promise.all(lanes.map(work));
  return repeated;
}
