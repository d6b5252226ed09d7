import type { SandboxParts } from '../sandbox-parts.ts';

/** What the sandbox's Graph needs of the rest of the sandbox. */
export type GraphParts = Pick<SandboxParts, 'world' | 'now'> & {
  /** The keys that tokens are checked with, asked for at each call as they may roll; the claims behind opaque ones. */
  readonly entra: Pick<SandboxParts['entra'], 'signingKeys' | 'opaqueToken'>;
  /** Notes codes of refusals for the sandbox's console. */
  readonly recent?: Pick<SandboxParts['recent'], 'refused'>;
};
