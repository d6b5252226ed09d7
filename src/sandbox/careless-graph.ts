import type { Graph } from '../graph/graph.ts';
import type { TransportParts } from './client-transport.ts';
import { tokenAsSent } from './token-as-sent.ts';

/**
 * A client of Graph that was given the wrong token: where `world.client` says so it sends the ID token, and knows no
 * better than that this is what it has. What else a client does wrong happens on the way (client-transport.ts).
 */
export function carelessGraph(graph: Graph, { world, entra }: Pick<TransportParts, 'world' | 'entra'>): Graph {
  return {
    async send(token, request) {
      const swapped = world.client.token === 'id-token' ? await tokenAsSent(world, token, entra) : token;
      return graph.send(swapped ?? token, request);
    },
  };
}
