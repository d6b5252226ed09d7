import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { FailureBlock } from './failure-block.ts';
import { blockSignature, failureSignature } from './failure-signature.ts';
import { LogReader } from './log-reader.ts';

/** One distinct failure of a file. Line numbers begin at 1. */
export interface DistinctFailure {
  readonly diagnosis: Diagnosis;
  readonly count: number;
  /** Where its first occurrence begins. */
  readonly firstLine: number;
  /** Where its last occurrence ends. */
  readonly lastLine: number;
}

export interface LogSurvey {
  /** In the order of their first lines. */
  readonly failures: readonly DistinctFailure[];
  /** Occurrences of further distinct failures beyond the bound. */
  readonly unlisted: number;
  readonly lines: number;
  /** Whether lines had the prefixes of a log. */
  readonly isLog: boolean;
  /** The whole text, where it is no longer than `WHOLE_CHARS`: it may be one paste. */
  readonly whole: string | null;
}

/** Bounds, so that memory does not grow with the file. */
const DISTINCT_FAILURES = 1000;
const KNOWN_BLOCKS = 5000;
/** Blocks with a token are read one by one up to here: their signature does not see the token's claims. */
const TOKENS_READ = 2000;
const WHOLE_CHARS = 256 * 1024;

interface Tally {
  readonly diagnosis: Diagnosis;
  count: number;
  firstLine: number;
  lastLine: number;
}

/** Collects the failures of a log while it is read. */
export class LogSurveyor {
  readonly #diagnose: (text: string) => Diagnosis;
  readonly #reader = new LogReader();
  readonly #tallies = new Map<string, Tally>();
  readonly #known = new Map<string, Diagnosis>();
  #tokensRead = 0;
  #unlisted = 0;
  #whole: string | null = '';

  constructor(diagnose: (text: string) => Diagnosis) {
    this.#diagnose = diagnose;
  }

  /** Distinct failures so far. */
  get distinct(): number {
    return this.#tallies.size;
  }

  push(piece: string): void {
    if (this.#whole !== null) {
      this.#whole = this.#whole.length + piece.length > WHOLE_CHARS ? null : this.#whole + piece;
    }
    for (const block of this.#reader.push(piece)) this.#count(block);
  }

  end(): LogSurvey {
    for (const block of this.#reader.end()) this.#count(block);
    const failures = [...this.#tallies.values()].sort((a, b) => a.firstLine - b.firstLine);
    return {
      failures,
      unlisted: this.#unlisted,
      lines: this.#reader.lines,
      isLog: this.#reader.isLog,
      whole: this.#whole,
    };
  }

  #count(block: FailureBlock): void {
    const diagnosis = this.#read(block);
    if (!worthReporting(block, diagnosis)) return;
    const key = `${diagnosis.cause}\n${failureSignature(block)}`;
    const tally = this.#tallies.get(key);
    if (tally !== undefined) {
      tally.count += 1;
      tally.lastLine = block.lastLine;
    } else if (this.#tallies.size < DISTINCT_FAILURES) {
      const { firstLine, lastLine } = block;
      this.#tallies.set(key, { diagnosis, count: 1, firstLine, lastLine });
    } else {
      this.#unlisted += 1;
    }
  }

  #read(block: FailureBlock): Diagnosis {
    if (block.text.includes('eyJ') && this.#tokensRead < TOKENS_READ) {
      this.#tokensRead += 1;
      return this.#diagnose(block.text);
    }
    const signature = blockSignature(block);
    const known = this.#known.get(signature);
    if (known !== undefined) return known;
    const diagnosis = this.#diagnose(block.text);
    if (this.#known.size < KNOWN_BLOCKS) this.#known.set(signature, diagnosis);
    return diagnosis;
  }
}

/**
 * The sieve is wide. A block of which the engine can say nothing is a failure only where a status, a code or an
 * error of the protocol stands in it.
 */
function worthReporting(block: FailureBlock, diagnosis: Diagnosis): boolean {
  if (diagnosis.verdict !== 'undecided' || diagnosis.codes.length > 0) return true;
  return (
    block.kinds.has('code') || block.kinds.has('status') || block.kinds.has('challenge') || block.kinds.has('oauth')
  );
}
