import type { Outbox, OutboxRow } from '../../storage/triage-store.ts';
import { casePayload } from './case-payload.ts';
import { type DeliveryTarget, postDelivery } from './post-delivery.ts';

export interface DeliveryOptions extends DeliveryTarget {
  readonly outbox: Outbox;
  readonly log: DeliveryLog;
  /** From 0 to 1, for the jitter. */
  readonly random: () => number;
  /** Ends early where the signal says so. A timer of the process where it is left out. */
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Of the logger what is needed; it masks. */
export interface DeliveryLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface Delivery {
  /** Waits for the delivery under way; what is left stays in the outbox. */
  stop(): Promise<void>;
}

/** How often an outbox is looked at where nothing is due. */
const IDLE_MS = 2_000;
const STORE_RETRY_MS = 15_000;
/** How many are on their way at once; of one case or incident never two, which the outbox sees to. */
const AT_ONCE = 4;
/** Longer than any delivery takes; after it another instance may think that this one has died. */
const CLAIM_MS = 60_000;

const FIRST_RETRY_MS = 5_000;
/**
 * A row is tried at least so often. Not hours: a receiver that is back would have to wait as long for the oldest of what
 * it missed, and four requests an hour burden nobody.
 */
const LONGEST_RETRY_MS = 15 * 60_000;
/** While the receiver is down, one row at a time is tried, and at least so often. */
const LONGEST_PAUSE_MS = 5 * 60_000;
/** After «gone» somebody has to change a setting, which a restart comes with. */
const GONE_PAUSE_MS = 60 * 60_000;
/** A week-end and a day. */
export const GIVE_UP_MS = 3 * 24 * 60 * 60_000;
/** Of one that the receiver does not like: half an hour and more, in which a faulty release may be mended. */
export const REJECTED_TRIES = 10;

/**
 * Sends what the outbox holds, one POST a row, until it is stopped.
 *
 * A row leaves the outbox only after an answer of 2xx; a process that dies in between leaves it to whoever comes after
 * the claim, so a receiver may get one twice and none is lost. While the receiver fails the rows stay where they are and
 * only one of them probes; the first success lets the others follow at once.
 */
export function startDelivery(options: DeliveryOptions): Delivery {
  const stopping = new AbortController();
  const ended = run(options, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}

async function run(options: DeliveryOptions, stopping: AbortSignal): Promise<void> {
  const sleep = options.sleep ?? timerSleep;
  // How many rounds in a row met a receiver that is down.
  let failures = 0;
  while (!stopping.aborted) {
    const { receiver, waitMs } = await deliverRound(options, failures);
    if (receiver === 'down') failures += 1;
    if (receiver === 'up') failures = 0;
    if (waitMs > 0 && !stopping.aborted) await sleep(waitMs, stopping);
  }
}

interface Round {
  readonly receiver: 'up' | 'down' | 'not-asked';
  readonly waitMs: number;
}

async function deliverRound(options: DeliveryOptions, failures: number): Promise<Round> {
  const { outbox, now, log } = options;
  try {
    const at = now();
    const rows = await outbox.claim(at, at + CLAIM_MS, failures === 0 ? AT_ONCE : 1);
    if (rows.length === 0) return { receiver: 'not-asked', waitMs: IDLE_MS };
    const down = (await allOf(rows.map((row) => deliverRow(options, row)))).filter(({ kind }) => kind === 'down');
    if (down.length === 0) {
      if (failures > 0) log.info({ receiver: receiverOf(options) }, 'the webhook answers again');
      return { receiver: 'up', waitMs: 0 };
    }
    if (down.some(({ tooOld }) => tooOld)) await giveUpOld(options);
    const asked = Math.max(...down.map(({ askedMs }) => askedMs));
    return { receiver: 'down', waitMs: Math.max(pauseMs(options, failures), asked) };
  } catch (error) {
    // Claims that were made lapse by themselves; what was delivered and could not be marked so is delivered twice.
    log.error({ err: error }, 'the outbox cannot be used');
    return { receiver: 'not-asked', waitMs: STORE_RETRY_MS };
  }
}

/** Like Promise.all, but nothing is still under way when it rejects. */
async function allOf<T>(promises: readonly Promise<T>[]): Promise<readonly T[]> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}

interface RowResult {
  readonly kind: 'done' | 'down';
  /** How long the receiver asks to be left alone. */
  readonly askedMs: number;
  readonly tooOld: boolean;
}

const DONE: RowResult = { kind: 'done', askedMs: 0, tooOld: false };

async function deliverRow(options: DeliveryOptions, row: OutboxRow): Promise<RowResult> {
  const { outbox, now, log } = options;
  const body = bodyOf(options, row);
  if (body === null) {
    await outbox.delivered(row.id);
    return DONE;
  }
  const answer = await postDelivery(options, body);
  const at = now();
  const tooOld = at - row.at >= GIVE_UP_MS;
  const fields = { ...told(row), receiver: receiverOf(options), status: answer.status, reason: answer.reason };
  switch (answer.means) {
    case 'delivered':
      await outbox.delivered(row.id);
      return DONE;
    case 'rejected':
      if (tooOld || row.attempts + 1 >= REJECTED_TRIES) {
        log.error(fields, 'the webhook does not take a delivery; it is given up');
        await outbox.delivered(row.id);
      } else {
        log.warn(fields, 'the webhook does not take a delivery');
        await outbox.failed(row.id, at + retryMs(options, row.attempts));
      }
      return DONE;
    case 'gone':
    case 'unreachable':
      break;
  }
  if (tooOld) {
    log.error(fields, 'the webhook could not be reached for three days; the delivery is given up');
    await outbox.delivered(row.id);
  } else {
    await outbox.failed(row.id, at + retryMs(options, row.attempts));
    if (answer.means === 'gone') log.error(fields, 'the webhook says that it is gone: change WHY401_WEBHOOK_URL');
    else log.warn(fields, 'the webhook cannot be reached; it is tried again');
  }
  return { kind: 'down', askedMs: answer.means === 'gone' ? GONE_PAUSE_MS : (answer.retryAfterMs ?? 0), tooOld };
}

function bodyOf({ log }: DeliveryOptions, row: OutboxRow): string | null {
  try {
    return JSON.stringify(casePayload(row));
  } catch (error) {
    log.error({ ...told(row), err: error }, 'a row of the outbox cannot be read; it is given up');
    return null;
  }
}

/**
 * After three days with a receiver that is down, what is as old is given up unsent: each would need a probe of its own,
 * and the outbox would grow for ever.
 */
async function giveUpOld({ outbox, now, log, random }: DeliveryOptions): Promise<void> {
  for (;;) {
    const at = now();
    const rows = await outbox.claim(at, at + CLAIM_MS, GIVE_UP_BATCH);
    const old = rows.filter((row) => at - row.at >= GIVE_UP_MS);
    for (const row of rows) {
      if (at - row.at >= GIVE_UP_MS) await outbox.delivered(row.id);
      else await outbox.failed(row.id, at + backoffMs(0, LONGEST_PAUSE_MS, random));
    }
    if (old.length > 0) log.error({ rows: old.length }, 'deliveries older than three days are given up');
    if (old.length < GIVE_UP_BATCH) return;
  }
}

const GIVE_UP_BATCH = 50;

/** Which delivery a line of the log is about; its content is in the store. */
function told({ id, event, number, attempts }: OutboxRow) {
  return { delivery: id, event, number, attempt: attempts + 1 };
}

/** Without path and query: there the address may hold what lets in. */
function receiverOf({ url }: DeliveryOptions): string {
  return new URL(url).origin;
}

function retryMs({ random }: DeliveryOptions, attempts: number): number {
  return backoffMs(attempts, LONGEST_RETRY_MS, random);
}

function pauseMs({ random }: DeliveryOptions, failures: number): number {
  return backoffMs(failures, LONGEST_PAUSE_MS, random);
}

/** Doubles each time, and takes between a half and all of it: several instances must not come at once. */
function backoffMs(times: number, longest: number, random: () => number): number {
  const full = Math.min(longest, FIRST_RETRY_MS * 2 ** Math.min(times, 20));
  return Math.round(full * (0.5 + random() / 2));
}

function timerSleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
