import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { resetWorld } from '../../../src/sandbox/world/seed-world.ts';
import { type GraphUnderTest, NOW, startGraph } from './graph-under-test.ts';

let graph: GraphUnderTest;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.close());
beforeEach(() => resetWorld(graph.world, { now: () => NOW, origin: 'http://127.0.0.1:1' }));

const ZONE = 'W. Europe Standard Time';

async function series(date: string, pattern: object, range: object): Promise<void> {
  const answer = await graph.call('POST', '/me/events', {
    body: {
      subject: 'Series',
      start: { dateTime: `${date}T09:00:00`, timeZone: ZONE },
      end: { dateTime: `${date}T09:30:00`, timeZone: ZONE },
      recurrence: { pattern, range: { startDate: date, ...range } },
    },
  });
  expect(answer.status, answer.pasted).toBe(201);
}

/** Starts in the window, in the zone of the series. */
async function view(from: string, until: string): Promise<string[]> {
  const answer = await graph.call('GET', `/me/calendarView?startDateTime=${from}&endDateTime=${until}&$top=100`, {
    headers: { prefer: `outlook.timezone="${ZONE}"` },
  });
  expect(answer.status, answer.pasted).toBe(200);
  return (answer.body.value ?? []).map((event) => (event.start as { dateTime: string }).dateTime.slice(0, 16));
}

describe('the view of a calendar', () => {
  it.each<[string, string, object, object, string[]]>([
    [
      'daily',
      '2026-03-12',
      { type: 'daily', interval: 2 },
      { type: 'numbered', numberOfOccurrences: 3 },
      ['03-12', '03-14', '03-16'],
    ],
    [
      'on weekdays until a date',
      '2026-03-12',
      {
        type: 'weekly',
        interval: 1,
        daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
        firstDayOfWeek: 'monday',
      },
      { type: 'endDate', endDate: '2026-03-17' },
      ['03-12', '03-13', '03-16', '03-17'],
    ],
    [
      'every other week',
      '2026-03-12',
      { type: 'weekly', interval: 2, daysOfWeek: ['thursday'], firstDayOfWeek: 'monday' },
      { type: 'noEnd' },
      ['03-12', '03-26', '04-09'],
    ],
    [
      'monthly on the 31st',
      '2026-01-31',
      { type: 'absoluteMonthly', interval: 1, dayOfMonth: 31 },
      { type: 'noEnd' },
      ['03-31'],
    ],
    [
      'on the last friday',
      '2026-02-27',
      { type: 'relativeMonthly', interval: 1, daysOfWeek: ['friday'], index: 'last' },
      { type: 'noEnd' },
      ['03-27'],
    ],
    [
      'yearly',
      '2025-03-15',
      { type: 'absoluteYearly', interval: 1, dayOfMonth: 15, month: 3 },
      { type: 'noEnd' },
      ['03-15'],
    ],
    [
      'yearly on the second monday',
      '2025-03-10',
      { type: 'relativeYearly', interval: 1, daysOfWeek: ['monday'], index: 'second', month: 3 },
      { type: 'noEnd' },
      ['03-09'],
    ],
  ])('shows what comes again %s', async (_, date, pattern, range, days) => {
    await series(date, pattern, range);
    const starts = await view('2026-03-01T00:00:00', '2026-04-15T00:00:00');
    expect(starts).toEqual(days.map((day) => `2026-${day}T09:00`));
  });

  it('keeps the wall clock of a series when the clocks change', async () => {
    await series('2026-03-28', { type: 'daily', interval: 1 }, { type: 'numbered', numberOfOccurrences: 2 });
    const path = '/me/calendarView?startDateTime=2026-03-28T00:00:00Z&endDateTime=2026-03-30T00:00:00Z';
    const { body } = await graph.call('GET', path);
    expect(body.value?.map((event) => event.start)).toEqual([
      { dateTime: '2026-03-28T08:00:00.0000000', timeZone: 'UTC' },
      { dateTime: '2026-03-29T07:00:00.0000000', timeZone: 'UTC' },
    ]);
    const occurrence = body.value?.[1];
    expect(occurrence).toMatchObject({ type: 'occurrence', seriesMasterId: expect.any(String) });
    expect((await graph.call('GET', `/me/events/${occurrence?.id}`)).body.id).toBe(occurrence?.id);
    const instances = await graph.call('GET', `/me/events/${occurrence?.seriesMasterId}/instances`);
    expect(instances.body.value).toHaveLength(2);
  });

  it('takes offsets of the window, and pages', async () => {
    await series('2026-03-12', { type: 'daily', interval: 1 }, { type: 'numbered', numberOfOccurrences: 5 });
    const window = 'startDateTime=2026-03-12T09:00:00%2B01:00&endDateTime=2026-03-14T09:00:00%2B01:00';
    const first = await graph.call('GET', `/me/calendar/calendarView?${window}&$top=1`);
    expect(first.body.value).toHaveLength(1);
    const next = new URL(String(first.body['@odata.nextLink']));
    expect(next.pathname).toBe('/v1.0/me/calendar/calendarView');
    const second = await graph.call('GET', `${next.pathname.slice('/v1.0'.length)}${next.search}`);
    expect(second.body.value).toHaveLength(1);
    expect(second.body['@odata.nextLink']).toBeUndefined();
  });
});

describe('the calendar and its settings', () => {
  it('tells the calendar, the settings and the zone', async () => {
    const calendar = await graph.call('GET', '/me/calendar');
    expect(calendar.body).toMatchObject({ name: 'Calendar', isDefaultCalendar: true, canEdit: true });
    expect((await graph.call('GET', '/me/calendars')).body.value).toHaveLength(1);
    expect((await graph.call('GET', `/me/calendars/${calendar.body.id}/events`)).body.value).toEqual([]);
    const settings = await graph.call('GET', '/me/mailboxSettings');
    expect(settings.body).toMatchObject({ timeZone: ZONE, workingHours: { timeZone: { name: ZONE } } });
  });

  it('tells who is free, one by one', async () => {
    await series('2026-03-12', { type: 'daily', interval: 1 }, { type: 'noEnd' });
    const body = {
      schedules: ['ada@lumenworks.example', 'ben@lumenworks.example', 'stranger@elsewhere.example'],
      startTime: { dateTime: '2026-03-12T08:30:00', timeZone: ZONE },
      endTime: { dateTime: '2026-03-12T10:30:00', timeZone: ZONE },
      availabilityViewInterval: 30,
    };
    const answer = await graph.call('POST', '/me/calendar/getSchedule', { body });
    expect(answer.body.value).toMatchObject([
      { scheduleId: 'ada@lumenworks.example', availabilityView: '0200', scheduleItems: [{ status: 'busy' }] },
      { scheduleId: 'ben@lumenworks.example', availabilityView: '0000', scheduleItems: [] },
      { scheduleId: 'stranger@elsewhere.example', error: { responseCode: 'ErrorMailRecipientNotFound' } },
    ]);
  });
});

describe('people', () => {
  const scp = 'User.Read User.ReadBasic.All People.Read';

  it.each([
    ["/users?$filter=startswith(displayName,'Be')&$select=displayName,mail", ['Ben Okafor']],
    ["/users?$filter=startswith(displayName,'ada') or startswith(mail,'chloe')", ['Ada Winter', 'Chloe Tan']],
    ["/users?$filter=userPrincipalName eq 'ben@lumenworks.example'", ['Ben Okafor']],
    ['/users?$search="displayName:tan"', ['Chloe Tan']],
    ['/users?$top=1', ['Ada Winter']],
    ['/me/people?$search=Ben', ['Ben Okafor']],
  ])('are found by %s', async (path, names) => {
    const answer = await graph.call('GET', encodeURI(path), { authorization: await graph.token({ scp }) });
    expect(answer.body.value?.map((user) => user.displayName)).toEqual(names);
  });

  it('are read by id and by name, in their tenant only', async () => {
    const authorization = await graph.token({ scp });
    const [, ben] = graph.world.people;
    for (const id of [ben!.oid, 'BEN@lumenworks.example'])
      expect((await graph.call('GET', `/users/${id}`, { authorization })).body.displayName).toBe('Ben Okafor');
    const noor = await graph.call('GET', '/users/noor@personal.example', { authorization });
    expect(noor.body.error?.code).toBe('Request_ResourceNotFound');
  });
});
