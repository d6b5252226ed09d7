import { nearest } from '../../diagnosis/text/nearest.ts';
import { AVAILABLE_FAULTS } from './index.ts';

const MOST = 3;

/**
 * The faults whose names are closest to what was typed; where none is close, those whose title has one of its words
 * («secret», «policy»).
 */
export function nearestFaults(typed: string): string[] {
  const close = nearest(
    typed,
    AVAILABLE_FAULTS.map(({ cause }) => cause),
    MOST,
  );
  return close.length > 0 ? close : withAWordOf(typed).slice(0, MOST);
}

function withAWordOf(typed: string): string[] {
  const words = typed
    .slice(0, 200)
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length >= 4);
  return AVAILABLE_FAULTS.filter(({ cause, title }) => {
    const text = `${cause} ${title}`.toLowerCase();
    return words.some((word) => text.includes(word));
  }).map(({ cause }) => cause);
}
