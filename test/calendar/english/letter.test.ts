import { describe, expect, it } from 'vitest';
import { withoutLetterForm } from '../../../src/calendar/english/letter.ts';
import { ask, eventOf } from '../reading.ts';

describe('a letter', () => {
  it('is read without its greeting and its closing, and each place in it stays', () => {
    const letter = 'Hi Ana,\n\nplease book the retro for Thursday 3pm in room 4.\n\nKind regards,\nBo Ek';
    const left = withoutLetterForm(letter);
    expect(left).toHaveLength(letter.length);
    expect(left.trim()).toBe('please book the retro for Thursday 3pm in room 4.');
    expect(eventOf(letter)).toMatchObject({ title: { value: 'Retro' }, location: { value: 'room 4' }, attendees: [] });
  });

  it('to somebody else asks for nothing', () => {
    expect(ask('Hi Ana,\n\nCould we move our weekly to Thursday 3pm?\n\nThanks\nBo').intent).toBe('not-create-event');
  });

  it.each([
    ['hi there'],
    ['lunch with Ana\nfriday at noon'],
    ['Hi Ana, lunch friday?\nBo'],
    ['Thanks\nto all of you, the party is on friday\nat\n8\npm\nin room\n4'],
  ])('%s has none', (message) => expect(withoutLetterForm(message)).toBe(message));
});
