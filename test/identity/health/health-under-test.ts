import { createGraph } from '../../../src/graph/graph-client.ts';
import type { HealthCheckId, HealthReport, HealthResult } from '../../../src/identity/health/health-report.ts';
import { runHealthChecks } from '../../../src/identity/health/run-health-checks.ts';
import type { Person } from '../../../src/identity/person.ts';
import { GraphEdge, type GraphEdgeOptions } from '../../graph/graph-edge.ts';
import { FakeSignIn, type FakeSignInOptions } from '../fake-sign-in.ts';
import { ANNA_OID, TENANT } from '../made-access-token.ts';

/** A Thursday at noon; no test of a health report reads another clock. */
export const NOON = Date.UTC(2026, 10, 26, 12);

export const ANNA: Person = {
  channelId: 'msteams',
  userId: '29:anna',
  aadObjectId: ANNA_OID,
  tenantId: TENANT,
  name: 'Anna',
};

export interface HealthScene {
  readonly person?: Person;
  /** Claims that differ from a good token's; a string is the token itself; `null`: not signed in. */
  readonly token?: Readonly<Record<string, unknown>> | string | null;
  readonly signIn?: FakeSignInOptions;
  readonly graph?: GraphEdgeOptions;
  readonly now?: () => number;
}

export interface HealthRun {
  readonly report: HealthReport;
  readonly signIn: FakeSignIn;
  readonly edge: GraphEdge;
  readonly progress: readonly HealthReport[];
  readonly result: (check: HealthCheckId) => HealthResult;
}

/** Runs all checks over the real Graph client, with only the network and the sign-in made up. */
export async function checkHealth(scene: HealthScene = {}): Promise<HealthRun> {
  const person = scene.person ?? ANNA;
  const now = scene.now ?? (() => NOON);
  const signIn = new FakeSignIn(() => NOON, scene.signIn);
  if (scene.token !== null) signIn.grant(person, scene.token ?? {});
  const edge = new GraphEdge({ now: () => NOON, ...scene.graph });
  const graph = createGraph({ fetch: edge.fetch, now, sleep: async () => {}, chance: () => 0 });
  const progress: HealthReport[] = [];
  const report = await runHealthChecks({ signIn, graph, person, now, onProgress: (it) => progress.push(it) });
  return {
    report,
    signIn,
    edge,
    progress,
    result: (check) => report.results.find((it) => it.check === check)!,
  };
}

/** `check: state` of everything that did not pass. */
export function notPassed(report: HealthReport): string[] {
  return report.results.filter(({ state }) => state !== 'pass').map(({ check, state }) => `${check}: ${state}`);
}
