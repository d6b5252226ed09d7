import type { Outbox, TriageStore } from './triage-store.ts';

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
  readonly grants: SealedGrants;
  readonly signIns: PendingSignIns;
  readonly drafts: EventDrafts;
  readonly triage: TriageStore;
  readonly outbox: Outbox;
  /**
   * Removes what is kept of one person, in every table; returns how many things that were. Bot state is theirs where its
   * key holds their channel as a segment and ends in their id: `msteams/users/29:sam`, `replies/msteams/…/29:sam`. A case
   * stays without them, with its cause, app and times: no name, no headline, no content.
   */
  erase(person: ErasedPerson): Promise<number>;
  /** Removes what has had its time. Housekeeping calls it; no turn does. */
  prune(limits: PruneLimits): Promise<void>;
  /** Throws when the store does not answer, or cannot be written. For readiness probes. */
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
  /** Whether somebody holds a claim. */
  isClaimed(key: string): Promise<boolean>;
  /**
   * Holds a claim anew from `at` on, where it is there and nobody held it anew since `before`: true for one over all
   * instances, for whoever had it may have ended in the middle.
   */
  takeOver(key: string, at: number, before: number): Promise<boolean>;
  /** Gives a claim back, so that a repeated delivery may be answered after a failed turn. */
  release(key: string): Promise<void>;
}

export type FeedbackVerdict = 'fixed' | 'not-it';

/** What one person said of one diagnosis. */
export interface Feedback {
  readonly diagnosisId: string;
  readonly cause: string;
  readonly verdict: string;
  readonly feedback: FeedbackVerdict;
  /** Hash of the person's id: who said it is nobody's business, that two said it is. */
  readonly by: string;
  readonly at: number;
}

/** Whether diagnoses were right, by the people who got them. */
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
}

/** Whose evidence it is: nobody else is ever given it. */
export interface MemoryOwner {
  /** Channel, conversation and thread. */
  readonly conversation: string;
  readonly person: string;
}

/** What one message gave. */
export interface MemoryEntry {
  readonly activityId: string;
  readonly at: number;
  readonly expires: number;
  /** JSON; what diagnosis/remember.ts made of the evidence. Kept as it is. */
  readonly remembered: string;
}

/**
 * Token caches, one a person, encrypted before they come here: the store sees ciphertext only. Versions, since two
 * instances may refresh the same person's token at once and the later writer must not bring back an older refresh token.
 */
export interface SealedGrants {
  read(person: string): Promise<SealedGrant | undefined>;
  /**
   * @param expected the version that was read, or `null` where there was none
   * @returns false where somebody else wrote meanwhile; nothing is changed then
   */
  write(person: string, sealed: string, expected: number | null, at: number): Promise<boolean>;
  /** True where there was one. */
  remove(person: string): Promise<boolean>;
}
/** The token cache of one person. */
export interface SealedGrant {
  /** A compact JWE. */
  readonly sealed: string;
  /** Tells the same from another, and nothing of the order; none comes twice, not even after a removal. */
  readonly version: number;
}

/** Sign-ins that have begun and are not bound to their person yet. */
export interface PendingSignIns {
  /** Replaces an earlier one of the same person. */
  open(signIn: PendingSignIn): Promise<void>;
  /** `undefined` where there is none or it has expired. */
  find(id: string, at: number): Promise<PendingSignIn | undefined>;
  /** Puts the grant that the sign-in page brought beside it. True exactly once for an id, over all instances. */
  complete(id: string, sealedGrant: string, at: number): Promise<boolean>;
  /** The completed one of a person, counting one attempt; after `most` attempts it is removed and `undefined` comes back. */
  attempt(person: string, at: number, most: number): Promise<PendingSignIn | undefined>;
  /** True exactly once: who gets it may bind the grant. */
  remove(id: string): Promise<boolean>;
}
/** A sign-in between its link and the typed code. */
export interface PendingSignIn {
  /** Random, at least 128 bits. */
  readonly id: string;
  readonly person: string;
  /** A compact JWE: code verifier, nonce, scopes. */
  readonly sealed: string;
  /** A compact JWE: the grant and the code to type; `null` until completed. */
  readonly sealedGrant: string | null;
  readonly attempts: number;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/**
 * Events that are not made yet, and for a while those that were. A draft belongs to whoever asked for it.
 *
 * `open` → `creating` → `created` → `undone`, or `open` → `cancelled`. Each step happens once, however many instances
 * try it.
 */
export interface EventDrafts {
  create(draft: NewDraft): Promise<void>;
  /** `undefined` where there is none or it has expired. */
  read(id: string, at: number): Promise<StoredDraft | undefined>;
  /** The newest one of a person in a conversation that is in this state: the one that «yes» or «undo» is about. */
  newest(person: string, conversation: string, state: 'open' | 'created', at: number): Promise<StoredDraft | undefined>;
  /**
   * Replaces the content of an open or created one and gives it the next version; false where somebody else changed it
   * meanwhile, or it is being created.
   */
  update(id: string, version: number, content: string, expires: number): Promise<boolean>;
  /**
   * The right to create the event, until `until`: true for one over all instances. It is given again only once `until`
   * has passed, for an instance may die in the middle.
   */
  claim(id: string, version: number, at: number, until: number): Promise<boolean>;
  /**
   * Gives the claim that holds until `until` back: nothing was made, and the draft is open again; or nobody knows, and it
   * stays as it is, for a repetition of the very same request.
   */
  release(id: string, until: number, outcome: 'nothing-made' | 'unknown'): Promise<void>;
  /** Those whose claim has run out and was never given back: whoever held it died. The oldest ones first. */
  left(at: number, most: number): Promise<readonly StoredDraft[]>;
  /** Keeps the event that was made. True exactly once. */
  created(id: string, event: string, at: number, expires: number): Promise<boolean>;
  /** Ends an open one, or one whose event was removed. True exactly once. */
  close(id: string, as: 'cancelled' | 'undone'): Promise<boolean>;
}

/** A draft as it is made. */
export interface NewDraft {
  /** Random, at least 128 bits. */
  readonly id: string;
  /** The key of a person, as in SealedGrants. */
  readonly person: string;
  readonly conversation: string;
  /** JSON. */
  readonly content: string;
  /** Milliseconds since 1970, as all instants here. */
  readonly at: number;
  readonly expires: number;
}

export type DraftState = 'open' | 'creating' | 'created' | 'cancelled' | 'undone';

/** A draft as it is kept, with how far it has come. */
export interface StoredDraft extends NewDraft {
  readonly version: number;
  readonly state: DraftState;
  /** What Graph said of the event, JSON; `null` until created. */
  readonly event: string | null;
  /** When the event was made. */
  readonly made: number | null;
  /** Until when somebody is creating it; 0 where nobody is. */
  readonly claimedUntil: number;
}

/** Under which names a person stands in the tables, for taking them out of all. */
export interface ErasedPerson {
  /** As in MemoryOwner. */
  readonly person: string;
  /** The key of grants and sign-ins: channel and person. */
  readonly personKey: string;
  /** As in Feedback. */
  readonly by: string;
  /**
   * What belongs to teams stays: cases and incidents keep their people, and agents stay agents (bot state whose key begins
   * with `agents/`). For whoever removed the personal app, and not the app of their team.
   */
  readonly keepsTeams?: boolean;
}

/** Instants, milliseconds since 1970: what is older goes. */
export interface PruneLimits {
  readonly now: number;
  readonly seenBefore: number;
  /**
   * Feedback, bot state that was not touched, grants that were not used, cases that were resolved before. A case that is
   * not resolved goes where nobody touched it for a year, an incident with the last of its cases.
   */
  readonly keptBefore: number;
}

/** A document of the bot’s state was written by two at once: the later one has to read it again. */
export class StoreConflictError extends Error {
  readonly code = 'WHY401_STORE_CONFLICT';
  readonly key: string;
  constructor(key: string) {
    super(`The document ${key} was changed by somebody else meanwhile`);
    this.name = 'StoreConflictError';
    this.key = key;
  }
}
