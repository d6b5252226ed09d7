import { describe, expect, test } from 'vitest';
import type { EventDraft } from '../../../../src/calendar/event/draft.ts';
import type { Guest } from '../../../../src/calendar/event/guest.ts';
import { changeCard } from '../../../../src/presentation/cards/events/change-card.ts';
import { dayCard } from '../../../../src/presentation/cards/events/day-card.ts';
import { type DraftView, draftCard, draftText } from '../../../../src/presentation/cards/events/draft-card.ts';
import {
  type EventView,
  endedEventCard,
  eventCard,
  eventText,
} from '../../../../src/presentation/cards/events/event-card.ts';
import { CARD_BYTES } from '../../../../src/presentation/cards/room.ts';
import { cardProblems } from '../adaptive-card-rules.ts';

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
  guests: [{ kind: 'known', name: 'Sam Lee', address: 'sam@contoso.com' }],
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
const view = (draft: Partial<EventDraft> = {}, more: Partial<DraftView> = {}): DraftView => ({
  id: 'draft-of-lunch-0000',
  version: 3,
  draft: { ...DRAFT, ...draft },
  now: NOW,
  conflicts: null,
  freeAt: null,
  ...more,
});
const eventView = (draft: Partial<EventDraft> = {}): EventView => ({
  id: 'draft-of-lunch-0000',
  version: 3,
  draft: { ...DRAFT, ...draft },
  now: NOW,
  webLink: 'https://outlook.office365.com/owa/?itemid=AAMk',
  joinUrl: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting',
  undoable: true,
  said: 'In your calendar.',
});
const crowd = (kind: 'known' | 'unknown' | 'several', count: number): Guest[] =>
  Array.from({ length: count }, (_, n): Guest => {
    const name = `Person with quite a long name ${n}`;
    const address = `person.with.a.long.name.${n}@department.of.something.contoso.com`;
    if (kind === 'known') return { kind, name, address };
    if (kind === 'unknown') return { kind, name, why: 'not-found' };
    return {
      kind,
      name,
      candidates: Array.from({ length: 8 }, (__, m) => ({ kind: 'known', name, address: `${m}${address}` })),
    };
  });
const alternatives = Array.from({ length: 6 }, (_, n) => ({
  kind: 'alternative' as const,
  words: `the ${n}th`,
  start: '2026-03-13T14:00:00',
  end: null,
}));
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

describe('every card of an event is valid and fits every path', () => {
  test.each([
    ['a draft', draftCard(view())],
    ['a draft with a question', draftCard(view({ start: null, end: null, ask: ['time'], question: 'At what time?' }))],
    [
      'a draft with everything',
      draftCard(
        view(
          {
            remarks: [{ kind: 'dst-gap', taken: NOW }, { kind: 'not-left-out', words: 'skip 3/26' }, ...alternatives],
            guests: crowd('several', 40),
            statedTimeZone: 'Asia/Tokyo',
          },
          {
            problems: ['No.', 'No.'],
            freeAt: '2026-03-12T16:00:00',
            note: 'A note.',
            conflicts: Array.from({ length: 9 }, () => ({
              title: 'x'.repeat(300),
              start: '2026-03-12T14:00:00',
              end: '2026-03-13T15:00:00',
            })),
          },
        ),
      ),
    ],
    ['a draft with 500 guests', draftCard(view({ guests: crowd('known', 500) }))],
    ['a draft with guests nobody knows', draftCard(view({ guests: crowd('unknown', 500) }))],
    [
      'an all-day draft',
      draftCard(view({ allDay: true, start: said('2026-03-12T00:00:00'), end: said('2026-03-14T00:00:00') })),
    ],
    ['an event', eventCard(eventView())],
    ['an event with 500 guests', eventCard(eventView({ guests: crowd('known', 500), title: said('x'.repeat(255)) }))],
    ['what has ended', endedEventCard(null, 'Undone.')],
    [
      'a question before a cancellation',
      changeCard(
        'draft-of-lunch-0000',
        1,
        { kind: 'cancel', eventId: 'AAMk', title: '', start: NOW, end: NOW, allDay: false, timeZone: 'Europe/Berlin' },
        NOW,
      ),
    ],
    [
      'a day',
      dayCard({
        heading: 'Today',
        entries: Array.from({ length: 40 }, () => entry),
        empty: '',
        timeZone: 'Europe/Berlin',
        now: NOW,
        withDates: false,
      }),
    ],
    [
      'an empty day',
      dayCard({
        heading: 'Today',
        entries: [],
        empty: 'Nothing.',
        timeZone: 'Europe/Berlin',
        now: NOW,
        withDates: true,
      }),
    ],
  ])('%s', (_, card) => {
    expect(cardProblems(card)).toEqual([]);
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(CARD_BYTES);
  });
});

test('a draft says everything in words', () => {
  expect(draftText(view())).toBe(
    [
      'New event: Lunch with Sam',
      'When: Thu 12 Mar, 14:00–15:00, Berlin time, in 2 days',
      'Where: Luigi’s',
      'Online: Teams meeting',
      'With: Sam Lee (sam@contoso.com)',
      'Reminder: 15 minutes before',
      'Private: others see only that you are busy',
      'You did not say the length (1 hour): that is my guess.',
      'Reply yes to create it, no to drop it.',
    ].join('\n'),
  );
});

test('what a person wrote is data: no mention, no markdown, no control characters', () => {
  const title = said('**Lunch** <at>all</at> [x](https://evil.example)\u202e');
  expect(formattedTexts(draftCard(view({ title })))).not.toContain('Lunch');
  expect(draftText(view({ title }))).not.toContain('<at>');
});

test('the reason for which a calendar could not be read is data: it holds values of the refusal', () => {
  const note = 'I could not look into your calendar. The app «**Lunch** [x](https://evil.example)» is switched off.';
  const card = draftCard({ ...view(), note });
  expect(formattedTexts(card)).not.toContain('Lunch');
  expect(JSON.stringify(card)).toContain(note);
});

/** What a client reads as markdown. */
function formattedTexts(card: unknown): string {
  return [...JSON.stringify(card).matchAll(/"type":"TextBlock","text":"([^"]*)"/g)].map(([, text]) => text).join('\n');
}

test('only addresses that may be opened become buttons', () => {
  const card = JSON.stringify(eventCard({ ...eventView(), webLink: 'javascript:alert(1)', joinUrl: null }));
  expect(card).not.toContain('Action.OpenUrl');
  expect(eventText(eventView())).toContain('Reply undo within ten minutes');
});

test('a draft tells which days of a series Outlook cannot leave out', () => {
  const recurrence = { pattern: 'weekly', interval: 1, daysOfWeek: ['friday'], until: null, count: null } as const;
  const remarks = [{ kind: 'not-left-out', words: 'skip 3/26' }] as const;
  expect(draftText(view({ recurrence, remarks }))).toContain(
    '“skip 3/26”: a new series in Outlook leaves no single days',
  );
  expect(draftText(view({ recurrence: null, remarks }))).not.toContain('skip 3/26');
});
