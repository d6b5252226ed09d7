import { describe, expect, it } from 'vitest';
import { ask, eventOf } from '../../reading.ts';

describe('a plan of their own that people tell', () => {
  it.each([
    ['our sprint review is friday at 3pm', 'Sprint review', '2026-04-17T15:00:00'],
    ['my eye test is on thursday at 2:40pm', 'Eye test', '2026-04-16T14:40:00'],
    ['my meeting with Bo is on friday at 11', 'Meeting with Bo', '2026-04-17T11:00:00'],
    ['we play tennis saturday 10am', 'Play tennis', '2026-04-18T10:00:00'],
    ['I fly to Perth on friday at 6:25am', 'Fly to Perth', '2026-04-17T06:25:00'],
    ["I'm seeing the optician on thursday at 16:30", 'Seeing the optician', '2026-04-16T16:30:00'],
    ['we are having a barbecue on saturday at 4pm', 'Barbecue', '2026-04-18T16:00:00'],
    ['tomorrow i have lunch with Tim at 12:15', 'Lunch with Tim', '2026-04-15T12:15:00'],
    ["from 9 to 11 on friday i'm in a workshop", 'Workshop', '2026-04-17T09:00:00'],
    ['got the car service booked for thursday 9am', 'Car service', '2026-04-16T09:00:00'],
    ['my flight to Hanoi leaves wednesday at 06:40', 'Flight to Hanoi', '2026-04-15T06:40:00'],
    ["I'm off tomorrow", 'Off', '2026-04-15T00:00:00'],
    ["I'm sick this thursday, pls note it", 'Sick', '2026-04-16T00:00:00'],
    ["heads up, I'm on leave thu 23 and fri 24 april, can you block my calendar", 'On leave', '2026-04-23T00:00:00'],
    ["I'm interviewing a candidate on thursday at 3", 'Interviewing a candidate', '2026-04-16T15:00:00'],
    ['tomorrow I have to be in court at 9', 'Court', '2026-04-15T09:00:00'],
    ['I start my new job on 4 may at 9', 'Start my new job', '2026-05-04T09:00:00'],
    ["we've got visitors from head office on thursday at 11", 'Visitors from head office', '2026-04-16T11:00:00'],
  ])('%s', (message, title, start) => {
    const event = eventOf(message);
    expect([event.title?.value, event.start?.value]).toEqual([title, start]);
  });

  it('comes with the company', () => {
    const event = eventOf('Priya and I are having coffee on friday at 10.30');
    expect([event.title?.value, event.attendees]).toEqual(['Coffee', ['Priya']]);
  });

  it('repeats', () => {
    expect(eventOf('our anniversary is on june 2nd every year').recurrence?.pattern).toBe('absoluteYearly');
  });

  it.each([
    ['the sprint review is friday at 3pm'],
    ['our sprint review is friday at 3pm, right?'],
    ['our demo is on track for friday'],
    ["i'm off at 5 today"],
    ["I'm off for today"],
    ['can you do 3pm or 4pm tomorrow?'],
    ['I need to connect at 9 to the VPN'],
    ['Graph calls fail at 5pm'],
    ['- error at 9:00\n- error at 10:00'],
    ['Sync error report\nDate: 24 April 2026\nTime: 10:00\nLocation: Madrid'],
    ["I'm off to lunch, back at 2"],
    ["I'm on vacation next week, who covers?"],
    ['Bo is off tomorrow'],
    ['our review is at risk, friday 3pm at the latest'],
    ['our review meeting on friday is cancelled'],
    ['our call is at 3'],
    ['I am seeing errors since monday 9am'],
    ['we are seeing a spike in 429s on friday at 9'],
    ["we're having issues with the calendar on monday at 9"],
    ["I'm having trouble booking a meeting for friday at 10"],
    ['I have a question about the meeting on friday at 3'],
    ['we have no time on friday at 3'],
    ['we have time on friday at 10'],
    ['we have 3 seats left for friday'],
    ['I see, friday at 10 then'],
    ['our office is closed on friday at 3'],
    ['got the error on monday at 9'],
    ['I start to see errors on monday at 9'],
  ])('%s creates nothing', (message) => expect(ask(message).intent).toBe('not-create-event'));
});

describe('a plan of somebody else', () => {
  it.each([
    ['my brother has his exam on tuesday at 9'],
    ['my boss is in Rome from monday to wednesday'],
    ['Marta flies to Madrid on monday at 7'],
    ['Tom is presenting at the conference on tuesday 10am'],
    ['according to the plan we launch on friday at 9'],
    ['on mondays we start at 9'],
    ['shop opens at 10 on saturday'],
    ['user logged in at 10:42 on 14 April'],
    ["let's not meet on friday at 3"],
    ['no need to book monday 9am'],
    ['maybe friday, maybe monday'],
    ["unless Jorge objects, let's meet tomorrow at 10"],
    ['lmk if you can do 3pm on friday'],
    ['App crashed\nDate: 24 April 2026\nTime: 10:00'],
    ['could you let me know what time the demo is on friday?'],
    ['Bo wants to meet on friday at 3'],
    ['new time for the demo: friday 4pm'],
    ['ok friday 3pm then'],
    ['sat down with Bo at 3 to discuss the release'],
  ])('%s creates nothing', (message) => expect(ask(message).intent).toBe('not-create-event'));

  it('is an event of mine where they visit', () => {
    expect(ask('my parents are visiting from friday to sunday').intent).toBe('create-event');
  });
});
