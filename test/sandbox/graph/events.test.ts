import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { resetWorld } from '../../../src/sandbox/world/seed-world.ts';
import { type GraphBody, type GraphUnderTest, NOW, startGraph } from './graph-under-test.ts';

let graph: GraphUnderTest;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.close());
beforeEach(() => resetWorld(graph.world, { now: () => NOW, origin: 'http://127.0.0.1:1' }));

const LUNCH = {
  subject: 'Lunch with Sam',
  start: { dateTime: '2026-03-13T12:00:00', timeZone: 'W. Europe Standard Time' },
  end: { dateTime: '2026-03-13T13:00:00', timeZone: 'W. Europe Standard Time' },
};

async function made(body: object): Promise<GraphBody> {
  const answer = await graph.call('POST', '/me/events', { body });
  expect(answer.status, answer.pasted).toBe(201);
  return answer.body;
}

describe('events', () => {
  it('are created, read, changed and deleted', async () => {
    const event = await made({
      ...LUNCH,
      body: { contentType: 'html', content: '<p>At the <b>corner</b></p>' },
      attendees: [{ type: 'required', emailAddress: { address: 'ben@lumenworks.example', name: 'Ben' } }],
      location: { displayName: 'Corner' },
      isOnlineMeeting: true,
      transactionId: 't-1',
    });
    expect(event).toMatchObject({
      '@odata.context': "https://graph.microsoft.com/v1.0/$metadata#users('me')/events/$entity",
      subject: 'Lunch with Sam',
      bodyPreview: 'At the corner',
      start: { dateTime: '2026-03-13T11:00:00.0000000', timeZone: 'UTC' },
      originalStartTimeZone: 'W. Europe Standard Time',
      type: 'singleInstance',
      showAs: 'busy',
      isOrganizer: true,
      organizer: { emailAddress: { name: 'Ada Winter', address: 'ada@lumenworks.example' } },
      attendees: [
        { type: 'required', status: { response: 'none' }, emailAddress: { address: 'ben@lumenworks.example' } },
      ],
      onlineMeeting: { joinUrl: expect.stringMatching(/^https:\/\/teams\.microsoft\.com\/l\/meetup-join\//) },
      onlineMeetingProvider: 'teamsForBusiness',
      transactionId: 't-1',
      webLink: expect.stringMatching(/^https:\/\/outlook\.office365\.com\/owa\/\?itemid=/),
    });
    const changed = await graph.call('PATCH', `/me/events/${event.id}`, { body: { subject: 'Late lunch' } });
    expect(changed.body).toMatchObject({ id: event.id, subject: 'Late lunch', bodyPreview: 'At the corner' });
    expect(changed.body.onlineMeeting).toEqual(event.onlineMeeting);
    expect((await graph.call('GET', `/me/events/${event.id}?$select=subject`)).body).toEqual({
      '@odata.context': expect.stringContaining('events(subject)/$entity'),
      '@odata.etag': expect.any(String),
      id: event.id,
      subject: 'Late lunch',
    });
    const gone = await graph.call('DELETE', `/me/events/${event.id}`);
    expect([gone.status, gone.pasted.endsWith('\n')]).toEqual([204, true]);
    expect((await graph.call('GET', `/me/events/${event.id}`)).body.error?.code).toBe('ErrorItemNotFound');
    expect((await graph.call('GET', '/me/events')).body.value).toEqual([]);
  });

  it('are made once for one transactionId, and refused for another event', async () => {
    const first = await made({ ...LUNCH, transactionId: 'once' });
    const again = await made({ ...LUNCH, transactionId: 'once' });
    expect(again.id).toBe(first.id);
    const other = await graph.call('POST', '/me/events', {
      body: { ...LUNCH, subject: 'Dinner', transactionId: 'once' },
    });
    expect([other.status, other.body.error?.code]).toEqual([409, 'ErrorDuplicateTransactionId']);
    expect(diagnose(other.pasted, { now: NOW }).findings[0]?.cause).toBe('bad-event-payload');
    await graph.call('PATCH', `/me/events/${first.id}`, { body: { subject: 'Moved' } });
    expect((await made({ ...LUNCH, transactionId: 'once' })).subject).toBe('Moved');
    expect((await graph.call('GET', '/me/events')).body.value).toHaveLength(1);
  });

  it('show their times in the zone of the Prefer header', async () => {
    const { id } = await made(LUNCH);
    for (const [zone, dateTime] of [
      ['Pacific Standard Time', '2026-03-13T04:00:00.0000000'],
      ['Asia/Tokyo', '2026-03-13T20:00:00.0000000'],
      ['India Standard Time', '2026-03-13T16:30:00.0000000'],
    ]) {
      const headers = { prefer: `outlook.timezone="${zone}"` };
      const answer = await graph.call('GET', `/me/events/${id}`, { headers });
      expect(answer.body.start).toEqual({ dateTime, timeZone: zone });
      expect(answer.headers.get('preference-applied')).toBe(`outlook.timezone="${zone}"`);
    }
  });

  it.each(['Customized Time Zone', 'undefined', ''])('are not shown in a zone that there is not: %j', async (zone) => {
    const answer = await graph.call('GET', '/me/events', { headers: { prefer: `outlook.timezone="${zone}"` } });
    expect([answer.status, answer.body.error?.code]).toEqual([400, 'TimeZoneNotSupportedException']);
    expect(diagnose(answer.pasted, { now: NOW }).findings[0]?.cause).toBe('bad-event-payload');
  });

  it.each<[string, unknown, string]>([
    [
      'an unknown zone',
      { ...LUNCH, start: { ...LUNCH.start, timeZone: 'Greenwich Mean Time' } },
      'TimeZoneNotSupportedException',
    ],
    [
      'an IANA zone that Exchange does not list',
      { ...LUNCH, end: { ...LUNCH.end, timeZone: 'Europe/Madrid' } },
      'TimeZoneNotSupportedException',
    ],
    [
      'an end before the start',
      { ...LUNCH, end: { ...LUNCH.end, dateTime: '2026-03-13T11:00:00' } },
      'ErrorPropertyValidationFailure',
    ],
    ['no end', { subject: 'x', start: LUNCH.start }, 'ErrorPropertyValidationFailure'],
    ['a start as text', { ...LUNCH, start: '2026-03-13T12:00:00' }, 'UnableToDeserializePostBody'],
    [
      'a date that does not exist',
      { ...LUNCH, start: { ...LUNCH.start, dateTime: '2026-02-30T12:00:00' } },
      'ErrorPropertyValidationFailure',
    ],
    ['an unknown property', { ...LUNCH, titel: 'x' }, 'RequestBodyRead'],
    [
      'attendees without addresses',
      { ...LUNCH, attendees: [{ emailAddress: { name: 'Sam' } }] },
      'ErrorInvalidRecipients',
    ],
    ['attendees null', { ...LUNCH, attendees: null }, 'UnableToDeserializePostBody'],
    ['a word for a boolean', { ...LUNCH, isOnlineMeeting: 'yes' }, 'RequestBodyRead'],
    ['a whole day that is none', { ...LUNCH, isAllDay: true }, 'ErrorInvalidRequest'],
    [
      'a recurrence on another day',
      {
        ...LUNCH,
        recurrence: {
          pattern: { type: 'weekly', interval: 1, daysOfWeek: ['friday'] },
          range: { type: 'noEnd', startDate: '2026-03-20' },
        },
      },
      'ErrorPropertyValidationFailure',
    ],
    ['no body', undefined, 'UnableToDeserializePostBody'],
    ['a body that is no JSON', '{"subject":', 'BadRequest'],
  ])('with %s are refused', async (_, body, code) => {
    const answer = await graph.call('POST', '/me/events', { body });
    expect([answer.status, answer.body.error?.code]).toEqual([400, code]);
    const sent = `${answer.pasted}\n\nbody that was sent:\n${typeof body === 'string' ? body : JSON.stringify(body)}`;
    if (code !== 'BadRequest') expect(diagnose(sent, { now: NOW }).findings[0]?.cause).toBe('bad-event-payload');
  });

  it('of a whole day are taken from midnight to midnight', async () => {
    const event = await made({
      subject: 'Off',
      isAllDay: true,
      start: { dateTime: '2026-03-13T00:00:00', timeZone: 'GMT Standard Time' },
      end: { dateTime: '2026-03-15T00:00:00', timeZone: 'GMT Standard Time' },
    });
    expect(event).toMatchObject({ isAllDay: true, showAs: 'free' });
  });

  it('belong to their person', async () => {
    const { id } = await made(LUNCH);
    const bens = await graph.token({ oid: graph.world.people[1]!.oid });
    expect((await graph.call('GET', `/me/events/${id}`, { authorization: bens })).status).toBe(404);
    expect((await graph.call('GET', '/me/events', { authorization: bens })).body.value).toEqual([]);
  });

  it('can be created by an app for a named person', async () => {
    const authorization = await graph.token({ scp: undefined, oid: 'an-app', roles: ['Calendars.ReadWrite'] });
    const answer = await graph.call('POST', '/users/ben@lumenworks.example/calendar/events', {
      authorization,
      body: LUNCH,
    });
    expect(answer.body).toMatchObject({ organizer: { emailAddress: { name: 'Ben Okafor' } } });
  });
});

describe('addresses', () => {
  it.each([
    ['GET', '/me/calendarz', 400, 'BadRequest'],
    ['PUT', '/me/events', 405, 'Request_BadRequest'],
    ['POST', '/me', 405, 'Request_BadRequest'],
    ['GET', '/nobody', 400, 'BadRequest'],
    ['GET', '/me/calendars/unknown', 404, 'ErrorItemNotFound'],
    ['GET', '/me/calendarView', 400, 'ErrorInvalidParameter'],
    ['GET', '/me/events?$top=many', 400, 'BadRequest'],
  ])('%s %s: %i %s', async (method, path, status, code) => {
    const answer = await graph.call(method, path);
    expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
  });
});
