/**
 * The storage port. One contract suite (test/contract/store.contract.ts) holds for every implementation:
 * SQLite built in, PostgreSQL for many instances.
 *
 * Nothing that is kept here ever holds a paste or a secret; see docs/architecture.md.
 */
export interface Store {
  readonly state: BotState;
  readonly seen: SeenActivities;
  readonly feedback: FeedbackLog;
  readonly memory: EvidenceMemory;
  /** Throws when the store does not answer. For readiness probes. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Documents with optimistic concurrency, in the form of botbuilder's Storage: `eTag` `*` or absent overwrites,
 * any other must match what is stored, else StoreConflictError. Where nothing is stored any eTag creates, once.
 */
export interface BotState {
  read(keys: readonly string[]): Promise<Record<string, StoredDocument>>;
  write(changes: Readonly<Record<string, unknown>>): Promise<void>;
  delete(keys: readonly string[]): Promise<void>;
}
export type StoredDocument = { eTag: string } & Record<string, unknown>;

/** The channel delivers an activity again when it got no answer in time: it is answered once. */
export interface SeenActivities {
  /** True exactly once for a key, over all instances. `at` is the instant, milliseconds since 1970. */
  claim(key: string, at: number): Promise<boolean>;
  /** Gives a claim back, so that a repeated delivery may be answered after a failed turn. */
  release(key: string): Promise<void>;
  prune(before: number): Promise<void>;
}

export type FeedbackVerdict = 'fixed' | 'not-it';

export interface Feedback {
  readonly diagnosisId: string;
  readonly cause: string;
  readonly verdict: string;
  readonly feedback: FeedbackVerdict;
  /** Hash of the person's id: who said it is nobody's business, that two said it is. */
  readonly by: string;
  readonly at: number;
}

export interface FeedbackLog {
  /** The last word of one person on one diagnosis counts. */
  record(feedback: Feedback): Promise<void>;
  list(since: number): Promise<readonly Feedback[]>;
}

/** What was extracted from earlier messages, for half an hour, by person and conversation. */
export interface EvidenceMemory {
  recall(owner: MemoryOwner, at: number): Promise<readonly MemoryEntry[]>;
  /** Replaces the entry of the same `activityId` (an edited message). */
  keep(owner: MemoryOwner, entry: MemoryEntry): Promise<void>;
  /** Drops what one message gave (a deleted message). */
  drop(owner: MemoryOwner, activityId: string): Promise<void>;
  forget(owner: MemoryOwner): Promise<number>;
  prune(before: number): Promise<void>;
}

export interface MemoryOwner {
  /** Channel, conversation and thread. */
  readonly conversation: string;
  readonly person: string;
}

export interface MemoryEntry {
  readonly activityId: string;
  readonly at: number;
  readonly expires: number;
  /** JSON-able; what diagnosis/remember.ts made of the evidence. */
  readonly remembered: unknown;
}

export class StoreConflictError extends Error {
  readonly code = 'WHY401_STORE_CONFLICT';
  readonly key: string;
  constructor(key: string) {
    super(`The document ${key} was changed by somebody else meanwhile`);
    this.name = 'StoreConflictError';
    this.key = key;
  }
}
