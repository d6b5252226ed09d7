import { localAt } from '../../calendar/event/zone-clock.ts';
import { titleWords } from '../../presentation/cards/events/event-lines.ts';
import { whenWords } from '../../presentation/event-words.ts';
import type { StoredDraft } from '../../storage/store.ts';
import type { EventParts } from './event-parts.ts';
import type { EventReply } from './event-reply.ts';
import { contentOf } from './stored-event.ts';

const NUMBERS: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, fifth: 5 };
const LEAD =
  /^(?:(?:(?:yes|yeah|yep|ok|okay|just|only|to|please|create|book|make|add|confirm|do|the|number)(?![a-z])|no\.? (?=\d)|#(?=\d)),? ?)+/;
const ALL = /^(?:(?:all|both)(?: (?:of )?(?:them|events?|two|three|four|five|\d))?|them (?:all|both)|everything)$/;

/** Which of several events somebody means: all of them, or one by its place from 0; `null` where no words of theirs tell. */
export type Chosen = 'all' | number | null;

/**
 * Reads «all», «both», «the first one», «yes, 2», «create the dentist».
 *
 * @param plain the words of a message, in lower case
 */
export function chosenOf(plain: string, titles: readonly string[]): Chosen {
  const words = plain
    .replace(LEAD, '')
    .replace(/,? please$/, '')
    .trim();
  if (ALL.test(words)) return 'all';
  const named = titles.flatMap((title, at) => (title.toLowerCase() === words ? [at] : []));
  if (named.length === 1) return named[0]!;
  const place = words.replace(/ (?:one|event)$/, '');
  const number = place === 'last' ? titles.length : (NUMBERS[place] ?? (/^\d$/.test(place) ? Number(place) : 0));
  return number >= 1 && number <= titles.length ? number - 1 : null;
}

/** Whether words may choose among several events: a look into the store for every message would cost too much. */
export function mayChoose(plain: string): boolean {
  const words = plain
    .replace(LEAD, '')
    .replace(/,? please$/, '')
    .trim();
  return (
    words !== plain || ALL.test(words) || /^(?:\d|first|second|third|fourth|fifth|last)(?: one| event)?$/.test(words)
  );
}

/** The events of one message that still wait for their yes, in the order of the message: the newest one and those before it. */
export async function waitingTogether(
  { turn }: Pick<EventParts, 'turn'>,
  newest: StoredDraft,
): Promise<readonly StoredDraft[]> {
  const content = contentOf(newest);
  if (content?.kind !== 'event' || content.before.length === 0) return [newest];
  const now = turn.now();
  const before = await Promise.all(content.before.map((id) => turn.store.drafts.read(id, now)));
  return [...before.flatMap((one) => (one?.state === 'open' && one.person === newest.person ? [one] : [])), newest];
}

/** The titles of drafts, for people to name them by. */
export function titlesOf(drafts: readonly StoredDraft[]): readonly string[] {
  return drafts.map((stored) => {
    const content = contentOf(stored);
    return content?.kind === 'event' ? titleWords(content.draft.title?.value) : '';
  });
}

/** «yes» behind several events says yes to none of them yet. */
export function whichReply({ turn }: Pick<EventParts, 'turn'>, drafts: readonly StoredDraft[]): EventReply {
  const lines = drafts.flatMap((stored, at) => {
    const content = contentOf(stored);
    if (content?.kind !== 'event') return [];
    const { draft } = content;
    const when =
      draft.start === null
        ? 'a question is open'
        : whenWords(
            { ...draft, start: draft.start.value, end: draft.end?.value ?? null },
            localAt(turn.now(), draft.timeZone),
          );
    return [`${at + 1}. ${titleWords(draft.title?.value)}: ${when}`];
  });
  return {
    text: `Which one? ${drafts.length} events of your message wait for a yes, and I made none yet:\n\n${lines.join('\n')}\n\nSay “all”, or a number, or press Create on its card.`,
  };
}

/** Does something to each of several drafts: what comes of it is said, but for the last. */
export async function eachOf(
  drafts: readonly StoredDraft[],
  act: (stored: StoredDraft) => Promise<EventReply>,
  sayNow: (reply: EventReply) => Promise<void>,
  goesOn: (stored: StoredDraft) => Promise<boolean>,
): Promise<EventReply> {
  for (const stored of drafts.slice(0, -1)) {
    const reply = await act(stored);
    // Where one waits for a sign-in or an answer the others wait too: each has its own card.
    if (!(await goesOn(stored))) return reply;
    await sayNow(reply);
  }
  return act(drafts.at(-1)!);
}
