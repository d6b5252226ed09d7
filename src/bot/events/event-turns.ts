import type { CloudAdapter, TurnContext } from 'botbuilder';
import { ianaZone } from '../../calendar/event/windows-zone.ts';
import { localAt } from '../../calendar/event/zone-clock.ts';
import { type Person, personKey } from '../../identity/person.ts';
import { UNKNOWN_PERSON_TEXT } from '../../presentation/cards/sign-in/sign-in-words.ts';
import type { StoredDraft } from '../../storage/store.ts';
import { readActivityText, typedWords } from '../activity-text.ts';
import { conversationKey } from '../conversation-key.ts';
import { isAddressed, scopeOf } from '../conversation-scope.ts';
import { personOf } from '../person-of.ts';
import { say } from '../say.ts';
import { inPrivate } from '../sign-in/in-private.ts';
import { correctedInputs, correctionWords } from './draft-correction.ts';
import { confirmDraft, GONE, outdated, pressedDraft, savedDraft } from './draft-press.ts';
import { newDraft, onEventMessage } from './event-message.ts';
import type { EventParts } from './event-parts.ts';
import type { EventPress } from './event-press.ts';
import type { EventReply } from './event-reply.ts';
import { finishLeft } from './finish-left.ts';
import { calendarRequest } from './listed/calendar-request.ts';
import { confirmChange, onCalendarRequest } from './listed/listed-turns.ts';
import { pressedMade, undo } from './made-press.ts';
import { endedReply } from './made-reply.ts';
import { chosenOf, eachOf, mayChoose, titlesOf, waitingTogether, whichReply } from './several-drafts.ts';
import { sayReply } from './shown-card.ts';
import { contentOf, madeEventOf } from './stored-event.ts';
import { keepTimeZone, pendingMessage } from './time-zone-of.ts';

/** The turns that have to do with events. */
export interface EventTurns {
  /** Short messages about drafts and the calendar. @returns false where it is none of these; nothing was said then */
  onWords(context: TurnContext): Promise<boolean>;
  /** A message that may ask for an event. @returns false where it does not; nothing was said then */
  onMessage(context: TurnContext): Promise<boolean>;
  /** A pressed button. @returns what stands in the place of the card then */
  onPress(context: TurnContext, press: EventPress): Promise<EventReply>;
  /** Goes on with a draft after the sign-in that it waited for. */
  resume(context: TurnContext, person: Person, draft: string): Promise<void>;
  /** Finishes creations that a process left when it died. @returns how many */
  finishLeft(adapter: CloudAdapter): Promise<number>;
}

const LONGEST_WORDS = 160;
/** «yes, the second one», or a title. */
const LONGEST_CHOICE = 80;
const YES = /^(?:yes|y|yep|yeah|yes please|ok create it|create|create it|do it|go ahead|confirm|book it|make it)$/;
const NO =
  /^(?:no|n|nope|no thanks|drop it|discard|discard it|cancel|cancel it|cancel that|never ?mind|forget it|leave it)$/;
const UNDO = /^(?:please )?undo(?: (?:it|that|the event))?$/;
const ZONE = /^(?:my |the )?time ?zone(?: is|:| =)? ([a-z][a-z0-9_+\-/. ]{1,60})$/i;

export function createEventTurns(parts: EventParts): EventTurns {
  return {
    async onWords(context) {
      const { activity } = context;
      if (!isAddressed(activity) || (activity.text?.length ?? 0) > 3 * LONGEST_WORDS) return false;
      const received = readActivityText(activity);
      const words = typedWords(received);
      const person = personOf(activity);
      if (words === '' || words.length > LONGEST_WORDS || person === undefined) return false;
      const answer = await answerTo(parts, context, person, words);
      if (answer === null) return false;
      if (answer !== 'said') await sayReply(parts, context, person, answer);
      return true;
    },
    onMessage: (context) => onEventMessage(parts, context),
    async onPress(context, press) {
      const person = personOf(context.activity);
      if (person === undefined) return { text: UNKNOWN_PERSON_TEXT };
      const stored = await parts.turn.store.drafts.read(press.draft, parts.turn.now());
      if (stored === undefined) return { text: GONE };
      if (stored.person !== personKey(person)) return { text: NOT_YOURS };
      return pressed(parts, context, person, stored, press);
    },
    async resume(context, person, id) {
      const stored = await parts.turn.store.drafts.read(id, parts.turn.now());
      if (stored === undefined || stored.person !== personKey(person)) return say(context, GONE);
      await sayReply(parts, context, person, await confirmed(parts, context, person, stored, false));
    },
    finishLeft: (adapter) =>
      finishLeft(parts, adapter, async (context, stored) => {
        const person = personOf(context.activity);
        return person === undefined ? { text: GONE } : confirmed(parts, context, person, stored, false);
      }),
  };
}

const NOT_YOURS =
  'This draft belongs to whoever asked for it, so only they can decide on it. Tell me your own event, and you get one of yours.';

/** What short words lead to; `null` where they are about nothing of this. */
async function answerTo(
  parts: EventParts,
  context: TurnContext,
  person: Person,
  words: string,
): Promise<EventReply | 'said' | null> {
  const plain = words
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[.!]{1,3}$/, '')
    .trim();
  const { drafts } = parts.turn.store;
  const newest = (state: 'open' | 'created') =>
    drafts.newest(personKey(person), conversationKey(context.activity), state, parts.turn.now());
  if (YES.test(plain)) {
    const stored = await newest('open');
    if (stored === undefined) return null;
    const together = await waitingTogether(parts, stored);
    return together.length > 1 ? whichReply(parts, together) : confirmed(parts, context, person, stored, true);
  }
  if (NO.test(plain)) {
    const stored = await newest('open');
    if (stored === undefined) return null;
    // A sign-in that waits for this draft ends with it.
    if (scopeOf(context.activity) === 'personal') await parts.flow.cancel(context);
    const sayNow = (reply: EventReply) => sayReply(parts, context, person, reply);
    return eachOf(
      await waitingTogether(parts, stored),
      (one) => dropped(parts, one),
      sayNow,
      async () => true,
    );
  }
  const chosen = await severalConfirmed(parts, context, person, plain, newest);
  if (chosen !== null) return chosen;
  if (UNDO.test(plain)) {
    const stored = await newest('created');
    const content = stored === undefined ? null : contentOf(stored);
    const made = stored === undefined ? null : madeEventOf(stored);
    if (stored === undefined || content?.kind !== 'event' || made === null) return null;
    return undo(parts, context, person, { stored, draft: content.draft, made });
  }
  const zone = ZONE.exec(words.replace(/[.!?]{1,3}$/, '').trim())?.[1];
  if (zone !== undefined) return zoneTold(parts, context, person, zone);
  const corrected = await draftCorrected(parts, context, person, plain, newest);
  if (corrected !== null) return corrected;
  const request = calendarRequest(words);
  if (request === null) return null;
  // «tomorrow» may be the answer to a question of ours.
  if (request.kind === 'list' && (await isAsked(newest))) return null;
  // What is in somebody's calendar is nobody else's business.
  const line = await inPrivate(parts.turn, context, async (where) =>
    say(where, await onCalendarRequest(parts, where, person, request)),
  );
  return line === undefined ? 'said' : { text: line };
}

/** «all», «the second one»: the answer to which of several events is meant. */
async function severalConfirmed(
  parts: EventParts,
  context: TurnContext,
  person: Person,
  plain: string,
  newest: (state: 'open') => Promise<StoredDraft | undefined>,
): Promise<EventReply | null> {
  if (plain.length > LONGEST_CHOICE || !mayChoose(plain)) return null;
  const stored = await newest('open');
  const together = stored === undefined ? [] : await waitingTogether(parts, stored);
  if (together.length < 2) return null;
  const chosen = chosenOf(plain, titlesOf(together));
  if (chosen === null) return null;
  const confirm = (one: StoredDraft) => confirmed(parts, context, person, one, true);
  if (chosen !== 'all') return confirm(together[chosen]!);
  const isMade = async ({ id }: StoredDraft) =>
    (await parts.turn.store.drafts.read(id, parts.turn.now()))?.state === 'created';
  return eachOf(together, confirm, (reply) => sayReply(parts, context, person, reply), isMade);
}

/** «no, make it 4»: the newest draft at another time. */
async function draftCorrected(
  parts: EventParts,
  context: TurnContext,
  person: Person,
  plain: string,
  newest: (state: 'open') => Promise<StoredDraft | undefined>,
): Promise<EventReply | null> {
  const words = correctionWords(plain);
  if (words === null) return null;
  const stored = await newest('open');
  const content = stored === undefined ? null : contentOf(stored);
  if (stored === undefined || content?.kind !== 'event') return null;
  const { draft } = content;
  const now = localAt(parts.turn.now(), draft.timeZone);
  const inputs = correctedInputs(words, draft, { understand: parts.understand, now });
  return inputs === null ? null : savedDraft(parts, context, person, { stored, draft }, inputs);
}

/** Whether a question about the newest draft is open. */
async function isAsked(newest: (state: 'open') => Promise<StoredDraft | undefined>): Promise<boolean> {
  const stored = await newest('open');
  const content = stored === undefined ? null : contentOf(stored);
  return content?.kind === 'event' && content.words !== null;
}

async function zoneTold(parts: EventParts, context: TurnContext, person: Person, named: string): Promise<EventReply> {
  const zone = ianaZone(named.trim().replace(/ /g, '_')) ?? ianaZone(named.trim());
  if (zone === null)
    return {
      text: `I know no time zone called “${named.trim().slice(0, 60)}”. Name it by continent and city, such as Europe/Berlin or America/New_York.`,
    };
  const pending = await pendingMessage(parts, person);
  await keepTimeZone(parts, person, zone);
  return pending === null ? { text: `Noted: your time zone is ${zone}.` } : newDraft(parts, context, person, pending);
}

async function dropped(parts: EventParts, stored: StoredDraft): Promise<EventReply> {
  await parts.turn.store.drafts.close(stored.id, 'cancelled');
  const content = contentOf(stored);
  if (content?.kind === 'change') return endedReply(content.change.title, 'Left as it is.');
  return endedReply(content?.draft.title?.value ?? null, 'Dropped; nothing was made.', stored.id);
}

/** «yes» in words, and the way on after a sign-in. */
async function confirmed(
  parts: EventParts,
  context: TurnContext,
  person: Person,
  stored: StoredDraft,
  mayAsk: boolean,
): Promise<EventReply> {
  const content = contentOf(stored);
  if (content === null) return { text: GONE };
  if (content.kind === 'change') return confirmChange(parts, context, person, stored, content.change, mayAsk);
  const open = { stored, draft: content.draft };
  if (stored.state !== 'open' && stored.state !== 'creating') return outdated(parts, context, open);
  return confirmDraft(parts, context, person, open, { inputs: {}, mayAsk });
}

async function pressed(
  parts: EventParts,
  context: TurnContext,
  person: Person,
  stored: StoredDraft,
  press: EventPress,
): Promise<EventReply> {
  const content = contentOf(stored);
  if (content === null) return { text: GONE };
  if (content.kind === 'change') {
    return press.verb === 'draft-cancel' && stored.state === 'open'
      ? dropped(parts, stored)
      : confirmChange(parts, context, person, stored, content.change, true);
  }
  const { draft } = content;
  const open = { stored, draft };
  if (press.version !== stored.version) return outdated(parts, context, open);
  const ofEvent = press.verb.startsWith('event-');
  if (stored.state === 'created' && ofEvent) {
    const made = madeEventOf(stored);
    return made === null ? { text: GONE } : pressedMade(parts, context, person, { stored, draft, made }, press);
  }
  const pressable = stored.state === 'open' || (stored.state === 'creating' && stored.claimedUntil <= parts.turn.now());
  if (!pressable || ofEvent) return outdated(parts, context, open);
  if (stored.state === 'creating' && press.verb !== 'draft-create') return outdated(parts, context, open);
  return pressedDraft(parts, context, person, open, press);
}
