/** Something the service cannot work without. */
export interface ReadinessProbe {
  /** Said to whoever asks: `store`, `keys`. */
  readonly name: string;
  /** Throws where it is not ready. */
  check(): Promise<void>;
  /** Milliseconds after which it counts as not ready; two seconds where it is left out. */
  readonly withinMs?: number;
}

export interface FailedProbe {
  readonly name: string;
  readonly error: unknown;
}

export class ProbeTimeoutError extends Error {
  readonly code = 'WHY401_PROBE_TIMEOUT';
  constructor(name: string, withinMs: number) {
    super(`The probe ${name} gave no answer within ${withinMs} ms`);
    this.name = 'ProbeTimeoutError';
  }
}

/** Orchestrators give a probe a second or a few; the answer must come before they hang up. */
const WITHIN_MS = 2_000;

/**
 * Runs all probes side by side. One that still runs when the next question comes is not started again: what hangs once
 * must not pile up.
 *
 * @returns asks all of them; gives those that are not ready, in their order
 */
export function createReadiness(probes: readonly ReadinessProbe[]): () => Promise<readonly FailedProbe[]> {
  const questions = probes.map(shared);
  return async () => {
    const answers = await Promise.all(questions.map((ask) => ask()));
    return answers.filter((answer) => answer !== undefined);
  };
}

function shared(probe: ReadinessProbe): () => Promise<FailedProbe | undefined> {
  let running: Promise<void> | undefined;
  return async () => {
    running ??= started(probe).finally(() => {
      running = undefined;
    });
    try {
      await within(running, probe.name, probe.withinMs ?? WITHIN_MS);
      return undefined;
    } catch (error) {
      return { name: probe.name, error };
    }
  };
}

/** What a probe throws before its first await is its answer, too. */
async function started(probe: ReadinessProbe): Promise<void> {
  await probe.check();
}

async function within(work: Promise<void>, name: string, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new ProbeTimeoutError(name, ms)), ms);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
