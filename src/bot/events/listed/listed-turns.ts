import type { TurnContext } from 'botbuilder';
import { type CalendarEntry, parseCalendarEntry } from '../../../calendar/event/calendar-entry.ts';
import { minutesBetween, plusMinutes } from '../../../calendar/event/draft.ts';
import type { ListedChange } from '../../../calendar/event/draft-json.ts';
import { zoned } from '../../../calendar/event/event-body.ts';
import { windowsZone } from '../../../calendar/event/windows-zone.ts';
import { localAt } from '../../../calendar/event/zone-clock.ts';
import type { Graph, GraphRequest } from '../../../graph/graph.ts';
import type { Person } from '../../../identity/person.ts';
import { changeCard, changeText } from '../../../presentation/cards/events/change-card.ts';
import { whenWords } from '../../../presentation/event-words.ts';
import type { Refusal } from '../../../refusals/refusal.ts';
import type { StoredDraft } from '../../../storage/store.ts';
import type { Answer } from '../../answer.ts';
import { refusalAnswer } from '../../sign-in/refusal-answer.ts';
import { CLAIM_MS } from '../create-event.ts';
import type { EventParts } from '../event-parts.ts';
import type { EventReply } from '../event-reply.ts';
import { passGate } from '../gate.ts';
import { endedReply } from '../made-reply.ts';
import { metRefusal } from '../met-refusal.ts';
import { DRAFT_KEPT_MS, keepDraft } from '../stored-event.ts';
import { timeZoneOf } from '../time-zone-of.ts';
import type { CalendarRequest, ListedTarget } from './calendar-request.ts';
import { entriesOf, listedId, listReply } from './listed-events.ts';
import { moveTarget, startsAt } from './move-target.ts';

const WITHIN_MS = 8_000;

/** «my day», «cancel 2», «move my 3pm to 4»: a list, or a question before anything is done. */
export async function onCalendarRequest(
  parts: EventParts,
  context: TurnContext,
  person: Person,
  request: CalendarRequest,
): Promise<Answer> {
  const token = await parts.signIn.token(person);
  if (token.kind === 'refused') return refusalAnswer(parts.turn, token.refusal, person.channelId);
  if (token.kind === 'sign-in-needed')
    return { text: 'To look at your calendar I need your sign-in. Say “sign in”, then ask me again.' };
  const { accessToken } = token.token;
  const timeZone = await timeZoneOf(parts, context.activity, person);
  if (timeZone === null) return { text: NO_ZONE };
  if (request.kind === 'list') {
    const read = await entriesOf(parts, accessToken, request.which, timeZone);
    if (read.kind === 'refused') return refusalAnswer(parts.turn, read.refusal, person.channelId);
    return listReply(parts, context, person, request.which, read.entries, timeZone);
  }
  const found = await targetOf(parts, context, person, accessToken, request.target, timeZone);
  if (found.kind === 'refused') return refusalAnswer(parts.turn, found.refusal, person.channelId);
  if (found.kind === 'none') return { text: found.says };
  if (found.kind === 'several') return listReply(parts, context, person, 'next', found.entries, timeZone);
  const now = localAt(parts.turn.now(), timeZone);
  const change = changeOf(request, found.entry, timeZone, (to) =>
    moveTarget(to, found.entry.start, { understand: parts.understand, now, timeZone }),
  );
  if (change === null) return { text: 'To when? Say for example: move 1 to 4pm, or: move 1 to tomorrow 10:00' };
  const { id, version } = await keepDraft(parts, context, person, { kind: 'change', change });
  return { text: changeText(change, now), card: changeCard(id, version, change, now) };
}

const NO_ZONE =
  'Neither this chat nor your mailbox tells me your time zone. Write for example: my time zone is Europe/Berlin. Then ask me again.';

function changeOf(
  request: Exclude<CalendarRequest, { kind: 'list' }>,
  entry: CalendarEntry,
  timeZone: string,
  newStart: (to: string) => string | null,
): ListedChange | null {
  const { id: eventId, title, start, end, allDay } = entry;
  const about = { eventId, title, start, end, allDay, timeZone };
  if (request.kind === 'cancel') return { kind: 'cancel', ...about };
  const to = newStart(request.to);
  return to === null ? null : { kind: 'move', ...about, to: allDay ? `${to.slice(0, 10)}T00:00:00` : to };
}

type Target =
  | { readonly kind: 'one'; readonly entry: CalendarEntry }
  | { readonly kind: 'several'; readonly entries: readonly CalendarEntry[] }
  | { readonly kind: 'none'; readonly says: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

async function targetOf(
  parts: EventParts,
  context: TurnContext,
  person: Person,
  accessToken: string,
  target: ListedTarget,
  timeZone: string,
): Promise<Target> {
  if (target.kind === 'number') {
    const id = await listedId(parts, context, person, target.number);
    if (id === undefined)
      return { kind: 'none', says: `I have no number ${target.number}: say “my day” first, then use its numbers.` };
    return oneEvent(parts.graph, accessToken, id, timeZone);
  }
  const today = await entriesOf(parts, accessToken, target.day ?? 'today', timeZone);
  if (today.kind === 'refused') return today;
  const fits = (entry: CalendarEntry): boolean =>
    target.kind === 'time' ? startsAt(entry, target) : isCalled(entry, target.words);
  let entries = today.entries.filter(fits);
  if (entries.length === 0 && target.kind === 'title' && target.day === null) {
    const next = await entriesOf(parts, accessToken, 'next', timeZone);
    if (next.kind === 'refused') return next;
    entries = next.entries.filter(fits);
  }
  const [first, ...others] = entries;
  if (first === undefined)
    return {
      kind: 'none',
      says: `I find no such event ${target.day ?? (target.kind === 'time' ? 'today' : 'in the next days')}. Say “my day” to see what is there.`,
    };
  return others.length === 0 ? { kind: 'one', entry: first } : { kind: 'several', entries };
}

/** Each word of what somebody calls it stands in its title. */
function isCalled({ title }: CalendarEntry, words: string): boolean {
  const plain = title.toLowerCase();
  return words.split(' ').every((word) => plain.includes(word));
}

async function oneEvent(graph: Graph, accessToken: string, id: string, timeZone: string): Promise<Target> {
  const answer = await graph.send(accessToken, {
    method: 'GET',
    path: `/me/events/${encodeURIComponent(id)}`,
    headers: { prefer: `outlook.timezone="${windowsZone(timeZone)}"` },
    withinMs: WITHIN_MS,
  });
  if (answer.kind === 'refused')
    return answer.status === 404
      ? { kind: 'none', says: 'That event is no longer in your calendar.' }
      : { kind: 'refused', refusal: answer.refusal };
  const entry = parseCalendarEntry(answer.body);
  return entry === null ? { kind: 'none', says: 'That event is no longer in your calendar.' } : { kind: 'one', entry };
}

/** Does what was asked for, once the person has said yes. */
export async function confirmChange(
  parts: EventParts,
  context: TurnContext,
  person: Person,
  stored: StoredDraft,
  change: ListedChange,
  mayAsk: boolean,
): Promise<EventReply> {
  const { drafts } = parts.turn.store;
  if (stored.state === 'created') return endedReply(change.title, doneWords(change));
  if (stored.state === 'cancelled') return endedReply(change.title, 'Left as it is.');
  const passed = await passGate(parts, context, person, { draft: stored.id, mayAsk });
  if (passed.kind === 'stopped') return { text: passed.note };
  const at = parts.turn.now();
  const until = at + CLAIM_MS;
  if (!(await drafts.claim(stored.id, stored.version, at, until))) return { text: 'I am at it.' };
  const answer = await parts.graph.send(passed.accessToken, requestOf(change));
  if (answer.kind === 'ok' || (change.kind === 'cancel' && answer.status === 404)) {
    await drafts.created(stored.id, '{}', at, at + DRAFT_KEPT_MS);
    return endedReply(change.title, doneWords(change));
  }
  await drafts.release(stored.id, until, 'nothing-made');
  const met = await metRefusal(parts, context, person, answer, { draft: stored.id, mayAsk });
  return { text: `Not done. ${met.headline}` };
}

/** Both may be repeated: the same values again, or gone already. */
function requestOf(change: ListedChange): GraphRequest {
  const path = `/me/events/${encodeURIComponent(change.eventId)}`;
  const common = { path, repeatable: true, withinMs: WITHIN_MS } as const;
  if (change.kind === 'cancel') return { method: 'DELETE', ...common };
  const end = plusMinutes(change.to, minutesBetween(change.start, change.end));
  const body = { start: zoned(change.to, change.timeZone), end: zoned(end, change.timeZone) };
  return { method: 'PATCH', body, ...common };
}

function doneWords(change: ListedChange): string {
  if (change.kind === 'cancel') return 'Cancelled: it is out of your calendar.';
  const end = plusMinutes(change.to, minutesBetween(change.start, change.end));
  return `Moved to ${whenWords({ ...change, start: change.to, end })}.`;
}
