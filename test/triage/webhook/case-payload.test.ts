import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { isCauseId, OWNERS } from '../../../src/diagnosis/cause-id.ts';
import {
  CASE_EVENTS,
  CASE_STATES,
  type OutboxRow,
  type StoredCase,
  type StoredIncident,
  WAITING_FOR,
} from '../../../src/storage/triage-store.ts';
import { casePayload } from '../../../src/triage/webhook/case-payload.ts';
import { SnapshotError } from '../../../src/triage/webhook/read-snapshot.ts';
import { ADELE, DESK, NOW, storedCase, storedIncident } from '../sample-cases.ts';

const read = (path: string): string => readFileSync(new URL(`../../../docs/${path}`, import.meta.url), 'utf8');
const schema = JSON.parse(read('schemas/case-event.schema.json'));
const ajv = new Ajv({ strict: true, strictRequired: false, strictTypes: false, allErrors: true });
// The package is CommonJS: its default export is what the types call the module.
(addFormats as unknown as (ajv: Ajv) => void)(ajv);
const validate = ajv.compile(schema);

/** As the store writes it: everything but the content. */
function row(event: string, subject: Partial<StoredCase & StoredIncident> = {}, id = '42'): OutboxRow {
  const about = event.startsWith('case.') ? 'case' : 'incident';
  const { content: _, ...snapshot } = {
    content: '',
    ...(about === 'case' ? storedCase(subject) : storedIncident(subject)),
  };
  return {
    id,
    desk: DESK,
    subject: about,
    number: snapshot.number,
    event,
    snapshot: JSON.stringify(snapshot),
    at: NOW,
    attempts: 0,
  };
}

function expectValid(payload: unknown): void {
  // As it is sent, not as it is held.
  const sent: unknown = JSON.parse(JSON.stringify(payload));
  validate(sent);
  expect(validate.errors ?? []).toEqual([]);
}

describe('the schema', () => {
  test.each(CASE_EVENTS)('holds for %s', (event) => {
    expectValid(casePayload(row(event)));
    const moved = {
      state: 'waiting',
      assignee: ADELE,
      waitingFor: 'tenant-admin',
      changedBy: ADELE,
      version: 3,
    } as const;
    expectValid(
      casePayload(row(event, { ...moved, taken: NOW, resolved: NOW, incident: 3, answered: NOW, wrong: true })),
    );
    expectValid(casePayload(row(event, { app: null, tenant: null, reporter: { id: '', name: '' } })));
  });

  test('knows every event, state and owner, and no other', () => {
    const { type } = schema.properties;
    const { state, waitingFor, owner } = schema.definitions;
    expect(type.enum).toEqual([...CASE_EVENTS]);
    expect(state.enum).toEqual([...CASE_STATES]);
    expect(waitingFor.enum).toEqual([...WAITING_FOR, null]);
    expect(owner.enum).toEqual([...OWNERS]);
  });

  test.each([
    ['a case under the type of an incident', { ...casePayload(row('case.taken')), type: 'incident.taken' }],
    ['neither case nor incident', { id: '1-1', type: 'case.taken', time: '2026-03-02T11:20:00.000Z', desk: DESK }],
    ['a time without a zone', { ...casePayload(row('case.taken')), time: '2026-03-02T11:20:00' }],
    ['an unknown state', { ...casePayload(row('case.taken')), case: { ...storedCase(), state: 'asleep' } }],
  ])('refuses %s', (_, payload) => {
    expect(validate(payload)).toBe(false);
  });

  test('describes every field that is sent, and no other', () => {
    for (const [name, event] of [
      ['case', 'case.opened'],
      ['incident', 'incident.opened'],
    ] as const) {
      const payload = casePayload(row(event)) as unknown as Record<string, object>;
      const described = schema.definitions[name];
      expect(Object.keys(payload[name] ?? {}).toSorted()).toEqual(Object.keys(described.properties).toSorted());
      expect(described.required.toSorted()).toEqual(Object.keys(described.properties).toSorted());
    }
  });
});

describe('a payload', () => {
  test('has neither content nor secrets', () => {
    const secret = 'abc8Q~madeUpForTests-0123456789abcdefghij';
    const headline = `The client_secret=${secret} was refused`;
    const text = JSON.stringify(
      casePayload({
        ...row('case.opened', { headline }),
        snapshot: JSON.stringify({
          ...storedCase({ headline }),
          content: 'the excerpt',
          diagnosisId: 'd1',
          card: 'c1',
        }),
      }),
    );
    for (const kept of [secret, 'the excerpt', 'd1', 'c1', 'smba.trafficmanager']) expect(text).not.toContain(kept);
  });

  test('tells two events apart even where a new store counts from one again', () => {
    const first = casePayload(row('case.opened', {}, '1'));
    expect(first.id).toBe(`1-${NOW}`);
    expect(casePayload({ ...row('case.opened', {}, '1'), at: NOW + 1 }).id).not.toBe(first.id);
  });

  test.each(['', 'null', '[]', '{', '{"number":17}', JSON.stringify({ ...storedCase(), state: 'asleep' })])(
    'is not made of %s',
    (snapshot) => {
      expect(() => casePayload({ ...row('case.taken'), snapshot })).toThrow(SnapshotError);
    },
  );

  test('is not made of a time that no date can hold, and says so without the value', () => {
    const snapshot = JSON.stringify({ ...storedCase(), reported: 1e20 });
    expect(() => casePayload({ ...row('case.taken'), snapshot })).toThrow(/cannot be read: reported$/);
  });
});

test('the example in docs/webhook.md is a payload as it is sent', () => {
  const example: unknown = JSON.parse(/<!-- example -->\n```json\n([\s\S]*?)```/.exec(read('webhook.md'))?.[1] ?? '');
  expectValid(example);
  const made = casePayload({
    ...row('case.taken', {
      version: 2,
      state: 'taken',
      assignee: ADELE,
      changedBy: ADELE,
      taken: NOW,
      incident: 3,
      reported: NOW - 120_000,
      answered: NOW - 118_000,
    }),
  });
  expect(JSON.parse(JSON.stringify(made))).toEqual(example);
  expect('case' in made && isCauseId(made.case.cause)).toBe(true);
});

test('docs/webhook.md names every event', () => {
  const named = new Set([...read('webhook.md').matchAll(/`((?:case|incident)?\.[a-z]+)`/g)].map(([, name]) => name));
  const missing = CASE_EVENTS.filter((event) => !named.has(event) && !named.has(event.slice(event.indexOf('.'))));
  expect(missing).toEqual([]);
});
