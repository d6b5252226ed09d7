import { ask, type Steps, writing } from './steps.ts';

const HOUR_MS = 60 * 60_000;

const COUNT = writing(
  'hours.count',
  `INSERT INTO triage_hour (desk, hour, cause, cases) VALUES ($1, $2, $3, 1)
   ON CONFLICT (desk, hour, cause) DO UPDATE SET cases = triage_hour.cases + 1`,
);
const DISCOUNT = writing(
  'hours.discount',
  `UPDATE triage_hour SET cases = cases - 1 WHERE desk = $1 AND hour = $2 AND cause = $3 RETURNING cases`,
);

/** The beginning of the hour (UTC) that an instant lies in. */
export function hourOf(at: number): number {
  return at - (((at % HOUR_MS) + HOUR_MS) % HOUR_MS);
}

/** A case was reported. */
export function* countCase(desk: number, reported: number, cause: string): Steps<void> {
  yield* ask(COUNT, desk, hourOf(reported), cause);
}

/** A case is gone, or it has another cause now. False where its hour is no longer kept. */
export function* discountCase(desk: number, reported: number, cause: string): Steps<boolean> {
  return (yield* ask(DISCOUNT, desk, hourOf(reported), cause)).length > 0;
}
