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

type Fixture = SignInFixture & { readonly sandbox: Sandbox };

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
])('with $way', ({ create }) => {
  let fixture: Fixture;
  beforeEach(async () => {
    fixture = await create();
  });
  afterEach(() => fixture.dispose());

  const faults = AVAILABLE_FAULTS.filter(({ seenIn }) => seenIn === 'health-report');

  test.each(faults)(
    '$cause is read in the report of somebody signed in, and no more after repair',
    async ({ cause }) => {
      const person = await signIn(fixture);
      fixture.advance(2_000);
      fixture.sandbox.control.break(cause);
      expect(await causesToldTo(person, fixture)).toContain(cause);
      fixture.advance(2_000);
      fixture.sandbox.control.repair();
      expect((await fixture.signIn.token(person)).kind).toBe('token');
      expect(await causesToldTo(person, fixture)).toEqual([]);
    },
  );

  test('cae-challenge is read until a fresh sign-in, however often the token is renewed', async () => {
    const person = await signIn(fixture);
    fixture.advance(2_000);
    fixture.sandbox.control.break('cae-challenge');
    for (const _ of [1, 2]) {
      fixture.advance(2_000);
      expect(await causesToldTo(person, fixture)).toContain('cae-challenge');
      expect((await fixture.renew(person)).kind).toBe('token');
    }
    fixture.advance(2_000);
    await signIn(fixture);
    expect(await causesToldTo(person, fixture)).toEqual([]);
  });
});
