import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnderstandOptionsError, understand } from '../../src/calendar/understand.ts';
import { ask, eventOf, REFERENCE } from './reading.ts';

describe('the whole of an event', () => {
  it('marks what was said and what is assumed', () => {
    expect(eventOf('lunch with Sam tomorrow noon')).toMatchObject({
      title: { value: 'Lunch with Sam', certainty: 'said' },
      start: { value: '2026-04-15T12:00:00', certainty: 'said' },
      end: null,
      allDay: false,
    });
    expect(eventOf('focus time tomorrow afternoon').start?.certainty).toBe('assumed');
  });

  it('reads reminder, privacy, online and show-as', () => {
    expect(eventOf('therapy friday 9am (private), remind me 30 minutes before')).toMatchObject({
      sensitivity: 'private',
      reminderMinutes: 30,
    });
    expect(eventOf('sync tomorrow 9 on teams')).toMatchObject({ online: true, title: { value: 'Sync' } });
    expect(eventOf('finance review friday 1-3pm, zoom')).toMatchObject({
      online: true,
      title: { value: 'Finance review' },
    });
    expect(eventOf('OOO friday')).toMatchObject({ allDay: true, showAs: 'oof' });
  });

  it('offers the other reading', () => {
    const starts = (message: string, zone?: string) =>
      eventOf(message, zone).remarks.flatMap((remark) => (remark.kind === 'alternative' ? [remark.start] : []));
    expect(starts('game next saturday at 9am')).toEqual(['2026-04-18T09:00:00']);
    expect(starts('physio half 5 friday')).toEqual(['2026-04-17T16:30:00']);
    expect(starts('jog tomorrow at 7')).toEqual(['2026-04-15T19:00:00']);
    expect(starts('exam 03/05 9am')).toEqual(['2027-03-05T09:00:00']);
    expect(eventOf('exam 05/03 9am', 'America/New_York').start?.value).toBe('2026-05-03T09:00:00');
  });

  it('offers the other time where two are named', () => {
    const offered = (message: string) => {
      const { title, start, remarks } = eventOf(message);
      return [title?.value, start?.value, ...remarks.flatMap((it) => (it.kind === 'alternative' ? [it.start] : []))];
    };
    expect(offered('schedule a demo monday 10am or tuesday 11am')).toEqual([
      'Demo',
      '2026-04-20T10:00:00',
      '2026-04-21T11:00:00',
    ]);
    expect(offered('lunch tomorrow or friday at 12:30')).toEqual([
      'Lunch',
      '2026-04-15T12:30:00',
      '2026-04-17T12:30:00',
    ]);
    expect(offered('demo friday at 3pm or 4pm')).toEqual(['Demo', '2026-04-17T15:00:00', '2026-04-17T16:00:00']);
    expect(offered('workshop friday 9am, fish or meat')).toHaveLength(2);
  });

  it('turns a named zone into the person’s own', () => {
    expect(eventOf('demo tomorrow 10am PT')).toMatchObject({
      start: { value: '2026-04-15T19:00:00' },
      statedTimeZone: 'America/Los_Angeles',
    });
    expect(eventOf('demo tomorrow 3pm Kathmandu time').start?.value).toBe('2026-04-15T11:15:00');
    expect(eventOf('demo tomorrow 3pm Reykjavik time').statedTimeZone).toBe('Atlantic/Reykjavik');
    expect(eventOf('call with the London office at 4pm their time tomorrow').start?.value).toBe('2026-04-15T17:00:00');
    expect(eventOf('flight lands tomorrow 6:40pm local time in Denver').statedTimeZone).toBe('America/Denver');
    expect(eventOf('call with Bo tomorrow 3pm local time').statedTimeZone).toBeNull();
    expect(eventOf('townhall tomorrow from 1600 to 1730 hrs IST').statedTimeZone).toBe('Asia/Kolkata');
    expect(ask('demo tomorrow 10:00 Europe/Atlantis')).toMatchObject({ intent: 'unclear', ask: ['time'] });
  });

  it('names a change of the clocks', () => {
    expect(eventOf('drill sunday 2:30am', 'America/Chicago', '2026-03-06T16:30:00')).toMatchObject({
      start: { value: '2026-03-08T03:30:00' },
      remarks: [{ kind: 'dst-gap', taken: '2026-03-08T03:30:00' }],
    });
    expect(eventOf('backup sunday 1:30am', 'Europe/London', '2026-10-23T11:30:00').remarks[0]?.kind).toBe(
      'dst-overlap',
    );
  });
});

describe('bad input', () => {
  it('refuses a zone and a reference that are none', () => {
    expect(() => understand('x', { reference: REFERENCE, timeZone: 'Mars/Base' })).toThrow(UnderstandOptionsError);
    expect(() => understand('x', { reference: 'now', timeZone: 'UTC' })).toThrow(/reference/);
  });

  it('reads 5,000 characters', () => {
    expect(ask(`lunch tomorrow noon ${'and more words '.repeat(330)}`).intent).toBeDefined();
  });

  it('takes 600 attendees as they are', () => {
    const guests = Array.from({ length: 600 }, (_, index) => `guest${index}@example.com`).join(', ');
    expect(eventOf(`schedule a town hall tomorrow at 10 with ${guests}`).attendees).toHaveLength(600);
  });
});

describe('whatever is typed', () => {
  const words = fc.constantFrom(
    'monday',
    'at',
    '3',
    '-',
    'until',
    'every',
    'with',
    'Ana',
    'noon',
    '31',
    '/',
    'feb',
    '"',
    '<at>',
    'x@y.zz',
    'the',
    'next',
    ':',
    '½',
    '9999',
    'for',
    'hour',
    'of',
    'week',
    '😀',
    '\n',
    'in',
    'am',
    'half',
    'second',
    'month',
    'to',
  );

  it('never throws, and a creation has a start that is ahead', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 200 }),
          fc.array(words, { maxLength: 24 }).map((list) => list.join(' ')),
        ),
        (message) => {
          const understanding = ask(message);
          if (understanding.intent !== 'create-event') return true;
          const { start, end } = understanding.event;
          return start !== null && start.value >= '2026-04-14T00:00:00' && (end === null || end.value >= start.value);
        },
      ),
      { numRuns: 700 },
    );
  });

  it('answers the same twice', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 16 }), (list) => {
        expect(ask(list.join(' '))).toEqual(ask(list.join(' ')));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a text that was made to be slow', () => {
  it.each([
    ['before friday '],
    ['a week after '],
    ['no wait 5 '],
    ['tomorrow make it '],
    ['the day before the '],
    ['5 may, '],
  ])('%s, over and over, is read to its end', (piece) =>
    expect(() => ask(piece.repeat(20_000 / piece.length))).not.toThrow(),
  );
});

describe('half a day', () => {
  it.each([
    ['workshop friday from 9 for half a day', '2026-04-17T13:00:00'],
    ['training for a day and a half from monday 9am', '2026-04-21T13:00:00'],
    ['training for 1.5 days from monday 9am', '2026-04-21T13:00:00'],
  ])('%s: half of a day at work', (message, end) => expect(eventOf(message).end?.value).toBe(end));

  it.each([['half-day leave tomorrow'], ['block half a day on friday for writing'], ['half a day off on friday']])(
    '%s: which half is asked',
    (message) => expect(ask(message)).toMatchObject({ intent: 'unclear', ask: ['time'] }),
  );
});
