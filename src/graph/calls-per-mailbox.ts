/** Outlook takes four calls at a time from one app for one mailbox (its error is MailboxConcurrency). */
export const CALLS_AT_A_TIME = 4;

/** Gates are dropped as soon as nobody uses them; beyond this many busy mailboxes the rest share one. */
const MOST_GATES = 10_000;
const SHARED = '';

interface Gate {
  running: number;
  readonly waiting: (() => void)[];
}

/**
 * Lets four calls at a time through for each mailbox; others wait in order.
 *
 * @see https://learn.microsoft.com/graph/throttling-limits#outlook-service-limits
 */
export class CallsPerMailbox {
  readonly #gates = new Map<string, Gate>();

  /** How many mailboxes have calls now. */
  get busy(): number {
    return this.#gates.size;
  }

  /**
   * Waits for a place.
   *
   * @returns what gives the place back, once; `null` where `signal` ended the wait
   */
  async enter(mailbox: string, signal: AbortSignal): Promise<(() => void) | null> {
    const key = this.#gates.has(mailbox) || this.#gates.size < MOST_GATES ? mailbox : SHARED;
    const gate = this.#gates.get(key) ?? { running: 0, waiting: [] };
    this.#gates.set(key, gate);
    if (gate.running < CALLS_AT_A_TIME) gate.running += 1;
    else if (!(await turn(gate, signal))) return null;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.#leave(key, gate);
    };
  }

  #leave(key: string, gate: Gate): void {
    // The place goes to the next one in the row without becoming free in between.
    const next = gate.waiting.shift();
    if (next !== undefined) next();
    else {
      gate.running -= 1;
      if (gate.running === 0) this.#gates.delete(key);
    }
  }
}

function turn(gate: Gate, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(false);
    const called = () => {
      signal.removeEventListener('abort', gone);
      resolve(true);
    };
    const gone = () => {
      gate.waiting.splice(gate.waiting.indexOf(called), 1);
      resolve(false);
    };
    signal.addEventListener('abort', gone, { once: true });
    gate.waiting.push(called);
  });
}
