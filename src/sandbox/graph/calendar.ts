import { occurrencesBetween } from './calendar-view.ts';
import { eventResource } from './event-resource.ts';
import type { GraphReply, MailboxCall, Operation } from './graph-call.ts';
import { badRequest, itemNotFound } from './graph-error.ts';
import { contextOf, pageSize, selected, skipped } from './odata.ts';
import { getSchedule } from './schedule.ts';
import { parseTime } from './time-zone.ts';
import { mailOf } from './user-resource.ts';

const READ = ['Calendars.Read', 'Calendars.ReadBasic', 'Calendars.ReadWrite'];
const READ_SHARED = ['Calendars.Read.Shared', 'Calendars.ReadWrite.Shared'];
const SETTINGS = ['MailboxSettings.Read', 'MailboxSettings.ReadWrite'];

/** The name under which a calendar is addressed besides its id. */
const CALENDAR_ID = 'calendar';

function calendarResource(call: MailboxCall): Record<string, unknown> {
  const mine = call.caller.kind === 'person' && call.caller.person === call.owner;
  return {
    id: `${call.mailbox.ownerId}-${CALENDAR_ID}`,
    name: 'Calendar',
    color: 'auto',
    hexColor: '',
    isDefaultCalendar: true,
    changeKey: 'AAAAAAAAAAE=',
    canShare: mine,
    canViewPrivateItems: mine,
    canEdit: mine || call.caller.kind === 'app',
    allowedOnlineMeetingProviders: ['teamsForBusiness'],
    defaultOnlineMeetingProvider: 'teamsForBusiness',
    isTallyingResponses: true,
    isRemovable: false,
    owner: { name: call.owner.displayName, address: mailOf(call.owner) },
  };
}

/** @throws GraphError 404 where the path names another calendar than the one there is */
export function assertCalendar(call: MailboxCall): void {
  const [id] = call.ids;
  if (id !== undefined && id !== calendarResource(call).id) throw itemNotFound();
}

function calendar(call: MailboxCall): GraphReply {
  assertCalendar(call);
  const body = selected(calendarResource(call), call.query);
  return {
    status: 200,
    body: { '@odata.context': `${contextOf("users('me')/calendars", call.query)}/$entity`, ...body },
  };
}

function calendars(call: MailboxCall): GraphReply {
  const value = [selected(calendarResource(call), call.query)];
  return { status: 200, body: { '@odata.context': contextOf("users('me')/calendars", call.query), value } };
}

function mailboxSettings(call: MailboxCall): GraphReply {
  const { timeZone } = call.mailbox;
  const settings = {
    archiveFolder: null,
    timeZone,
    delegateMeetingMessageDeliveryOptions: 'sendToDelegateOnly',
    dateFormat: 'yyyy-MM-dd',
    timeFormat: 'HH:mm',
    userPurpose: 'user',
    language: { locale: 'en-GB', displayName: 'English (United Kingdom)' },
    workingHours: {
      daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      startTime: '08:00:00.0000000',
      endTime: '17:00:00.0000000',
      timeZone: { name: timeZone === '' ? 'Customized Time Zone' : timeZone },
    },
    automaticRepliesSetting: { status: 'disabled', externalAudience: 'all' },
  };
  return {
    status: 200,
    body: { '@odata.context': contextOf("users('me')/mailboxSettings", call.query), ...selected(settings, call.query) },
  };
}

function calendarView(call: MailboxCall): GraphReply {
  assertCalendar(call);
  const from = instantOf(call.query.get('startDateTime') ?? call.query.get('startdatetime'));
  const until = instantOf(call.query.get('endDateTime') ?? call.query.get('enddatetime'));
  if (until < from) throw badRequest('ErrorInvalidParameter', 'The end date is earlier than the start date.');
  const all = occurrencesBetween(call.mailbox.events, from, until);
  const first = skipped(call.query);
  const found = all.slice(first, first + pageSize(call.query, 10, 1000));
  return {
    status: 200,
    body: {
      '@odata.context': contextOf("users('me')/calendarView", call.query),
      value: found.map((event) => selected(eventResource(event, call.answerZone), call.query)),
      ...nextPage(call, first + found.length, all.length),
    },
  };
}

/** The link to what did not fit on the page. */
export function nextPage(call: MailboxCall, next: number, of: number): Record<string, string> {
  if (next >= of) return {};
  const query = new URLSearchParams(call.query);
  query.set('$skip', String(next));
  return { '@odata.nextLink': `https://graph.microsoft.com${call.path}?${query.toString()}` };
}

/** Without an offset the window is in UTC. */
function instantOf(text: string | null): number {
  if (text === null)
    throw badRequest(
      'ErrorInvalidParameter',
      'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.',
    );
  // A plus sign of an offset that was not percent-encoded arrives as a space.
  const time = parseTime(text.replace(' ', '+'));
  if (time === undefined)
    throw badRequest(
      'ErrorInvalidParameter',
      "The value of the parameter 'StartDateTime' or 'EndDateTime' is invalid.",
    );
  return time.wallClockMs - (time.offsetMs ?? 0);
}

const reading = { method: 'GET', delegated: [...READ, ...READ_SHARED], application: READ, personal: true } as const;

export const CALENDAR_OPERATIONS: readonly Operation[] = [
  { ...reading, path: 'calendar', workload: 'outlook', answer: calendar },
  { ...reading, path: 'calendars', workload: 'outlook', answer: calendars },
  { ...reading, path: 'calendars/{id}', workload: 'outlook', answer: calendar },
  { ...reading, path: 'calendarview', workload: 'outlook', answer: calendarView },
  { ...reading, path: 'calendar/calendarview', workload: 'outlook', answer: calendarView },
  { ...reading, path: 'calendars/{id}/calendarview', workload: 'outlook', answer: calendarView },
  {
    method: 'GET',
    path: 'mailboxsettings',
    delegated: SETTINGS,
    application: SETTINGS,
    personal: true,
    workload: 'outlook',
    answer: mailboxSettings,
  },
  {
    method: 'POST',
    path: 'calendar/getschedule',
    delegated: [...READ, ...READ_SHARED],
    application: READ,
    personal: false,
    workload: 'outlook',
    answer: getSchedule,
  },
];
