import { isJsonObject, type JsonObject } from '../json-object.ts';
import { localTimeOf } from './event-resource.ts';
import { badRequest, type GraphError } from './graph-error.ts';
import { readRecurrence } from './recurrence.ts';
import { ianaZoneOf, parseTime, toInstant } from './time-zone.ts';

/** Most people who can be invited to one event. */
const MOST_ATTENDEES = 500;
const DAY = 86_400_000;

/** Properties that Graph's `event` has and a client may write. Everything else in a body is refused. */
const WRITABLE: ReadonlySet<string> = new Set([
  'subject',
  'body',
  'start',
  'end',
  'location',
  'locations',
  'attendees',
  'recurrence',
  'isAllDay',
  'isOnlineMeeting',
  'onlineMeetingProvider',
  'transactionId',
  'allowNewTimeProposals',
  'responseRequested',
  'hideAttendees',
  'importance',
  'sensitivity',
  'showAs',
  'categories',
  'isReminderOn',
  'reminderMinutesBeforeStart',
  'singleValueExtendedProperties',
]);

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  importance: ['low', 'normal', 'high'],
  sensitivity: ['normal', 'personal', 'private', 'confidential'],
  showAs: ['free', 'tentative', 'busy', 'oof', 'workingElsewhere', 'unknown'],
  onlineMeetingProvider: ['unknown', 'teamsForBusiness', 'skypeForBusiness', 'skypeForConsumer'],
};
const BOOLEANS = [
  'isAllDay',
  'isOnlineMeeting',
  'allowNewTimeProposals',
  'responseRequested',
  'hideAttendees',
  'isReminderOn',
];

/**
 * Checks the body of an event as Graph does.
 *
 * @param body what came
 * @param before the event that it changes, where it changes one
 * @returns the properties to store
 * @throws GraphError 400
 */
export function readEventPayload(body: unknown, before?: JsonObject): JsonObject {
  if (!isJsonObject(body)) throw unreadable();
  for (const [name, value] of Object.entries(body)) assertProperty(name, value);
  const start = before !== undefined && body.start === undefined ? before.start : requiredTime(body, 'start');
  const end = before !== undefined && body.end === undefined ? before.end : requiredTime(body, 'end');
  const whole: JsonObject = { ...before, ...body, start, end };
  assertOrder(whole);
  if (whole.isAllDay === true) assertWholeDays(whole);
  if (body.attendees !== undefined) assertAttendees(body.attendees);
  if (body.recurrence !== undefined && body.recurrence !== null) assertRecurrence(whole);
  return { ...body, ...(body.start === undefined ? {} : { start }), ...(body.end === undefined ? {} : { end }) };
}

function assertProperty(name: string, value: unknown): void {
  if (name.startsWith('@odata.')) return;
  if (!WRITABLE.has(name)) {
    throw badRequest(
      'RequestBodyRead',
      `The property '${name.slice(0, 60)}' does not exist on type 'microsoft.graph.event'. Make sure to only use property names that are defined by the type.`,
    );
  }
  if (BOOLEANS.includes(name) && typeof value !== 'boolean') throw cannotConvert(value, 'Edm.Boolean');
  if (CHOICES[name]?.includes(String(value)) === false && value !== null)
    throw cannotConvert(value, `microsoft.graph.${name}`);
  if ((name === 'subject' || name === 'transactionId') && typeof value !== 'string' && value !== null)
    throw cannotConvert(value, 'Edm.String');
  if ((name === 'body' || name === 'location') && !isJsonObject(value) && value !== null) throw unreadable();
  if (name === 'reminderMinutesBeforeStart' && !Number.isInteger(value)) throw cannotConvert(value, 'Edm.Int32');
}

function cannotConvert(value: unknown, type: string): GraphError {
  const literal = String(JSON.stringify(value)).replaceAll('"', '').slice(0, 60);
  return badRequest('RequestBodyRead', `Cannot convert the literal '${literal}' to the expected type '${type}'.`);
}

function unreadable(): GraphError {
  return badRequest('UnableToDeserializePostBody', 'were unable to deserialize ');
}

/** @returns the `dateTimeTimeZone` of a body; @throws GraphError 400 in Graph's words */
export function requiredTime(body: JsonObject, name: string): JsonObject {
  const value = body[name];
  if (value === undefined || value === null)
    throw badRequest(
      'ErrorPropertyValidationFailure',
      `At least one property failed validation. Required property '${name}' is missing.`,
    );
  if (!isJsonObject(value)) throw unreadable();
  if (typeof value.timeZone !== 'string' || ianaZoneOf(value.timeZone) === undefined)
    throw timeZoneNotSupported(typeof value.timeZone === 'string' ? value.timeZone : '');
  if (typeof value.dateTime !== 'string' || parseTime(value.dateTime) === undefined)
    throw badRequest(
      'ErrorPropertyValidationFailure',
      `At least one property failed validation. The property 'DateTime' of '${name}' is invalid.`,
    );
  return { dateTime: value.dateTime, timeZone: value.timeZone };
}

export function timeZoneNotSupported(name: string): GraphError {
  return badRequest(
    'TimeZoneNotSupportedException',
    `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${name.slice(0, 80)}'.`,
  );
}

function assertOrder(event: JsonObject): void {
  const start = localTimeOf(event.start);
  const end = localTimeOf(event.end);
  if (start === undefined || end === undefined) throw unreadable();
  if (toInstant(end.wallClockMs, end.zone) < toInstant(start.wallClockMs, start.zone))
    throw badRequest(
      'ErrorPropertyValidationFailure',
      'At least one property failed validation. The end date is earlier than start date.',
    );
}

function assertWholeDays(event: JsonObject): void {
  const start = localTimeOf(event.start);
  const end = localTimeOf(event.end);
  if (start === undefined || end === undefined) throw unreadable();
  const midnights = start.wallClockMs % DAY === 0 && end.wallClockMs % DAY === 0 && start.zone === end.zone;
  if (!midnights || end.wallClockMs - start.wallClockMs < DAY) {
    throw badRequest(
      'ErrorInvalidRequest',
      'Your request is invalid. The Event.Start property for an all-day event needs to be set to midnight, and the duration of an all-day event needs to be at least 24 hours.',
    );
  }
}

function assertAttendees(attendees: unknown): void {
  if (!Array.isArray(attendees)) throw unreadable();
  if (attendees.length > MOST_ATTENDEES)
    throw badRequest('ErrorInvalidRecipients', `At most ${MOST_ATTENDEES} attendees are allowed.`);
  for (const attendee of attendees) {
    const email =
      isJsonObject(attendee) && isJsonObject(attendee.emailAddress) ? attendee.emailAddress.address : undefined;
    if (typeof email !== 'string' || !/^[^\s@]+@[^\s@]+$/.test(email))
      throw badRequest('ErrorInvalidRecipients', 'At least one recipient is not valid.');
  }
}

function assertRecurrence(event: JsonObject): void {
  const recurrence = readRecurrence(event.recurrence);
  if (typeof recurrence === 'string')
    throw badRequest('ErrorPropertyValidationFailure', `At least one property failed validation: ${recurrence}.`);
  const start = localTimeOf(event.start);
  if (start !== undefined && Math.floor(start.wallClockMs / DAY) * DAY !== recurrence.startDate) {
    throw badRequest(
      'ErrorPropertyValidationFailure',
      'At least one property failed validation. The start date of the recurrence range must be the date of the start of the event.',
    );
  }
}
