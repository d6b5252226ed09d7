import { createGraph } from '../../src/graph/graph-client.ts';
import { runHealthChecks } from '../../src/identity/health/run-health-checks.ts';
import { sandboxTransport } from '../../src/sandbox/client-transport.ts';
import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { signInOne } from './sign-in-one.ts';
import type { RunningSignIn } from './ways.ts';

/** Of every call to Entra ID, the token service and Graph. */
const DELAY_MS = 100;
/** A token with less than five minutes left is renewed before it is used. */
const NEARLY_OVER_SECONDS = 240;

/**
 * Milliseconds that a health report takes until it is complete. Before every second one the token at hand is nearly
 * over, so that a renewal comes first.
 */
export async function reportTimes(fixture: RunningSignIn, runs: number): Promise<number[]> {
  const { signIn, sandbox, now } = fixture;
  const { world } = sandbox;
  const graph = createGraph({ fetch: sandboxTransport(sandbox), now });
  const participant = fixture.asPerson(0);
  const lifetime = world.entra.accessTokenSeconds;
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    delay(world, 0);
    world.entra.accessTokenSeconds = run % 2 === 0 ? lifetime : NEARLY_OVER_SECONDS;
    await signInOne(fixture, participant);
    world.entra.accessTokenSeconds = lifetime;
    delay(world, DELAY_MS);
    const begun = performance.now();
    const report = await runHealthChecks({ signIn, graph, person: participant.person, now });
    times.push(performance.now() - begun);
    if (report.state !== 'pass') throw new Error(`A report that should be green is «${report.state}»`);
  }
  delay(world, 0);
  return times;
}

function delay({ graph, entra, tokenService }: Sandbox['world'], ms: number): void {
  for (const conditions of [graph, entra, tokenService]) conditions.delayMs = ms;
}
