import { isJsonObject } from '../json-object.ts';
import type { Mailbox, World } from '../world/world.ts';
import { occurrencesBetween } from './calendar-view.ts';
import { requiredTime } from './event-payload.ts';
import { eventResource, instantOf } from './event-resource.ts';
import type { GraphReply, MailboxCall } from './graph-call.ts';
import { badRequest } from './graph-error.ts';
import { ianaZoneOf } from './time-zone.ts';
import { isNamedBy } from './user-resource.ts';

const MINUTE = 60_000;
/** Graph's limits for one call. */
const MOST_SCHEDULES = 20;
const LONGEST_MS = 62 * 24 * 60 * MINUTE;

/** Free and busy times of people of the organisation. Whoever is unknown gets an error of their own, the others their times. */
export function getSchedule(call: MailboxCall): GraphReply {
  if (!isJsonObject(call.body)) throw badRequest('ErrorInvalidRequest', 'The request body is missing or is no object.');
  const { schedules, availabilityViewInterval = 30 } = call.body;
  if (!Array.isArray(schedules) || schedules.length === 0 || !schedules.every((it) => typeof it === 'string'))
    throw badRequest('ErrorInvalidParameter', 'schedules must be a list of addresses.');
  if (schedules.length > MOST_SCHEDULES)
    throw badRequest('ErrorInvalidParameter', `At most ${MOST_SCHEDULES} schedules can be asked for in one request.`);
  if (typeof availabilityViewInterval !== 'number' || availabilityViewInterval < 5 || availabilityViewInterval > 1440)
    throw badRequest('ErrorInvalidParameter', 'availabilityViewInterval must be between 5 and 1440 minutes.');
  const from = instantOf(requiredTime(call.body, 'startTime')) ?? 0;
  const until = instantOf(requiredTime(call.body, 'endTime')) ?? 0;
  if (until <= from) throw badRequest('ErrorInvalidParameter', 'The end time must be after the start time.');
  if (until - from > LONGEST_MS)
    throw badRequest('ErrorInvalidParameter', 'The requested time window is longer than 62 days.');
  const window = { from, until, step: availabilityViewInterval * MINUTE };
  const value = schedules.map((address) => scheduleOf(call, address, window));
  return {
    status: 200,
    body: {
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#Collection(microsoft.graph.scheduleInformation)',
      value,
    },
  };
}

interface Window {
  readonly from: number;
  readonly until: number;
  readonly step: number;
}

const VIEW: Readonly<Record<string, string>> = {
  free: '0',
  tentative: '1',
  busy: '2',
  oof: '3',
  workingElsewhere: '4',
};

function scheduleOf(call: MailboxCall, address: string, window: Window): Record<string, unknown> {
  const mailbox = mailboxOf(call.parts.world, call.owner.tenantId, address);
  if (mailbox === undefined) {
    return {
      scheduleId: address,
      availabilityView: '',
      error: {
        message: 'Unable to resolve e-mail address to an Active Directory object.',
        responseCode: 'ErrorMailRecipientNotFound',
      },
    };
  }
  const events = occurrencesBetween(mailbox.events, window.from, window.until);
  return {
    scheduleId: address,
    availabilityView: availabilityView(events, window),
    scheduleItems: events.map((event) => {
      const { start, end } = eventResource(event, call.answerZone);
      return { isPrivate: false, status: event.showAs ?? 'busy', subject: event.subject, location: '', start, end };
    }),
    workingHours: {
      daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      startTime: '08:00:00.0000000',
      endTime: '17:00:00.0000000',
      timeZone: { name: ianaZoneOf(mailbox.timeZone) === undefined ? 'UTC' : mailbox.timeZone },
    },
  };
}

function availabilityView(events: ReturnType<typeof occurrencesBetween>, { from, until, step }: Window): string {
  let view = '';
  for (let at = from; at < until; at += step) {
    const busiest = events
      .filter((event) => (instantOf(event.start) ?? 0) < at + step && (instantOf(event.end) ?? 0) > at)
      .map((event) => VIEW[String(event.showAs ?? 'busy')] ?? '2')
      .sort()
      .at(-1);
    view += busiest ?? '0';
  }
  return view;
}

function mailboxOf(world: World, tenantId: string, address: string): Mailbox | undefined {
  const person = world.people.find((it) => it.exists && it.tenantId === tenantId && isNamedBy(it, address));
  return world.mailboxes.find((it) => it.ownerId === person?.oid && it.state === 'active');
}
