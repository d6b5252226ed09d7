import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLogger } from '../../../src/logging/logger.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/sqlite-store.ts';
import type { Store } from '../../../src/storage/store.ts';
import type { StatusChange, StoredCase } from '../../../src/storage/triage-store.ts';
import {
  type Delivery,
  type DeliveryOptions,
  GIVE_UP_MS,
  REJECTED_TRIES,
  startDelivery,
} from '../../../src/triage/webhook/deliver-outbox.ts';
import { deliverySignature } from '../../../src/triage/webhook/delivery-signature.ts';
import { ADELE, NOW, report } from '../sample-cases.ts';
import { type DrivenClock, drivenClock } from './driven-clock.ts';
import { type WebhookReceiver, webhookReceiver } from './webhook-receiver.ts';

const SECRET = 'made-up-for-these-tests';
const HOUR = 60 * 60_000;

let folder: string;
let store: Store;
let receiver: WebhookReceiver;
let clock: DrivenClock;
let log: string[];
const deliveries: Delivery[] = [];

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'why401-outbox-'));
  store = openStore();
  receiver = await webhookReceiver();
  clock = drivenClock(NOW);
  log = [];
});

afterEach(async () => {
  await Promise.all(deliveries.splice(0).map((delivery) => delivery.stop()));
  await receiver.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function openStore(): Store {
  const opened = openSqliteStore(path.join(folder, 'why401.db'), () => clock?.now() ?? NOW);
  opened.outbox.enable();
  return opened;
}

function deliver(options: Partial<DeliveryOptions> = {}): Delivery {
  const logger = createLogger({ level: 'info', form: 'json', destination: { write: (line) => void log.push(line) } });
  const delivery = startDelivery({
    outbox: store.outbox,
    url: receiver.url,
    secret: SECRET,
    log: logger,
    now: clock.now,
    random: () => 0.5,
    sleep: clock.sleep,
    ...options,
  });
  deliveries.push(delivery);
  return delivery;
}

const STEPS = [
  { event: 'case.taken', state: 'taken', assignee: ADELE, waitingFor: null },
  { event: 'case.waiting', state: 'waiting', assignee: ADELE, waitingFor: 'tenant-admin' },
  { event: 'case.resolved', state: 'resolved', assignee: ADELE, waitingFor: null },
] as const;

/** Cases that stand alone, each opened, taken, waiting and resolved: four events. */
async function fill(cases: number, steps: number = STEPS.length, first = 1): Promise<void> {
  for (let index = first; index < first + cases; index += 1) {
    const alone = { windowMs: HOUR, groups: false };
    const opened = await store.triage.report(report({ activityId: `activity-${index}`, at: clock.now() }), alone);
    let current: StoredCase = opened.case;
    for (const step of STEPS.slice(0, steps)) {
      const change: StatusChange = { ...step, wrong: false, by: ADELE, at: clock.now() };
      current = (await store.triage.changeCase(current.desk, current.number, current.version, change))!;
    }
  }
}

const waiting = async (): Promise<number> => (await store.outbox.waiting()).rows;

/** What of each case was taken by the receiver, in the order in which it came. */
function typesByCase(): Record<string, string[]> {
  const types: Record<string, string[]> = {};
  for (const { about, type } of receiver.taken()) {
    types[about] ??= [];
    types[about].push(type);
  }
  return types;
}

const FULL = ['case.opened', 'case.taken', 'case.waiting', 'case.resolved'];

test('every change is told once, in the order of its case, and signed', async () => {
  await fill(5);
  deliver();
  await clock.settled();
  expect(await waiting()).toBe(0);
  expect(receiver.received).toHaveLength(20);
  expect(Object.values(typesByCase())).toEqual(Array(5).fill(FULL));
  expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(20);
  for (const { body, signature } of receiver.received) expect(signature).toBe(deliverySignature(SECRET, NOW, body));
  expect(log).toEqual([]);
});

test('what happens later is told within seconds', async () => {
  deliver();
  await clock.settled();
  await fill(1, 0);
  await clock.advance(2_000);
  await clock.settled();
  expect(receiver.taken().map(({ type }) => type)).toEqual(['case.opened']);
});

describe('a receiver that answers 500 for an hour', () => {
  test('loses nothing, gets nothing twice, and is not stormed', async () => {
    receiver.answer = () => ({ status: clock.now() < NOW + HOUR ? 500 : 200 });
    await fill(20);
    deliver();
    await clock.advance(HOUR / 2);
    // The desk goes on meanwhile.
    await fill(10, STEPS.length, 21);
    await clock.advance(HOUR / 2);
    const during = receiver.received.length;
    expect(receiver.taken()).toEqual([]);
    expect(await waiting()).toBe(120);
    expect(during).toBeGreaterThan(10);
    expect(during).toBeLessThan(60);

    // Within five minutes it is asked again, and then nearly everything follows at once.
    await clock.advance(5 * 60_000);
    expect(receiver.taken().length).toBeGreaterThan(90);
    await clock.advance(15 * 60_000);
    expect(await waiting()).toBe(0);
    expect(receiver.taken()).toHaveLength(120);
    expect(Object.keys(typesByCase())).toHaveLength(30);
    expect(Object.values(typesByCase())).toEqual(Array(30).fill(FULL));
  });

  test('is told of in the log, without the query of its address or what was sent', async () => {
    receiver.answer = () => ({ status: 500 });
    await fill(1);
    deliver();
    await clock.advance(60_000);
    const lines = log.join('');
    expect(lines).toContain('the webhook cannot be reached; it is tried again');
    expect(lines).toContain('"status":500');
    for (const kept of ['query-of-the-address', SECRET, 'Conditional Access']) expect(lines).not.toContain(kept);
  });
});

describe('a restart', () => {
  test('in the middle loses nothing: what the dead one had claimed goes out after its time', async () => {
    await fill(3);
    const dying = openStore();
    expect(await dying.outbox.claim(clock.now(), clock.now() + 60_000, 4)).not.toEqual([]);
    await dying.close();
    deliver();
    await clock.advance(30_000);
    expect(await waiting()).toBeGreaterThan(0);
    await clock.advance(60_000);
    expect(await waiting()).toBe(0);
    expect(Object.values(typesByCase())).toEqual(Array(3).fill(FULL));
  });

  test('waits for the delivery under way', async () => {
    await fill(1, 0);
    let release: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => {
      release = resolve;
    });
    const came = new Promise<void>((resolve) => {
      receiver.answer = async () => {
        resolve();
        await answered;
        return { status: 200 };
      };
    });
    const delivery = deliver();
    await came;
    let stopped = false;
    const stop = delivery.stop().then(() => {
      stopped = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(stopped).toBe(false);
    release();
    await stop;
    expect(await waiting()).toBe(0);
  });

  test('ends a pause at once', async () => {
    const delivery = deliver();
    await clock.settled();
    await delivery.stop();
    await fill(1, 0);
    expect(receiver.received).toEqual([]);
  });
});

test('two instances on one file tell each change once, in the order of its case', async () => {
  await fill(25);
  const other = openStore();
  clock.sleepers = 2;
  deliver();
  deliver({ outbox: other.outbox });
  await clock.advance(10_000);
  expect(await waiting()).toBe(0);
  expect(receiver.received).toHaveLength(100);
  expect(Object.values(typesByCase())).toEqual(Array(25).fill(FULL));
  await Promise.all(deliveries.splice(0).map((delivery) => delivery.stop()));
  await other.close();
});

test('what the receiver does not like is given up after a while, and holds up only its own case', async () => {
  await fill(2);
  receiver.answer = ({ about, type }) => ({ status: about === 'case 1' && type === 'case.taken' ? 400 : 200 });
  deliver();
  await clock.settled();
  expect(typesByCase()).toEqual({ 'case 1': ['case.opened'], 'case 2': FULL });
  await clock.advance(HOUR);
  expect(await waiting()).toBe(0);
  expect(receiver.received.filter(({ status }) => status === 400)).toHaveLength(REJECTED_TRIES);
  expect(typesByCase()['case 1']).toEqual(['case.opened', 'case.waiting', 'case.resolved']);
  const given = log.filter((line) => line.includes('is given up')).map((line) => JSON.parse(line));
  expect(given).toMatchObject([{ level: 'error', event: 'case.taken', number: 1, status: 400 }]);
});

test('one delivery that makes the receiver fail does not hold up the others', async () => {
  await fill(6, 0);
  receiver.answer = ({ about }) => ({ status: about === 'case 1' ? 500 : 200 });
  deliver();
  await clock.advance(10 * 60_000);
  expect(receiver.taken()).toHaveLength(5);
  expect(await waiting()).toBe(1);
});

test('«gone» is asked once an hour, and what waits goes to the new address', async () => {
  await fill(2);
  receiver.answer = () => ({ status: 410 });
  const delivery = deliver();
  await clock.advance(5 * HOUR);
  // At first as many as go at once.
  expect(receiver.received.length).toBeLessThanOrEqual(8);
  expect(log.join('')).toContain('change WHY401_WEBHOOK_URL');
  expect(await waiting()).toBe(8);
  await delivery.stop();

  receiver.answer = () => ({ status: 200 });
  deliver();
  await clock.advance(HOUR);
  expect(Object.values(typesByCase())).toEqual([FULL, FULL]);
});

test('Retry-After is heeded', async () => {
  await fill(1, 0);
  receiver.answer = () => ({ status: 503, headers: { 'retry-after': '1200' } });
  deliver();
  await clock.advance(1_100_000);
  expect(receiver.received).toHaveLength(1);
  await clock.advance(200_000);
  expect(receiver.received).toHaveLength(2);
});

test('no redirect is followed', async () => {
  const elsewhere = await webhookReceiver();
  await fill(1, 0);
  receiver.answer = () => ({ status: 307, headers: { location: elsewhere.url } });
  deliver();
  await clock.advance(60_000);
  expect(elsewhere.received).toEqual([]);
  expect(receiver.received.length).toBeGreaterThan(1);
  expect(await waiting()).toBe(1);
  await elsewhere.close();
});

describe('no answer', () => {
  test('in time counts as none', async () => {
    await fill(1, 0);
    let slow = true;
    receiver.answer = async () => {
      if (slow) await new Promise((resolve) => setTimeout(resolve, 300));
      return { status: 200 };
    };
    deliver({ timeoutMs: 50 });
    await clock.settled();
    expect(await waiting()).toBe(1);
    expect(log.join('')).toContain('"reason":"timeout"');
    slow = false;
    await clock.advance(60_000);
    expect(await waiting()).toBe(0);
  });

  test('for want of a connection is told by its code', async () => {
    const { url } = receiver;
    await receiver.close();
    await fill(1, 0);
    deliver({ url });
    await clock.settled();
    expect(log.join('')).toContain('"reason":"ECONNREFUSED"');
    expect(log.join('')).not.toContain('query-of-the-address');
  });
});

test('after three days what is old is given up, and told', async () => {
  await fill(70, 0);
  receiver.answer = () => ({ status: 500 });
  // Nobody tries for the most of that time.
  clock.sleepers = 0;
  await clock.advance(GIVE_UP_MS - 2 * HOUR);
  clock.sleepers = 1;
  deliver();
  await clock.advance(HOUR);
  expect(await waiting()).toBe(70);
  await fill(3, 0, 71);
  await clock.advance(2 * HOUR);
  expect(await waiting()).toBe(3);
  expect(log.join('')).toContain('deliveries older than three days are given up');
  receiver.answer = () => ({ status: 200 });
  await clock.advance(HOUR);
  expect(
    receiver
      .taken()
      .map(({ about }) => about)
      .toSorted(),
  ).toEqual(['case 71', 'case 72', 'case 73']);
});

test('a row that cannot be read is given up, and told without its text', async () => {
  await fill(1, 0);
  const { outbox } = store;
  deliver({
    outbox: {
      ...outbox,
      enable: () => outbox.enable(),
      waiting: () => outbox.waiting(),
      delivered: (id) => outbox.delivered(id),
      failed: (id, next) => outbox.failed(id, next),
      claim: async (...when) =>
        (await outbox.claim(...when)).map((row) => ({ ...row, snapshot: '{"number":17,"headline":"kept here"}' })),
    },
  });
  await clock.settled();
  expect(await waiting()).toBe(0);
  expect(receiver.received).toEqual([]);
  expect(log.join('')).toContain('cannot be read');
  expect(log.join('')).not.toContain('kept here');
});

test('a store that fails for a moment stops nothing', async () => {
  await fill(1, 0);
  const { outbox } = store;
  let fails = 2;
  deliver({
    outbox: {
      enable: () => outbox.enable(),
      waiting: () => outbox.waiting(),
      delivered: (id) => outbox.delivered(id),
      failed: (id, next) => outbox.failed(id, next),
      claim: async (...when) => {
        fails -= 1;
        if (fails >= 0) throw new Error('the database is locked');
        return outbox.claim(...when);
      },
    },
  });
  await clock.advance(60_000);
  expect(receiver.taken()).toHaveLength(1);
  expect(log.filter((line) => line.includes('the outbox cannot be used'))).toHaveLength(2);
});
