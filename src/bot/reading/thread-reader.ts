import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PermissionTable } from '../../diagnosis/permissions/permission-table.ts';
import type { MessageReader, MessageToRead } from './message-reader.ts';
import type { ReadingAnswer, ReadingOrder, ReadingThreadData } from './reading-order.ts';

/** A usual paste takes less than a millisecond, a hostile one of 1 MiB a tenth of a second. */
const PATIENCE_MS = 5_000;
const MOST_THREADS = 4;

export interface ThreadReaderOptions {
  readonly permissions?: PermissionTable | undefined;
  /** How many threads read; as many as there are processors where left out, four at most. */
  readonly threads?: number;
  /** How long one message may take, in milliseconds, before its thread is replaced. */
  readonly patienceMs?: number;
}

/** A message took too long, or its thread ended. The others go on in a new thread. */
export class ReadingFailedError extends Error {
  readonly code = 'WHY401_READING_FAILED';
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ReadingFailedError';
  }
}

/**
 * Reads messages in threads of their own. The thread of the turns stays free for the channel while a long paste is
 * read, and a paste that should ever hold one up costs its own answer and nobody else's.
 */
export function threadReader({ permissions, threads, patienceMs }: ThreadReaderOptions = {}): MessageReader {
  const count = threads ?? Math.min(MOST_THREADS, availableParallelism());
  const data: ReadingThreadData = { permissions };
  const pool = Array.from({ length: count }, () => new ReadingThread(data, patienceMs ?? PATIENCE_MS));
  const leastBusy = (): ReadingThread => pool.reduce((best, each) => (each.waiting < best.waiting ? each : best));
  return {
    async read(message) {
      const answer = await leastBusy().ask((id) => ({ id, kind: 'read', message }));
      if (answer.kind !== 'read') throw new ReadingFailedError('A reading thread answered another question');
      return answer.message;
    },
    async secretsOf({ text, html, now }: Pick<MessageToRead, 'text' | 'html' | 'now'>) {
      const answer = await leastBusy().ask((id) => ({ id, kind: 'secrets', message: { text, html, now } }));
      if (answer.kind !== 'secrets') throw new ReadingFailedError('A reading thread answered another question');
      return answer.secrets;
    },
    async close() {
      await Promise.all(pool.map((each) => each.close()));
    },
  };
}

interface Waiting {
  readonly order: ReadingOrder;
  readonly resolve: (answer: ReadingAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/** One thread and the questions it was asked, answered in their order. */
class ReadingThread {
  readonly #data: ReadingThreadData;
  readonly #patienceMs: number;
  /**
   * A list, since answers come in the order of the questions. A map that entries come to and go from is copied now and
   * then, and what was in it at that moment, answers and all, stays reachable from the copy before.
   */
  readonly #queue: Waiting[] = [];
  /** Absent after one ended with nothing to do: the next question starts another. */
  #worker: Worker | undefined;
  /** Asked since the last round of the event loop. */
  #outbox: ReadingOrder[] = [];
  #next = 0;
  #watch: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(data: ReadingThreadData, patienceMs: number) {
    this.#data = data;
    this.#patienceMs = patienceMs;
    this.#worker = this.#start();
  }

  get waiting(): number {
    return this.#queue.length;
  }

  ask(order: (id: number) => ReadingOrder): Promise<ReadingAnswer> {
    return new Promise((resolve, reject) => {
      if (this.#closed) {
        reject(new ReadingFailedError('The service is stopping'));
        return;
      }
      const id = this.#next++;
      const asked = order(id);
      this.#queue.push({ order: asked, resolve, reject });
      if (this.#outbox.length === 0) setImmediate(() => this.#post());
      this.#outbox.push(asked);
      this.#watch ??= this.#startWatch();
    });
  }

  #post(): void {
    const orders = this.#outbox;
    this.#outbox = [];
    if (this.#closed || orders.length === 0) return;
    this.#worker ??= this.#start();
    this.#worker.postMessage(orders);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#watch);
    for (const { reject } of this.#queue.splice(0)) reject(new ReadingFailedError('The service is stopping'));
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(new URL(`./reading-thread${extname(import.meta.url)}`, import.meta.url), {
      workerData: this.#data,
    });
    worker.on('message', (answers: readonly ReadingAnswer[]) => {
      if (worker === this.#worker) this.#answered(answers);
    });
    worker.on('error', (cause) => this.#ended(worker, new ReadingFailedError('The reading thread failed', { cause })));
    worker.on('exit', () => this.#ended(worker, new ReadingFailedError('The reading thread ended')));
    // A service with nothing else to do may end.
    worker.unref();
    return worker;
  }

  #answered(answers: readonly ReadingAnswer[]): void {
    for (const answer of answers) {
      const [waiting] = this.#queue;
      if (waiting?.order.id !== answer.id) continue;
      this.#queue.shift();
      if (answer.kind === 'failed') waiting.reject(answer.error);
      else waiting.resolve(answer);
    }
    this.#watchAgain();
  }

  #startWatch(): NodeJS.Timeout {
    return setTimeout(() => {
      const worker = this.#worker;
      this.#giveUpFirst(new ReadingFailedError(`A message was not read within ${this.#patienceMs} ms`));
      void worker?.terminate();
    }, this.#patienceMs);
  }

  #watchAgain(): void {
    clearTimeout(this.#watch);
    this.#watch = this.#queue.length === 0 ? undefined : this.#startWatch();
  }

  #ended(worker: Worker, error: ReadingFailedError): void {
    if (worker === this.#worker && !this.#closed) this.#giveUpFirst(error);
  }

  /** The first question is the one being read: it fails and is not asked again, the rest is asked of a new thread. */
  #giveUpFirst(error: ReadingFailedError): void {
    this.#worker = undefined;
    this.#queue.shift()?.reject(error);
    this.#outbox = this.#queue.map(({ order }) => order);
    this.#post();
    this.#watchAgain();
  }
}
