import { describe, expect, it } from 'vitest';
import type { EventDraft } from '../../src/calendar/event/draft.ts';
import { deleteDataCard } from '../../src/presentation/cards/delete-data-card.ts';
import { failuresCard } from '../../src/presentation/cards/diagnosis/failures-card.ts';
import { secretWarningCard } from '../../src/presentation/cards/diagnosis/secret-warning-card.ts';
import { changeCard } from '../../src/presentation/cards/events/change-card.ts';
import { dayCard } from '../../src/presentation/cards/events/day-card.ts';
import { draftCard } from '../../src/presentation/cards/events/draft-card.ts';
import { endedEventCard, eventCard } from '../../src/presentation/cards/events/event-card.ts';
import { factsCard } from '../../src/presentation/cards/facts-card.ts';
import { helpCard } from '../../src/presentation/cards/help-card.ts';
import { signInCard } from '../../src/presentation/cards/sign-in/sign-in-card.ts';
import { welcomeCard } from '../../src/presentation/cards/welcome-card.ts';
import { whatToPasteCard } from '../../src/presentation/cards/what-to-paste-card.ts';
import { CERTAIN, CLIENT_SECRET, LIVE_TOKEN, UNDECIDED } from '../presentation/diagnosis-samples.ts';
import { chromiumPath } from './chromium.ts';
import { drawnCards, hardToRead, screenshotOf, THEMES } from './drawn-cards.ts';

const NOW = '2026-03-10T09:15:00';
const said = <T>(value: T) => ({ value, certainty: 'said' as const });
const DRAFT: EventDraft = {
  title: said('Lunch with Sam'),
  start: said('2026-03-12T14:00:00'),
  end: { value: '2026-03-12T15:00:00', certainty: 'assumed' },
  date: null,
  durationMinutes: null,
  allDay: false,
  timeZone: 'Europe/Berlin',
  statedTimeZone: null,
  guests: [
    { kind: 'known', name: 'Sam Lee', address: 'sam@contoso.com' },
    { kind: 'unknown', name: 'Zoe', why: 'not-found' },
  ],
  location: 'Luigi’s',
  online: true,
  recurrence: null,
  reminderMinutes: 15,
  sensitivity: 'private',
  showAs: null,
  remarks: [],
  ask: [],
  question: null,
};
const shown = { id: 'draft-of-lunch-0000', version: 3, draft: DRAFT, now: NOW };
const busy = { title: 'Budget review', start: '2026-03-12T13:30:00', end: '2026-03-12T14:30:00' };
const entry = {
  id: 'AAMk',
  title: 'Standup',
  start: '2026-03-10T10:00:00',
  end: '2026-03-10T10:15:00',
  allDay: false,
  cancelled: false,
  showAs: 'tentative',
  location: 'Room 4',
  webLink: null,
  joinUrl: 'https://teams.microsoft.com/l/x',
  transactionId: null,
  recurring: true,
};
const listed = {
  eventId: 'AAMk',
  title: 'Standup',
  start: '2026-03-10T10:00:00',
  end: '2026-03-10T10:15:00',
  allDay: false,
  timeZone: 'Europe/Berlin',
};

const CARDS = [
  draftCard({
    ...shown,
    conflicts: [busy],
    busyGuests: ['Sam Lee'],
    freeAt: '2026-03-12T14:30:00',
    problems: ['Say first who is meant: give the address.'],
    note: 'I cannot look people up by name here: give the address.',
  }),
  draftCard({
    ...shown,
    draft: { ...DRAFT, start: null, end: null, ask: ['time'], question: 'At what time?' },
    conflicts: null,
    freeAt: null,
  }),
  eventCard({
    ...shown,
    webLink: 'https://outlook.office365.com/owa/?itemid=AAMk',
    joinUrl: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting',
    undoable: true,
    said: 'In your calendar.',
  }),
  endedEventCard('Lunch with Sam', 'Undone: it is out of your calendar. Outlook tells those who were invited.'),
  dayCard({
    heading: 'Today, Tue 10 Mar',
    entries: [entry, { ...entry, title: 'A planning meeting with quite a long title', cancelled: true }],
    empty: '',
    timeZone: 'Europe/Berlin',
    now: NOW,
    withDates: false,
  }),
  changeCard('draft-of-lunch-0000', 1, { kind: 'cancel', ...listed }, NOW),
  signInCard('Sign in, and I can look.', 'https://why401.example/auth/start?state=a.b.c'),
  deleteDataCard(),
  factsCard('You are signed in as ada@contoso.com.', [
    { label: 'Permissions', value: 'User.Read, Calendars.ReadWrite, MailboxSettings.Read' },
    { label: 'Tenant', value: '4f6b2a10-9d3e-4c57-8a21-5e0c7b914d36' },
  ]),
  secretWarningCard([LIVE_TOKEN, CLIENT_SECRET], 'the channel Helpdesk'),
  failuresCard({
    headline: '2 failures in report.har.',
    notes: ['311 calls, 2 of them failed.'],
    failures: [
      { where: 'GET graph.microsoft.com/v1.0/me/events?… → 401', diagnosis: CERTAIN },
      { where: 'POST login.microsoftonline.com/…/oauth2/v2.0/token → 400', diagnosis: UNDECIDED },
    ],
    secrets: [LIVE_TOKEN, CLIENT_SECRET],
    name: 'report.har',
  }),
  whatToPasteCard('I found no sign-in or Graph error in that message.', '“help” says what else I do.'),
  welcomeCard(true, true, true),
  helpCard({ signIn: true, sandbox: true, desk: true }),
];

describe.skipIf(chromiumPath === undefined)('cards of events, sign-in and help in the themes of Teams', () => {
  it.each(THEMES)('are drawn in %s with all their panels open', async (theme) => {
    const { page, problems } = await drawnCards(CARDS, theme, { columns: 3, open: true });
    await page.screenshot({ path: screenshotOf(`events-${theme}`), fullPage: true });
    expect(problems.filter((problem) => !problem.includes('"CodeBlock"'))).toEqual([]);
    expect(await hardToRead(page)).toEqual([]);
    expect(await page.locator('.ac-adaptiveCard').count()).toBe(CARDS.length);
    await page.close();
  });
});
