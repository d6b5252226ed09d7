import type { Readable } from 'node:stream';

/** Where a command writes. `isTTY` and `columns` decide colour, width and the progress bar. */
export interface CliOutput {
  /** Resolves when more may be written. */
  write(text: string): Promise<void>;
  readonly isTTY: boolean;
  readonly columns: number | null;
}

/** Everything a command touches, handed in, so that tests need no process. */
export interface CliIo {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: CliOutput;
  readonly stderr: CliOutput;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970. */
  now(): number;
}

/** Exit status by contract: 0 answered, 1 a check failed, 2 bad usage or unreadable input. */
export type ExitStatus = 0 | 1 | 2;
