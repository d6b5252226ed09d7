import type { CheckedSandbox } from './installation.ts';
import { createNetwork } from './network.ts';

/** A sandbox of its own on a free port, and the network that leads into it. */
export async function startSandbox(now: () => number): Promise<CheckedSandbox> {
  const [{ startSandbox: start }, { sandboxTransport }] = await Promise.all([
    import('../../sandbox/start-sandbox.ts'),
    import('../../sandbox/client-transport.ts'),
  ]);
  const sandbox = await start({ port: 0, now });
  const { world } = sandbox;
  const { clientId, clientSecret } = world.connection;
  const tenant = world.apps.find((app) => app.clientId === clientId)?.homeTenantId ?? world.connection.tenant;
  return {
    network: createNetwork({ now, fetch: sandboxTransport(sandbox) }),
    app: { clientId, tenant, proof: { kind: 'secret', secret: clientSecret } },
    close: () => sandbox.close(),
  };
}
