import { randomBytes } from 'node:crypto';
import { createGraph } from '../graph/graph-client.ts';
import { createMsalSignIn } from '../identity/msal/create-msal-sign-in.ts';
import { createTokenServiceSignIn } from '../identity/token-service/token-service-sign-in.ts';
import { meteredSignIn } from '../metrics/metered-sign-in.ts';
import { carelessGraph } from '../sandbox/careless-graph.ts';
import { sandboxTransport } from '../sandbox/client-transport.ts';
import type { Sandbox } from '../sandbox/start-sandbox.ts';
import type { SandboxSettings } from '../settings.ts';
import type { SignInSurroundings, WiredSignIn } from './tenant-sign-in.ts';

/**
 * Sign-in at the sandbox. What a real installation has in its settings stands in the sandbox's world and is read anew
 * at each use, so that a fault shows at once.
 *
 * @param botOrigin where browsers reach the bot
 */
export async function sandboxSignIn(
  { signIn, tokenKeys }: SandboxSettings,
  sandbox: Sandbox,
  botOrigin: string,
  { store, now, metrics }: SignInSurroundings,
): Promise<WiredSignIn> {
  const { world, origin, tokenService } = sandbox;
  const network = createGraph({ fetch: sandboxTransport(sandbox), now, onCall: metrics.onGraphCall });
  const graph = carelessGraph(network, sandbox);
  if (signIn === 'token-service') {
    return {
      wiring: {
        graph,
        by: (client) =>
          meteredSignIn(
            createTokenServiceSignIn({
              connectionName: world.connection.name,
              client,
              state: store.state,
              now,
              lastRefusal: (userId, connection) => tokenService.lastRefusal(userId, connection),
            }),
            metrics.onSignIn,
          ),
      },
    };
  }
  const pages = await createMsalSignIn({
    app: () => {
      const { clientId, tenant, clientSecret, scopes, tokenExchangeUrl } = world.connection;
      const redirectUri = `${botOrigin}/auth/callback`;
      return {
        clientId,
        tenant,
        proof: { kind: 'secret', secret: clientSecret },
        scopes,
        redirectUri,
        ...(tokenExchangeUrl === '' ? {} : { identifierUri: tokenExchangeUrl }),
      };
    },
    publicUrl: botOrigin,
    tokenKeys: tokenKeys.length > 0 ? tokenKeys : [randomBytes(32)],
    store,
    now,
    entraAt: `${origin}/entra`,
  });
  return { wiring: { graph, by: meteredSignIn(pages, metrics.onSignIn) }, pages };
}
