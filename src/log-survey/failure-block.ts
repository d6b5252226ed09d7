import type { FailureKind } from './marks.ts';

/** Lines that belong to one failure. Line numbers begin at 1. */
export interface FailureBlock {
  readonly text: string;
  /** Where the failure itself begins and ends; context before it is not counted. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** The lines that show the failure, for telling repeats. */
  readonly markedLines: readonly string[];
  readonly kinds: ReadonlySet<FailureKind>;
}

/** Bounds of a block: a failure that says nothing in 64 KiB is not told better by more. */
const BLOCK_CHARS = 64 * 1024;
const BLOCK_LINES = 600;
const LINE_CHARS = 16 * 1024;

/** Lines put together while a failure is being read. */
export class GrowingBlock {
  readonly kinds = new Set<FailureKind>();
  readonly codes = new Set<string>();
  readonly correlations = new Set<string>();
  readonly markedLines: string[] = [];
  firstLine = 0;
  lastLine = 0;
  #lines: string[] = [];
  #chars = 0;

  get marked(): boolean {
    return this.kinds.size > 0;
  }

  get lineCount(): number {
    return this.#lines.length;
  }

  /** Keeps a line, or, where the block is full, only the fact that it went on. */
  add(line: string, number: number, belongs: boolean): void {
    if (belongs) {
      if (this.firstLine === 0) this.firstLine = number;
      this.lastLine = number;
    }
    if (this.#lines.length >= BLOCK_LINES || this.#chars >= BLOCK_CHARS) return;
    const kept = line.length > LINE_CHARS ? line.slice(0, LINE_CHARS) : line;
    this.#lines.push(kept);
    this.#chars += kept.length + 1;
  }

  mark(line: string, kinds: ReadonlySet<FailureKind>, codes: readonly string[], correlations: readonly string[]): void {
    for (const kind of kinds) this.kinds.add(kind);
    for (const code of codes) if (this.codes.size < 32) this.codes.add(code);
    this.tie(correlations);
    if (this.markedLines.length < 6) this.markedLines.push(line.slice(0, 600));
  }

  /** Notes ids that tie it to other entries. */
  tie(correlations: Iterable<string>): void {
    for (const id of correlations) if (this.correlations.size < 32) this.correlations.add(id);
  }

  /** Takes all of another block's lines behind its own. */
  absorb(other: GrowingBlock, belongs: boolean): void {
    for (const line of other.#lines) this.add(line, other.firstLine, false);
    for (const kind of other.kinds) this.kinds.add(kind);
    for (const code of other.codes) if (this.codes.size < 32) this.codes.add(code);
    this.tie(other.correlations);
    for (const line of other.markedLines) if (this.markedLines.length < 6) this.markedLines.push(line);
    if (belongs) {
      if (this.firstLine === 0) this.firstLine = other.firstLine;
      this.lastLine = Math.max(this.lastLine, other.lastLine);
    }
  }

  finished(): FailureBlock {
    return {
      text: this.#lines.join('\n'),
      firstLine: this.firstLine,
      lastLine: this.lastLine,
      markedLines: this.markedLines,
      kinds: this.kinds,
    };
  }
}
