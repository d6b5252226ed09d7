import type { IncomingMessage, ServerResponse } from 'node:http';
import { maskSecrets } from '../diagnosis/secrets/mask-secrets.ts';

export interface RecentRequest {
  /** Counts up from 1; does not begin again. */
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  /** Path and query, secrets masked. */
  readonly path: string;
  readonly status: number;
  /** `AADSTS7000215`, `InvalidAuthenticationToken`; `null` where nothing was refused by a code. */
  readonly code: string | null;
  readonly tookMs: number;
}

const KEPT = 200;
const LONGEST_PATH = 600;
/** Query parameters whose values are never shown, whatever they look like. */
const NEVER_SHOWN =
  /([?&](?:code|code_verifier|client_secret|client_assertion|assertion|refresh_token|access_token|id_token|id_token_hint|state|flow|sid|session_state|password|token)=)[^&#]*/gi;

/** The last requests that the sandbox answered, for its console. Holds no secret. */
export class RecentRequests {
  readonly #now: () => number;
  readonly #kept: RecentRequest[] = [];
  readonly #codes = new WeakMap<ServerResponse, string>();
  #count = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Notes the code by which a request is refused; to be called before the answer ends. */
  refused(res: ServerResponse, code: string): void {
    this.#codes.set(res, code);
  }

  /** Watches one request until its answer has ended. */
  watch(req: IncomingMessage, res: ServerResponse): void {
    const at = this.#now();
    const began = performance.now();
    const path = shownPath(req.url ?? '/');
    res.once('close', () => {
      this.#count += 1;
      this.#kept.push({
        number: this.#count,
        at,
        method: req.method ?? 'GET',
        path,
        status: res.statusCode,
        code: this.#codes.get(res) ?? null,
        tookMs: Math.round(performance.now() - began),
      });
      if (this.#kept.length > KEPT) this.#kept.shift();
    });
  }

  /** The newest first. */
  list(limit = KEPT): RecentRequest[] {
    return this.#kept.slice(-limit).reverse();
  }

  clear(): void {
    this.#kept.length = 0;
  }
}

function shownPath(path: string): string {
  const cut = path.length > LONGEST_PATH ? `${path.slice(0, LONGEST_PATH)}…` : path;
  return maskSecrets(cut.replaceAll(NEVER_SHOWN, '$1[hidden]'));
}
