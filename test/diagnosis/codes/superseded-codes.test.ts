import { describe, expect, it } from 'vitest';
import { aadstsEntry } from '../../../src/diagnosis/codes/aadsts.ts';
import { isUmbrella, modernCodes } from '../../../src/diagnosis/codes/superseded-codes.ts';

const UMBRELLAS = [50001, 50012, 50013, 65005, 70001, 70002, 70005, 70011, 70021, 700022, 90023];

describe('superseded codes', () => {
  it.each(UMBRELLAS)('%i stands for newer ones that are known', (code) => {
    expect(isUmbrella(code)).toBe(true);
    expect(modernCodes(code).length).toBeGreaterThan(0);
    for (const modern of modernCodes(code)) expect(aadstsEntry(modern), String(modern)).toBeDefined();
  });

  it('is no umbrella where the number has one meaning today', () => {
    for (const code of [50011, 50105, 700016, 7000215, 70021100]) expect(isUmbrella(code)).toBe(false);
    expect(modernCodes(50011)).toEqual([]);
    expect(modernCodes(50105)).toEqual([501051]);
  });
});
