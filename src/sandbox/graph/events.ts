import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { JsonObject } from '../json-object.ts';
import { isJsonObject } from '../json-object.ts';
import type { SandboxEvent } from '../world/world.ts';
import { assertCalendar, nextPage } from './calendar.ts';
import { occurrencesOf } from './calendar-view.ts';
import { readEventPayload } from './event-payload.ts';
import { eventResource, instantOf } from './event-resource.ts';
import type { GraphReply, MailboxCall, Operation } from './graph-call.ts';
import { GraphError, itemNotFound } from './graph-error.ts';
import { contextOf, pageSize, selected, skipped } from './odata.ts';
import { mailOf } from './user-resource.ts';

const READ = [
  'Calendars.Read',
  'Calendars.ReadBasic',
  'Calendars.ReadWrite',
  'Calendars.Read.Shared',
  'Calendars.ReadWrite.Shared',
];
const WRITE = ['Calendars.ReadWrite', 'Calendars.ReadWrite.Shared'];
const FAR = 365 * 86_400_000;

function one(call: MailboxCall, status: number, event: SandboxEvent): GraphReply {
  const body = selected(eventResource(event, call.answerZone), call.query);
  return { status, body: { '@odata.context': `${contextOf("users('me')/events", call.query)}/$entity`, ...body } };
}

function list(call: MailboxCall): GraphReply {
  assertCalendar(call);
  const newest = [...call.mailbox.events].sort((a, b) => (instantOf(b.start) ?? 0) - (instantOf(a.start) ?? 0));
  const first = skipped(call.query);
  const found = newest.slice(first, first + pageSize(call.query, 10, 1000));
  return {
    status: 200,
    body: {
      '@odata.context': contextOf("users('me')/events", call.query),
      value: found.map((event) => selected(eventResource(event, call.answerZone), call.query)),
      ...nextPage(call, first + found.length, newest.length),
    },
  };
}

function get(call: MailboxCall): GraphReply {
  return one(call, 200, find(call));
}

function instances(call: MailboxCall): GraphReply {
  const series = find(call);
  const value = occurrencesOf(series, call.parts.now() + FAR)
    .slice(0, pageSize(call.query, 10, 1000))
    .map((event) => selected(eventResource(event, call.answerZone), call.query));
  return { status: 200, body: { '@odata.context': contextOf("users('me')/events", call.query), value } };
}

/** The stored event of the path; an occurrence's id leads to the occurrence. */
function find(call: MailboxCall): SandboxEvent {
  const id = call.ids.at(-1) ?? '';
  const stored = call.mailbox.events.find((event) => event.id === id);
  if (stored !== undefined) return stored;
  const series = call.mailbox.events.find((event) => event.recurrence != null && id.startsWith(`${event.id}.`));
  const occurrence = series && occurrencesOf(series, call.parts.now() + 5 * FAR).find((event) => event.id === id);
  if (occurrence === undefined) throw itemNotFound();
  return occurrence;
}

/**
 * Creates an event. A `transactionId` that was used before gives the event that it made, so that a repeated request
 * changes nothing; used for something else it is refused.
 */
function create(call: MailboxCall): GraphReply {
  assertCalendar(call);
  const payload = readEventPayload(call.body);
  const { transactionId } = payload;
  const fingerprint = fingerprintOf(payload);
  if (typeof transactionId === 'string') {
    const made = call.mailbox.events.find((event) => event.transactionId === transactionId);
    if (made !== undefined && fingerprints.get(made) === fingerprint) return one(call, 201, made);
    if (made !== undefined) {
      throw new GraphError(
        409,
        'ErrorDuplicateTransactionId',
        "Your request can't be completed. The TransactionId used in this request has already been used for creating another item.",
      );
    }
  }
  const event = newEvent(call, payload);
  fingerprints.set(event, fingerprint);
  call.mailbox.events.push(event);
  return one(call, 201, event);
}

/** What an event was made from, by the stored object: a change later does not touch it, and it goes with the event. */
const fingerprints = new WeakMap<SandboxEvent, string>();

function fingerprintOf(payload: JsonObject): string {
  const ordered = JSON.stringify(payload, (_, value: unknown) =>
    isJsonObject(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
  return createHash('sha256').update(ordered).digest('base64url');
}

function newEvent(call: MailboxCall, payload: JsonObject): SandboxEvent {
  const id = `AAMk${randomBytes(36).toString('base64url')}`;
  const now = new Date(call.parts.now()).toISOString();
  return {
    '@odata.etag': `W/"${randomBytes(12).toString('base64')}"`,
    createdDateTime: now,
    lastModifiedDateTime: now,
    categories: [],
    reminderMinutesBeforeStart: 15,
    isReminderOn: true,
    hasAttachments: false,
    importance: 'normal',
    sensitivity: 'normal',
    isAllDay: false,
    isCancelled: false,
    isOrganizer: true,
    responseRequested: true,
    showAs: payload.isAllDay === true ? 'free' : 'busy',
    seriesMasterId: null,
    isDraft: false,
    hideAttendees: false,
    allowNewTimeProposals: true,
    isOnlineMeeting: false,
    onlineMeetingProvider: 'unknown',
    recurrence: null,
    attendees: [],
    subject: '',
    bodyPreview: '',
    ...payload,
    ...shapes(payload),
    ...onlineMeeting(payload, undefined),
    id,
    iCalUId: randomBytes(28).toString('hex').toUpperCase(),
    type: payload.recurrence == null ? 'singleInstance' : 'seriesMaster',
    originalStartTimeZone: zoneName(payload.start),
    originalEndTimeZone: zoneName(payload.end),
    transactionId: payload.transactionId ?? null,
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(id)}&exvsurl=1&path=/calendar/item`,
    responseStatus: { response: 'organizer', time: '0001-01-01T00:00:00Z' },
    organizer: { emailAddress: { name: call.owner.displayName, address: mailOf(call.owner) } },
  };
}

/** Properties whose answer has more than was sent. */
function shapes(payload: JsonObject): JsonObject {
  const body = isJsonObject(payload.body) ? payload.body : { contentType: 'html', content: '' };
  const content = typeof body.content === 'string' ? body.content : '';
  const location = isJsonObject(payload.location) ? payload.location : { displayName: '' };
  const attendees = Array.isArray(payload.attendees) ? payload.attendees.filter(isJsonObject) : [];
  return {
    body: { contentType: body.contentType ?? 'html', content },
    bodyPreview: content
      .replace(/<[^>]{0,500}>/g, '')
      .slice(0, 255)
      .trim(),
    location: { locationType: 'default', uniqueIdType: 'private', ...location },
    locations: location.displayName === '' ? [] : [{ locationType: 'default', uniqueIdType: 'private', ...location }],
    attendees: attendees.map((attendee) => ({
      type: 'required',
      status: { response: 'none', time: '0001-01-01T00:00:00Z' },
      ...attendee,
    })),
  };
}

/** An event becomes an online meeting once and stays one. */
function onlineMeeting(payload: JsonObject, before: SandboxEvent | undefined): JsonObject {
  if (before?.isOnlineMeeting === true) {
    const { onlineMeeting: meeting, onlineMeetingProvider } = before;
    return { isOnlineMeeting: true, onlineMeetingProvider, onlineMeeting: meeting };
  }
  if (payload.isOnlineMeeting !== true) return { onlineMeeting: null };
  const thread = randomUUID().replaceAll('-', '');
  return {
    onlineMeetingProvider: payload.onlineMeetingProvider ?? 'teamsForBusiness',
    onlineMeeting: { joinUrl: `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${thread}%40thread.v2/0` },
  };
}

function zoneName(value: unknown): unknown {
  return isJsonObject(value) ? value.timeZone : null;
}

function update(call: MailboxCall): GraphReply {
  const before = find(call);
  const index = call.mailbox.events.indexOf(before);
  // One occurrence of a series has no entry of its own here; its series can be changed.
  if (index < 0) throw itemNotFound();
  const { transactionId: _fixed, ...payload } = readEventPayload(call.body, before);
  const given = Object.fromEntries(Object.entries(shapes(payload)).filter(([name]) => payload[name] !== undefined));
  const after: SandboxEvent = {
    ...before,
    ...payload,
    ...given,
    ...(payload.body === undefined ? {} : { bodyPreview: shapes(payload).bodyPreview }),
    ...onlineMeeting(payload, before),
    ...(payload.recurrence === undefined
      ? {}
      : { type: payload.recurrence === null ? 'singleInstance' : 'seriesMaster' }),
    id: before.id,
    lastModifiedDateTime: new Date(call.parts.now()).toISOString(),
    '@odata.etag': `W/"${randomBytes(12).toString('base64')}"`,
  };
  const made = fingerprints.get(before);
  if (made !== undefined) fingerprints.set(after, made);
  call.mailbox.events[index] = after;
  return one(call, 200, after);
}

function remove(call: MailboxCall): GraphReply {
  const index = call.mailbox.events.indexOf(find(call));
  if (index < 0) throw itemNotFound();
  call.mailbox.events.splice(index, 1);
  return { status: 204 };
}

const reading = {
  method: 'GET',
  delegated: READ,
  application: ['Calendars.Read', 'Calendars.ReadBasic.All', 'Calendars.ReadWrite'],
  personal: true,
} as const;
const writing = { delegated: WRITE, application: ['Calendars.ReadWrite'], personal: true } as const;

export const EVENT_OPERATIONS: readonly Operation[] = ['', 'calendar/', 'calendars/{id}/'].flatMap(
  (at): Operation[] => [
    { ...reading, path: `${at}events`, workload: 'outlook', answer: list },
    { ...reading, path: `${at}events/{id}`, workload: 'outlook', answer: get },
    { ...reading, path: `${at}events/{id}/instances`, workload: 'outlook', answer: instances },
    { ...writing, method: 'POST', path: `${at}events`, workload: 'outlook', answer: create },
    { ...writing, method: 'PATCH', path: `${at}events/{id}`, workload: 'outlook', answer: update },
    { ...writing, method: 'DELETE', path: `${at}events/{id}`, workload: 'outlook', answer: remove },
  ],
);
