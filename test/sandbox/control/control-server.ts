import restify from 'restify';
import { listen } from '../../../src/http/listen.ts';
import { createControl } from '../../../src/sandbox/control/create-control.ts';
import { mountControl } from '../../../src/sandbox/control/mount-control.ts';
import { createFaultSwitches } from '../../../src/sandbox/faults/fault-switches.ts';
import type { RecentRequest } from '../../../src/sandbox/recent-requests.ts';
import { createWorld, resetWorld } from '../../../src/sandbox/world/seed-world.ts';
import type { World } from '../../../src/sandbox/world/world.ts';

export const SEEN: RecentRequest = {
  number: 1,
  at: Date.parse('2026-03-02T09:59:00Z'),
  method: 'GET',
  path: '/graph/v1.0/me',
  status: 401,
  code: 'InvalidAuthenticationToken',
  tookMs: 3,
};

export interface ControlServer {
  readonly url: string;
  readonly port: number;
  readonly world: World;
  readonly forgotten: () => number;
  close(): Promise<void>;
}

/** The control API alone, over a world of its own. */
export async function startControlServer(): Promise<ControlServer> {
  const now = () => Date.parse('2026-03-02T10:00:00Z');
  const options = { now, origin: 'http://127.0.0.1' };
  const world = createWorld(options);
  let forgotten = 0;
  const control = createControl({
    world,
    faults: createFaultSwitches(world, now),
    recent: { list: () => [SEEN] },
    reset: () => {
      resetWorld(world, options);
      forgotten += 1;
    },
  });
  const server = restify.createServer({ name: '' });
  mountControl(server, control);
  const port = await listen(server, '127.0.0.1', 0, 0);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    world,
    forgotten: () => forgotten,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
