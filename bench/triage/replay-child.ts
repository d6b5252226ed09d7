import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ReplayQuestion, ReplayTask, ReplayWord } from './replay-service.ts';

const SCRIPT = fileURLToPath(new URL('./replay-service.ts', import.meta.url));
const START_LIMIT_MS = 30_000;
const SETTLE_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 2_000;

/** An instance of the service in a process of its own. */
export interface ReplayChild {
  readonly url: string;
  /** Waits until every card stands as it should. */
  settle(): Promise<void>;
  /** After a collection of rubbish, in bytes. */
  memory(): Promise<{ readonly rss: number; readonly heap: number }>;
  /** As a crash ends it. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export async function startReplayChild(task: ReplayTask): Promise<ReplayChild> {
  const child = fork(SCRIPT, [JSON.stringify(task)], {
    execArgv: ['--disable-warning=ExperimentalWarning', '--expose-gc'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { port } = await wordOf(child, 'ready', START_LIMIT_MS);
  const ask = <K extends ReplayWord['kind']>(question: ReplayQuestion, kind: K) => {
    const word = wordOf(child, kind, SETTLE_LIMIT_MS);
    child.send(question);
    return word;
  };
  const ended = async (end: () => void): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    end();
    const forced = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    await exit;
    clearTimeout(forced);
  };
  return {
    url: `http://127.0.0.1:${port}/api/messages`,
    settle: async () => void (await ask('settle', 'settled')),
    memory: () => ask('memory', 'memory'),
    kill: () => ended(() => child.kill('SIGKILL')),
    stop: () => ended(() => child.disconnect()),
  };
}

async function wordOf<K extends ReplayWord['kind']>(
  child: ChildProcess,
  kind: K,
  limitMs: number,
): Promise<Extract<ReplayWord, { kind: K }>> {
  const done = new AbortController();
  const exit = once(child, 'exit', { signal: done.signal }).then(() => {
    throw new Error('The service ended before it answered');
  });
  exit.catch(() => undefined);
  try {
    const [word] = (await Promise.race([once(child, 'message', { signal: AbortSignal.timeout(limitMs) }), exit])) as [
      ReplayWord,
    ];
    if (word.kind !== kind) throw new Error(`The service said «${word.kind}», and not «${kind}»`);
    return word as Extract<ReplayWord, { kind: K }>;
  } finally {
    done.abort();
  }
}
