import { describe, expect, it } from 'vitest';
import { ask, eventOf } from '../reading.ts';

describe('several events in one message', () => {
  it.each([
    ['please add: swim class sat 9am, piano sun 4pm', 'Swim class', '2026-04-18T09:00:00'],
    ['dentist tomorrow 9am and vet on friday 4pm', 'Dentist', '2026-04-15T09:00:00'],
    ['gym fri 7am; physio sat 5pm', 'Gym', '2026-04-17T07:00:00'],
    ['add dentist wed 9:00 and parent-teacher night thu 18:30', 'Dentist', '2026-04-15T09:00:00'],
    ['two things: haircut sat 10am and dinner w/ Lou sat 8pm', 'Haircut', '2026-04-18T10:00:00'],
    ['school play 20 april 6pm, then concert 22 april at 7', 'School play', '2026-04-20T18:00:00'],
    ['Mon 9am planning\nTue 2pm retro\nThu 4pm demo', 'Planning', '2026-04-20T09:00:00'],
    ['tomorrow 9am dentist, thursday 3pm vet', 'Dentist', '2026-04-15T09:00:00'],
  ])('%s: the first', (message, title, start) => {
    const event = eventOf(message);
    expect([event.title?.value, event.start?.value]).toEqual([title, start]);
  });

  it.each([
    ['meeting with Anna and Ben tuesday at 3', 'Meeting with Anna and Ben'],
    ['lunch at 12 tomorrow with Anna, room 4', 'Lunch with Anna'],
    ['fri 4pm, board prep', 'Board prep'],
    ['dinner friday 7pm, remind me thursday at 5pm', 'Dinner'],
    ['party sat 8pm, rsvp by thursday 5pm', 'Party'],
  ])('%s is one', (message, title) => {
    expect(eventOf(message).title?.value).toBe(title);
    expect(ask(message)).not.toHaveProperty('more');
  });

  it.each([
    ['dentist tomorrow 9am and vet on friday 4pm', 'dentist tomorrow 9am', 'vet on friday 4pm'],
    ['gym tomorrow 7am, dentist 10am', 'gym tomorrow 7am', 'dentist tomorrow 10am'],
    ["lunch with Sam fri 12:30 and Ana's birthday sunday", 'lunch with Sam fri 12:30', "Ana's birthday sunday"],
    ['next week: mon 10 planning, wed 14 demo', 'next week: mon 10 planning', 'next week wed 14 demo'],
    ['1:1 with Anna fri at 10, and Ben sat at 3', '1:1 with Anna fri at 10', '1:1 with Ben sat at 3'],
    ['lunch with Anna tomorrow at 12 and Ben at 1', 'lunch with Anna tomorrow at 12', 'lunch with Ben tomorrow at 1'],
    ['sync with Anna fri at 10, and with Ben sat at 3', 'sync with Anna fri at 10', 'sync with Ben sat at 3'],
    ['dentist for Tim fri 8am and for Lotte sat 9am', 'dentist for Tim fri 8am', 'dentist for Lotte sat 9am'],
    ['interview Yuki fri at 10, Daniel at 11', 'interview Yuki fri at 10', 'interview Daniel fri at 11'],
    ['1:1s: Anna fri 10am, Ben fri 11am', '1:1s: Anna fri 10am', '1:1s: Ben fri 11am'],
    ['interviews friday: 10:00 Yuki, 11:00 Daniel', 'interviews friday: 10:00 Yuki', 'interviews friday: 11:00 Daniel'],
    ['dentist fri at 9am then optician at 11', 'dentist fri at 9am', 'optician fri at 11'],
    ['dentist fri at 9 lunch sat at 12', 'dentist fri at 9', 'lunch sat at 12'],
    ['add Tue 2pm retro\nWed 4pm demo\nThu 9am sync', 'add Tue 2pm retro', 'Wed 4pm demo\nThu 9am sync'],
    ['gym at 7 and dinner at 8 tomorrow', 'gym at 7', 'dinner at 8 tomorrow'],
    ['Mon 9am planning\nTue 2pm retro\nThu 4pm demo', 'Mon 9am planning', 'Tue 2pm retro\nThu 4pm demo'],
  ])('%s: the other one is told', (message, first, other) => {
    const meant = ask(message);
    const more = meant.intent === 'not-create-event' ? undefined : meant.more;
    expect(more?.words).toBe(other);
    expect(message.slice(0, more?.at).trim()).toBe(first);
  });
});
