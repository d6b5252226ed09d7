import { describe, expect, it } from 'vitest';
import { chosenOf, mayChoose } from '../../../src/bot/events/several-drafts.ts';

const TITLES = ['Dentist', 'Lunch with Sam', 'Vet'];

describe('which of several events is meant', () => {
  it.each([
    ['all', 'all'],
    ['both of them', 'all'],
    ['yes to all', 'all'],
    ['create all 3', 'all'],
    ['make them all please', 'all'],
    ['2', 1],
    ['yes, the second one', 1],
    ['just the last', 2],
    ['number 3', 2],
    ['create lunch with sam', 1],
    ['the dentist', 0],
  ])('%s', (plain, chosen) => {
    expect(mayChoose(plain)).toBe(true);
    expect(chosenOf(plain, TITLES)).toBe(chosen);
  });

  it.each([['4'], ['create an event'], ['all day tomorrow'], ['the token'], ['0'], ['no, the second one']])(
    '%s chooses none',
    (plain) => {
      expect(chosenOf(plain, TITLES)).toBeNull();
    },
  );

  it.each([['my day'], ['what is aud'], ['undo'], ['move it to 4']])('%s looks nothing up', (plain) => {
    expect(mayChoose(plain)).toBe(false);
  });
});
