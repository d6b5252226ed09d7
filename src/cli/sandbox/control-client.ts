import { isObject, objectsIn } from '../json-parts.ts';
import { UsageError } from '../usage-error.ts';

const WITHIN_MS = 5_000;

type Json = Readonly<Record<string, unknown>>;

/** A fault as the sandbox describes it. */
export interface ListedFault {
  readonly cause: string;
  readonly group: string;
  readonly title: string;
  readonly says: string;
  readonly tryIt: string;
  readonly on: boolean;
}

export interface ListedState {
  readonly faults: readonly ListedFault[];
  readonly people: readonly { readonly name: string; readonly userPrincipalName: string; readonly kind: string }[];
  readonly grants: readonly {
    readonly person: string;
    readonly resource: string;
    readonly scopes: readonly string[];
  }[];
  readonly requests: readonly {
    /** Milliseconds since 1970. */
    readonly at: number;
    readonly method: string;
    readonly path: string;
    readonly status: number;
    readonly code: string | null;
  }[];
}

/** Speaks to the control API of a sandbox that runs in another process. */
export interface ControlClient {
  faults(): Promise<readonly ListedFault[]>;
  state(): Promise<ListedState>;
  /** @throws UsageError for a cause that the sandbox does not have, in its own words */
  break(cause: string): Promise<string>;
  repair(cause?: string): Promise<readonly ListedFault[]>;
  reset(): Promise<void>;
}

/** @throws UsageError where nothing answers at the address, or something that is no sandbox */
export function controlClient(url: string): ControlClient {
  const ask = async (method: 'GET' | 'POST', path: string, body?: Json): Promise<{ status: number; answer: Json }> => {
    const response = await fetch(new URL(path, url), {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(WITHIN_MS),
      ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    }).catch(() => {
      throw new UsageError(`No sandbox answers at ${url}. Start one: why401 sandbox, or npm start`);
    });
    const answer: unknown = await response.json().catch(() => undefined);
    if (!isObject(answer)) throw new UsageError(`What answers at ${url} is no sandbox`);
    return { status: response.status, answer };
  };
  const asked = async (...request: Parameters<typeof ask>): Promise<Json> => {
    const { status, answer } = await ask(...request);
    if (status === 200) return answer;
    throw new UsageError(`The sandbox refused (${status}). ${text(answer.message)}`.trim());
  };
  return {
    faults: async () => objectsIn((await asked('GET', '/api/faults')).faults).map(fault),
    state: async () => stateIn(await asked('GET', '/api/state')),
    async break(cause) {
      const { status, answer } = await ask('POST', '/api/break', { cause });
      const says = text(answer.says);
      if (status === 200) return says;
      throw new UsageError(says === '' ? `The sandbox refused (${status}). ${text(answer.message)}`.trim() : says);
    },
    repair: async (cause) =>
      objectsIn((await asked('POST', '/api/repair', cause === undefined ? {} : { cause })).repaired).map(fault),
    async reset() {
      await asked('POST', '/api/reset', {});
    },
  };
}

function stateIn(answer: Json): ListedState {
  return {
    faults: objectsIn(answer.faults).map(fault),
    people: objectsIn(answer.people).map((it) => ({
      name: text(it.name),
      userPrincipalName: text(it.userPrincipalName),
      kind: text(it.kind),
    })),
    grants: objectsIn(answer.grants).map((it) => ({
      person: text(it.person),
      resource: text(it.resource),
      scopes: Array.isArray(it.scopes) ? it.scopes.map(text) : [],
    })),
    requests: objectsIn(answer.requests).map((it) => ({
      at: typeof it.at === 'number' ? it.at : 0,
      method: text(it.method),
      path: text(it.path),
      status: typeof it.status === 'number' ? it.status : 0,
      code: it.code === null ? null : text(it.code),
    })),
  };
}

function fault(it: Json): ListedFault {
  return {
    cause: text(it.cause),
    group: text(it.group),
    title: text(it.title),
    says: text(it.says),
    tryIt: text(it.tryIt),
    on: it.on === true,
  };
}

/** Text for a terminal: without control characters, whatever answered. */
function text(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll(/\p{Cc}/gu, ' ') : '';
}
