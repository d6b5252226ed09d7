/** How long a stop may take in all before the process ends without it. */
const STOP_MS = 10_000;
/** npm and the terminal may both pass on one Ctrl-C; a second signal is meant as one only after this long. */
const SAME_SIGNAL_MS = 1_000;
const PARENT_CHECK_MS = 500;

/**
 * Calls `stop` once, for the first SIGINT (Ctrl-C), SIGTERM or SIGHUP (closed terminal), and then ends the process: 0
 * after a clean stop, 1 where it failed or took too long. A later second signal ends it at once.
 *
 * Started by npm, it also stops when its parent is gone: npm hands SIGTERM to the shell between the two, which ends
 * without passing it on, and the service would be left behind with its ports.
 */
export function stopOnSignals(stop: () => Promise<void>, env: NodeJS.ProcessEnv = process.env): void {
  let stoppingSince: number | undefined;
  const begin = (): void => {
    stoppingSince = performance.now();
    setTimeout(() => process.exit(1), STOP_MS).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stoppingSince === undefined) begin();
      else if (performance.now() - stoppingSince > SAME_SIGNAL_MS) process.exit(1);
    });
  }
  if (env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent && stoppingSince === undefined) begin();
  }, PARENT_CHECK_MS).unref();
}
