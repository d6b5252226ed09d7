import type { StoredCase } from '../../storage/triage-store.ts';
import { type CaseObject, caseObject } from '../../triage/case-object.ts';

interface Column {
  readonly name: string;
  readonly what: string;
  readonly value: (one: CaseObject, desk: string) => string | number | boolean | null;
}

/** A contract with whoever reads the file: further columns come at the end. */
export const CASE_COLUMNS: readonly Column[] = [
  { name: 'desk', what: 'channel and conversation of the team channel', value: (_, desk) => desk },
  { name: 'number', what: 'of the case in its desk', value: ({ number }) => number },
  { name: 'incident', what: 'number of its incident', value: ({ incident }) => incident },
  { name: 'reported_at', what: 'ISO 8601 in UTC, as all instants', value: ({ reportedAt }) => reportedAt },
  { name: 'answered_at', what: 'when the bot answered', value: ({ answeredAt }) => answeredAt },
  { name: 'taken_at', what: 'when an agent took it first', value: ({ takenAt }) => takenAt },
  { name: 'resolved_at', what: 'when it was resolved last', value: ({ resolvedAt }) => resolvedAt },
  { name: 'state', what: 'open, taken, waiting, resolved or reopened', value: ({ state }) => state },
  { name: 'waiting_for', what: 'whom it waits for', value: ({ waitingFor }) => waitingFor },
  { name: 'assignee', what: 'the agent who has it', value: ({ assignee }) => assignee?.name ?? null },
  { name: 'cause', what: 'id of the root cause (why401 explain)', value: ({ cause }) => cause },
  { name: 'verdict', what: 'certain, likely, possible or undecided', value: ({ verdict }) => verdict },
  { name: 'wrong', what: 'true where somebody called the diagnosis wrong', value: ({ wrong }) => wrong },
  { name: 'owner', what: 'who has to act', value: ({ owner }) => owner },
  { name: 'headline', what: 'what is wrong, secrets masked', value: ({ headline }) => headline },
  { name: 'app', what: 'client id that the report names', value: ({ app }) => app },
  { name: 'tenant', what: 'tenant that the report names', value: ({ tenant }) => tenant },
  { name: 'reporter', what: 'name; empty once their data were deleted', value: ({ reporter }) => reporter.name },
  { name: 'reporter_id', what: 'as the channel names them', value: ({ reporter }) => reporter.id },
  { name: 'thread', what: 'conversation id with the thread', value: ({ thread }) => thread },
];

/** The cells of one case, in the order of `CASE_COLUMNS`. */
export function caseFields(one: StoredCase): readonly (string | number | boolean | null)[] {
  const object = caseObject(one);
  return CASE_COLUMNS.map(({ value }) => value(object, one.desk));
}
