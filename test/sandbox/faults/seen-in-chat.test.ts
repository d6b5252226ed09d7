import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createGraph } from '../../../src/graph/graph-client.ts';
import { runHealthChecks } from '../../../src/identity/health/run-health-checks.ts';
import type { Person } from '../../../src/identity/person.ts';
import { carelessGraph } from '../../../src/sandbox/careless-graph.ts';
import { sandboxTransport } from '../../../src/sandbox/client-transport.ts';
import { AVAILABLE_FAULTS } from '../../../src/sandbox/faults/index.ts';
import type { Sandbox } from '../../../src/sandbox/start-sandbox.ts';
import type { SignInFixture } from '../../contract/sign-in.contract.ts';
import { createMsalFixture } from '../../identity/msal/msal-fixture.ts';
import { createTokenServiceFixture } from '../../identity/token-service/token-service-fixture.ts';

/** Faults of one of the two ways only: MSAL does not even start without a credential. */
const OF_ONE_WAY: Readonly<Record<string, string>> = {
  'client-credential-missing': 'token-service',
};
/** The engine honestly does not decide Graph's own words (see fault-trials.test.ts). */
const UNDECIDED: ReadonlySet<string> = new Set(['signature-invalid']);

type Fixture = SignInFixture & { readonly sandbox: Sandbox };

/** After these the way to sign in has given the grant back by itself, so that the person signs in anew. */
const ENDS_THE_GRANT: ReadonlySet<string> = new Set(['token-service cae-challenge']);

async function signIn(fixture: Fixture): Promise<Person> {
  const { person, account } = fixture.asPerson(0);
  const invitation = await fixture.signIn.invite(person);
  if ('refusal' in invitation) throw new Error('The invitation was refused');
  const code = await fixture.completeAtPage(invitation.signInLink, account);
  expect((await fixture.signIn.redeem(person, code)).kind).toBe('signed-in');
  return person;
}

/** The root causes that `check my sign-in` names. */
async function causesToldTo(person: Person, { sandbox, signIn, now }: Fixture): Promise<string[]> {
  const clock = () => now() + sandbox.world.client.clockOffsetMs;
  const client = createGraph({ fetch: sandboxTransport(sandbox), now: clock, sleep: async () => {} });
  const graph = carelessGraph(client, sandbox);
  const { results } = await runHealthChecks({ signIn, graph, person, now: clock });
  return results.flatMap(({ diagnosis }) => (diagnosis === undefined ? [] : [diagnosis.cause]));
}

describe.each([
  { way: 'token-service', create: createTokenServiceFixture },
  { way: 'msal', create: createMsalFixture },
])('with $way', ({ way, create }) => {
  let fixture: Fixture;
  beforeEach(async () => {
    fixture = await create();
  });
  afterEach(() => fixture.dispose());

  const faults = AVAILABLE_FAULTS.filter(
    ({ cause, seenIn }) => seenIn === 'health-report' && (OF_ONE_WAY[cause] ?? way) === way,
  );

  test.each(faults)(
    '$cause is read in the report of somebody signed in, and no more after repair',
    async ({ cause }) => {
      const person = await signIn(fixture);
      fixture.advance(2_000);
      fixture.sandbox.control.break(cause);
      const told = await causesToldTo(person, fixture);
      if (!UNDECIDED.has(cause)) expect(told).toContain(cause);
      fixture.advance(2_000);
      fixture.sandbox.control.repair();
      if (ENDS_THE_GRANT.has(`${way} ${cause}`)) await signIn(fixture);
      expect((await fixture.signIn.token(person)).kind).toBe('token');
      expect(await causesToldTo(person, fixture)).toEqual([]);
    },
  );
});
