import type { WriteStream } from 'node:tty';
import type { CliIo, CliOutput } from './cli-io.ts';

/** Runs the command line on this process. A reader that went away (EPIPE) ends it quietly. */
export async function runOnProcess(run: (args: readonly string[], io: CliIo) => Promise<number>): Promise<void> {
  const { stdin, stdout, stderr, env, argv } = process;
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // `why401 … | head` has read enough: not a failure.
      if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') process.exit(0);
      throw error;
    });
  }
  process.exitCode = await run(argv.slice(2), {
    stdin,
    stdout: output(stdout),
    stderr: output(stderr),
    env,
    now: Date.now,
  });
}

function output(stream: WriteStream | NodeJS.WriteStream): CliOutput {
  return {
    get isTTY() {
      return stream.isTTY === true;
    },
    get columns() {
      return stream.isTTY === true && stream.columns > 0 ? stream.columns : null;
    },
    write(text) {
      if (stream.write(text)) return Promise.resolve();
      return new Promise((resolve) => stream.once('drain', resolve));
    },
  };
}
