import type { Mailbox, SandboxPerson } from '../world/world.ts';
import type { Caller } from './caller.ts';
import type { Workload } from './graph-error.ts';
import type { GraphParts } from './graph-parts.ts';

/** A request that has passed the checks of its token and its permissions. */
export interface GraphCall {
  readonly parts: GraphParts;
  readonly caller: Caller;
  /** Values of the `{id}` places of the operation's path, decoded. */
  readonly ids: readonly string[];
  /** As called, with its version: `/v1.0/me/events`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** The IANA zone and the name under which times are answered: `Prefer: outlook.timezone`, else UTC. */
  readonly answerZone: { readonly name: string; readonly iana: string };
  /** Whose resource the path names: the caller's own or `/users/{id}`. */
  readonly owner: SandboxPerson;
}

/** A call to something that lives in a mailbox. */
export interface MailboxCall extends GraphCall {
  readonly mailbox: Mailbox;
}

export interface GraphReply {
  readonly status: number;
  readonly body?: unknown;
}

interface Rule {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below `/me` or `/users/{id}`, in lower case. */
  readonly path: string;
  /** Any one of these is enough. Empty: not possible that way. */
  readonly delegated: readonly string[];
  readonly application: readonly string[];
  /** False where personal accounts cannot call it. */
  readonly personal: boolean;
}

/** What an operation needs, and what does it. */
export type Operation = Rule &
  (
    | { readonly workload: Extract<Workload, 'directory'>; readonly answer: (call: GraphCall) => GraphReply }
    | { readonly workload: Extract<Workload, 'outlook'>; readonly answer: (call: MailboxCall) => GraphReply }
  );
