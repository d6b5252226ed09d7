import type { TurnContext } from 'botbuilder';
import { type EventDraft, isReady, movedTo, plusMinutes, type ReadyDraft } from '../../calendar/event/draft.ts';
import { draftJson } from '../../calendar/event/draft-json.ts';
import { changedEventBody, timesOf } from '../../calendar/event/event-body.ts';
import { localAt } from '../../calendar/event/zone-clock.ts';
import type { GraphRequest } from '../../graph/graph.ts';
import type { Person } from '../../identity/person.ts';
import type { StoredDraft } from '../../storage/store.ts';
import { isObject } from '../is-object.ts';
import { outdated } from './draft-press.ts';
import type { EventParts } from './event-parts.ts';
import type { EventPress } from './event-press.ts';
import type { EventReply } from './event-reply.ts';
import { passGate } from './gate.ts';
import { lookUpNote } from './guests/look-up-note.ts';
import { resolveGuests } from './guests/resolve-guests.ts';
import { endedReply, madeReply } from './made-reply.ts';
import { metRefusal } from './met-refusal.ts';
import { DRAFT_KEPT_MS, type MadeEvent, UNDO_MS } from './stored-event.ts';
import { withTyped } from './typed-inputs.ts';

const WITHIN_MS = 8_000;

/** An event that was made here, and its draft. */
export interface MadeDraft {
  readonly stored: StoredDraft;
  readonly draft: EventDraft;
  readonly made: MadeEvent;
}

/** What happens to an event that was made here when one of its buttons is pressed. */
export async function pressedMade(
  parts: EventParts,
  context: TurnContext,
  person: Person,
  event: MadeDraft,
  press: EventPress,
): Promise<EventReply> {
  const { draft } = event;
  switch (press.verb) {
    case 'event-undo':
      return undo(parts, context, person, event);
    case 'event-move': {
      if (draft.start === null) return reply(parts, event, 'In your calendar.');
      const moved = movedTo(draft, plusMinutes(draft.start.value, press.minutes));
      // Only the times are sent: what was changed in Outlook meanwhile stays.
      return change(parts, context, person, event, { draft: moved, body: timesOf, said: 'Moved.' });
    }
    case 'event-save': {
      const edited = withTyped(draft, press.inputs, localAt(parts.turn.now(), draft.timeZone));
      if (edited.problems.length > 0) return reply(parts, event, 'Not changed.', edited.problems);
      if (!edited.changed) return reply(parts, event, 'In your calendar.');
      return change(parts, context, person, event, { draft: edited.draft, body: changedEventBody, said: 'Changed.' });
    }
    default:
      return reply(parts, event, 'In your calendar.');
  }
}

function reply(
  parts: EventParts,
  { stored, draft, made }: MadeDraft,
  said: string,
  problems: readonly string[] = [],
): EventReply {
  return madeReply(parts, stored, draft, made, said, problems);
}

/** Deletes first and notes it then: a deletion may be repeated, and one that was only noted would leave the event. */
export async function undo(
  parts: EventParts,
  context: TurnContext,
  person: Person,
  event: MadeDraft,
): Promise<EventReply> {
  const { stored, draft, made } = event;
  if (stored.made === null || parts.turn.now() >= stored.made + UNDO_MS)
    return reply(parts, event, 'In your calendar.', [
      'The ten minutes for an undo are over: remove it in Outlook, or say “my day” and cancel it there.',
    ]);
  const passed = await passGate(parts, context, person, { draft: stored.id, mayAsk: false });
  if (passed.kind === 'stopped')
    return reply(parts, event, 'Not undone.', ['Your sign-in does not work: my other message says why.']);
  const path = `/me/events/${encodeURIComponent(made.id)}`;
  const answer = await parts.graph.send(passed.accessToken, {
    method: 'DELETE',
    path,
    repeatable: true,
    withinMs: WITHIN_MS,
  });
  // Gone already is as good: an earlier press, or the person in Outlook.
  if (answer.kind === 'refused' && answer.status !== 404) {
    const met = await metRefusal(parts, context, person, answer, { draft: stored.id, mayAsk: false });
    parts.onEvent?.('refused', met.cause);
    return reply(parts, event, 'Not undone.', [met.headline]);
  }
  // Of two presses at once one undoes it.
  if (await parts.turn.store.drafts.close(stored.id, 'undone')) parts.onEvent?.('undone', null);
  const told = draft.guests.length > 0 ? ' Outlook tells those who were invited.' : '';
  return endedReply(draft.title?.value ?? null, `Undone: it is out of your calendar.${told}`, stored.id);
}

/** What an event is to become. */
interface WantedChange {
  readonly draft: EventDraft;
  /** What of it goes to Graph. */
  readonly body: (next: ReadyDraft) => unknown;
  /** How the card says that it was done. */
  readonly said: string;
}

/** Writes the next version down, then changes the event: a second press of the same card finds its version gone. */
async function change(
  parts: EventParts,
  context: TurnContext,
  person: Person,
  event: MadeDraft,
  { draft: wanted, body, said }: WantedChange,
): Promise<EventReply> {
  const { stored, draft, made } = event;
  const passed = await passGate(parts, context, person, { draft: stored.id, mayAsk: false });
  if (passed.kind === 'stopped')
    return reply(parts, event, 'Not changed.', ['Your sign-in does not work: my other message says why.']);
  const looked = await resolveGuests(parts, person, wanted.guests, passed.accessToken);
  const next: EventDraft = { ...wanted, guests: looked.guests };
  if (!isReady(next))
    return reply(parts, event, 'Not changed.', [
      lookUpNote(looked, true) ?? 'I do not know who is meant: give the address.',
    ]);
  const { drafts } = parts.turn.store;
  const expires = parts.turn.now() + DRAFT_KEPT_MS;
  const json = draftJson({ kind: 'event', draft: next, words: null, before: [] });
  if (!(await drafts.update(stored.id, stored.version, json, expires)))
    return outdated(parts, context, { stored, draft });
  const after: StoredDraft = { ...stored, version: stored.version + 1, content: json };
  const request: GraphRequest = {
    method: 'PATCH',
    path: `/me/events/${encodeURIComponent(made.id)}`,
    body: body(next),
    // The same values again change nothing more.
    repeatable: true,
    withinMs: WITHIN_MS,
  };
  const answer = await parts.graph.send(passed.accessToken, request);
  if (answer.kind === 'ok') {
    parts.onEvent?.('changed', null);
    return madeReply(parts, after, next, joinOf(made, answer.body), said);
  }
  await drafts.update(stored.id, after.version, stored.content, expires);
  const back: StoredDraft = { ...stored, version: after.version + 1 };
  if (answer.status === 404) {
    await drafts.close(stored.id, 'undone');
    return endedReply(draft.title?.value ?? null, 'It is no longer in your calendar.');
  }
  const met = await metRefusal(parts, context, person, answer, { draft: stored.id, mayAsk: false });
  parts.onEvent?.('refused', met.cause);
  return madeReply(parts, back, draft, made, 'Not changed.', [met.headline]);
}

/** An event that has become an online meeting has a link to join now. */
function joinOf(made: MadeEvent, body: unknown): MadeEvent {
  const meeting = isObject(body) ? body.onlineMeeting : null;
  return isObject(meeting) && typeof meeting.joinUrl === 'string' ? { ...made, joinUrl: meeting.joinUrl } : made;
}
