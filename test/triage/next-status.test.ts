import { describe, expect, test } from 'vitest';
import type { Status } from '../../src/storage/triage-store.ts';
import { nextStatus } from '../../src/triage/next-status.ts';
import type { Actor, TriageAction } from '../../src/triage/triage-action.ts';
import { ADELE, MEGAN, NOW, OPEN, SAM } from './sample-cases.ts';

const adele: Actor = { ...ADELE, agent: true };
const megan: Actor = { ...MEGAN, agent: true };
const sam: Actor = { ...SAM, agent: false };
const stranger: Actor = { id: '29:eve', name: 'Eve', agent: false };

const TAKEN: Status = { state: 'taken', assignee: ADELE, waitingFor: null };
const WAITING: Status = { state: 'waiting', assignee: ADELE, waitingFor: 'tenant-admin' };
const RESOLVED: Status = { state: 'resolved', assignee: ADELE, waitingFor: null };
const REOPENED: Status = { state: 'reopened', assignee: ADELE, waitingFor: null };

const onCase = (status: Status, action: TriageAction, by: Actor, wrong = false) =>
  nextStatus({ what: 'case', status, reporter: SAM.id, wrong }, action, by, NOW);
const onIncident = (status: Status, action: TriageAction, by: Actor) =>
  nextStatus({ what: 'incident', status, reporter: null }, action, by, NOW);

const ALL: readonly TriageAction[] = [
  { kind: 'take' },
  { kind: 'assign', to: MEGAN },
  { kind: 'wait', for: 'microsoft' },
  { kind: 'resolve' },
  { kind: 'reopen' },
  { kind: 'wrong' },
];

describe('agents', () => {
  test.each([
    [OPEN, { kind: 'take' }, 'case.taken', { state: 'taken', assignee: ADELE, waitingFor: null }],
    [WAITING, { kind: 'take' }, 'case.taken', { state: 'taken', assignee: ADELE, waitingFor: null }],
    [REOPENED, { kind: 'take' }, 'case.taken', { state: 'taken', assignee: ADELE, waitingFor: null }],
    [OPEN, { kind: 'assign', to: MEGAN }, 'case.assigned', { state: 'taken', assignee: MEGAN, waitingFor: null }],
    [OPEN, { kind: 'assign', to: ADELE }, 'case.taken', { state: 'taken', assignee: ADELE, waitingFor: null }],
    [TAKEN, { kind: 'wait', for: 'tenant-admin' }, 'case.waiting', WAITING],
    [WAITING, { kind: 'wait', for: 'microsoft' }, 'case.waiting', { ...WAITING, waitingFor: 'microsoft' }],
    [OPEN, { kind: 'resolve' }, 'case.resolved', { state: 'resolved', assignee: null, waitingFor: null }],
    [WAITING, { kind: 'resolve' }, 'case.resolved', RESOLVED],
    [RESOLVED, { kind: 'reopen' }, 'case.reopened', REOPENED],
    [RESOLVED, { kind: 'wrong' }, 'case.wrong', { ...RESOLVED, wrong: true }],
  ] as const)('%j, %j: %s', (status, action, event, next) => {
    expect(onCase(status, action, adele)).toEqual({ wrong: false, ...next, event, by: ADELE, at: NOW });
  });

  test('take what another one has', () => {
    expect(onCase(TAKEN, { kind: 'take' }, megan)).toMatchObject({ event: 'case.taken', assignee: MEGAN });
  });

  test.each([
    [TAKEN, { kind: 'take' }, 'already-yours'],
    [TAKEN, { kind: 'assign', to: ADELE }, 'already-yours'],
    [{ ...TAKEN, assignee: MEGAN }, { kind: 'assign', to: MEGAN }, 'nothing-changes'],
    [WAITING, { kind: 'wait', for: 'tenant-admin' }, 'nothing-changes'],
    [RESOLVED, { kind: 'take' }, 'already-resolved'],
    [RESOLVED, { kind: 'assign', to: MEGAN }, 'already-resolved'],
    [RESOLVED, { kind: 'wait', for: 'microsoft' }, 'already-resolved'],
    [RESOLVED, { kind: 'resolve' }, 'already-resolved'],
    [OPEN, { kind: 'reopen' }, 'not-resolved'],
    [REOPENED, { kind: 'reopen' }, 'not-resolved'],
  ] as const)('%j, %j: %s', (status, action, refused) => {
    expect(onCase(status, action, adele)).toEqual({ refused });
  });

  test('say wrong once; it stays through what comes after', () => {
    expect(onCase(OPEN, { kind: 'wrong' }, adele, true)).toEqual({ refused: 'nothing-changes' });
    expect(onCase(OPEN, { kind: 'take' }, adele, true)).toMatchObject({ event: 'case.taken', wrong: true });
  });

  test('act on incidents, under events of their own', () => {
    expect(ALL.map((action) => onIncident(OPEN, action, adele))).toMatchObject([
      { event: 'incident.taken' },
      { event: 'incident.assigned' },
      { event: 'incident.waiting' },
      { event: 'incident.resolved' },
      { refused: 'not-resolved' },
      { event: 'incident.wrong' },
    ]);
  });
});

describe('a reporter', () => {
  test('resolves, reopens and calls wrong their own case', () => {
    expect(onCase(WAITING, { kind: 'resolve' }, sam)).toMatchObject({ event: 'case.resolved', by: SAM });
    expect(onCase(RESOLVED, { kind: 'reopen' }, sam)).toMatchObject({ event: 'case.reopened', assignee: ADELE });
    expect(onCase(OPEN, { kind: 'wrong' }, sam)).toMatchObject({ event: 'case.wrong', state: 'open', wrong: true });
  });

  test('does nothing else with it', () => {
    expect(ALL.slice(0, 3).map((action) => onCase(OPEN, action, sam))).toEqual(
      Array(3).fill({ refused: 'agents-only' }),
    );
  });

  test('does nothing with an incident', () => {
    expect(ALL.map((action) => onIncident(OPEN, action, sam))).toEqual(Array(6).fill({ refused: 'agents-only' }));
  });
});

describe('anybody else', () => {
  test('does nothing', () => {
    expect(ALL.map((action) => onCase(RESOLVED, action, stranger))).toEqual([
      ...Array(3).fill({ refused: 'agents-only' }),
      ...Array(3).fill({ refused: 'not-your-case' }),
    ]);
  });

  test('is not the reporter whose data were deleted', () => {
    const nobody: Actor = { id: '', name: '', agent: false };
    const subject = { what: 'case', status: OPEN, reporter: '' } as const;
    expect(nextStatus(subject, { kind: 'resolve' }, nobody, NOW)).toEqual({ refused: 'not-your-case' });
    expect(nextStatus({ ...subject, reporter: null }, { kind: 'resolve' }, nobody, NOW)).toEqual({
      refused: 'not-your-case',
    });
  });
});
