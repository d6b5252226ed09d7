import { setTimeout as pause } from 'node:timers/promises';

const LOOKED_EVERY_MS = 25;
/** A channel gives up on a turn after fifteen seconds. */
const PATIENCE_MS = 12_000;

/** The messages that are being answered here, by the keys of their deliveries. */
export class TurnsUnderWay {
  readonly #keys = new Set<string>();

  begin(key: string): void {
    this.#keys.add(key);
  }

  end(key: string): void {
    this.#keys.delete(key);
  }

  /** Fulfilled once nothing of this key is under way, or there was no end to wait for. */
  async ended(key: string): Promise<void> {
    const begun = performance.now();
    while (this.#keys.has(key) && performance.now() - begun < PATIENCE_MS) await pause(LOOKED_EVERY_MS);
  }
}
