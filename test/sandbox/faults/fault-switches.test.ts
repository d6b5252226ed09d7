import { describe, expect, test } from 'vitest';
import { CAUSE_IDS } from '../../../src/diagnosis/cause-id.ts';
import { isFault } from '../../../src/sandbox/faults/fault.ts';
import { createFaultSwitches } from '../../../src/sandbox/faults/fault-switches.ts';
import { AVAILABLE_FAULTS, FAULTS } from '../../../src/sandbox/faults/index.ts';
import { SAMPLE_IDS } from '../../../src/sandbox/world/sample-ids.ts';
import { createWorld, resetWorld } from '../../../src/sandbox/world/seed-world.ts';
import type { World } from '../../../src/sandbox/world/world.ts';

const NOW = Date.parse('2026-03-02T10:00:00Z');
const now = () => NOW;

function fresh() {
  const world = createWorld({ now, origin: 'http://127.0.0.1:4010' });
  world.apps[0]?.certificates.push({ thumbprint: 'a-thumbprint', publicKey: 'a key', expires: NOW + 1_000 });
  return { world, faults: createFaultSwitches(world, now) };
}

const copy = (world: World): World => structuredClone(world);

describe('every root cause', () => {
  test('has its entry under its own name, and more than thirty can be produced', () => {
    expect(Object.keys(FAULTS)).toEqual(CAUSE_IDS.filter((id) => id !== 'not-enough-evidence'));
    for (const [id, entry] of Object.entries(FAULTS)) expect(entry.cause).toBe(id);
    expect(AVAILABLE_FAULTS.length).toBeGreaterThanOrEqual(36);
  });

  test.each(AVAILABLE_FAULTS)('$cause changes the world, and repair takes it back', ({ cause, says, title }) => {
    const { world, faults } = fresh();
    const healthy = copy(world);
    expect(faults.break(cause)).toMatchObject({ kind: 'broken', fault: { cause } });
    expect(copy(world)).not.toEqual(healthy);
    expect(faults.repair().map((fault) => fault.cause)).toEqual([cause]);
    // A consent that a fault took away is given again, whatever its place in the list.
    expect(copy(world)).toEqual(healthy);
    expect(says).toMatch(/^[A-Z].+\.$/);
    expect(title).not.toMatch(/\.$/);
  });

  test('says why the others are not here', () => {
    const { faults } = fresh();
    for (const entry of Object.values(FAULTS)) {
      if (!isFault(entry)) {
        expect(faults.break(entry.cause)).toEqual({ kind: 'unavailable', cause: entry.cause, why: entry.unavailable });
      }
    }
  });
});

describe('several faults', () => {
  test('are listed in order; one may be mended and the other stays', () => {
    const { world, faults } = fresh();
    faults.break('client-secret-expired');
    faults.break('wrong-audience');
    expect(faults.on().map(({ cause }) => cause)).toEqual(['client-secret-expired', 'wrong-audience']);
    faults.repair('client-secret-expired');
    expect(faults.on().map(({ cause }) => cause)).toEqual(['wrong-audience']);
    expect(world.apps[0]?.secrets[0]?.expires).toBeGreaterThan(NOW);
    expect(world.connection.scopes).toContain('https://outlook.office.com/Calendars.ReadWrite');
  });

  test('all at once can be switched on and mended', () => {
    const { world, faults } = fresh();
    const healthy = copy(world);
    for (const { cause } of AVAILABLE_FAULTS) expect(faults.break(cause).kind).toBe('broken');
    faults.repair();
    expect(copy(world)).toEqual(healthy);
  });

  test('the same twice is said and changes nothing', () => {
    const { world, faults } = fresh();
    faults.break('account-locked');
    const broken = copy(world);
    expect(faults.break(' Account-Locked ').kind).toBe('already-broken');
    expect(copy(world)).toEqual(broken);
  });
});

describe('what people did meanwhile', () => {
  function meanwhile(world: World): void {
    world.mailboxes[0]?.events.push({ id: 'event-1', subject: 'Lunch' });
    world.consents.push({
      clientId: SAMPLE_IDS.app,
      tenantId: SAMPLE_IDS.consumers,
      personId: SAMPLE_IDS.noor,
      resource: 'https://graph.microsoft.com',
      scopes: ['User.Read'],
    });
  }

  test('stays after a repair', () => {
    const { world, faults } = fresh();
    faults.break('consent-required');
    meanwhile(world);
    faults.repair();
    expect(world.mailboxes[0]?.events).toEqual([{ id: 'event-1', subject: 'Lunch' }]);
    expect(world.consents.map(({ personId }) => personId)).toEqual([
      'everybody',
      'everybody',
      'everybody',
      SAMPLE_IDS.noor,
    ]);
  });
});

test('with a fresh world no fault is on', () => {
  const { world, faults } = fresh();
  faults.break('wrong-cloud');
  resetWorld(world, { now, origin: 'http://127.0.0.1:4010' });
  faults.forget();
  expect([faults.on(), faults.repair(), world.graph.cloud]).toEqual([[], [], 'global']);
});

test('a repair changes people and apps in place: somebody may hold them', () => {
  const { world, faults } = fresh();
  const [ada] = world.people;
  faults.break('account-disabled');
  expect(ada?.enabled).toBe(false);
  faults.repair();
  expect([ada?.enabled, ada === world.people[0]]).toEqual([true, true]);
});

describe('an unknown name', () => {
  test.each([
    ['client-secret-expird', 'client-secret-expired'],
    ['secret-expired', 'client-secret-expired'],
    ['wrong audience', 'wrong-audience'],
    ['the policy refuses', 'app-access-policy'],
  ])('%s is answered with the nearest', (typed, meant) => {
    const answer = fresh().faults.break(typed);
    expect(answer).toMatchObject({ kind: 'unknown', nearest: expect.arrayContaining([meant]) });
  });

  test.each(['', '__proto__', 'not-enough-evidence', 'x'.repeat(100_000)])('breaks nothing (%#)', (typed) => {
    const { world, faults } = fresh();
    const healthy = copy(world);
    expect(faults.break(typed).kind).toBe('unknown');
    expect(copy(world)).toEqual(healthy);
  });
});
