import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BotLogger } from '../../src/bot/adapter/bot-logger.ts';
import { type BotOptions, createBot } from '../../src/bot/create-bot.ts';
import type { Engine } from '../../src/bot/engine.ts';
import { type FakeConnector, startFakeConnector } from './fake-connector.ts';
import { fakeEngine } from './fake-engine.ts';
import { createInMemoryStore, type InMemoryStore } from './in-memory-store.ts';

export const BOT = { id: '28:bot', name: 'why401' };
export const ANNA = { id: '29:anna', name: 'Anna', aadObjectId: 'aad-anna' };
export const BEN = { id: '29:ben', name: 'Ben', aadObjectId: 'aad-ben' };
export const MENTION = { type: 'mention', text: '<at>why401</at>', mentioned: BOT };

export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly data: Record<string, unknown>;
  readonly message: string;
}

export interface BotUnderTest {
  readonly connector: FakeConnector;
  readonly store: InMemoryStore;
  readonly log: LogLine[];
  /** Sets the clock on, in milliseconds. */
  pass(ms: number): void;
  /** Posts an activity; what is left out is a message of Anna in her personal chat, each with an id of its own. */
  post(activity: Record<string, unknown>): Promise<{ status: number; body: unknown }>;
  /** Posts a message and returns what the bot said in the conversation in answer to it. */
  say(text: string, more?: Record<string, unknown>): Promise<Said[]>;
  /** Waits until what the bot does by itself is done. */
  settled(): Promise<void>;
  /** What the service does twice a minute by itself. */
  finishLeft(): Promise<number>;
  close(): Promise<void>;
}

export interface Said {
  readonly text: string;
  readonly summary: string;
  readonly card: Record<string, unknown> | undefined;
  readonly raw: Record<string, unknown>;
}

export interface BotUnderTestOptions
  extends Pick<BotOptions, 'tokenService' | 'sandbox' | 'understand' | 'pictures' | 'channelPictures' | 'triage'> {
  readonly diagnose?: Engine;
  readonly logger?: BotLogger;
  /** What attachments are fetched with. */
  readonly fetch?: typeof fetch;
  /** Shared with another bot; each has one of its own otherwise. */
  readonly store?: InMemoryStore;
  readonly connector?: FakeConnector;
  /** Instead of a clock that stands still. */
  readonly now?: () => number;
  readonly onTurnFailed?: BotOptions['onTurnFailed'];
  /** How people sign in, where they can; it gets the clock of the test. */
  readonly signIn?: (now: () => number, store: InMemoryStore) => BotOptions['signIn'];
}

/** The bot behind a real HTTP server, with a channel that speaks real HTTP, a fixed clock and a store in memory. */
export async function startBotUnderTest(options: BotUnderTestOptions = {}): Promise<BotUnderTest> {
  const connector = options.connector ?? (await startFakeConnector());
  const store = options.store ?? createInMemoryStore();
  const log: LogLine[] = [];
  let clock = Date.parse('2026-03-02T09:00:00Z');
  const now = options.now ?? ((): number => clock);
  let messages = 0;
  const bot = createBot({
    settings: { bot: null },
    store,
    logger: options.logger ?? recordingLogger(log),
    now,
    diagnose: options.diagnose ?? fakeEngine,
    signIn: options.signIn?.(now, store),
    triage: options.triage,
    tokenService: options.tokenService,
    sandbox: options.sandbox,
    pictures: options.pictures,
    ...(options.channelPictures === undefined ? {} : { channelPictures: options.channelPictures }),
    ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
    ...(options.understand === undefined ? {} : { understand: options.understand }),
    ...(options.onTurnFailed === undefined ? {} : { onTurnFailed: options.onTurnFailed }),
  });
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8') || 'null');
    await bot.process({ method: req.method, headers: req.headers, body }, res);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;

  const post: BotUnderTest['post'] = async (activity) => {
    messages += 1;
    const whole = {
      type: 'message',
      id: `activity-${messages}`,
      timestamp: new Date(clock).toISOString(),
      serviceUrl: connector.serviceUrl,
      channelId: 'msteams',
      from: ANNA,
      recipient: BOT,
      conversation: { id: 'anna-chat', conversationType: 'personal', tenantId: 'tenant-1' },
      ...activity,
    };
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(whole),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };

  return {
    connector,
    store,
    log,
    pass(ms) {
      clock += ms;
    },
    post,
    async say(text, more = {}) {
      const before = connector.calls.length;
      await post({ text, ...more });
      return connector.calls.slice(before).map(({ body }) => saidOf(body));
    },
    settled: () => bot.settled(),
    finishLeft: () => bot.finishLeft(),
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      if (options.connector === undefined) await connector.close();
    },
  };
}

/** A message in a group chat or team channel. */
export function inGroup(id = 'group-1', type: 'groupChat' | 'channel' = 'groupChat'): Record<string, unknown> {
  return { conversation: { id, conversationType: type, isGroup: true, tenantId: 'tenant-1' } };
}

export function saidOf(raw: Record<string, unknown>): Said {
  const [attachment] = (raw.attachments ?? []) as { contentType: string; content: Record<string, unknown> }[];
  return { text: String(raw.text ?? ''), summary: String(raw.summary ?? ''), card: attachment?.content, raw };
}

function recordingLogger(log: LogLine[]): BotLogger {
  const level =
    (name: LogLine['level']) =>
    (data: Record<string, unknown>, message: string): void => {
      log.push({ level: name, data, message });
    };
  return {
    debug: level('debug'),
    info: level('info'),
    warn: level('warn'),
    error: level('error'),
  } as unknown as BotLogger;
}
