import { askOne, type Steps, type TriageRow, writing } from './steps.ts';

/** A desk that nobody else changes until the end of the step. What is changed here is written by `keepDesk`. */
export interface LockedDesk {
  readonly id: number;
  readonly name: string;
  /** The last numbers that were given. */
  cases: number;
  incidents: number;
  openCases: number;
  openIncidents: number;
}

/** The id of the desk whose name is `$1`, within a statement. */
export const DESK_ID = '(SELECT id FROM triage_desk WHERE name = $1)';

const COLUMNS = 'id, name, cases, incidents, open_cases, open_incidents';
// A write takes the lock of the row, and so every change of a desk waits for the one before it.
const LOCK = writing('desk.lock', `UPDATE triage_desk SET cases = cases WHERE name = $1 RETURNING ${COLUMNS}`);
const LOCK_BY_ID = writing(
  'desk.lock-by-id',
  `UPDATE triage_desk SET cases = cases WHERE id = $1 RETURNING ${COLUMNS}`,
);
const OPEN = writing(
  'desk.open',
  `INSERT INTO triage_desk (name, cases, incidents, open_cases, open_incidents) VALUES ($1, 0, 0, 0, 0)
   ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING ${COLUMNS}`,
);
const KEEP = writing(
  'desk.keep',
  `UPDATE triage_desk SET cases = $2, incidents = $3, open_cases = $4, open_incidents = $5 WHERE id = $1`,
);

/** `undefined` where nothing was ever reported at the desk. */
export function* lockDesk(desk: string | number): Steps<LockedDesk | undefined> {
  return toDesk(yield* askOne(typeof desk === 'string' ? LOCK : LOCK_BY_ID, desk));
}

/** Makes the desk where it is missing. */
export function* openDesk(name: string): Steps<LockedDesk> {
  const desk = (yield* lockDesk(name)) ?? toDesk(yield* askOne(OPEN, name));
  if (desk === undefined) throw new Error(`No row came back for the desk ${name}`);
  return desk;
}

/** Writes the counts of a locked desk back. */
export function* keepDesk({ id, cases, incidents, openCases, openIncidents }: LockedDesk): Steps<void> {
  yield* askOne(KEEP, id, cases, incidents, openCases, openIncidents);
}

function toDesk(row: TriageRow | undefined): LockedDesk | undefined {
  if (row === undefined) return undefined;
  return {
    id: Number(row.id),
    name: String(row.name),
    cases: Number(row.cases),
    incidents: Number(row.incidents),
    openCases: Number(row.open_cases),
    openIncidents: Number(row.open_incidents),
  };
}
