import type { FaultSwitches } from '../faults/fault-switches.ts';
import type { RecentRequests } from '../recent-requests.ts';
import type { World } from '../world/world.ts';

/** What the control needs of the rest of the sandbox. */
export interface ControlParts {
  readonly world: World;
  readonly faults: FaultSwitches;
  readonly recent: Pick<RecentRequests, 'list'>;
  /** Makes the world a fresh one, in place, and forgets what the servers keep (codes, refresh tokens, requests). */
  readonly reset: () => void;
}
