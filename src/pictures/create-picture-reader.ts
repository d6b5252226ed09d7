import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type PictureHeader, pictureHeader } from './header/picture-header.ts';
import type { PictureAnswer, PictureOrder, PictureThreadData } from './picture-order.ts';
import { LARGEST_PICTURE, type PictureProblem, type PictureReader, type PictureReading } from './picture-reader.ts';

/** A screen of 6K has twenty million pixels, a telephone's photo twelve; decoded, each takes four bytes. */
const MOST_PIXELS = 25_000_000;
/** A strip a pixel high is no picture that somebody took. */
const LONGEST_SIDE = 16_384;
/** Letters of a usual screen are ten pixels high. */
const SHORTEST_SIDE = 8;

/** Most pictures take a second; what takes this long is given up. */
const PATIENCE_MS = 10_000;
/** Of that time; then the bands under way are finished, and what was read is the answer. */
const ENOUGH_SHARE = 0.7;
/** A cold start reads five megabytes and compiles them. */
const START_PATIENCE_MS = 20_000;
/** The thread and its readers hold a quarter of a gigabyte. */
const IDLE_MS = 120_000;
const MOST_WAITING = 16;
const MOST_READERS = 2;

export interface PictureReaderOptions {
  /** How long one picture may take, in milliseconds, before its thread is ended. */
  readonly patienceMs?: number;
  /** After how long no further part of a picture is begun, in milliseconds; most of its time where nothing is said. */
  readonly enoughMs?: number;
  /** After how long without a picture the thread is closed, in milliseconds. */
  readonly idleMs?: number;
  /** How many pictures may wait; one more is refused as taking too long. */
  readonly mostWaiting?: number;
  /** How many parts of a picture are read at once; two where there are two processors. */
  readonly readers?: 1 | 2;
  /** Told where the thread ends by itself: a package is missing, or memory is out. Nothing of a picture is in it. */
  readonly onFailed?: (error: unknown) => void;
}

/**
 * Reads the words in pictures in a thread of its own, one picture after the other. The thread is started by the first
 * picture and closed when none has come for a while. Pictures stay in memory, and only until they are read.
 */
export function createPictureReader(options: PictureReaderOptions = {}): PictureReader {
  const thread = new PictureThread(options);
  return {
    async read(bytes) {
      if (bytes.length > LARGEST_PICTURE) return refused('too-large');
      const header = pictureHeader(bytes);
      if (header === undefined) return refused('not-a-picture');
      const { width, height } = header;
      if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) return refused('too-many-pixels');
      if (Math.min(width, height) < SHORTEST_SIDE) return refused('no-words');
      return thread.read(bytes, header);
    },
    close: () => thread.close(),
  };
}

function refused(problem: PictureProblem): PictureReading {
  return { text: '', problem };
}

interface Waiting {
  readonly bytes: Uint8Array;
  readonly header: PictureHeader;
  readonly resolve: (reading: PictureReading) => void;
}

/** The thread, the picture that it reads, and those that wait. */
class PictureThread {
  readonly #patienceMs: number;
  readonly #idleMs: number;
  readonly #mostWaiting: number;
  readonly #data: PictureThreadData;
  readonly #onFailed: ((error: unknown) => void) | undefined;
  readonly #queue: Waiting[] = [];
  #worker: Worker | undefined;
  #ready = false;
  #current: Waiting | undefined;
  #watch: NodeJS.Timeout | undefined;
  #closed = false;

  constructor({ patienceMs, enoughMs, idleMs, mostWaiting, readers, onFailed }: PictureReaderOptions) {
    this.#onFailed = onFailed;
    this.#patienceMs = patienceMs ?? PATIENCE_MS;
    this.#idleMs = idleMs ?? IDLE_MS;
    this.#mostWaiting = mostWaiting ?? MOST_WAITING;
    this.#data = {
      readers: readers ?? Math.min(MOST_READERS, availableParallelism()),
      enoughMs: enoughMs ?? this.#patienceMs * ENOUGH_SHARE,
    };
  }

  read(bytes: Uint8Array, header: PictureHeader): Promise<PictureReading> {
    if (this.#closed || this.#queue.length >= this.#mostWaiting) return Promise.resolve(refused('took-too-long'));
    return new Promise((resolve) => {
      this.#queue.push({ bytes, header, resolve });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#watch);
    const waiting = this.#current === undefined ? this.#queue : [this.#current, ...this.#queue];
    for (const { resolve } of waiting.splice(0)) resolve(refused('took-too-long'));
    this.#queue.length = 0;
    this.#current = undefined;
    await this.#end();
  }

  #next(): void {
    if (this.#closed || this.#current !== undefined) return;
    if (this.#queue.length === 0) {
      // A service with nothing else to do may end.
      this.#worker?.unref();
      this.#watchFor(this.#idleMs, () => void this.#end());
      return;
    }
    if (this.#worker === undefined) {
      this.#start();
      return;
    }
    if (!this.#ready) return;
    const next = this.#queue.shift()!;
    this.#current = next;
    const order: PictureOrder = { bytes: next.bytes, header: next.header };
    this.#worker.ref();
    this.#worker.postMessage(order);
    this.#watchFor(this.#patienceMs, () => this.#giveUp());
  }

  #start(): void {
    // Leptonica prints what it thinks of a picture.
    const worker = new Worker(new URL(`./picture-thread${extname(import.meta.url)}`, import.meta.url), {
      workerData: this.#data,
      stdout: true,
      stderr: true,
    });
    worker.stdout.resume();
    worker.stderr.resume();
    worker.on('message', (answer: PictureAnswer) => {
      if (worker === this.#worker) this.#answered(answer);
    });
    worker.on('error', (error) => {
      this.#onFailed?.(error);
      this.#ended(worker);
    });
    worker.on('exit', () => this.#ended(worker));
    this.#worker = worker;
    this.#ready = false;
    this.#watchFor(START_PATIENCE_MS, () => this.#giveUp());
  }

  #answered(answer: PictureAnswer): void {
    if (answer.kind === 'ready') this.#ready = true;
    else this.#settle({ text: answer.text, problem: answer.problem });
    this.#next();
  }

  /** The picture under way, or the one for which the thread was started, costs its own answer; the rest a new thread. */
  #giveUp(): void {
    void this.#end();
    this.#current ??= this.#queue.shift();
    this.#settle(refused('took-too-long'));
    this.#next();
  }

  #ended(worker: Worker): void {
    if (worker === this.#worker) this.#giveUp();
  }

  #settle(reading: PictureReading): void {
    const current = this.#current;
    this.#current = undefined;
    current?.resolve(reading);
  }

  async #end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#ready = false;
    await worker?.terminate();
  }

  #watchFor(ms: number, act: () => void): void {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(act, ms);
    this.#watch.unref();
  }
}
