import type { Refusal } from '../../refusals/refusal.ts';
import { refresh, type TokenSet } from './entra-client.ts';
import type { Refusals } from './refusals.ts';
import { ownerKey, type TokenOwner, type TokenServiceParts } from './token-service-parts.ts';

/** A token that ends sooner than this is renewed before it is handed out. */
const RENEW_BEFORE_MS = 5 * 60_000;

/** The tokens that people granted to the connection, by person, channel and connection. */
export class UserTokens {
  readonly #parts: TokenServiceParts;
  readonly #refusals: Refusals;
  readonly #kept = new Map<string, { readonly owner: TokenOwner; readonly tokens: TokenSet }>();
  /** Refresh tokens rotate: two requests at once share one renewal. */
  readonly #renewals = new Map<string, Promise<TokenSet | undefined>>();

  constructor(parts: TokenServiceParts, refusals: Refusals) {
    this.#parts = parts;
    this.#refusals = refusals;
  }

  put(owner: TokenOwner, tokens: TokenSet): void {
    this.#kept.set(ownerKey(owner), { owner, tokens });
  }

  /** A token that is good for some minutes, renewed where necessary; `undefined` where the person has to sign in. */
  async get(owner: TokenOwner): Promise<TokenSet | undefined> {
    const tokens = this.#kept.get(ownerKey(owner))?.tokens;
    if (tokens === undefined || tokens.expires - this.#parts.now() > RENEW_BEFORE_MS) return tokens;
    const left = tokens.expires > this.#parts.now() ? tokens : undefined;
    if (tokens.refreshToken !== undefined) return (await this.#renew(owner, tokens.refreshToken)) ?? left;
    if (left === undefined) this.#kept.delete(ownerKey(owner));
    return left;
  }

  /** A token for other scopes, by the refresh token of the grant. */
  async forScopes(owner: TokenOwner, scopes: readonly string[]): Promise<TokenSet | Refusal | undefined> {
    const refreshToken = this.#kept.get(ownerKey(owner))?.tokens.refreshToken;
    if (refreshToken === undefined) return undefined;
    const answer = await refresh(this.#parts, refreshToken, scopes);
    if (answer.kind === 'refused') {
      this.#refusals.note(owner, answer.refusal);
      return answer.refusal;
    }
    const kept = this.#kept.get(ownerKey(owner));
    const next = answer.tokens.refreshToken;
    if (kept !== undefined && next !== undefined) this.put(owner, { ...kept.tokens, refreshToken: next });
    return answer.tokens;
  }

  has(owner: TokenOwner): boolean {
    return this.#kept.has(ownerKey(owner));
  }

  /** True where there was one. Without a connection every token of the person in this channel goes. */
  remove(owner: Omit<TokenOwner, 'connectionName'> & { readonly connectionName?: string }): boolean {
    let removed = false;
    for (const [key, kept] of this.#kept) {
      const { channelId, userId, connectionName } = kept.owner;
      const named = owner.connectionName === undefined || owner.connectionName === connectionName;
      if (channelId === owner.channelId && userId === owner.userId && named)
        removed = this.#kept.delete(key) || removed;
    }
    return removed;
  }

  /** As if the hour of every token were over: the next one who asks gets a renewed one. */
  endAll(): void {
    const expires = this.#parts.now();
    for (const [key, { owner, tokens }] of this.#kept) this.#kept.set(key, { owner, tokens: { ...tokens, expires } });
  }

  clear(): void {
    this.#kept.clear();
  }

  #renew(owner: TokenOwner, refreshToken: string): Promise<TokenSet | undefined> {
    const key = ownerKey(owner);
    const running = this.#renewals.get(key);
    if (running !== undefined) return running;
    const renewal = this.#renewed(owner, refreshToken).finally(() => this.#renewals.delete(key));
    this.#renewals.set(key, renewal);
    return renewal;
  }

  async #renewed(owner: TokenOwner, refreshToken: string): Promise<TokenSet | undefined> {
    const key = ownerKey(owner);
    const answer = await refresh(this.#parts, refreshToken);
    const kept = this.#kept.get(key);
    // Signed out, or signed in anew, while the renewal was under way.
    if (kept?.tokens.refreshToken !== refreshToken) return kept?.tokens;
    if (answer.kind === 'refused') {
      // The grant stays: what refused it may be mended (a secret, a policy), and then it is good again.
      this.#refusals.note(owner, answer.refusal);
      return undefined;
    }
    const tokens = { refreshToken, ...answer.tokens };
    this.put(owner, tokens);
    this.#refusals.forget(owner);
    return tokens;
  }
}
