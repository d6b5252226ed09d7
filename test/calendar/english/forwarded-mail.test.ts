import { describe, expect, it } from 'vitest';
import { ask, eventOf } from '../reading.ts';

const HEAD = 'From: Eva Ek <eva@example.com>\nSent: Monday, April 13, 2026 5:12 PM\nSubject: FW: Kick-off\n\n';

describe('a mail that is to go into the calendar', () => {
  it('takes the subject as title and the time of its text', () => {
    const mail = `${HEAD}Hi, let's meet on Tuesday April 21 at 11:00 in room Elbe.\n\nplease add this to my calendar`;
    expect(eventOf(mail)).toMatchObject({
      title: { value: 'Kick-off', certainty: 'said' },
      start: { value: '2026-04-21T11:00:00' },
      location: { value: 'room Elbe' },
    });
  });

  it('reads the fields of an invitation in it', () => {
    const mail = `put this in my calendar\n\n${HEAD}When: Thursday 23 April 2-3pm\nWhere: Room Baltic`;
    expect(eventOf(mail)).toMatchObject({
      title: { value: 'Kick-off' },
      start: { value: '2026-04-23T14:00:00' },
      end: { value: '2026-04-23T15:00:00' },
      location: { value: 'Room Baltic' },
    });
  });

  it('asks where the text has no time: that of its sending is none', () => {
    expect(ask(`schedule this\n${HEAD}Let us talk about the plan.`)).toMatchObject({
      intent: 'unclear',
      ask: ['date', 'time'],
    });
  });

  it('is asked for by few words above it', () => {
    expect(eventOf(`please add this\n\n${HEAD}We inspect the hall on 25 April at 14:00.`)).toMatchObject({
      title: { value: 'Kick-off' },
      start: { value: '2026-04-25T14:00:00' },
    });
  });

  it.each([
    ['can you add this one pls\n\n---------- Forwarded message ---------\n'],
    ['add this meeting please\n\nBegin forwarded message:\n\n'],
    ['pls schedule this\n\n-----Original Message-----\n'],
  ])('is asked for above the divider: %s', (above) => {
    expect(eventOf(`${above}${HEAD}We inspect the hall on 25 April at 14:00.`)).toMatchObject({
      title: { value: 'Kick-off' },
      start: { value: '2026-04-25T14:00:00' },
    });
  });

  it.each([
    ['somebody only forwards it', `see this\n${HEAD}We inspect the hall on 25 April at 14:00.`],
    ['nobody asks', `${HEAD}Please pay the invoice by Friday 5pm.`],
    ['a program wrote it', `${HEAD}add this to my calendar\nHTTP/1.1 401 Unauthorized`],
  ])('creates nothing where %s', (_, mail) => expect(ask(mail).intent).toBe('not-create-event'));
});
