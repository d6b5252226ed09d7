import type { ListedFault } from '../presentation/cards/faults-card.ts';

/** A fault of the sandbox, as far as the chat shows it. */
export type SandboxFault = ListedFault;

export interface SandboxBreakReply {
  readonly kind: 'broken' | 'already-broken' | 'unavailable' | 'unknown';
  /** One line for the person who asked. */
  readonly says: string;
}

/** The sandbox's switches, as the chat uses them. Only a local bot beside a sandbox has them. */
export interface SandboxControls {
  faults(): readonly SandboxFault[];
  break(cause: string): SandboxBreakReply;
  /** Mends one fault, or all; gives those that were mended. */
  repair(cause?: string): readonly SandboxFault[];
}
