import { isFragment, startsEntry, withoutPrefix } from './entry-start.ts';
import { type FailureBlock, GrowingBlock } from './failure-block.ts';
import { codesIn, correlationIds, failureKinds, isRelated } from './marks.ts';

/** Lines without a mark after which a failure is over: a log speaks of something else sooner than a pasted exchange. */
const QUIET_LINES_LOG = 5;
const QUIET_LINES_TEXT = 14;
/** Context kept from before a failure: its request, its settings. */
const CONTEXT_LINES = 8;

/**
 * Splits lines into failures. Pure: lines go in, finished blocks come out; memory is bounded by the size of a block.
 *
 * Lines are first put together into entries (a log line with its stack trace; one line where the text has no
 * prefixes), entries then into failures. An entry that repeats what the failure already has (a second status, a second
 * code) begins the next one, unless it shares a correlation id or is a fragment of the same dump.
 */
export class FailureSplitter {
  #entry = new GrowingBlock();
  #failure: GrowingBlock | null = null;
  #context: { readonly line: string; readonly number: number }[] = [];
  #quiet: GrowingBlock | null = null;
  #isLog = false;
  #entriesWithPrefix = 0;
  readonly #finished: FailureBlock[] = [];

  /** True when no failure is open: lines without a mark may then be skipped. */
  get idle(): boolean {
    return this.#failure === null && !this.#entry.marked;
  }

  /** Whether the text has the prefixes of a log. */
  get isLog(): boolean {
    return this.#entriesWithPrefix >= 2;
  }

  /** Hands in the next line; gives the failures that it ended. */
  push(line: string, number: number): FailureBlock[] {
    const starts = startsEntry(line);
    if (starts) {
      this.#entriesWithPrefix += 1;
      this.#isLog = true;
    }
    if (this.#beginsEntry(line, starts)) this.#endEntry();
    const kinds = failureKinds(line);
    this.#entry.add(line, number, true);
    if (kinds.size > 0) this.#entry.mark(line, kinds, codesIn(line), correlationIds(line));
    else if (this.#entry.marked) this.#entry.tie(correlationIds(line));
    return this.#take();
  }

  /** Says that lines without a mark were skipped. */
  skipped(): void {
    this.#endEntry();
    this.#endFailure();
    this.#context = [];
  }

  /** Ends the text. */
  end(): FailureBlock[] {
    this.#endEntry();
    this.#endFailure();
    return this.#take();
  }

  #take(): FailureBlock[] {
    return this.#finished.splice(0);
  }

  #beginsEntry(line: string, starts: boolean): boolean {
    if (this.#entry.lineCount === 0) return false;
    if (this.#isLog) return starts && !isFragment(withoutPrefix(line));
    return !isFragment(line) && !/^\s/.test(line);
  }

  #endEntry(): void {
    const entry = this.#entry;
    if (entry.lineCount === 0) return;
    this.#entry = new GrowingBlock();
    if (entry.marked) {
      if (this.#failure !== null && !this.#joins(this.#failure, entry)) this.#endFailure();
      if (this.#failure === null) this.#failure = this.#withContext();
      if (this.#quiet !== null) this.#failure.absorb(this.#quiet, false);
      this.#quiet = null;
      this.#failure.absorb(entry, true);
      return;
    }
    if (this.#failure === null) {
      this.#remember(entry);
      return;
    }
    // Lines after a failure: its body and settings may follow; they count only when another mark or a relation does.
    const text = entry.finished().text;
    this.#quiet ??= new GrowingBlock();
    this.#quiet.absorb(entry, true);
    if (isRelated(text) && !this.#isLog) {
      this.#failure.absorb(this.#quiet, true);
      this.#quiet = null;
    } else if (this.#quiet.lineCount > (this.#isLog ? QUIET_LINES_LOG : QUIET_LINES_TEXT)) {
      this.#endFailure();
    }
  }

  #endFailure(): void {
    if (this.#failure !== null) this.#finished.push(this.#failure.finished());
    this.#failure = null;
    this.#quiet = null;
    this.#context = [];
  }

  #joins(failure: GrowingBlock, entry: GrowingBlock): boolean {
    if (failure.correlations.size > 0 && entry.correlations.size > 0) {
      for (const id of entry.correlations) if (failure.correlations.has(id)) return true;
      return false;
    }
    if (failure.codes.size > 0 && entry.codes.size > 0) {
      if (this.#isLog) return false;
      // Prose and traces repeat a code in other words; a list of failures repeats the line or has another code.
      const sameCode = [...entry.codes].every((code) => failure.codes.has(code));
      return sameCode && !failure.markedLines.includes(entry.markedLines[0] as string);
    }
    if (failure.kinds.has('status') && entry.kinds.has('status')) {
      return !this.#isLog && !/^(?:[<>] )?HTTP\/|^"?(?:GET|POST|PUT|PATCH|DELETE) /.test(entry.markedLines[0] ?? '');
    }
    if (!this.#isLog) return !failure.markedLines.includes(entry.markedLines[0] as string);
    // Without an id that ties them, only neighbours in a log tell of one thing: a request's failure and its cause.
    if (this.#quiet !== null) return false;
    for (const kind of entry.kinds) if (kind !== 'exception' && failure.kinds.has(kind)) return false;
    return true;
  }

  /** The lines just before that tell of the request or the settings. */
  #withContext(): GrowingBlock {
    const block = new GrowingBlock();
    for (const { line } of this.#context) block.add(line, 0, false);
    this.#context = [];
    return block;
  }

  #remember(entry: GrowingBlock): void {
    const { text, firstLine } = entry.finished();
    this.#context = this.#context.filter(({ number }) => firstLine - number <= CONTEXT_LINES);
    const wanted = this.#isLog ? isRelated(text) : true;
    if (wanted) this.#context.push({ line: text.slice(0, 2000), number: firstLine });
    if (this.#context.length > CONTEXT_LINES) this.#context.shift();
  }
}
