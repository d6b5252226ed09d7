import type { FaultGroup, SeenIn, ShownBy } from '../faults/fault.ts';
import type { RecentRequest } from '../recent-requests.ts';

/** A fault as lists show it. */
export interface FaultView {
  readonly cause: string;
  readonly group: FaultGroup;
  readonly title: string;
  /** What is broken, one sentence. */
  readonly says: string;
  readonly shownBy: ShownBy;
  readonly seenIn: SeenIn;
  /** What a person who talks to the bot does to meet it, one sentence. */
  readonly tryIt: string;
  readonly on: boolean;
}

export interface PersonView {
  readonly oid: string;
  readonly name: string;
  readonly userPrincipalName: string;
  readonly kind: 'member' | 'guest' | 'personal';
  readonly tenantId: string;
  readonly tenant: string;
}

/** What somebody has agreed to. No token, no code. */
export interface GrantView {
  /** A person's name, or «everybody» for an administrator's consent. */
  readonly person: string;
  readonly app: string;
  readonly resource: string;
  readonly scopes: readonly string[];
}

export interface SandboxState {
  readonly faults: readonly FaultView[];
  readonly people: readonly PersonView[];
  readonly grants: readonly GrantView[];
  /** Newest first. */
  readonly requests: readonly RecentRequest[];
}

/** What asking for a fault gave. `says` is one line for the person who asked. */
export type BreakReply =
  | { readonly kind: 'broken' | 'already-broken'; readonly fault: FaultView; readonly says: string }
  | { readonly kind: 'unavailable' | 'unknown'; readonly nearest: readonly string[]; readonly says: string };

/** The sandbox's switches, as the bot's commands, the console and the command line use them. */
export interface SandboxControl {
  /** All that can be switched on, in the order of the list of root causes. */
  faults(): readonly FaultView[];
  break(cause: string): BreakReply;
  /** Mends one fault, or all; gives those that were mended. */
  repair(cause?: string): readonly FaultView[];
  /** Back to the world of the start, with no grants. */
  reset(): void;
  state(): SandboxState;
}
