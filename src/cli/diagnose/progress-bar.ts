import type { CliOutput } from '../cli-io.ts';

const EVERY_MS = 100;
const BAR = 24;

/** A progress bar on a terminal; silent elsewhere. */
export class ProgressBar {
  readonly #out: CliOutput;
  readonly #now: () => number;
  readonly #total: number | null;
  readonly #started: number;
  #drawn = 0;
  #shown = false;

  constructor(out: CliOutput, now: () => number, total: number | null) {
    this.#out = out;
    this.#now = now;
    this.#total = total;
    this.#started = now();
  }

  /** Draws at most every 100 ms, and not before 100 ms have passed. */
  async update(done: number, found: number): Promise<void> {
    const now = this.#now();
    if (!this.#out.isTTY || now - Math.max(this.#drawn, this.#started) < EVERY_MS) return;
    this.#drawn = now;
    this.#shown = true;
    const seconds = (now - this.#started) / 1000;
    const speed = `${(done / 1e6 / seconds).toFixed(0)} MB/s`;
    const failures = `${found} distinct failure${found === 1 ? '' : 's'}`;
    await this.#out.write(`\r\u001b[2K${this.#bar(done)} ${speed}, ${failures}`);
  }

  /** Takes the bar away. */
  async clear(): Promise<void> {
    if (this.#shown) await this.#out.write('\r\u001b[2K');
    this.#shown = false;
  }

  #bar(done: number): string {
    if (this.#total === null || this.#total === 0) return `${(done / 1e6).toFixed(0)} MB`;
    const part = Math.min(1, done / this.#total);
    const full = Math.round(part * BAR);
    return `[${'█'.repeat(full)}${'░'.repeat(BAR - full)}] ${String(Math.floor(part * 100)).padStart(3)} %`;
  }
}
