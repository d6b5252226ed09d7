import { describe, expect, it } from 'vitest';
import { understand } from '../../../../src/calendar/understand.ts';
import { eventOf, REFERENCE } from '../../reading.ts';

describe('attendees', () => {
  it.each([
    ['lunch with Ada and Grace tomorrow 12:30', ['Ada', 'Grace']],
    ['book time with lena, petra and joni tomorrow 12:30', ['lena', 'petra', 'joni']],
    ['mtg w/ a@example.com, b@example.com tomorrow 1530', ['a@example.com', 'b@example.com']],
    ['<at>why401</at> lunch with <at>Jo Ek</at> tomorrow noon', ['Jo Ek']],
    ['get Dave and Sunita together on friday at 10am', ['Dave', 'Sunita']],
    ['book a catch-up between me, Hamish and Lee friday 3pm', ['Hamish', 'Lee']],
    ['review friday 10am, cc Bo and ana@example.com', ['Bo', 'ana@example.com']],
    ['schedule a call between Ana and Bo for friday 2pm', ['Ana', 'Bo']],
    ['schedule a meeting for me and Ana on friday 2pm', ['Ana']],
    ['call with Dr. Weber tomorrow 9:40', ['Dr. Weber']],
    ['interview with Mei-Ling Chen thursday 14:00', ['Mei-Ling Chen']],
    ['lunch with April on May 4 at noon', ['April']],
    ['lunch with Will on friday at noon', ['Will']],
    ['coffee with Sydney tomorrow 9am', ['Sydney']],
    ['invite Ana, Bo and Cy to lunch on friday at 1', ['Ana', 'Bo', 'Cy']],
    ['review friday 3pm, participants: a@example.com, Bo', ['a@example.com', 'Bo']],
    ['send an invite for the budget sync tomorrow 10:30 to Ana + Luis', ['Ana', 'Luis']],
    ['lunch with Kenji-san tomorrow noon', ['Kenji-san']],
    ['sync tomorrow noon with a@example.com and cc b@example.com', ['a@example.com', 'b@example.com']],
    [
      'sync tomorrow noon with Luis (luis@example.com) and Eva (eva@example.com)',
      ['luis@example.com', 'eva@example.com'],
    ],
    ['sync tomorrow noon with Wouter de Vries and Eva van den Berg', ['Wouter de Vries', 'Eva van den Berg']],
    ['sync with Raj at 2pm tomorrow, and add Kim', ['Raj', 'Kim']],
    ['need to connect with Rahul and Sneha tomorrow at 5', ['Rahul', 'Sneha']],
    ['sync tomorrow noon with Luis Gil <luis@example.com>', ['luis@example.com']],
    ['the all hands is on the 24th at 16:00, can you add it and invite laura@example.com too', ['laura@example.com']],
    ['<at>Jo Ek</at> and I need an hour tomorrow at 9', ['Jo Ek']],
  ])('%s', (message, names) => expect(eventOf(message).attendees).toEqual(names));

  it.each([
    ['sync with the data team tomorrow 2pm'],
    ['dinner with a 1 hour reminder friday 7pm'],
    ['lunch with my sister tomorrow noon'],
    ['call with Tokyo tomorrow 8am'],
    ["ok let's go with option 2, thursday 3:30pm"],
    ['train to Leeds friday 7:03am'],
    ['sync w/ London team tomorrow 9am'],
    ['depo prep w/ opposing counsel tomorrow 2pm'],
    ['cal invite please: roadmap chat tomorrow 2pm'],
  ])('%s names nobody', (message) => expect(eventOf(message).attendees).toEqual([]));

  it('takes known names whole', () => {
    const options = { reference: REFERENCE, timeZone: 'Europe/Berlin', people: ['June May'] };
    expect(understand('lunch with June May tomorrow noon', options)).toMatchObject({
      intent: 'create-event',
      event: { attendees: ['June May'], start: { value: '2026-04-15T12:00:00' } },
    });
  });
});
