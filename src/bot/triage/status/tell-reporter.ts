import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import { markdownText } from '../../../presentation/markdown.ts';
import { plainLine } from '../../../presentation/plain-data.ts';
import type { Party } from '../../../storage/triage-store.ts';
import { isBotRemoved } from '../channel-refusal.ts';
import type { DeskPlace } from '../desk/desk-place.ts';
import { removeDesks } from '../desk/team-desks.ts';
import { sendTo, type Thread } from '../in-thread.ts';
import type { TriageParts } from '../triage-parts.ts';

/** A line that names people so that they are told of it. */
function mentioning(people: readonly Party[], words: string): Partial<Activity> {
  const named = people
    .filter(({ id, name }) => id !== '' && name !== '')
    .map(({ id, name }) => ({ id, name: plainLine(name, 80).replace(/[<>]/g, ' ') }));
  const marks = named.map(({ name }) => `<at>${name}</at>`);
  return {
    type: ActivityTypes.Message,
    text: [...marks, markdownText(words)].join(' '),
    summary: words,
    entities: named.map((mentioned, index) => ({ type: 'mention', mentioned, text: marks[index] })),
  };
}

/**
 * Says a line in the thread of a report, naming the reporter. Never throws: what was done stays done where the thread is
 * gone or its person has left.
 *
 * @returns false where the channel did not take it
 */
export async function tellIn(
  parts: TriageParts,
  place: DeskPlace,
  current: TurnContext | undefined,
  thread: Thread,
  people: readonly Party[],
  words: string,
): Promise<boolean> {
  try {
    await sendTo(parts, current, thread, mentioning(people, words));
    return true;
  } catch (err) {
    parts.turn.logger.info({ err, channel: place.channelId }, 'a reporter could not be told of a change');
    if (isBotRemoved(err)) await removeDesks(parts, [place.desk]);
    return false;
  }
}
