import { describe, expect, it } from 'vitest';
import { eventOf } from '../../reading.ts';

describe('a title', () => {
  it.each([
    ['lunch with sam tomorrow noon', 'Lunch with Sam'],
    ['create an event called "Board prep" on friday at 15:00', 'Board prep'],
    ['schedule a meeting titled roadmap check on thursday at 3pm with Sven', 'roadmap check'],
    ['Thursday 10:00 - Vendor demo', 'Vendor demo'],
    ['Tomorrow 2pm: Design critique', 'Design critique'],
    ['sprint 14 review thursday 15:00', 'Sprint 14 review'],
    ['block 10-11:30 tomorrow for invoices', 'Invoices'],
    ['put yoga on my calendar for thursday at 3 pm', 'Yoga'],
    ['setup 45 minutes with omar haddad on friday at 3', 'Meeting with Omar Haddad'],
    ['christmas dinner with the team on december 18th at 6pm', 'Christmas dinner with the team'],
    ['thanksgiving dinner at 3', 'Thanksgiving dinner'],
    ['project check in every 3rd friday 9am', 'Project check in'],
    ['prep for board mtg friday 9am', 'Prep for board meeting'],
    ['onboarding Eva: 1 May 9:00, 2 May 9:00', 'Onboarding Eva'],
    ['long weekend trip fri 1 may to mon 4 may', 'Long weekend trip'],
    ['send an invite for retro on friday 11am to eva@example.com', 'Retro'],
    ['remind me to call the bank tomorrow at 10am', 'Call the bank'],
    ['Subject: Sprint review\nWhen: Thursday 2-3pm\nWhere: Room Baltic', 'Sprint review'],
    ['put dinner down for 8 on friday', 'Dinner'],
    ['put system shut down on friday 6pm', 'System shut down'],
    ['book a quick 20 with Bo friday 3pm', 'Quick meeting with Bo'],
    ['new plan kickoff friday at 9', 'New plan kickoff'],
    ['new dentist appointment friday at 9', 'Dentist appointment'],
    ['add remider for gym fridy 7am', 'Gym'],
    ['invite ana and bo to a tasting friday at 5', 'Tasting'],
    ['wrap-up fri 11:30, attendees: a@example.com; b@example.com', 'Wrap-up'],
    ['on call sat 20:00 to sun 8:00', 'On call'],
    ['on friday at 3 call mum', 'Call mum'],
  ])('%s', (message, title) => expect(eventOf(message).title?.value).toBe(title));
});
