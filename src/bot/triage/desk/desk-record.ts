import { type BotState, StoreConflictError } from '../../../storage/store.ts';
import { isObject } from '../../is-object.ts';

/** What a desk decided for itself. */
export interface DeskRecord {
  readonly muted: boolean;
  /** The newest last. */
  readonly quietThreads: readonly string[];
  /** Ids of the people named as agents here; what is known of each stands in a document of its own. */
  readonly agents: readonly string[];
  /** When a cause was last called out as a probable outage. */
  readonly outages: Readonly<Record<string, number>>;
  /** Of whoever spoke here first: times on cards are told in one zone, and name it. */
  readonly timeZone: string | null;
}

export interface DeskRecords {
  read(desk: string): Promise<DeskRecord>;
  /** Changes it, once over all instances: where somebody else wrote meanwhile, `next` is asked again. */
  change(desk: string, next: (record: DeskRecord) => DeskRecord): Promise<DeskRecord>;
  remove(desks: readonly string[]): Promise<void>;
}

const NOTHING: DeskRecord = { muted: false, quietThreads: [], agents: [], outages: {}, timeZone: null };
const KEPT_THREADS = 300;
const MOST_AGENTS = 100;
const KEPT_OUTAGES = 50;
/** Each conflict means that another turn of the same desk wrote. */
const WRITE_ATTEMPTS = 20;
/** An eTag that nothing has: it creates the document, and conflicts with one that somebody else created meanwhile. */
const FIRST = 'first';
/** State that nobody touched is pruned after a while; a desk in use is not to lose its decisions. */
const TOUCHED_EVERY_MS = 24 * 60 * 60_000;

/** Documents in the bot's state, one a desk. */
export function createDeskRecords(state: BotState, now: () => number): DeskRecords {
  const write = async (desk: string, record: DeskRecord, eTag: string): Promise<void> =>
    state.write({ [keyOf(desk)]: { ...record, touched: now(), eTag } });

  return {
    async read(desk) {
      const found = (await state.read([keyOf(desk)]))[keyOf(desk)];
      const record = recordIn(found);
      if (found !== undefined && now() - Number(found.touched ?? 0) > TOUCHED_EVERY_MS)
        await write(desk, record, found.eTag).catch(ignoreConflict);
      return record;
    },
    async change(desk, next) {
      for (let attempt = 1; ; attempt += 1) {
        const found = (await state.read([keyOf(desk)]))[keyOf(desk)];
        const before = recordIn(found);
        const record = bounded(next(before));
        if (record === before) return before;
        try {
          await write(desk, record, found?.eTag ?? FIRST);
          return record;
        } catch (err) {
          if (!(err instanceof StoreConflictError) || attempt === WRITE_ATTEMPTS) throw err;
        }
      }
    },
    async remove(desks) {
      await state.delete(desks.map(keyOf));
    },
  };
}

function keyOf(desk: string): string {
  return `desks/${desk}`;
}

function ignoreConflict(err: unknown): void {
  // Somebody else has just written it: that touched it as well.
  if (!(err instanceof StoreConflictError)) throw err;
}

function bounded(record: DeskRecord): DeskRecord {
  const { quietThreads, agents, outages } = record;
  const calledOut = Object.entries(outages);
  if (quietThreads.length <= KEPT_THREADS && agents.length <= MOST_AGENTS && calledOut.length <= KEPT_OUTAGES)
    return record;
  return {
    ...record,
    quietThreads: quietThreads.slice(-KEPT_THREADS),
    agents: agents.slice(0, MOST_AGENTS),
    outages: Object.fromEntries(calledOut.toSorted((a, b) => b[1] - a[1]).slice(0, KEPT_OUTAGES)),
  };
}

function recordIn(document: unknown): DeskRecord {
  if (!isObject(document)) return NOTHING;
  const { muted, quietThreads, agents, outages, timeZone } = document;
  return {
    muted: muted === true,
    quietThreads: textsIn(quietThreads),
    agents: textsIn(agents),
    outages: isObject(outages)
      ? Object.fromEntries(
          Object.entries(outages).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
        )
      : {},
    timeZone: typeof timeZone === 'string' ? timeZone : null,
  };
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((it): it is string => typeof it === 'string') : [];
}
