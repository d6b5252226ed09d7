import { type FindableCauseId, isCauseId } from '../../diagnosis/cause-id.ts';
import type { World } from '../world/world.ts';
import { type Fault, isFault } from './fault.ts';
import { FAULTS } from './index.ts';
import { nearestFaults } from './nearest-faults.ts';
import { restore, snapshotOf, type WorldSnapshot } from './world-snapshot.ts';

/** What asking for a fault gave. */
export type BreakAnswer =
  | { readonly kind: 'broken'; readonly fault: Fault }
  /** It was on already; nothing changed. */
  | { readonly kind: 'already-broken'; readonly fault: Fault }
  /** A root cause, but none that the sandbox can produce. */
  | { readonly kind: 'unavailable'; readonly cause: FindableCauseId; readonly why: string }
  /** No root cause at all; `nearest` are the names that were perhaps meant. */
  | { readonly kind: 'unknown'; readonly nearest: readonly string[] };

/** The switches of one sandbox: which faults are on. */
export interface FaultSwitches {
  /** In the order in which they were switched on. */
  on(): readonly Fault[];
  /** Changes the world so that the root cause really arises. Several may be on at once. */
  break(cause: string): BreakAnswer;
  /**
   * Mends one fault, or all. The world goes back to what it was before the first fault; what people did meanwhile stays
   * (events, consents given), and so do their grants: a refresh token that a fault refused is good again, as if the
   * administrator had taken the change back.
   *
   * @returns the faults that were mended
   */
  repair(cause?: string): readonly Fault[];
  /** The world was made a fresh one: no fault is on any more. */
  forget(): void;
}

/**
 * @param world the world of a sandbox, healthy
 * @param now milliseconds since 1970
 * @param onChange called after the world was changed: tokens at hand are of the world before
 */
export function createFaultSwitches(world: World, now: () => number, onChange: () => void = () => {}): FaultSwitches {
  let healthy: WorldSnapshot | null = null;
  let on: readonly Fault[] = [];

  const mend = (mended: readonly Fault[]): readonly Fault[] => {
    if (mended.length === 0 || healthy === null) return [];
    restore(world, healthy);
    on = on.filter((fault) => !mended.includes(fault));
    for (const fault of on) fault.apply(world, now());
    if (on.length === 0) healthy = null;
    onChange();
    return mended;
  };

  return {
    on: () => on,
    break(typed) {
      const fault = find(typed);
      if ('kind' in fault) return fault;
      if (on.includes(fault)) return { kind: 'already-broken', fault };
      healthy ??= snapshotOf(world);
      fault.apply(world, now());
      on = [...on, fault];
      onChange();
      return { kind: 'broken', fault };
    },
    repair(cause) {
      return mend(cause === undefined ? on : on.filter((fault) => fault.cause === cause));
    },
    forget() {
      on = [];
      healthy = null;
    },
  };
}

function find(typed: string): Fault | Extract<BreakAnswer, { kind: 'unavailable' | 'unknown' }> {
  const name = typed.trim().toLowerCase();
  if (!isCauseId(name) || name === 'not-enough-evidence') return { kind: 'unknown', nearest: nearestFaults(typed) };
  const entry = FAULTS[name];
  return isFault(entry) ? entry : { kind: 'unavailable', cause: name, why: entry.unavailable };
}
