import type { TurnContext } from 'botbuilder';
import { draftOf, type EventDraft, isComplete } from '../../calendar/event/draft.ts';
import { draftJson } from '../../calendar/event/draft-json.ts';
import { MOST_GUESTS } from '../../calendar/event/guest.ts';
import { localAt } from '../../calendar/event/zone-clock.ts';
import type { Understanding } from '../../calendar/understanding.ts';
import { type Person, personKey } from '../../identity/person.ts';
import { type ActivityText, readActivityText, visibleText } from '../activity-text.ts';
import { explainRequest } from '../commands/explain.ts';
import { conversationKey } from '../conversation-key.ts';
import { isAddressed } from '../conversation-scope.ts';
import { intentOf } from '../intents.ts';
import { mentionedPeople } from '../mentioned-people.ts';
import { personOf } from '../person-of.ts';
import { say } from '../say.ts';
import { draftReply, tokenAtHand } from './draft-reply.ts';
import type { EventParts } from './event-parts.ts';
import type { EventReply } from './event-reply.ts';
import { lookUpNote } from './guests/look-up-note.ts';
import { guestsOf } from './guests/named-guests.ts';
import { resolveGuests } from './guests/resolve-guests.ts';
import { sayReply } from './shown-card.ts';
import { contentOf, DRAFT_KEPT_MS, keepDraft } from './stored-event.ts';
import { askForTimeZone, channelTimeZone, timeZoneOf } from './time-zone-of.ts';

/** An event is said in a sentence or two; what is longer and holds dates is a text about something else. */
const LONGEST_EVENT = 2_000;
const BEGINNING = 80;
/** An answer to a question is short. */
const LONGEST_ANSWER = 120;

/**
 * A message that asks for an event: answered with a draft to confirm, or one precise question. Intent comes first: a
 * command, a paste with evidence and chit-chat are none, whatever dates they hold.
 *
 * @returns false where it is not about an event, or the bot is not spoken to; nothing was said then
 */
export async function onEventMessage(parts: EventParts, context: TurnContext): Promise<boolean> {
  const { activity } = context;
  if (!isAddressed(activity)) return false;
  const received = readActivityText(activity);
  const words = wordsOf(received);
  const person = personOf(activity);
  if (words === '' || person === undefined || received.pictures > 0) return false;
  if (intentOf(words) !== null || explainRequest(words) !== null) return false;
  // Which zone it is does not change what is asked for; the person's own one costs a call.
  // Of a long text the beginning tells whether it means to be one.
  const beginning = words.length > LONGEST_EVENT ? words.slice(0, BEGINNING) : words;
  const guess = understood(parts, context, beginning, channelTimeZone(activity) ?? 'UTC');
  const answering = await answered(parts, context, person, received, guess);
  if (answering !== null) {
    await sayReply(parts, context, person, answering);
    return true;
  }
  if (guess.intent === 'not-create-event' && guess.language === null) return false;
  if (await isEvidence(parts, received)) return false;
  if (guess.intent === 'not-create-event') {
    await say(context, otherLanguage(guess.language ?? ''));
    return true;
  }
  if (words.length > LONGEST_EVENT) await say(context, TOO_LONG);
  else await sayReply(parts, context, person, await newDraft(parts, context, person, words));
  return true;
}

const TOO_LONG = `That is a long text for one event, so I made nothing of it. Say it in a sentence: what, when, and with whom, such as: lunch with Sam tomorrow at noon. More than ${MOST_GUESTS} people are invited by the address of a list.`;

function otherLanguage(language: string): string {
  const named = language === '' ? 'another language' : language;
  return `That looks like an event in ${named}, and I understand events in English only. I made nothing; say it in English, such as: lunch with Sam tomorrow at noon`;
}

function wordsOf({ text, html }: ActivityText): string {
  return (text === '' && html !== null ? visibleText(html, 20_000) : text).trim();
}

function understood(parts: EventParts, context: TurnContext, words: string, timeZone: string): Understanding {
  return parts.understand(words, {
    reference: localAt(parts.turn.now(), timeZone),
    timeZone,
    people: mentionedPeople(context.activity).flatMap(({ name }) => (name === '' ? [] : [name])),
  });
}

/** A paste with evidence is a diagnosis, never an event. An undecided reading is none: an address alone is something, too. */
async function isEvidence({ turn }: EventParts, { text, html }: ActivityText): Promise<boolean> {
  const read = await turn.reader.read({
    text,
    html,
    now: turn.now(),
    earlier: [],
    showSecrets: false,
    diagnosisId: 'event',
    signIn: false,
    form: 'text',
  });
  return (read.readSomething && read.verdict !== 'undecided') || read.secrets.length > 0;
}

/** More events than this are no message, but a list. */
const MOST_EVENTS = 5;
const EACH_BY_ITSELF = 'Your message has more than one event: each has a card of its own.';

/**
 * The draft of a message, kept, as a card; or the question that has to come before it. Where a message has several
 * events all but the last are said here.
 */
export async function newDraft(
  parts: EventParts,
  context: TurnContext,
  person: Person,
  words: string,
): Promise<EventReply> {
  const timeZone = await timeZoneOf(parts, context.activity, person);
  if (timeZone === null) return { text: await askForTimeZone(parts, person, words) };
  let left = words;
  const before: string[] = [];
  for (let event = 1; ; event += 1) {
    const meant = understood(parts, context, left, timeZone);
    if (meant.intent === 'not-create-event') return { text: event === 1 ? TOO_LONG : notRead(left) };
    const { more } = meant;
    const own = more === undefined ? left : left.slice(0, more.at);
    const isLast = more === undefined || event === MOST_EVENTS;
    const note =
      event === 1 && isLast ? undefined : more !== undefined && isLast ? notRead(more.words) : EACH_BY_ITSELF;
    const reply = await draftOfOne(parts, context, person, { words: own, meant, timeZone, note, before });
    if (reply.draft !== undefined) before.push(reply.draft);
    if (more === undefined || isLast) return reply;
    await sayReply(parts, context, person, reply);
    left = `add ${more.words}`;
  }
}

function notRead(words: string): string {
  return `Of the rest of your message, “${words.replace(/^add /, '').slice(0, 120)}”, I made nothing. If it is an event too, say it by itself: what, when, and with whom.`;
}

interface OneEvent {
  readonly words: string;
  readonly meant: Exclude<Understanding, { intent: 'not-create-event' }>;
  readonly timeZone: string;
  readonly note: string | undefined;
  /** The drafts that the message made before this one. */
  readonly before: readonly string[];
}

async function draftOfOne(
  parts: EventParts,
  context: TurnContext,
  person: Person,
  { words, meant, timeZone, note: said, before }: OneEvent,
): Promise<EventReply> {
  if (meant.event.attendees.length > MOST_GUESTS) {
    return {
      text: `These are ${meant.event.attendees.length} people, and Outlook invites ${MOST_GUESTS} to one event at most. I made nothing; name fewer, or invite a distribution list by its address.`,
    };
  }
  const accessToken = await tokenAtHand(parts, person);
  const { draft, note } = await draftWithGuests(parts, context, person, meant, timeZone, accessToken);
  const { id, version } = await keepDraft(parts, context, person, {
    kind: 'event',
    draft,
    words: isComplete(draft) ? null : words.slice(0, LONGEST_EVENT),
    before,
  });
  const notes = [said, note].filter((one) => one !== undefined).join(' ');
  return draftReply(parts, context, { id, version, draft }, { accessToken, note: notes === '' ? undefined : notes });
}

async function draftWithGuests(
  parts: EventParts,
  context: TurnContext,
  person: Person,
  meant: Exclude<Understanding, { intent: 'not-create-event' }>,
  timeZone: string,
  accessToken: string | undefined,
): Promise<{ readonly draft: EventDraft; readonly note: string | undefined }> {
  const named = await guestsOf(context, meant.event.attendees);
  const waiting = named.some(({ kind }) => kind === 'named');
  const resolved =
    accessToken === undefined ? { guests: named } : await resolveGuests(parts, person, named, accessToken);
  const draft = draftOf({
    event: meant.event,
    guests: resolved.guests,
    timeZone,
    ...(meant.intent === 'unclear' ? { ask: meant.ask, question: meant.question } : {}),
  });
  return { draft, note: waiting ? lookUpNote(resolved, accessToken !== undefined) : undefined };
}

/**
 * The answer to an open question of a draft, read together with the message that it came from. A paste answers nothing:
 * a credential would become the title of the event.
 */
async function answered(
  parts: EventParts,
  context: TurnContext,
  person: Person,
  received: ActivityText,
  alone: Understanding,
): Promise<EventReply | null> {
  const words = wordsOf(received);
  if (words.length > LONGEST_ANSWER) return null;
  // A whole event of its own is a new one.
  if (alone.intent === 'create-event' && alone.event.title?.certainty === 'said') return null;
  const { turn } = parts;
  const stored = await turn.store.drafts.newest(
    personKey(person),
    conversationKey(context.activity),
    'open',
    turn.now(),
  );
  const content = stored === undefined ? null : contentOf(stored);
  if (stored === undefined || content?.kind !== 'event' || content.words === null) return null;
  if (await isEvidence(parts, received)) return null;
  const together = `${content.words} ${words}`;
  const meant = understood(parts, context, together, content.draft.timeZone);
  if (meant.intent === 'not-create-event') return null;
  // What brings a title of its own is no answer, but an event of its own.
  if (!content.draft.ask.includes('title') && meant.event.title?.value !== content.draft.title?.value) return null;
  const left = meant.intent === 'unclear' ? meant.ask : [];
  if (left.length >= content.draft.ask.length) return null;
  const accessToken = await tokenAtHand(parts, person);
  const { draft, note } = await draftWithGuests(parts, context, person, meant, content.draft.timeZone, accessToken);
  const kept = draftJson({
    kind: 'event',
    draft,
    words: isComplete(draft) ? null : together.slice(0, LONGEST_EVENT),
    before: content.before,
  });
  if (!(await turn.store.drafts.update(stored.id, stored.version, kept, turn.now() + DRAFT_KEPT_MS))) return null;
  return draftReply(parts, context, { id: stored.id, version: stored.version + 1, draft }, { accessToken, note });
}
