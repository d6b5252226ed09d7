import type { Graph } from '../../graph/graph.ts';
import type { TokenAnswer } from '../sign-in.ts';
import type { GraphReply } from './check-context.ts';
import { once } from './once.ts';

/** Long enough for a slow answer and one repetition; a person waits for the report. */
const WITHIN_MS = 6_000;

/**
 * Graph's answers to what the checks read: each address once, all with one token.
 *
 * Where Graph answers with a claims challenge, a fresh token with those claims is asked for once for all calls, without
 * asking the person, and the call is repeated once. A second challenge is left standing: that needs the person.
 */
export class GraphReplies {
  readonly #graph: Graph;
  readonly #token: string;
  readonly #now: () => number;
  readonly #withClaims: (claims: string) => Promise<TokenAnswer>;
  readonly #replies = new Map<string, Promise<GraphReply>>();
  #fresh: (() => Promise<TokenAnswer>) | undefined;
  #freshKind: TokenAnswer['kind'] | undefined;
  #unmet: string | null = null;

  constructor(graph: Graph, token: string, now: () => number, withClaims: (claims: string) => Promise<TokenAnswer>) {
    this.#graph = graph;
    this.#token = token;
    this.#now = now;
    this.#withClaims = withClaims;
  }

  /** The claims of the challenge that only the person can meet, once all replies are there. */
  get unmetChallenge(): string | null {
    return this.#unmet;
  }

  /** Whether the challenge cost the grant: the token service can only meet it by a sign-out. */
  get grantLost(): boolean {
    return this.#unmet !== null && this.#freshKind === 'sign-in-needed';
  }

  get(path: string): Promise<GraphReply> {
    const known = this.#replies.get(path);
    if (known !== undefined) return known;
    const reply = this.#ask(path);
    this.#replies.set(path, reply);
    return reply;
  }

  async #ask(path: string): Promise<GraphReply> {
    const first = await this.#send(this.#token, path);
    if (first.answer.kind === 'ok' || first.answer.claims === null) return first;
    const { claims } = first.answer;
    this.#fresh ??= once(() => this.#withClaims(claims));
    const fresh = await this.#fresh();
    this.#freshKind = fresh.kind;
    if (fresh.kind === 'sign-in-needed') this.#unmet ??= claims;
    // Refused: signing in again would only lead back here, and offering it would be a loop.
    if (fresh.kind !== 'token') return first;
    const second = await this.#send(fresh.token.accessToken, path);
    if (second.answer.kind === 'refused' && second.answer.claims !== null) this.#unmet ??= second.answer.claims;
    return { ...second, renewed: second.answer.kind === 'ok' };
  }

  async #send(token: string, path: string): Promise<GraphReply> {
    const answer = await this.#graph.send(token, { method: 'GET', path, withinMs: WITHIN_MS });
    return { answer, receivedAt: this.#now(), renewed: false };
  }
}
