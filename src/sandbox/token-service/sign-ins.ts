import { createHash, randomBytes, randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import type { TokenSet } from './entra-client.ts';
import { ownerKey, type TokenOwner } from './token-service-parts.ts';

const LINK_MS = 15 * 60_000;
const CODE_MS = 10 * 60_000;
/** A code has six digits: guessing must end long before it succeeds. */
const MOST_ATTEMPTS = 5;
const MOST_KEPT = 10_000;

interface Begun {
  readonly owner: TokenOwner;
  readonly expires: number;
}
interface Authorizing extends Begun {
  readonly codeVerifier: string;
}
interface Waiting extends Begun {
  readonly code: string;
  readonly tokens: TokenSet;
  attempts: number;
}

/**
 * Sign-ins under way: a link was made, then a browser went to Entra ID, then a code waits to be typed into the chat.
 * A code belongs to the person for whom the link was made; it works once.
 */
export class SignIns {
  readonly #now: () => number;
  readonly #links = new Map<string, Begun>();
  readonly #states = new Map<string, Authorizing>();
  /** By owner: a later sign-in of the same person takes the place of an earlier one. */
  readonly #waiting = new Map<string, Waiting>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** @returns the id that the link carries */
  begin(owner: TokenOwner): string {
    const id = randomBytes(24).toString('base64url');
    this.#keep(this.#links, id, { owner, expires: this.#now() + LINK_MS });
    return id;
  }

  /** Whose link it is; a link may be opened again until its time is over. */
  ownerOfLink(id: string): TokenOwner | undefined {
    return this.#live(this.#links, id)?.owner;
  }

  /** @returns the `state` and the challenge for the authorize request */
  authorize(owner: TokenOwner): { readonly state: string; readonly codeChallenge: string } {
    const state = randomUUID();
    const codeVerifier = randomBytes(32).toString('base64url');
    this.#keep(this.#states, state, { owner, codeVerifier, expires: this.#now() + LINK_MS });
    return { state, codeChallenge: createHash('sha256').update(codeVerifier).digest('base64url') };
  }

  /** What a `state` stands for; once. */
  takeState(state: string): { readonly owner: TokenOwner; readonly codeVerifier: string } | undefined {
    const found = this.#live(this.#states, state);
    this.#states.delete(state);
    return found;
  }

  /** @returns the code that the person has to type */
  complete(owner: TokenOwner, tokens: TokenSet): string {
    const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
    this.#keep(this.#waiting, ownerKey(owner), { owner, code, tokens, attempts: 0, expires: this.#now() + CODE_MS });
    return code;
  }

  /** The tokens behind a code of this very person; once, and only after few wrong ones. */
  redeem(owner: TokenOwner, code: string): TokenSet | undefined {
    const key = ownerKey(owner);
    const waiting = this.#live(this.#waiting, key);
    if (waiting === undefined) return undefined;
    if (sameText(waiting.code, code)) {
      this.#waiting.delete(key);
      return waiting.tokens;
    }
    waiting.attempts += 1;
    if (waiting.attempts >= MOST_ATTEMPTS) this.#waiting.delete(key);
    return undefined;
  }

  /** Ends what is under way for a person. */
  end(owner: TokenOwner): void {
    const key = ownerKey(owner);
    this.#waiting.delete(key);
    for (const map of [this.#links, this.#states]) {
      for (const [id, begun] of map) if (ownerKey(begun.owner) === key) map.delete(id);
    }
  }

  clear(): void {
    this.#links.clear();
    this.#states.clear();
    this.#waiting.clear();
  }

  #live<T extends Begun>(map: Map<string, T>, key: string): T | undefined {
    const found = map.get(key);
    if (found !== undefined && found.expires > this.#now()) return found;
    map.delete(key);
    return undefined;
  }

  #keep<T extends Begun>(map: Map<string, T>, key: string, value: T): void {
    map.delete(key);
    map.set(key, value);
    if (map.size <= MOST_KEPT) return;
    const [oldest] = map.keys();
    if (oldest !== undefined) map.delete(oldest);
  }
}

function sameText(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
