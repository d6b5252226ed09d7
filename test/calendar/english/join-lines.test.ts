import { describe, expect, it } from 'vitest';
import { withoutJoinLines } from '../../../src/calendar/english/join-lines.ts';
import { eventOf } from '../reading.ts';

const TEAMS = [
  'Budget Q2',
  'Friday 24 April 2026, 14:00-15:00',
  '________________',
  'Microsoft Teams meeting',
  'Join on your computer or mobile app',
  'https://teams.microsoft.com/l/meetup-join/19%3ax',
  'Meeting ID: 123 456 789 012',
  'Passcode: x1Y2',
].join('\n');

describe('a pasted invitation', () => {
  it('is read without the lines that say how to join, and each place in it stays', () => {
    const left = withoutJoinLines(TEAMS);
    expect(left).toHaveLength(TEAMS.length);
    expect(left.trim()).toBe('Budget Q2\nFriday 24 April 2026, 14:00-15:00');
    expect(eventOf(TEAMS)).toMatchObject({ title: { value: 'Budget Q2' }, end: { value: '2026-04-24T15:00:00' } });
  });

  it('of Zoom, too', () => {
    const zoom = 'Demo friday 24 april 9:00\nJoin Zoom Meeting\nhttps://contoso.zoom.us/j/123\nPasscode: 1';
    expect(withoutJoinLines(zoom).trim()).toBe('Demo friday 24 april 9:00');
  });

  it.each([
    ['join the demo friday 9am'],
    ['Need help\nwith the move\nfriday 9am'],
    ['https://teams.microsoft.com/l/x'],
  ])('%s is none', (message) => expect(withoutJoinLines(message)).toBe(message));
});
