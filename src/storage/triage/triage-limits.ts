import type { PruneLimits } from '../store.ts';
import type { CaseLimits } from './remove-cases.ts';

const DAY_MS = 24 * 60 * 60_000;
/** The board shows a day, and a week at most; statistics are made from the cases. */
const HOURS_KEPT_DAYS = 8;
/** A ticket system that takes nothing for a month is gone, and what it was to be told has had its time. */
const OUTBOX_KEPT_DAYS = 30;
/** A case that nobody resolved is no record but work to do: it goes only when nobody touched it for a year. */
const OPEN_KEPT_DAYS = 365;

/** Before which instants the rows of each kind go. */
export interface TriageLimits extends CaseLimits {
  readonly hoursBefore: number;
  readonly outboxBefore: number;
}

/** The limits of the store, with those that no setting changes. */
export function triageLimits({ now, keptBefore }: PruneLimits): TriageLimits {
  return {
    resolvedBefore: keptBefore,
    touchedBefore: Math.min(keptBefore, now - OPEN_KEPT_DAYS * DAY_MS),
    hoursBefore: now - HOURS_KEPT_DAYS * DAY_MS,
    outboxBefore: now - OUTBOX_KEPT_DAYS * DAY_MS,
  };
}
