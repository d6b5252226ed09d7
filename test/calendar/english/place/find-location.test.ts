import { describe, expect, it } from 'vitest';
import { eventOf } from '../../reading.ts';

describe('a place', () => {
  it.each([
    ['lunch tomorrow noon at Trattoria Nord', 'Trattoria Nord'],
    ['onboarding in conference room B on the 3rd floor friday 9am', 'conference room B on the 3rd floor'],
    ["haircut at Rossi's saturday 10:45am, where: 88 Pine Ave", '88 Pine Ave'],
    ['meet with Bo thursday 5pm in room 4.12', 'room 4.12'],
    ['viewing at 22 Mill Lane on Thursday at 5.15pm', '22 Mill Lane'],
    ['dinner at subway on weber st on friday at 5pm', 'subway on weber st'],
    ["darts friday 8pm at o'reilly's", "o'reilly's"],
    ['yoga, thursday 18:00, Studio 5', 'Studio 5'],
    ['hearing thursday 9:30 courtroom 4B', 'courtroom 4B'],
    ['review, thursday 9:30, small meeting room', 'small meeting room'],
    ['lunch with Bo thursday 1pm, The Crown', 'The Crown'],
    ['ramen with Kenji-san thursday 19:00, Ichiran Shibuya', 'Ichiran Shibuya'],
    ['physio monday 7:45-8:30, Fitzwilliam Sq', 'Fitzwilliam Sq'],
    ['team do is 18 december, 7pm, The Bridge. Add it please', 'The Bridge'],
    ['dinner - friday @ 19h - Restaurant De Kas - with Pieter', 'Restaurant De Kas'],
    ['quiz thursday 19:30, Red Lion Inn', 'Red Lion Inn'],
    ['book me the Jade room on the 24th 10-11 for the audit prep', 'Jade room'],
    ['viewing on thursday 11:15 at 40 Water St, suite 300', '40 Water St, suite 300'],
  ])('%s', (message, place) => expect(eventOf(message).location?.value).toBe(place));

  it.each([
    ['1:1 thursday 3pm, Anna Schmidt'],
    ['lunch thursday 1pm, Budget Review'],
    ['book the team lunch on friday at 1'],
  ])('%s has none', (message) => expect(eventOf(message).location).toBeNull());

  it.each([
    ['meeting tomorrow at 3 in person'],
    ['training in Python tomorrow at 3'],
    ['sync at 9 tomorrow'],
    ['call in 2 hours'],
    ['move-in day is may 1'],
    ['choir thursdays 19:30 except in august'],
    ['tomorrow 9am, clean office'],
  ])('%s has none of time', (message) =>
    expect(eventOf(message).location?.value ?? '').not.toMatch(/\d|person|day|august|office/),
  );
});
