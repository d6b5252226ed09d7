import type { Server } from 'restify';
import type { Entra } from './entra/entra.ts';
import type { RecentRequests } from './recent-requests.ts';
import type { World } from './world/world.ts';

/** What every part of the sandbox gets. */
export interface SandboxParts {
  readonly world: World;
  /** The address of the sandbox, without a slash at the end. */
  readonly origin: string;
  /** The world's clock, milliseconds since 1970. */
  readonly now: () => number;
  readonly entra: Entra;
  readonly recent: RecentRequests;
}

/** Adds the routes of one part. */
export type Mount = (server: Server, parts: SandboxParts) => void;
