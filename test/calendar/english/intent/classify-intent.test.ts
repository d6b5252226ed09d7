import { describe, expect, it } from 'vitest';
import { ask } from '../../reading.ts';

describe('what creates nothing', () => {
  it.each([
    ['why does graph return 401 for /me/calendar?'],
    ['cancel my 2pm'],
    ['can you move my 3pm to 4?'],
    ['what do i have tomorrow?'],
    ['am I free on friday afternoon?'],
    ['thanks, see you tomorrow at 9'],
    ['the build failed at 14:05'],
    ['I was at the dentist yesterday'],
    ['2026-04-14 10:11:12,345 ERROR token expired'],
    ['HTTP/1.1 401 Unauthorized\nDate: Tue, 14 Apr 2026 08:20:00 GMT'],
    ['how do I add an event?'],
    ['add Bo to the 3pm meeting'],
    ['Do you want to grab lunch tomorrow at 12?'],
    ['prepone the meeting to 3pm'],
    ['not able to join the 4pm call'],
    ['running late, be there at 10:30'],
    ['will be on leave 25th to 29th may'],
    ['friday 3pm works'],
    ['server rebooted 02:15 UTC, back at 02:20'],
    ['ok for me, thursday 3pm'],
    ['the game starts at 7 on sunday'],
    ["shift monday's call to 4"],
    ['tomorrow'],
    ['create a ticket'],
    ['we could not log in on monday between 9 and 11'],
    ['set the meeting at 3pm to private'],
    ['mark the 3pm as tentative'],
    ['change the review to 5pm'],
    ['update planning to 5pm'],
    ['the shop opens at 9 on sundays'],
    ['our sprint ends on friday at 5'],
    ['the invite says 3pm tomorrow but the mail says 4'],
    ['we usually meet at 10 on mondays'],
    ['Ana joins at 3, Bo at 4'],
    ['sent at 10:42'],
    ['no meeting tomorrow at 9'],
    ['the tickets go on sale at 9 on friday'],
    ['my bus is at 7:40'],
    ['could be friday, could be monday'],
    ['meeting room 4 is free from 10 to 11'],
    ['what about the review at 3?'],
    ['Jo will present at 11'],
    ['since monday 9:00 all calls fail'],
    ['support hours: mon-fri 9-17'],
    ['please reply by friday noon'],
    ['friday at 2? sure'],
    ['version 4.2 ships on friday'],
    ['lunch break, back at 1'],
    ['friday is casual day'],
    ['monday 10 is a no go'],
    ['every morning at 7 the sync job dies'],
    ['cron runs at 02:00 daily'],
    ['starts in 5 minutes'],
    ['someone booked my slot at 2'],
    ['temperature drops to 5 on saturday'],
    ['doors open at 7'],
    ['give me 10 minutes'],
    ['did you add it to my calendar for friday at 3?'],
    ['<at>Ana</at> and I met friday at 3'],
    ['😀😀😀'],
    [''],
  ])('%s', (message) => expect(ask(message).intent).toBe('not-create-event'));
});

describe('what creates', () => {
  it.each([
    ['create a meeting about the 401 errors tomorrow at 3pm'],
    ['could we do a sync with Nia on friday 3:30pm'],
    ['dentist thu 3pm'],
    ['there will be a fire drill on wednesday at 11am'],
    ['check-in in two weeks at 9:30'],
    ['how about lunch with Bo on Thursday at 12?'],
    ['happy hour in an hour'],
    ['shift sat 11p-7a'],
    ['send off drinks for Jo friday 6pm'],
    ['send invite for retro on friday 11-12 to eva@example.com'],
    ['drop off rental by noon sunday'],
    ['start of term 4 may 8:00'],
    ['works council friday 14:00'],
    ['swap shift w/ Dele sat 2-10'],
    ['drop dog at groomer 8 sharp friday'],
    ['could do with an hour with Niamh, say friday 10am'],
    ['advanced training friday 9am'],
    ['deploy window 11:30pm friday until 1am'],
    ['change freeze friday 5pm'],
    ['set the review at 3pm tomorrow as private'],
    ['our team lunch friday noon'],
    ['grandma arrives sunday at noon'],
    ['my dentist appointment is at 3 on friday'],
    ['lunch with will friday noon'],
    ['call back the bank at 3'],
    ["tomorrow is mum's birthday"],
    ['back to school night friday 6pm'],
    ['no-show policy review fri 11'],
    ['opening hours workshop wed 9-11'],
    ['maybe drinks with Sal friday 6'],
    ['starting monday standup at 9 every day'],
    ['office hours tuesday 2-3pm'],
    ['send calendar invite for design jam friday 10-11:30 to kim@example.com'],
    ['the plumber comes between 8 and 12 tomorrow'],
    ['no, lunch with Bo friday noon'],
    ['your appointment: eye clinic, friday at 14:20. please add to my calendar'],
    ['<at>Ana</at> and I need an hour tomorrow at 9 for the tender'],
    ['invite Ana and Bo to a tasting friday at 5'],
    ['pls block my calendar from 3 pm to 4.30 pm today'],
  ])('%s', (message) => expect(ask(message).intent).toBe('create-event'));
});

describe('what asks one question first', () => {
  it.each([
    ['set up a meeting with Helga', ['date', 'time']],
    ['haircut on friday', ['time']],
    ['plan a review for Wednesday 14:00 to 13:00', ['end']],
    ['meeting on friday 15 april at 10', ['date']],
    ['offsite on february 30 at 9am', ['date']],
    ['schedule lunch on 3 march 2025 at noon', ['date']],
    ['meeting with Fay yesterday at 3pm', ['date']],
    ['schedule a sync today at 8:00am', ['time']],
    ['meeting on 1 january 9999 at 10:00', ['date']],
    ['sync with Bo before noon tomorrow', ['time']],
    ['spa day for Rita sometime in may', ['date', 'time']],
    ['design review friday 17', ['time']],
  ])('%s', (message, asked) => {
    const understanding = ask(message);
    expect(understanding).toMatchObject({ intent: 'unclear', ask: asked });
    expect(understanding.intent === 'unclear' && understanding.question).toMatch(/\?$/);
  });
});

describe('another language', () => {
  it.each([
    ['Besprechung mit Anna morgen um 10 Uhr', 'German'],
    ['réunion avec Paul demain à 14h', 'French'],
    ['reunión con Ana mañana a las 10', 'Spanish'],
    ['明日10時に会議', 'Japanese'],
    ['Teammeeting Di 14 Uhr', 'German'],
  ])('%s', (message, language) => expect(ask(message)).toEqual({ intent: 'not-create-event', language }));

  it('names of places and people are none', () => {
    expect(ask('lunch with José at Café Müller tomorrow noon').intent).toBe('create-event');
  });
});
