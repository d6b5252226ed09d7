import type { Fetch } from '../../src/graph/graph-client.ts';

/** One request as it left for the network. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string | null;
  readonly signal: AbortSignal | null;
}

export interface EdgeAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, or text as it is. */
  readonly body?: unknown;
}

/** What an address answers: one answer, or one after another (the last one stays); an Error is thrown. */
export type Script = EdgeAnswer | Error | ((request: SentRequest, time: number) => EdgeAnswer | Error);

export interface GraphEdgeOptions {
  /** Milliseconds before each answer. */
  readonly delayMs?: number;
  /** What Graph's own clock shows. */
  readonly now?: () => number;
  /** By path without query, as `/me`. */
  readonly answers?: Readonly<Record<string, Script | readonly Script[]>>;
}

const HEALTHY: Readonly<Record<string, unknown>> = {
  '/me': {
    id: 'oid-anna',
    displayName: 'Anna Example',
    userPrincipalName: 'anna@contoso.com',
    mail: 'anna@contoso.com',
  },
  '/me/mailboxSettings': { timeZone: 'W. Europe Standard Time', workingHours: {} },
  '/me/calendar': { id: 'AAMk1', name: 'Calendar', canEdit: true },
};

/** Graph at the network's edge: real Response objects, a delay, a script by address. Knows no token. */
export class GraphEdge {
  readonly sent: SentRequest[] = [];
  /** The most requests that were open at one time. */
  mostAtOnce = 0;
  #open = 0;
  readonly #times = new Map<string, number>();
  readonly #options: GraphEdgeOptions;

  constructor(options: GraphEdgeOptions = {}) {
    this.#options = options;
  }

  readonly fetch: Fetch = async (url, init) => {
    const request: SentRequest = {
      method: init.method ?? 'GET',
      url,
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? init.body : null,
      signal: init.signal ?? null,
    };
    this.sent.push(request);
    this.#open += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#open);
    try {
      if (this.#options.delayMs !== undefined) await pause(this.#options.delayMs, request.signal);
      return this.#answer(request);
    } finally {
      this.#open -= 1;
    }
  };

  #answer(request: SentRequest): Response {
    const path = new URL(request.url).pathname.replace('/v1.0', '');
    const time = this.#times.get(path) ?? 0;
    this.#times.set(path, time + 1);
    const scripted = this.#options.answers?.[path] ?? { body: HEALTHY[path] ?? {} };
    const list: readonly Script[] = Array.isArray(scripted) ? scripted : [scripted as Script];
    const script = list[Math.min(time, list.length - 1)]!;
    const answer = typeof script === 'function' ? script(request, time) : script;
    if (answer instanceof Error) throw answer;
    const { status = 200, headers = {}, body } = answer;
    const now = (this.#options.now ?? Date.now)();
    const text = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body);
    return new Response(status === 204 ? null : text, {
      status,
      headers: {
        'content-type': 'application/json',
        date: new Date(now).toUTCString(),
        'request-id': '0f1e2d3c-4b5a-4968-8776-655443322110',
        ...headers,
      },
    });
  }
}

function pause(ms: number, signal: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

/** Graph's error body. */
export function graphError(code: string, message: string): { readonly error: object } {
  return { error: { code, message, innerError: { 'request-id': '0f1e2d3c-4b5a-4968-8776-655443322110' } } };
}

/** Graph's claims challenge, as continuous access evaluation makes it. */
export function claimsChallenge(claims: string, encoding: 'base64' | 'base64url' = 'base64'): EdgeAnswer {
  const encoded = Buffer.from(claims).toString(encoding);
  return {
    status: 401,
    headers: {
      'www-authenticate': `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000", error="insufficient_claims", claims="${encoded}"`,
    },
    body: graphError(
      'InvalidAuthenticationToken',
      'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
    ),
  };
}
