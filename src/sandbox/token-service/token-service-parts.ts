import type { SandboxParts } from '../sandbox-parts.ts';

/** What the sandbox's token service needs of the rest of the sandbox. */
export type TokenServiceParts = Pick<SandboxParts, 'world' | 'now' | 'origin'> & {
  /** Notes codes of refusals for the sandbox's console. */
  readonly recent?: Pick<SandboxParts['recent'], 'refused'>;
};

/** Whose token, of which connection, as the channel names the person. */
export interface TokenOwner {
  readonly channelId: string;
  readonly userId: string;
  readonly connectionName: string;
}

/** Whose token it is: one for each channel, person and connection. */
export function ownerKey({ channelId, userId, connectionName }: TokenOwner): string {
  return JSON.stringify([channelId, userId, connectionName]);
}
