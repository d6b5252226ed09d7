import type { Understanding, UnderstandOptions } from '../../calendar/understanding.ts';
import type { CauseId } from '../../diagnosis/cause-id.ts';
import type { SignInTurnParts } from '../sign-in/sign-in-parts.ts';

/** Message to event, pure; replaced in tests. */
export type Understand = (message: string, options: UnderstandOptions) => Understanding;

/** What came of an event. `unknown`: the answer was lost, and the next press tells. */
export type EventOutcome = 'created' | 'changed' | 'undone' | 'refused' | 'unknown';

/** Told of each, with the root cause of what was refused. */
export type OnEvent = (outcome: EventOutcome, cause: CauseId | null) => void;

/** What the turns around events work with. */
export interface EventParts extends SignInTurnParts {
  readonly understand: Understand;
  readonly zones: ZoneCache;
  readonly onEvent?: OnEvent | undefined;
}

/** Zones of mailboxes that were read a short while ago, by person. */
export interface ZoneCache {
  get(person: string, now: number): string | undefined;
  set(person: string, zone: string, now: number): void;
}

const KEPT_MS = 60 * 60_000;
const MOST_KEPT = 5_000;

/** Keeps each zone for an hour; once it is full it begins anew, since a zone costs one call to Graph. */
export function createZoneCache(): ZoneCache {
  const kept = new Map<string, { readonly zone: string; readonly until: number }>();
  return {
    get(person, now) {
      const found = kept.get(person);
      return found !== undefined && found.until > now ? found.zone : undefined;
    },
    set(person, zone, now) {
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(person, { zone, until: now + KEPT_MS });
    },
  };
}
