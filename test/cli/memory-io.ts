import { Readable } from 'node:stream';
import type { CliIo, CliOutput } from '../../src/cli/cli-io.ts';

export const NOW = Date.parse('2026-03-02T10:00:00Z');

export interface MemoryIo extends CliIo {
  readonly out: () => string;
  readonly err: () => string;
}

/** A command line's world in memory. */
export function memoryIo(
  input: string | Uint8Array | readonly Uint8Array[] = '',
  { terminal = false, env = {} }: { terminal?: boolean; env?: Record<string, string> } = {},
): MemoryIo {
  const written = { out: '', err: '' };
  const output = (name: 'out' | 'err'): CliOutput => ({
    isTTY: terminal,
    columns: terminal ? 80 : null,
    write: (text) => {
      written[name] += text;
      return Promise.resolve();
    },
  });
  const pieces = Array.isArray(input) ? (input as Uint8Array[]) : [Buffer.from(input as string)];
  let clock = NOW;
  return {
    stdin: Readable.from(pieces.filter((piece) => piece.length > 0)),
    stdout: output('out'),
    stderr: output('err'),
    env,
    // A clock that moves, so that the progress bar draws.
    now: () => {
      if (terminal) clock += 200;
      return clock;
    },
    out: () => written.out,
    err: () => written.err,
  };
}
