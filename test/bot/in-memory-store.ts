import type { Feedback, MemoryEntry, MemoryOwner, Store, StoredDocument } from '../../src/storage/store.ts';
import { StoreConflictError } from '../../src/storage/store.ts';

export interface InMemoryStore extends Store {
  readonly given: Feedback[];
  readonly claims: Set<string>;
  readonly documents: Map<string, StoredDocument>;
}

/** The storage port in memory, for tests of what stands above it. */
export function createInMemoryStore(): InMemoryStore {
  const documents = new Map<string, StoredDocument>();
  const claims = new Set<string>();
  const given: Feedback[] = [];
  const memory = new Map<string, MemoryEntry[]>();
  let version = 0;
  const keyOf = ({ conversation, person }: MemoryOwner): string => `${conversation}\n${person}`;
  const entriesOf = (owner: MemoryOwner): MemoryEntry[] => memory.get(keyOf(owner)) ?? [];
  return {
    given,
    claims,
    documents,
    state: {
      async read(keys) {
        const found: Record<string, StoredDocument> = {};
        for (const key of keys) {
          const document = documents.get(key);
          if (document !== undefined) found[key] = structuredClone(document);
        }
        return found;
      },
      async write(changes) {
        for (const [key, value] of Object.entries(changes)) {
          const change = value as StoredDocument;
          const stored = documents.get(key);
          if (change.eTag !== undefined && change.eTag !== '*' && change.eTag !== stored?.eTag) {
            throw new StoreConflictError(key);
          }
          version += 1;
          documents.set(key, { ...structuredClone(change), eTag: String(version) });
        }
      },
      async delete(keys) {
        for (const key of keys) documents.delete(key);
      },
    },
    seen: {
      async claim(key) {
        if (claims.has(key)) return false;
        claims.add(key);
        return true;
      },
      async release(key) {
        claims.delete(key);
      },
      async prune() {},
    },
    feedback: {
      async record(feedback) {
        given.push(feedback);
      },
      async list() {
        return given;
      },
    },
    memory: {
      async recall(owner, at) {
        return entriesOf(owner).filter((entry) => entry.expires > at);
      },
      async keep(owner, entry) {
        const others = entriesOf(owner).filter((other) => other.activityId !== entry.activityId);
        memory.set(keyOf(owner), [...others, structuredClone(entry)]);
      },
      async drop(owner, activityId) {
        memory.set(
          keyOf(owner),
          entriesOf(owner).filter((entry) => entry.activityId !== activityId),
        );
      },
      async forget(owner) {
        const count = entriesOf(owner).length;
        memory.delete(keyOf(owner));
        return count;
      },
      async prune() {},
    },
    async ping() {},
    async close() {},
  };
}
