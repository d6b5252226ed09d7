import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Memory, Ready } from './serve.ts';

const START_LIMIT_MS = 30_000;

/** A server in a process of its own, so that it shares nothing with the load but the machine. */
export interface ChildServer {
  readonly url: string;
  /** From the start of the process to its first readiness to listen. */
  readonly startMs: number;
  /** Resident memory, in bytes. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

/** @param script beside this file */
export async function startChildServer(script: string): Promise<ChildServer> {
  const begun = performance.now();
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { port } = await answerOf<Ready>(child, script);
  const startMs = performance.now() - begun;
  return {
    url: `http://127.0.0.1:${port}/api/messages`,
    startMs,
    async memory() {
      child.send('memory');
      return (await answerOf<Memory>(child, script)).rss;
    },
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.disconnect();
      const forced = setTimeout(() => child.kill('SIGKILL'), 2000);
      await ended;
      clearTimeout(forced);
    },
  };
}

async function answerOf<T>(child: ChildProcess, script: string): Promise<T> {
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${script} ended before it answered`);
  });
  ended.catch(() => undefined);
  const [answer] = (await Promise.race([
    once(child, 'message', { signal: AbortSignal.timeout(START_LIMIT_MS) }),
    ended,
  ])) as [T];
  return answer;
}
