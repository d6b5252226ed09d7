import { isStoreUnavailable } from '../../storage/store-unavailable-error.ts';
import { explainFailure } from './failed-call.ts';

/** What failed, in words for whoever asked, and when to try again; `null` where that gives the same. */
export interface Trouble {
  /** A sentence, and the engine's behind it; it begins with a small letter. */
  readonly what: string;
  readonly again: string | null;
}

const PART_FAILED: Trouble = { what: 'a part of me failed.', again: 'once more' };
const STORE_DOWN: Trouble = {
  what: 'the database in which I keep my notes takes nothing just now.',
  again: 'once more in a minute',
};

/** A service that refused is told of in the engine's words, as it would be to somebody who pastes the refusal. */
export function troubleOf(error: unknown, now: number): Trouble {
  if (isStoreUnavailable(error)) return STORE_DOWN;
  const explained = explainFailure(error, now);
  if (explained === undefined) return PART_FAILED;
  const { headline, passes } = explained;
  return { what: `a service that I need refused me. ${headline}`, again: passes ? 'once more in a minute' : null };
}
