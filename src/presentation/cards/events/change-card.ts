import { minutesBetween, plusMinutes } from '../../../calendar/event/draft.ts';
import type { ListedChange } from '../../../calendar/event/draft-json.ts';
import type { LocalTime } from '../../../calendar/understanding.ts';
import { whenWords } from '../../event-words.ts';
import { type AdaptiveCard, adaptiveCard, dataText, heading, ownText } from '../elements.ts';
import { verbAction } from '../verb-action.ts';
import { titleWords } from './event-lines.ts';

/** Asks before an event that was there already is cancelled or moved. */
export function changeCard(id: string, version: number, change: ListedChange, now: LocalTime): AdaptiveCard {
  const data = (verb: string) => ({ verb, draft: id, version });
  return adaptiveCard(
    changeText(change, now),
    [
      heading(change.kind === 'cancel' ? 'Cancel this event?' : 'Move this event?'),
      dataText(titleWords(change.title), { weight: 'Bolder' }),
      dataText(whenWords(change, now), {}, { spacing: 'Small' }),
      ...(change.kind === 'move'
        ? [dataText(`Then: ${whenWords(afterMove(change), now)}`, {}, { spacing: 'Small' })]
        : []),
      ownText(change.kind === 'cancel' ? CANCELS : MOVES, { isSubtle: true, size: 'Small' }),
    ],
    [
      verbAction(change.kind === 'cancel' ? 'Cancel the event' : 'Move it', data('change-confirm')),
      verbAction('Leave it', data('draft-cancel')),
    ],
  );
}

const CANCELS = 'It is taken out of your calendar; whoever was invited by you is told.';
const MOVES = 'Whoever was invited by you is told.';

/** The same for a channel without cards, where the answer is a word. */
export function changeText(change: ListedChange, now: LocalTime): string {
  const what = `“${titleWords(change.title)}”, ${whenWords(change, now)}`;
  return change.kind === 'cancel'
    ? `Cancel ${what}? ${CANCELS} Reply yes to do it, no to leave it.`
    : `Move ${what} to ${whenWords(afterMove(change), now)}? ${MOVES} Reply yes to do it, no to leave it.`;
}

/** The same length at the new time. */
function afterMove(change: Extract<ListedChange, { kind: 'move' }>): ListedChange {
  return { ...change, start: change.to, end: plusMinutes(change.to, minutesBetween(change.start, change.end)) };
}
