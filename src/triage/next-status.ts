import type { Status, StatusChange } from '../storage/triage-store.ts';
import type { Actor, Transition, TriageAction, TriageRefusal } from './triage-action.ts';

/** What a reporter may do with their own case; everything else is the agents' business. */
const REPORTERS_TOO: ReadonlySet<TriageAction['kind']> = new Set(['resolve', 'reopen', 'wrong']);

/** What an action changes; the names of events are a contract with webhooks (docs/webhook.md). */
interface Step extends Status {
  readonly happened: 'taken' | 'assigned' | 'waiting' | 'resolved' | 'reopened' | 'wrong';
  readonly wrong?: true;
}

/**
 * The states of a case or an incident and what leads from one to another.
 *
 * - Agents may do everything. A reporter may resolve, reopen and call wrong their own case. Nobody else may do anything.
 * - What is resolved has to be reopened before somebody takes it: else a press on last year's card would bring it back.
 * - An agent may take what another one has: they sit in one team, and the first may have gone home. `changeWords` says
 *   from whom.
 * - Reopening keeps whose it was, so that the one who knows it sees it again.
 */
export const nextStatus: Transition = (subject, action, by, at) => {
  const refused = whyNotAllowed(subject, action, by);
  if (refused !== undefined) return { refused };
  const step = stepOf(subject.status, action, by, subject.wrong === true);
  if (typeof step === 'string') return { refused: step };
  const { happened, state, assignee, waitingFor } = step;
  return {
    event: `${subject.what}.${happened}`,
    state,
    assignee,
    waitingFor,
    wrong: step.wrong === true || subject.wrong === true,
    by: { id: by.id, name: by.name },
    at,
  } satisfies StatusChange;
};

function whyNotAllowed(
  { what, reporter }: Parameters<Transition>[0],
  { kind }: TriageAction,
  by: Actor,
): TriageRefusal | undefined {
  if (by.agent) return undefined;
  if (what === 'incident' || !REPORTERS_TOO.has(kind)) return 'agents-only';
  // Whose data were deleted has the empty id; that is nobody.
  return reporter === null || reporter === '' || reporter !== by.id ? 'not-your-case' : undefined;
}

function stepOf(status: Status, action: TriageAction, by: Actor, wrong: boolean): Step | TriageRefusal {
  const { state, assignee, waitingFor } = status;
  const resolved = state === 'resolved';
  switch (action.kind) {
    case 'take':
      return handTo(status, { id: by.id, name: by.name }, by);
    case 'assign':
      return handTo(status, action.to, by);
    case 'wait':
      if (resolved) return 'already-resolved';
      if (state === 'waiting' && waitingFor === action.for) return 'nothing-changes';
      return { happened: 'waiting', state: 'waiting', assignee, waitingFor: action.for };
    case 'resolve':
      if (resolved) return 'already-resolved';
      return { happened: 'resolved', state: 'resolved', assignee, waitingFor: null };
    case 'reopen':
      if (!resolved) return 'not-resolved';
      return { happened: 'reopened', state: 'reopened', assignee, waitingFor: null };
    case 'wrong':
      if (wrong) return 'nothing-changes';
      return { happened: 'wrong', state, assignee, waitingFor, wrong: true };
  }
}

function handTo({ state, assignee }: Status, to: { readonly id: string; readonly name: string }, by: Actor) {
  if (state === 'resolved') return 'already-resolved';
  const mine = to.id === by.id;
  if (state === 'taken' && assignee?.id === to.id) return mine ? 'already-yours' : 'nothing-changes';
  const happened = mine ? 'taken' : 'assigned';
  return { happened, state: 'taken', assignee: { id: to.id, name: to.name }, waitingFor: null } as const;
}
