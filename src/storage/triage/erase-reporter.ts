import type { Party } from '../triage-store.ts';
import { ask, askOne, reading, type Steps, type TriageRow, writing } from './steps.ts';

/** So many at a time: an agent of years is in many cases, and turns want to get in between. */
const BATCH = 250;
const NOBODY: Party = { id: '', name: '' };

/** Person ids are told apart by channel, with which the name of a desk begins. */
const OF_CHANNEL =
  'desk IN (SELECT id FROM triage_desk WHERE substr(name, 1, length(CAST($2 AS text))) = CAST($2 AS text))';
const cleared = (role: string): string =>
  `${role}_id = CASE WHEN ${role}_id = $1 THEN '' ELSE ${role}_id END,
   ${role}_name = CASE WHEN ${role}_id = $1 THEN '' ELSE ${role}_name END`;
const ifReporter = (column: string, empty: string): string =>
  `${column} = CASE WHEN reporter_id = $1 THEN '${empty}' ELSE ${column} END`;

// A headline may name the account of whoever reports.
const CASES = writing(
  'erase.cases',
  `UPDATE triage_case SET ${ifReporter('content', '{}')}, ${ifReporter('headline', '')},
     ${cleared('reporter')}, ${cleared('assignee')}, ${cleared('changed_by')}
   WHERE (desk, number) IN (
     SELECT desk, number FROM triage_case
     WHERE (reporter_id = $1 OR assignee_id = $1 OR changed_by_id = $1) AND ${OF_CHANNEL} LIMIT ${BATCH})
   RETURNING desk, incident`,
);
const INCIDENTS = writing(
  'erase.incidents',
  `UPDATE triage_incident SET ${cleared('assignee')}, ${cleared('changed_by')}
   WHERE (desk, number) IN (
     SELECT desk, number FROM triage_incident WHERE (assignee_id = $1 OR changed_by_id = $1) AND ${OF_CHANNEL}
     LIMIT ${BATCH})
   RETURNING number`,
);
const HEADLINE = writing(
  'erase.headline',
  `UPDATE triage_incident SET headline = coalesce((
     SELECT headline FROM triage_case WHERE desk = $1 AND incident = $2 AND headline <> ''
     ORDER BY reported, number LIMIT 1), '')
   WHERE desk = $1 AND number = $2 RETURNING headline`,
);
const TOLD_INCIDENT = reading(
  'erase.told-incident',
  "SELECT id, snapshot FROM triage_outbox WHERE desk = $1 AND subject = 'incident' AND number = $2",
);
const TOLD = reading(
  'erase.told',
  `SELECT id, snapshot FROM triage_outbox
   WHERE replace(snapshot, CAST($1 AS text), '') <> snapshot AND ${OF_CHANNEL} ORDER BY id LIMIT ${BATCH}`,
);
const RETELL = writing('erase.retell', 'UPDATE triage_outbox SET snapshot = $2 WHERE id = $1');

/** One step of an erasure. */
export interface Erased {
  /** Cases and incidents. */
  readonly count: number;
  readonly done: boolean;
}

/**
 * Takes one person out of some cases and incidents, and out of what is still to be told of them. What remains counts for
 * statistics: cause, app and times.
 *
 * @param channelStart how the desks of their channel begin
 */
export function* eraseSomeOfPerson(person: string, channelStart: string): Steps<Erased> {
  // The id of whoever was erased before: nobody's.
  if (person === '') return { count: 0, done: true };
  const cases = yield* ask(CASES, person, channelStart);
  const headless = new Map<string, TriageRow>();
  for (const row of cases) if (row.incident !== null) headless.set(`${row.desk}/${row.incident}`, row);
  for (const { desk, incident } of headless.values()) yield* nameAnew(Number(desk), Number(incident));
  const incidents = yield* ask(INCIDENTS, person, channelStart);
  const told = yield* eraseFromOutbox(person, channelStart);
  return {
    count: cases.length + incidents.length,
    done: [cases.length, incidents.length, told].every((length) => length < BATCH),
  };
}

/** An incident has the headline of its first case: now of the first that has one. */
function* nameAnew(desk: number, incident: number): Steps<void> {
  const row = yield* askOne(HEADLINE, desk, incident);
  if (row === undefined) return;
  for (const { id, snapshot } of yield* ask(TOLD_INCIDENT, desk, incident)) {
    const told = JSON.parse(String(snapshot)) as Record<string, unknown>;
    yield* ask(RETELL, Number(id), JSON.stringify({ ...told, headline: String(row.headline) }));
  }
}

/** @returns how many rows were looked at; what was rewritten is not found again */
function* eraseFromOutbox(person: string, channelStart: string): Steps<number> {
  const rows = yield* ask(TOLD, partyText(person), channelStart);
  for (const row of rows) yield* ask(RETELL, Number(row.id), withoutPerson(String(row.snapshot), person));
  return rows.length;
}

/** How a person stands in a snapshot. */
function partyText(id: string): string {
  return `{"id":${JSON.stringify(id)},`;
}

/** A snapshot of a case or an incident as it would be told after the deletion. */
function withoutPerson(snapshot: string, person: string): string {
  const told = JSON.parse(snapshot) as Record<string, unknown>;
  const isTheirs = (value: unknown): boolean => (value as Partial<Party> | null | undefined)?.id === person;
  const cleared = Object.entries(told).map(([key, value]): [string, unknown] => {
    if (key === 'headline' && isTheirs(told.reporter)) return [key, ''];
    return [key, isTheirs(value) ? NOBODY : value];
  });
  return JSON.stringify(Object.fromEntries(cleared));
}
