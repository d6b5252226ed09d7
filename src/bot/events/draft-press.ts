import type { TurnContext } from 'botbuilder';
import { type EventDraft, isComplete, isReady, movedTo } from '../../calendar/event/draft.ts';
import { withAlternative } from '../../calendar/event/draft-edit.ts';
import { draftJson } from '../../calendar/event/draft-json.ts';
import { localAt } from '../../calendar/event/zone-clock.ts';
import { parseMoment } from '../../calendar/local/moment.ts';
import type { Person } from '../../identity/person.ts';
import type { StoredDraft } from '../../storage/store.ts';
import { createEvent } from './create-event.ts';
import { draftReply, tokenAtHand } from './draft-reply.ts';
import type { EventParts } from './event-parts.ts';
import type { EventPress } from './event-press.ts';
import type { EventReply } from './event-reply.ts';
import { askToSignIn, passGate, SIGN_IN_FIRST, signInFor } from './gate.ts';
import { PEOPLE_SCOPES } from './guests/find-people.ts';
import { lookUpNote } from './guests/look-up-note.ts';
import { resolveGuests } from './guests/resolve-guests.ts';
import { endedReply, madeReply } from './made-reply.ts';
import { contentOf, DRAFT_KEPT_MS, madeEventOf } from './stored-event.ts';
import { withTyped } from './typed-inputs.ts';

/** A draft of an event that is still to be made. */
export interface OpenDraft {
  readonly stored: StoredDraft;
  readonly draft: EventDraft;
}

/** What happens to an open draft when one of its buttons is pressed. */
export async function pressedDraft(
  parts: EventParts,
  context: TurnContext,
  person: Person,
  open: OpenDraft,
  press: EventPress,
): Promise<EventReply> {
  const { draft, stored } = open;
  switch (press.verb) {
    case 'draft-cancel':
      if (!(await parts.turn.store.drafts.close(stored.id, 'cancelled'))) return outdated(parts, context, open);
      return endedReply(draft.title?.value ?? null, 'Dropped; nothing was made.');
    case 'draft-alternative':
      return changed(parts, context, person, open, withAlternative(draft, press.index) ?? draft);
    case 'draft-free':
      return changed(parts, context, person, open, freeOf(parts, draft, press.start));
    case 'draft-save':
      return savedDraft(parts, context, person, open, press.inputs);
    default:
      return confirmDraft(parts, context, person, open, { inputs: press.inputs, mayAsk: true });
  }
}

/** Takes over what a card's inputs hold, or what words say in their place. */
export function savedDraft(
  parts: EventParts,
  context: TurnContext,
  person: Person,
  open: OpenDraft,
  inputs: Readonly<Record<string, unknown>>,
): Promise<EventReply> {
  const now = localAt(parts.turn.now(), open.draft.timeZone);
  const { draft, problems } = withTyped(open.draft, inputs, now);
  return changed(parts, context, person, open, draft, problems);
}

/** The time on the button is looked at like any other input: it must exist, and lie ahead. */
function freeOf({ turn }: EventParts, draft: EventDraft, start: string): EventDraft {
  const at = parseMoment(start);
  if (at === null || start < localAt(turn.now(), draft.timeZone)) return draft;
  return movedTo(draft, start);
}

async function changed(
  parts: EventParts,
  context: TurnContext,
  person: Person,
  open: OpenDraft,
  draft: EventDraft,
  problems: readonly string[] = [],
): Promise<EventReply> {
  const accessToken = await tokenAtHand(parts, person);
  if (draft === open.draft) return draftReply(parts, context, shown(open), { problems, accessToken });
  const resolved =
    accessToken === undefined
      ? { guests: draft.guests }
      : await resolveGuests(parts, person, draft.guests, accessToken);
  const next = await kept(parts, open, { ...draft, guests: resolved.guests });
  if (next === null) return outdated(parts, context, open);
  const note = draft.guests.some(({ kind }) => kind === 'named')
    ? lookUpNote(resolved, accessToken !== undefined)
    : undefined;
  return draftReply(parts, context, shown(next), { problems, accessToken, note });
}

/** Keeps a changed draft; `null` where somebody else changed it meanwhile. */
async function kept({ turn }: EventParts, { stored }: OpenDraft, draft: EventDraft): Promise<OpenDraft | null> {
  const expires = turn.now() + DRAFT_KEPT_MS;
  const content = contentOf(stored);
  const { words, before } = content?.kind === 'event' ? content : { words: null, before: [] };
  const json = draftJson({ kind: 'event', draft, words: isComplete(draft) ? null : words, before });
  if (!(await turn.store.drafts.update(stored.id, stored.version, json, expires))) return null;
  return { stored: { ...stored, version: stored.version + 1, content: json, expires }, draft };
}

function shown({ stored, draft }: OpenDraft) {
  return { id: stored.id, version: stored.version, draft };
}

/** The draft as it stands in the store now. */
export async function outdated(parts: EventParts, context: TurnContext, { stored }: OpenDraft): Promise<EventReply> {
  const now = parts.turn.now();
  const current = await parts.turn.store.drafts.read(stored.id, now);
  const content = current === undefined ? null : contentOf(current);
  if (current === undefined || content?.kind !== 'event') return { text: GONE };
  const { draft } = content;
  switch (current.state) {
    case 'created': {
      const made = madeEventOf(current);
      return made === null ? { text: GONE } : madeReply(parts, current, draft, made, 'In your calendar.');
    }
    case 'creating':
      return current.claimedUntil > now
        ? { text: 'I am at it: the event is being made. It is made once, however often you press.' }
        : draftReply(parts, context, { ...shown({ stored: current, draft }) }, { problems: [MAY_BE_MADE] });
    case 'cancelled':
      return endedReply(draft.title?.value ?? null, 'Dropped; nothing was made.');
    case 'undone':
      return endedReply(draft.title?.value ?? null, 'Undone: it is out of your calendar.');
    case 'open':
      return draftReply(parts, context, shown({ stored: current, draft }), {
        problems: ['This card was not the newest. Here is the draft as it is now.'],
      });
  }
}

export const GONE = 'That draft is gone: drafts are kept for a day. Say the event once more.';
const MAY_BE_MADE =
  'I do not know whether Outlook made it: the answer got lost. Press Create once more; it is never made twice.';

/** Goes towards the event: takes the card's inputs over, passes the gate, looks up who was named, and makes it. */
export async function confirmDraft(
  parts: EventParts,
  context: TurnContext,
  person: Person,
  open: OpenDraft,
  { inputs, mayAsk }: { readonly inputs: Readonly<Record<string, unknown>>; readonly mayAsk: boolean },
): Promise<EventReply> {
  let current = open;
  if (open.stored.state === 'open') {
    const now = localAt(parts.turn.now(), open.draft.timeZone);
    const { draft, problems } = withTyped(open.draft, inputs, now);
    if (problems.length > 0) return draftReply(parts, context, shown(open), { problems });
    const missing = isComplete(draft) ? pastProblem(draft, now) : null;
    if (draft !== open.draft) {
      const next = await kept(parts, open, draft);
      if (next === null) return outdated(parts, context, open);
      current = next;
    }
    if (!isComplete(draft)) return draftReply(parts, context, shown(current), { problems: [INCOMPLETE] });
    if (missing !== null) return draftReply(parts, context, shown(current), { problems: [missing] });
  }
  const id = current.stored.id;
  const passed = await passGate(parts, context, person, { draft: id, mayAsk });
  if (passed.kind === 'stopped') return draftReply(parts, context, shown(current), { note: passed.note });
  const { accessToken } = passed;
  if (current.draft.guests.some(({ kind }) => kind === 'named')) {
    const looked = await resolveGuests(parts, person, current.draft.guests, accessToken);
    if (looked.signIn !== undefined && mayAsk) {
      await askToSignIn(parts, context, signInFor(id, looked.signIn, { extraScopes: PEOPLE_SCOPES }));
      return draftReply(parts, context, shown(current), { note: SIGN_IN_FIRST });
    }
    const guests = looked.guests.map((guest) =>
      guest.kind === 'named' ? ({ kind: 'unknown', name: guest.name, why: 'cannot-look-up' } as const) : guest,
    );
    const next = await kept(parts, current, { ...current.draft, guests });
    if (next === null) return outdated(parts, context, current);
    // Whoever is invited was seen with their address before.
    const note = lookUpNote(looked, true) ?? 'Look once more at who is invited, then press Create.';
    return draftReply(parts, context, shown(next), { accessToken, note });
  }
  if (!isReady(current.draft))
    return draftReply(parts, context, shown(current), { problems: [whoIsMeant(current.draft)], accessToken });
  const created = await createEvent(parts, context, person, current.stored, current.draft, { accessToken, mayAsk });
  switch (created.kind) {
    case 'created':
      return created.reply;
    case 'elsewhere':
      return outdated(parts, context, current);
    case 'refused': {
      const problem = created.mayBeMade ? MAY_BE_MADE : `Not made. ${created.met.headline}`;
      const note = created.met.signInAsked ? SIGN_IN_FIRST : created.mayBeMade ? undefined : DRAFT_STAYS;
      return draftReply(parts, context, shown(current), { problems: [problem], note });
    }
  }
}

const DRAFT_STAYS = 'This draft stays: press Create again once that is over. My other message says more.';
const INCOMPLETE = 'Something is still missing: fill it in and press Save.';

/** There is nobody to pick where nobody was found. */
function whoIsMeant({ guests }: EventDraft): string {
  const pick = guests.some(({ kind }) => kind === 'several');
  return `Say first who is meant: ${pick ? 'pick one, or give' : 'give'} the address.`;
}

/** A card may lie for hours before it is pressed. */
function pastProblem({ end, allDay, recurrence }: EventDraft, now: string): string | null {
  const over = end !== null && (allDay ? end.value.slice(0, 10) <= now.slice(0, 10) : end.value <= now);
  return over && recurrence === null ? 'That time has passed meanwhile: choose another one.' : null;
}
