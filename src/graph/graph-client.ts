import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { accessTokenClaims } from '../refusals/access-token-claims.ts';
import { claimsOfChallenge } from '../refusals/claims-challenge.ts';
import { keptBody, keptError, keptHeaders, keptUrl } from '../refusals/record-refusal.ts';
import type { Refusal } from '../refusals/refusal.ts';
import { AnswerTooLongError, boundedText } from './bounded-body.ts';
import { CallsPerMailbox } from './calls-per-mailbox.ts';
import type { Graph, GraphAnswer, GraphRequest } from './graph.ts';
import { AnswerNotJsonError, UnsendableTokenError } from './graph-errors.ts';
import { operationName } from './operation-name.ts';
import { httpDate, retryAfterMs } from './retry-after.ts';
import { isRepeatable, waitBeforeNextTry } from './retry-plan.ts';

/** The real address; a sandbox's transport maps it, so that refusals read as they would in the world. */
const GRAPH_ROOT = 'https://graph.microsoft.com/v1.0';

/** Below the 15 seconds after which a channel gives up on a turn and sends it again. */
const WITHIN_MS = 10_000;
/** A page of calendar entries with bodies takes some hundred KB. */
const LONGEST_ANSWER = 4 * 1024 * 1024;
const LONGEST_REFUSAL = 64 * 1024;

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** One try, for the metrics: no address, no person. */
export interface GraphCall {
  /** `null` where no answer came. */
  readonly status: number | null;
  readonly ms: number;
  /** `GET /me/calendarView`, ids taken out. */
  readonly operation: string;
}

/** What the client reaches outside with; clock and chance are handed in, so that tests decide them. */
export interface GraphParts {
  readonly fetch: Fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep?: (ms: number) => Promise<unknown>;
  /** 0 to 1. */
  readonly chance?: () => number;
  readonly clientVersion?: string;
  readonly onCall?: (call: GraphCall) => void;
}

/** The client of Microsoft Graph: waits, repeats and gives up by Graph's own rules, and records what it refuses. */
export function createGraph(parts: GraphParts): Graph {
  const gates = new CallsPerMailbox();
  return { send: (token, request) => new GraphExchange(parts, gates, token, request).send() };
}

/** What one try gave. */
interface Tried {
  readonly answer: GraphAnswer;
  readonly retryAfterMs: number | null;
  /** An answer came, and the next one would be the same. */
  readonly final?: boolean;
}

/** What a header field may hold. Fetch would put the whole value into the message of its error. */
const SENDABLE = /^[\x21-\x7e]*$/;

/** One call with all its tries. */
class GraphExchange {
  readonly #parts: GraphParts;
  readonly #gates: CallsPerMailbox;
  readonly #token: string;
  readonly #request: GraphRequest;
  readonly #url: string;
  readonly #claims: Readonly<Record<string, unknown>> | null;
  /** The same for all tries, so that Microsoft's support finds them together. */
  readonly #id = randomUUID();
  readonly #withinMs: number;
  readonly #started: number;
  #tries = 0;

  constructor(parts: GraphParts, gates: CallsPerMailbox, token: string, request: GraphRequest) {
    this.#parts = parts;
    this.#gates = gates;
    this.#token = token;
    this.#request = request;
    this.#url = `${GRAPH_ROOT}${request.path}`;
    this.#claims = accessTokenClaims(token);
    this.#withinMs = request.withinMs ?? WITHIN_MS;
    this.#started = parts.now();
  }

  async send(): Promise<GraphAnswer> {
    const { sleep = delay, chance = Math.random } = this.#parts;
    if (!SENDABLE.test(this.#token)) return this.#thrown(new UnsendableTokenError()).answer;
    for (;;) {
      const { answer, retryAfterMs: asked, final } = await this.#try();
      if (answer.kind === 'ok' || final === true) return answer;
      const leftMs = this.#leftMs();
      const failed = { status: answer.status, retryAfterMs: asked, tries: this.#tries, leftMs };
      const wait = waitBeforeNextTry(failed, this.#request, chance());
      if (wait === null) return answer;
      await sleep(wait);
    }
  }

  #leftMs(): number {
    return this.#withinMs - (this.#parts.now() - this.#started);
  }

  /** What may be repeated keeps time for a second try, so that one hanging connection does not take all of it. */
  #tryMs(): number {
    const left = Math.max(1, this.#leftMs());
    return Math.ceil(isRepeatable(this.#request) && this.#tries === 0 ? left * 0.6 : left);
  }

  async #try(): Promise<Tried> {
    const { now, onCall } = this.#parts;
    const signal = AbortSignal.timeout(this.#tryMs());
    const leave = await this.#gates.enter(this.#mailbox(), signal);
    this.#tries += 1;
    if (leave === null)
      return this.#thrown(new DOMException('Other calls to this mailbox took all the time', 'TimeoutError'));
    const began = now();
    let status: number | null = null;
    try {
      const response = await this.#parts.fetch(this.#url, this.#init(signal));
      status = response.status;
      return await this.#answered(response);
    } catch (thrown) {
      return { ...this.#thrown(thrown), final: thrown instanceof AnswerTooLongError };
    } finally {
      leave();
      onCall?.({ status, ms: now() - began, operation: operationName(this.#request) });
    }
  }

  #init(signal: AbortSignal): RequestInit {
    const { method, body, headers } = this.#request;
    return {
      method,
      signal,
      // A redirection would carry the token to another address.
      redirect: 'manual',
      headers: {
        accept: 'application/json',
        'user-agent': `why401/${this.#parts.clientVersion ?? '0'}`,
        ...headers,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        // Graph itself says that there is none.
        ...(this.#token === '' ? {} : { authorization: `Bearer ${this.#token}` }),
        'client-request-id': this.#id,
        'return-client-request-id': 'true',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
  }

  async #answered(response: Response): Promise<Tried> {
    const { status, headers } = response;
    const serverTime = httpDate(headers.get('date'));
    const requestId = headers.get('request-id');
    if (status >= 200 && status < 300) {
      const text = await boundedText(response, LONGEST_ANSWER, 'throw');
      const body = parsed(text);
      if (body === undefined) return { ...this.#thrown(new AnswerNotJsonError()), final: true };
      return { answer: { kind: 'ok', status, body, serverTime, requestId }, retryAfterMs: null };
    }
    const text = await boundedText(response, LONGEST_REFUSAL, 'cut');
    return {
      answer: {
        kind: 'refused',
        refusal: this.#refusal({ response: { status, headers: keptHeaders(headers), body: keptBody(text) } }),
        status,
        serverTime,
        requestId,
        claims: status === 401 || status === 403 ? claimsOfChallenge(headers.get('www-authenticate')) : null,
        tries: this.#tries,
      },
      retryAfterMs: retryAfterMs(headers.get('retry-after'), headers.get('date'), this.#parts.now()),
    };
  }

  #thrown(thrown: unknown): Tried {
    const refusal = this.#refusal({ error: keptError(thrown) });
    return {
      answer: {
        kind: 'refused',
        refusal,
        status: null,
        serverTime: null,
        requestId: null,
        claims: null,
        tries: this.#tries,
      },
      retryAfterMs: null,
    };
  }

  #refusal(what: Pick<Refusal, 'response' | 'error'>): Refusal {
    return {
      request: { method: this.#request.method, url: keptUrl(this.#url) },
      ...what,
      ...(this.#claims === null ? {} : { claims: this.#claims }),
    };
  }

  /** Whose mailbox the token reaches. An opaque token stands for itself, by its digest. */
  #mailbox(): string {
    const { tid, oid, sub } = this.#claims ?? {};
    if (typeof oid === 'string' || typeof sub === 'string') return `${tid ?? ''}/${oid ?? sub}`;
    return createHash('sha256').update(this.#token).digest('base64url');
  }
}

/** `undefined` where the text is no JSON, `null` where there is none. */
function parsed(text: string): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
